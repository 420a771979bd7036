// Review by keyboard: every key presses a button or follows a link that is on the page anyway.
"use strict";

const keys = document.getElementById("keys");
const corrections = document.getElementById("corrections");

function openKeys() {
  keys.showModal();
}

function correct() {
  corrections.open = true;
  corrections.querySelector("select, input:not([type=hidden])").focus();
}

function press(key) {
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (target && !target.disabled) target.click();
}

function isTyping(target) {
  return target.matches("input, select, textarea") && target.type !== "checkbox";
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || keys.open) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const does = {
    "?": openKeys,
    c: () => corrections && correct(),
    w: () => document.getElementById("reason")?.focus(),
    o: () => document.getElementById("open-article")?.click(),
  }[event.key] || ("arunz".includes(event.key) ? () => press(event.key) : null);
  if (!does) return;
  event.preventDefault();
  does();
});

document.getElementById("keys-button")?.addEventListener("click", openKeys);
