// SPDX-License-Identifier: Apache-2.0
// Any record of the registry: its facts, what belongs to it, what happened to it, and the record itself as it is stored.

import { html, nothing } from "../lit.js";
import { ask, listAt, lists, regionNames } from "../api.js";
import { timeline } from "../timeline.js";
import { facts, remarks } from "../table.js";
import { both, named, t } from "../text.js";
import { listed } from "./list.js";

/** Of which kinds of records the gateway tells what happened to them. */
const TIMELINES = ["projects", "batches", "participants", "market", "retirements"];
const KIND = { market: "instruments" };

/** What a record is called: its name where it has one, else its number. */
const nameOf = (item) => item.name ?? item.title ?? item.design?.name;

/** The parts of its id, as the address has them. */
const partsOf = ({ id, second, third, fourth }) => [id, second, third, fourth].filter(Boolean);

const numberOf = (item, params) =>
  item.number && typeof item.number === "string" ? item.number : partsOf(params).join(" · ");

/** The record as it is stored: one click away. */
export const stored = (item) => html`
  <details class="stored">
    <summary>${t("record.stored")}</summary>
    <pre tabindex="0">${JSON.stringify(item, null, 2)}</pre>
  </details>`;

/** The lists below a record, each with its heading; those of which there is nothing are left out. */
export async function below(list, id, { signal, redraw, without = [] }) {
  const all = [...(await lists()).values()].filter((each) => each.open && each.path.startsWith(`${list.path}/{`) && !without.includes(each.noun));
  const parts = await Promise.all(
    all.map(async (each) => ({
      each,
      items: await listed({ list: each, path: each.path.replace(/\{[^}]*\}/, encodeURIComponent(id)), signal, redraw, caption: named(each.title) }),
    })));
  return () =>
    parts
      .filter(({ items }) => items.first.items.length > 0)
      .map(({ each, items }) => html`<section><h2>${both(each.title)}</h2>${items.view()}</section>`);
}

export async function show({ params, signal, draw }) {
  const [list] = await Promise.all([listAt(params.list), regionNames()]);
  const id = partsOf(params);
  const item = await ask([list.path, ...id.map(encodeURIComponent)].join("/"), signal);
  const name = nameOf(item);
  const title = name ? named(name) : `${named(list.title)} ${numberOf(item, params)}`;
  const redraw = () => draw(title, view());
  const [parts, happened] = await Promise.all([
    id.length === 1 ? below(list, params.id, { signal, redraw }) : () => [],
    TIMELINES.includes(list.path) ? timeline(KIND[list.path] ?? list.path, params.id, { signal, redraw }) : () => nothing,
  ]);
  const view = () => html`
    <p class="crumb"><a href=${`/${list.path}`}>${named(list.title)}</a></p>
    <h1>${name ? both(name) : title}</h1>
    <p>${name ? numberOf(item, params) : nothing} ${remarks(item)}</p>
    ${facts(list, item)}
    ${parts()}
    ${happened()}
    ${stored(item)}`;
  redraw();
}
