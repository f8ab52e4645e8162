// SPDX-License-Identifier: Apache-2.0
// Prices as people of this market read them: red and an arrow upwards where they rise, green and downwards where they fall.

import { html, nothing } from "./lit.js";
import { number, yuan } from "./format.js";
import { t } from "./text.js";

/** How a price stands against another: its class, its sign, and in percent. */
function against(price, base) {
  const percent = ((price - base) * 100) / base;
  const way = price > base ? "up" : price < base ? "down" : "";
  return { way, sign: { up: "▲", down: "▼" }[way] ?? "", percent: `${percent > 0 ? "+" : ""}${number(percent.toFixed(2))} %` };
}

/** A price in yuan a tonne, against the base price where there is one. */
export function price(fen, base) {
  if (fen === undefined) {
    return t("market.noTrade");
  }
  if (!base) {
    return html`<span class="figure">${yuan(fen)}</span>`;
  }
  const { way, sign, percent } = against(fen, base);
  return html`<span class=${`figure ${way}`}>${sign} ${yuan(fen)} <small>${percent}</small></span>`;
}

/** Whether an instrument's day is open. */
export const dayState = (item) =>
  item.halted ? t("market.halted") : !item.day ? t("market.noDay") : item.day.closed ? t("market.closed", item.day.date) : t("market.open", item.day.date);

/** A row of a book: its price and how many tonnes want it. */
export const level = (each, base, name) => html`<tr>
  <th scope="row">${name}</th>
  <td class="number">${each ? price(each.price, base) : nothing}</td>
  <td class="number">${each ? number(each.tonnes) : nothing}</td>
  <td class="number">${each ? number(each.listings) : nothing}</td>
</tr>`;
