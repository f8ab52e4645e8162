// SPDX-License-Identifier: Apache-2.0
// Tables as the catalogue describes them: one column for each heading, in the reader's language.

import { guard, html, nothing } from "./lit.js";
import { at, serials, told } from "./format.js";
import { addressOf, namedBy } from "./links.js";
import { language, named, t, word } from "./text.js";

/** Texts longer than this are shown from their beginning, and whole to whoever points at them. */
const LONG = 60;

/** What a column has in an item, as it is shown. */
export function cell(column, item) {
  const value = at(item, column.pointer);
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return nothing;
  }
  if (column.batch && Array.isArray(value)) {
    return lines(serials(at(item, column.batch), value).map((serial) => html`<a href=${`/serials/${serial}`}>${serial}</a>`));
  }
  if (Array.isArray(value)) {
    return lines(value.filter((each) => each !== undefined).map((each) => one(column, each)));
  }
  return one(column, value);
}

const lines = (values) => values.map((value) => html`<span class="line">${value}</span>`);

function one(column, value) {
  if (typeof value === "boolean") {
    return value ? t("yes") : t("no");
  }
  if (typeof value === "object") {
    return value.zh ? named(value) : JSON.stringify(value);
  }
  const page = namedBy(column, value);
  const text = word(told(value, column.pointer));
  if (page) {
    return html`<a href=${page}>${text}</a>`;
  }
  return text.length > LONG ? html`<span title=${text}>${text.slice(0, LONG)}…</span>` : text;
}

const isNumber = (value) => typeof value === "number";

/** What must not be overlooked in an item, whatever its columns. */
export function remarks(item) {
  return html`
    ${item.training || item.practice || item.example ? html`<span class="mark practice">${t("practice")}</span>` : nothing}
    ${item.suspension ? html`<span class="mark warning">${t("suspended")}</span>` : nothing}
    ${(item.corrections ?? []).map((each) => html`<span class="mark warning">${t("corrected")} ${named(each.statement)}</span>`)}`;
}

function row(list, columns, item) {
  const address = addressOf(list, item);
  return html`<tr>
    ${columns.map((column, i) => {
      const content = cell(column, item);
      const linked = i === 0 && address && content !== nothing ? html`<a href=${address}>${inner(column, item)}</a>` : content;
      const value = at(item, column.pointer);
      const kind = isNumber(value) ? "number" : nothing;
      return i === 0
        ? html`<th scope="row" data-title=${named(column.title)} class=${kind}>${linked} ${remarks(item)}</th>`
        : html`<td data-title=${named(column.title)} class=${kind}>${content}</td>`;
    })}
  </tr>`;
}

/** The first column leads to the item, and to nothing else. */
function inner(column, item) {
  const value = at(item, column.pointer);
  return Array.isArray(value) ? value.join(", ") : word(told(value, column.pointer));
}

/** The brief columns, or all of them; without those that tell only what remarks tell. */
export function columnsOf(list, all) {
  const shown = list.columns.filter((column) => (all || column.brief) && column.pointer !== "/training");
  const other = language() === "zh" ? /\/en$/ : /\/zh$/;
  const left = shown.filter((column) => all || !other.test(column.pointer));
  const columns = left.length ? left : shown;
  return columns.map(ofLanguage(list));
}

/** A name's brief column is the Chinese one; readers of English get the English one of the same name. */
const ofLanguage = (list) => (column) =>
  language() === "en" && column.pointer.endsWith("/zh")
    ? (list.columns.find((each) => each.pointer === column.pointer.replace(/\/zh$/, "/en")) ?? column)
    : column;

/**
 * A table of a list's items.
 *
 * @param list as the catalogue has it
 * @param columns those that are shown
 * @param pages items page by page, so that what has been drawn stays as it is when more comes
 * @param caption what the table is
 */
export function table({ list, columns, pages, caption }) {
  return html`
    <div class="table" role="region" tabindex="0" aria-label=${caption}>
      <table>
        <caption>${caption}</caption>
        <thead>
          <tr>${columns.map((column) => html`<th scope="col">${named(column.title)}</th>`)}</tr>
        </thead>
        ${pages.map((items) => html`<tbody>${guard([items, columns, language()], () => items.map((item) => row(list, columns, item)))}</tbody>`)}
      </table>
    </div>`;
}

/** All columns of one item, as terms and what they are. */
export function facts(list, item) {
  return html`<dl class="facts">
    ${columnsOf(list, true)
      .map((column) => [column, cell(column, item)])
      .filter(([, content]) => content !== nothing)
      .map(([column, content]) => html`<div><dt>${named(column.title)}</dt><dd>${content}</dd></div>`)}
  </dl>`;
}
