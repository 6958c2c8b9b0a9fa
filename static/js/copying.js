// Links marked `data-copy` copy their address instead of being followed; with a modifier key they stay links.
import { announce } from "./announcer.js";

const SHOWN_FOR = 2000;

export function installCopying() {
  if (!navigator.clipboard) return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-copy]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(
      () => confirm(link),
      () => location.assign(link.href),
    );
  });
}

function confirm(link) {
  announce("Link copied");
  link.classList.add("copied");
  setTimeout(() => link.classList.remove("copied"), SHOWN_FOR);
}
