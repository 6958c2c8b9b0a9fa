// What an exchange of results leaves in the history: nothing twice, one entry for each spell of typing, and an address
// that brings back, after a reload too, whatever “Load more” has added.
const MOST_PAGES = 10; // The server shows no more at once.

// The address that the present spell of typing has left; a spell lasts as long as the box keeps the focus.
let typed = null;

export function installHistory() {
  document.body.addEventListener("htmx:beforeHistoryUpdate", ({ detail }) => {
    const { elt } = detail.requestConfig;
    if (elt.matches("[data-more]")) return keepPages(detail.history);
    if (elt.matches("[data-search]")) keepSpell(detail.history);
    if (absolute(detail.history.path) === location.href) detail.history.type = "replace";
  });
  document.body.addEventListener("htmx:historyRestore", showWords);
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-search]")) typed = null;
  });
}

function keepPages(update) {
  const url = new URL(location.href);
  const shown = Number(url.searchParams.get("pages") ?? 1);
  url.searchParams.set("pages", Math.min(shown + 1, MOST_PAGES));
  update.path = url.pathname + url.search;
}

function keepSpell(update) {
  update.type = location.href === typed ? "replace" : "push";
  typed = absolute(update.path);
}

// What htmx has kept of a page was taken after the first words for the next one were typed.
function showWords() {
  const search = document.querySelector("[data-search]");
  if (search) search.value = new URLSearchParams(location.search).get("q") ?? "";
}

function absolute(path) {
  return new URL(path, location.href).href;
}
