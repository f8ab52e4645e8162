// SPDX-License-Identifier: Apache-2.0
// What a list can be asked for, as a form; what was asked for is in the page's address.

import { html, nothing } from "./lit.js";
import { go } from "./place.js";
import { named, t, word } from "./text.js";

/** Filters that most people use stand open; the others behind one word. */
const OFTEN = ["q", "projectName", "region", "state", "vintage", "purpose", "beneficiary", "kind", "status", "year", "mode", "role", "market"];
const OPEN_MOST = 4;

function control(filter, value) {
  const id = `filter-${filter.name}`;
  const choices = filter.kind === "FLAG" ? ["true", "false"] : filter.choices;
  const input = choices
    ? html`<select id=${id} name=${filter.name}>
        <option value="">${t("filters.any")}</option>
        ${choices.map((each) => html`<option value=${each} ?selected=${each === value}>${filter.kind === "FLAG" ? t(each === "true" ? "yes" : "no") : (filter.words?.(each) ?? word(each))}</option>`)}
      </select>`
    : html`<input id=${id} name=${filter.name} .value=${value ?? ""} autocomplete="off" maxlength="300"
        type=${filter.kind === "DAY" ? "date" : "search"} inputmode=${filter.kind === "NUMBER" ? "numeric" : nothing}
        list=${filter.kind === "REGION" ? "regions-known" : nothing}>`;
  return html`<div class="field"><label for=${id}>${named(filter.title)}</label>${input}</div>`;
}

/** The parameters of a form that were filled in, in the order of the form. */
export function asked(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
}

/**
 * The form.
 *
 * @param list as the catalogue has it
 * @param query what is asked for now
 * @param regions names of divisions by code, to be chosen from
 */
export function filters({ list, query, regions }) {
  const often = list.filters.filter((each) => OFTEN.includes(each.name) || query.has(each.name)).slice(0, OPEN_MOST);
  const others = list.filters.filter((each) => !often.includes(each));
  const submit = (event) => {
    event.preventDefault();
    const parameters = new URLSearchParams(asked(event.target));
    if (query.has("columns")) {
      parameters.set("columns", query.get("columns"));
    }
    const text = parameters.toString();
    go(location.pathname + (text ? `?${text}` : ""));
  };
  return html`
    <form class="filters" role="search" aria-label=${t("filters.label")} @submit=${submit}>
      ${often.map((each) => control(each, query.get(each.name)))}
      ${others.length
        ? html`<details ?open=${others.some((each) => query.has(each.name))}>
            <summary>${t("filters.more")}</summary>
            <div class="fields">${others.map((each) => control(each, query.get(each.name)))}</div>
          </details>`
        : nothing}
      <div class="buttons">
        <button>${t("filters.ask")}</button>
        ${[...query.keys()].some((name) => name !== "columns") ? html`<a href=${location.pathname}>${t("filters.none")}</a>` : nothing}
      </div>
      ${list.filters.some((each) => each.kind === "REGION")
        ? html`<datalist id="regions-known">${[...regions].map(([code, name]) => html`<option value=${code}>${named(name)}</option>`)}</datalist>`
        : nothing}
    </form>`;
}
