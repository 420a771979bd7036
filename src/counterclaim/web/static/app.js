"use strict";

/* Keys for lists: j and k walk along claims, n and p turn pages, / searches. Everything also works without. */
const TYPING = "input, textarea, select, [contenteditable]";

function walk(step) {
  const links = [...document.querySelectorAll("[data-keys=list] .claims .what > a")];
  if (!links.length) return;
  const at = links.findIndex((link) => link.closest("li").contains(document.activeElement));
  const to = links[Math.min(Math.max(at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step, 0), links.length - 1)];
  to.focus();
  to.closest("li").scrollIntoView({ block: "nearest" });
}

const KEYS = {
  j: () => walk(1),
  k: () => walk(-1),
  n: () => document.querySelector("[data-keys=list] a[rel=next]")?.click(),
  p: () => document.querySelector("[data-keys=list] a[rel=prev]")?.click(),
  "/": () => document.querySelector("[data-keys=list] input[type=search]")?.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return;
  if (!document.querySelector("[data-keys=list]") || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});

/* A chosen filter takes effect at once; without scripts the button does it. */
document.addEventListener("change", (event) => {
  if (event.target.matches(".facets input[type=checkbox]")) event.target.form.requestSubmit();
});
