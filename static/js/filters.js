// Listings under htmx: clean addresses, changed fields apply at once, errors show their own page, counts are spoken, and
// what was unfolded stays so.
import { announce } from "./announcer.js";

export function installFilters() {
  document.documentElement.dataset.scripts = "";
  const { body } = document;
  body.addEventListener("htmx:configRequest", (event) => dropEmpty(event.detail.parameters));
  body.addEventListener("htmx:responseError", (event) => location.assign(event.detail.pathInfo.finalRequestPath));
  body.addEventListener("htmx:beforeSwap", rememberUnfolded);
  body.addEventListener("htmx:afterSettle", () => {
    unfoldAgain();
    const total = document.querySelector("[data-announce]");
    if (total) announce(total.textContent.trim().replace(/\s+/g, " "));
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[form=filter-form]")) event.target.form.requestSubmit();
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-facet-find]")) showMatching(event.target);
  });
}

function dropEmpty(parameters) {
  for (const name of Object.keys(parameters)) {
    if (parameters[name] === "") delete parameters[name];
  }
}

const unfolded = new Set();

function rememberUnfolded() {
  unfolded.clear();
  for (const details of document.querySelectorAll("#results details[open][id]")) unfolded.add(details.id);
}

function unfoldAgain() {
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
}

function showMatching(field) {
  const wanted = simple(field.value);
  for (const value of field.closest("[data-facet]").querySelectorAll("[data-facet-value]")) {
    value.hidden = !simple(value.querySelector(".facet-label").textContent).includes(wanted);
  }
}

function simple(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
