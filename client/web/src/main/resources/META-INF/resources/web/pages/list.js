// SPDX-License-Identifier: Apache-2.0
// Any list of the registry: what it can be asked for, its table, and the same as a file.

import { html, nothing } from "../lit.js";
import { ask, listAt, regionNames, save, withQuery } from "../api.js";
import { filters } from "../filters.js";
import { number } from "../format.js";
import { columnsOf, table } from "../table.js";
import { go, tell } from "../place.js";
import { both, language, named, t } from "../text.js";

const AT_ONCE = 100;

const FILES = [
  ["CSV", "text/csv", "csv"],
  ["Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
];

function count(first) {
  return first.total === undefined
    ? ""
    : t(first.totalIsLeast ? "list.countLeast" : "list.count", number(first.total));
}

/** The same address with all columns, or with the brief ones. */
function otherColumns(query) {
  const parameters = new URLSearchParams(query);
  if (!parameters.delete("columns") && !query.has("columns")) {
    parameters.set("columns", "all");
  }
  const text = parameters.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/**
 * A list with its table, for a page of its own or within another.
 *
 * @param list as the catalogue has it
 * @param path its address below the API's root, with what is asked for
 * @returns a function that draws it as it stands, and is called again when more has come
 */
export async function listed({ list, path, all, signal, redraw, caption }) {
  const first = await ask(withQuery(path, { limit: AT_ONCE }), signal);
  const pages = [first.items];
  let next = first.next;
  const more = async () => {
    const page = await ask(withQuery(path, { limit: AT_ONCE, cursor: next }), signal);
    pages.push(page.items);
    next = page.next;
    tell(t("list.shown", number(pages.flat().length)));
    redraw();
  };
  return {
    first,
    view: () => html`
      ${first.items.length
        ? table({ list, columns: columnsOf(list, all), pages, caption: caption ?? `${named(list.title)} ${count(first)}` })
        : html`<p class="empty">${t("list.empty")}</p>`}
      ${next ? html`<p class="more"><button type="button" @click=${more}>${t("list.more")}</button></p>` : nothing}`,
  };
}

/** The buttons that give what is seen as files. */
export function exports(list, path) {
  return FILES.map(
    ([title, type, ending]) => html`<button type="button" class="quiet"
      @click=${() => save(withQuery(path, { lang: language() }), type, `${list.path.split("/").at(-1)}.${ending}`)}>${title}</button>`);
}

export async function show({ params, query, signal, draw }) {
  const [list, regions] = await Promise.all([listAt(params.list), regionNames()]);
  const parameters = new URLSearchParams(query);
  parameters.delete("columns");
  const text = parameters.toString();
  const path = list.path + (text ? `?${text}` : "");
  const redraw = () => draw(named(list.title), view());
  const items = await listed({ list, path, all: query.has("columns"), signal, redraw });
  const view = () => html`
    <h1>${both(list.title)}</h1>
    ${filters({ list, query, regions })}
    <div class="tools">
      <button type="button" class="quiet" @click=${() => go(otherColumns(query), { replace: true })}>
        ${t(query.has("columns") ? "list.brief" : "list.columns")}
      </button>
      ${exports(list, path)}
    </div>
    ${items.view()}`;
  redraw();
}
