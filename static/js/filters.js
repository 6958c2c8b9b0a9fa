// Listings under htmx: clean addresses, changed fields apply at once, errors show their own page, counts are spoken.
import { announce } from "./announcer.js";

export function installFilters() {
  document.body.addEventListener("htmx:configRequest", (event) => {
    const { parameters } = event.detail;
    for (const name of Object.keys(parameters)) {
      if (parameters[name] === "") delete parameters[name];
    }
  });
  document.body.addEventListener("htmx:responseError", (event) => {
    location.assign(event.detail.pathInfo.finalRequestPath);
  });
  document.body.addEventListener("htmx:afterSettle", () => {
    const total = document.querySelector("[data-announce]");
    if (total) announce(total.textContent.trim().replace(/\s+/g, " "));
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-filter-form]");
    if (form && event.target.matches("select, input[type=date]")) form.requestSubmit();
  });
}
