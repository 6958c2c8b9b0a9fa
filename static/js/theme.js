// The reader's choice of light or dark, put on the page before it is painted. Runs in the head; the rest is in main.js.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is switched off: the system's choice holds.
}
