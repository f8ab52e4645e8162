// SPDX-License-Identifier: Apache-2.0
// Tables as the catalogue describes them: one column for each heading, in the reader's language.

import { guard, html, nothing } from "./lit.js";
import { knownRegion } from "./api.js";
import { at, isAmount, serials, told } from "./format.js";
import { addressOf, namedBy } from "./links.js";
import { language, named, t, word } from "./text.js";

/** The code of the whole country, which is no division. */
const NATION = "000000";

/** Texts longer than this are shown from their beginning, and whole to whoever points at them. */
const LONG = 60;

/** What a column has in an item, as it is shown; `whole` where there is room for long texts. */
export function cell(column, item, whole = false) {
  const value = at(item, column.pointer);
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return nothing;
  }
  if (column.batch && Array.isArray(value)) {
    return lines(serials(at(item, column.batch), value).map((serial) => html`<a href=${`/serials/${serial}`}>${serial}</a>`));
  }
  if (Array.isArray(value)) {
    return lines(value.filter((each) => each !== undefined).map((each) => one(column, each, whole)));
  }
  return one(column, value, whole);
}

const lines = (values) => values.map((value) => html`<span class="line">${value}</span>`);

function one(column, value, whole) {
  if (typeof value === "boolean") {
    return value ? t("yes") : t("no");
  }
  if (typeof value === "object") {
    return value.zh ? named(value) : JSON.stringify(value);
  }
  const page = namedBy(column, value);
  const text = words(column, value);
  if (page) {
    return html`<a href=${page}>${text}</a>`;
  }
  return text.length > LONG && !whole ? html`<span title=${text}>${text.slice(0, LONG)}…</span>` : text;
}

/** Codes in words: those of the registry, and divisions by their names. */
function words(column, value) {
  if (/\/(region|place)$/.test(column.pointer)) {
    return value === NATION ? t("region.nation") : named(knownRegion(value)) || value;
  }
  return word(told(value, column.pointer));
}

/** What must not be overlooked in an item, whatever its columns. */
export function remarks(item) {
  return html`
    ${item.training || item.practice || item.example ? html`<span class="tag practice">${t("practice")}</span>` : nothing}
    ${item.suspension ? html`<span class="tag warning">${t("suspended")}</span>` : nothing}
    ${(item.corrections ?? []).map((each) => html`<span class="tag warning">${t("corrected")} ${named(each.statement)}</span>`)}`;
}

function row(list, columns, item) {
  const address = addressOf(list, item);
  return html`<tr>
    ${columns.map((column, i) => {
      const content = cell(column, item);
      const linked = i === 0 && address ? html`<a href=${address}>${inner(column, item)}</a>` : content;
      const kind = isAmount(at(item, column.pointer), column.pointer) ? "number" : nothing;
      return i === 0
        ? html`<th scope="row" data-title=${named(column.title)} class=${kind}>${linked} ${remarks(item)}</th>`
        : html`<td data-title=${named(column.title)} class=${kind}>${content}</td>`;
    })}
  </tr>`;
}

/** The first column leads to the item, and to nothing else. */
function inner(column, item) {
  const value = at(item, column.pointer);
  if (value === undefined) {
    return t("list.unnumbered");
  }
  return Array.isArray(value) ? value.join(", ") : words(column, value);
}

/** The brief columns, or all of them; without those that tell only what remarks tell, and what the item's address tells. */
export function columnsOf(list, all) {
  const wanted = list.columns.filter((column) => column.pointer !== "/training" && (all || column.brief));
  if (all) {
    return wanted;
  }
  const named = new Map(wanted.map((column) => ofLanguage(list, column)).map((column) => [column.pointer, column]));
  const columns = [...named.values()];
  return columns.filter((column, i) => i === 0 || column.pointer !== "/id");
}

/** Of a name in two languages there is one brief column: that of the reader's language. */
function ofLanguage(list, column) {
  const wanted = column.pointer.replace(/\/(zh|en)$/, `/${language()}`);
  return list.columns.find((each) => each.pointer === wanted) ?? column;
}

/** Some value of a column, if there is one. */
const some = (pages, column) => pages[0].map((item) => at(item, column.pointer)).find((value) => value !== undefined);

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
          <tr>${columns.map((column, i) => html`<th scope="col" class=${i > 0 && isAmount(some(pages, column), column.pointer) ? "number" : nothing}>${named(column.title)}</th>`)}</tr>
        </thead>
        ${pages.map((items) => html`<tbody>${guard([items, columns, language()], () => items.map((item) => row(list, columns, item)))}</tbody>`)}
      </table>
    </div>`;
}

/** All columns of one item, as terms and what they are. */
export function facts(list, item) {
  return html`<dl class="facts">
    ${columnsOf(list, true)
      .map((column) => [column, cell(column, item, true)])
      .filter(([, content]) => content !== nothing)
      .map(([column, content]) => html`<div><dt>${named(column.title)}</dt><dd>${content}</dd></div>`)}
  </dl>`;
}
