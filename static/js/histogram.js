// Dragging over the bars of a histogram chooses the days from the first to the last of them. A plain click stays a link.
const SMALLEST_DRAG = 5;

let drag = null;

export function installHistogram() {
  document.addEventListener("pointerdown", begin);
  document.addEventListener("pointermove", stretch);
  document.addEventListener("pointerup", end);
  document.addEventListener("pointercancel", forget);
  document.addEventListener("dragstart", (event) => {
    if (drag) event.preventDefault();
  });
  document.addEventListener("click", swallow, { capture: true });
}

function begin(event) {
  const chart = event.target.closest?.("[data-histogram] svg");
  // A finger scrolls the chart.
  if (!chart || event.button !== 0 || event.pointerType === "touch") return;
  drag = { chart, from: event.clientX, to: event.clientX, moved: false };
}

function stretch(event) {
  if (!drag) return;
  drag.to = event.clientX;
  drag.moved ||= Math.abs(drag.to - drag.from) >= SMALLEST_DRAG;
  if (!drag.moved) return;
  const box = drag.chart.getBoundingClientRect();
  const scale = drag.chart.viewBox.baseVal.width / box.width;
  const range = drag.chart.querySelector("[data-histogram-range]");
  range.setAttribute("x", (Math.min(drag.from, drag.to) - box.left) * scale);
  range.setAttribute("width", Math.abs(drag.to - drag.from) * scale);
}

function end() {
  if (!drag?.moved) return forget();
  const [left, right] = [drag.from, drag.to].sort((a, b) => a - b);
  const inside = [...drag.chart.querySelectorAll("a[data-since]")].filter((column) => {
    const box = column.querySelector(".timeline-hit").getBoundingClientRect();
    return box.right > left && box.left < right;
  });
  if (inside.length) choose(inside[0].dataset.since, inside.at(-1).dataset.until);
  // After the click that may follow.
  setTimeout(forget);
}

function choose(since, until) {
  const form = document.getElementById("filter-form");
  form.elements.from.value = since;
  form.elements.to.value = until;
  form.requestSubmit();
}

// The click that ends a drag follows no link.
function swallow(event) {
  if (!drag?.moved) return;
  event.preventDefault();
  event.stopPropagation();
}

function forget() {
  drag?.chart.querySelector("[data-histogram-range]")?.setAttribute("width", 0);
  drag = null;
}
