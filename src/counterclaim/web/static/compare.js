// The chart of the comparing page: Vega-Lite, read by Vega's interpreter, which needs no code made from text.
import { expressionInterpreter } from "./vendor/vega-interpreter-2.3.2.js";

const place = document.getElementById("chart");
const tip = document.getElementById("tip");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
let view = null;

const FAILED = "The chart could not be drawn; the table below has every figure of it.";

async function draw() {
  const address = place.dataset.chart + (dark.matches ? "&theme=dark" : "");
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    place.textContent = FAILED;
    return;
  }
  const spec = await answer.json();
  // Each layer names the same axis again, of which Vega-Lite would warn hundreds of times.
  const compiled = vegaLite.compile(spec, { config: { autosize: { type: "pad" } }, logger: vega.logger(vega.Error) }).spec;
  const runtime = vega.parse(compiled, null, { ast: true });
  if (view) view.finalize();
  const drawn = document.createElement("div");
  view = new vega.View(runtime, {
    expr: expressionInterpreter, renderer: "svg", container: drawn, hover: false,
    loader: vega.loader({ mode: "file" }), logLevel: vega.Error,
  });
  view.addEventListener("mousemove", (event, item) => tell(event, item));
  view.addEventListener("mouseout", () => tell(null, null));
  view.addEventListener("click", (event, item) => open(item));
  await view.runAsync();
  place.replaceChildren(drawn);
}

function claimOf(item) {
  return item && item.datum && item.datum.claim && item.datum.said ? item.datum : null;
}

function tell(event, item) {
  const told = claimOf(item);
  tip.hidden = !told;
  if (!told) return;
  tip.textContent = told.said;
  const right = event.clientX + 16 + tip.offsetWidth > document.documentElement.clientWidth;
  const below = event.clientY + 16 + tip.offsetHeight > window.innerHeight;
  tip.style.left = `${Math.max(4, right ? event.clientX - 12 - tip.offsetWidth : event.clientX + 16)}px`;
  tip.style.top = `${Math.max(4, below ? event.clientY - 12 - tip.offsetHeight : event.clientY + 16)}px`;
}

function open(item) {
  const told = claimOf(item);
  if (told) window.location.assign(`/claims/${encodeURIComponent(told.claim)}`);
}

// Whatever goes wrong, there are words where the chart would be.
async function show() {
  try {
    await draw();
  } catch (error) {
    place.textContent = FAILED;
    throw error;
  }
}

dark.addEventListener("change", show);
show();
