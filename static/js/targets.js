// A permalink marks every stretch of its quote; style sheets alone can mark the first and those right behind it.
// What an address points to is never left folded away.
export function installTargets() {
  addEventListener("hashchange", showTarget);
  showTarget();
}

function showTarget() {
  markTarget();
  const target = document.getElementById(location.hash.slice(1));
  if (!target?.closest("details:not([open])")) return;
  reveal(target);
  target.scrollIntoView({ block: "center" });
}

export function markTarget() {
  for (const piece of document.querySelectorAll(".quote.is-target")) piece.classList.remove("is-target");
  const id = location.hash.match(/^#q-([a-z2-7]+)$/)?.[1];
  if (!id) return;
  for (const piece of document.querySelectorAll(`.quote[data-quote="${id}"]`)) piece.classList.add("is-target");
}

export function reveal(element) {
  for (let around = element?.closest("details:not([open])"); around; around = around.closest("details:not([open])")) {
    around.open = true;
  }
}
