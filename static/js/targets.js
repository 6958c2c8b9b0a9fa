// A permalink marks every stretch of its quote; style sheets alone can mark the first and those right behind it.
export function installTargets() {
  addEventListener("hashchange", mark);
  mark();
}

function mark() {
  for (const piece of document.querySelectorAll(".quote.is-target")) piece.classList.remove("is-target");
  const id = location.hash.match(/^#q-([a-z2-7]+)$/)?.[1];
  if (!id) return;
  for (const piece of document.querySelectorAll(`.quote[data-quote="${id}"]`)) piece.classList.add("is-target");
}
