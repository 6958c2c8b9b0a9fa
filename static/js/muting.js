// The legend's links mute a speaker on the spot, and the address keeps step; without this they load the page anew.
import { announce } from "./announcer.js";

export function installMuting() {
  const legend = document.querySelector("[data-legend]");
  legend?.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-mute]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    toggle(link);
  });
}

function toggle(link) {
  const slug = link.dataset.mute;
  const muted = link.parentElement.classList.toggle("muted");
  for (const note of document.querySelectorAll(`[data-speaker="${slug}"]`)) {
    note.classList.toggle("muted", muted);
    for (const piece of document.querySelectorAll(`.quote[data-quote="${note.dataset.note}"]`)) {
      piece.classList.toggle("muted", muted);
    }
  }
  link.querySelector("[data-mute-label]").textContent = muted ? "Unmute" : "Mute";
  history.replaceState(history.state, "", addressWith(location.href, slug, muted));
  for (const other of document.querySelectorAll("a[data-mute]")) {
    const wanted = other === link ? !muted : muted;
    other.href = addressWith(other.href, slug, wanted);
  }
  announce(`${link.parentElement.querySelector(".voice-name").textContent} ${muted ? "muted" : "no longer muted"}`);
}

function addressWith(address, slug, muted) {
  const url = new URL(address);
  const others = url.searchParams.getAll("mute").filter((one) => one !== slug);
  url.searchParams.delete("mute");
  for (const one of muted ? [...others, slug] : others) url.searchParams.append("mute", one);
  return url.href;
}
