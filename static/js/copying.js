// Links marked `data-copy` copy their address instead of being followed; with a modifier key they stay links.
// Buttons marked `data-copies` copy the text of the element they name; they are hidden where no script can serve them.
import { announce } from "./announcer.js";

const SHOWN_FOR = 2000;

export function installCopying() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", () => copyText(button));
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-copy]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(
      () => confirm(link, "Link copied"),
      () => location.assign(link.href),
    );
  });
}

function copyText(button) {
  const source = document.getElementById(button.dataset.copies);
  navigator.clipboard.writeText(source.textContent.trim()).then(
    () => confirm(button, "Citation copied"),
    () => getSelection().selectAllChildren(source),
  );
}

function confirm(control, message) {
  announce(message);
  control.classList.add("copied");
  setTimeout(() => control.classList.remove("copied"), SHOWN_FOR);
}
