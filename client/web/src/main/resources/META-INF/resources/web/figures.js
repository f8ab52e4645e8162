// SPDX-License-Identifier: Apache-2.0
// Figures of coordination: each with the entries that it comes from, and with the reason where there is none.

import { html, nothing } from "./lit.js";
import { number, yuan } from "./format.js";
import { pageOf } from "./links.js";
import { t, word } from "./text.js";

/** An entry: a page where it is an address, else the name of another figure beside it. */
function entry(from) {
  if (!from.includes("/")) {
    return html`<li>${word(from)}</li>`;
  }
  const address = pageOf(from.startsWith("/") ? from : `/${from}`);
  return html`<li><a href=${address}>${address.slice(1)}</a></li>`;
}

/** Whence a figure is, unfolded by whoever asks. */
export const sources = (from) => from?.length
  ? html`<details class="sources"><summary>${t("figure.sources", from.length)}</summary><ul>${from.map(entry)}</ul></details>`
  : nothing;

const amount = (value, name) => (/fen(\/t|\/mu)?$/i.test(name) ? yuan(Number(value)) : number(value));

/** A figure as the API has it: a value or the reason why there is none, and its entries. */
export function figure({ value, missing, from }, name = "", unit = "") {
  return html`${value === undefined ? html`<span class="none">${word(missing)}</span>` : html`<span class="figure">${amount(value, name)}</span> ${unit}`} ${sources(from)}`;
}

/** How far something is of what was aimed at, seen and read. */
export const bar = (share, label) => share === undefined ? nothing : html`<meter min="0" max="1" value=${share} aria-label=${label}></meter>`;

/** A percentage of at most two decimals. */
export const percent = (value) => (value === undefined ? "–" : `${number(Number(value).toFixed(Number.isInteger(Number(value)) ? 0 : 2))} %`);
