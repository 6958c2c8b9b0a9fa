// Says something to screen readers without moving anything on the page.
export function announce(text) {
  const place = document.querySelector("[data-announcer]");
  if (place) place.textContent = text;
}
