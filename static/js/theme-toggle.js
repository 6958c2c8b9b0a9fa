// The button that switches between light and dark; hidden where there is no script to serve it.
export function installThemeToggle() {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  for (const button of document.querySelectorAll("[data-theme-toggle]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const current = root.dataset.theme ?? (dark.matches ? "dark" : "light");
      root.dataset.theme = current === "dark" ? "light" : "dark";
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch {
        // Storage is switched off: the choice holds for this page.
      }
    });
  }
}
