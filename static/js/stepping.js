// `j` and `k` lead from statement to statement of an article, `n` and `p` from one word searched for to the next.
import { announce } from "./announcer.js";
import { isTyping } from "./keys.js";
import { markTarget, reveal } from "./targets.js";

const STEPS = {
  j: ["[id^='q-'].quote:not(.muted)", 1],
  k: ["[id^='q-'].quote:not(.muted)", -1],
  n: ["[id^='m-'].match", 1],
  p: ["[id^='m-'].match", -1],
};

export function installStepping() {
  if (!document.querySelector("[data-reading]")) return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const step = STEPS[event.key];
    if (step) go(...step);
  });
}

function go(selector, direction) {
  const stops = [...document.querySelectorAll(selector)];
  const stop = direction > 0 ? stops.find(isAhead) : stops.findLast(isBehind);
  if (!stop) return announce(direction > 0 ? "There is none after this one" : "There is none before this one");
  reveal(stop);
  stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: stop.offsetHeight > innerHeight / 2 ? "start" : "center" });
  history.replaceState(history.state, "", `#${stop.id}`);
  markTarget();
  announce(`${stops.indexOf(stop) + 1} of ${stops.length}${describe(stop)}`);
}

// Where the reader is: at the stop that has the focus, or else wherever the middle of the window is.
function here() {
  const focused = document.activeElement;
  return focused?.matches("[data-reading] .quote, [data-reading] .match") ? focused : null;
}

function isAhead(stop) {
  const from = here();
  return from ? follows(from, stop) : stop.getBoundingClientRect().top > 0;
}

function isBehind(stop) {
  const from = here();
  return from ? follows(stop, from) : stop.getBoundingClientRect().bottom < 0;
}

function follows(one, other) {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function describe(stop) {
  const slug = document.querySelector(`[data-note="${stop.dataset.quote}"]`)?.dataset.speaker;
  const name = document.querySelector(`[data-mute="${slug}"]`)?.parentElement.querySelector(".voice-name");
  return name ? `, ${name.textContent}` : "";
}
