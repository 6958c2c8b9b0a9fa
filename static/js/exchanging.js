// Links of a listing exchange its results in place, all of them by one listener: with `hx-boost`, htmx prepares each of
// the hundreds of links before the page answers to anything. Links under `data-plain` lead to pages of their own.
export function installExchanging() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-results] a[href]");
    if (!link || link.closest("[data-plain]") || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !window.htmx) return;
    event.preventDefault();
    const exchange = htmx.ajax("GET", link.getAttribute("href"), { source: link, push: "true" });
    // htmx itself says on the console when the server cannot be reached.
    exchange.catch(() => {});
  });
}
