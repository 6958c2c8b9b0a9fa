// `/` leads to the search box, `?` shows the keys.
export function installKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") focusSearch(event);
    if (event.key === "?") showKeys();
  });
}

export function isTyping(target) {
  return target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), select, textarea");
}

function focusSearch(event) {
  const search = document.querySelector("input[type=search][name=q]");
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
}

function showKeys() {
  const keys = document.getElementById("keys");
  if (keys && !keys.open) keys.showModal();
}
