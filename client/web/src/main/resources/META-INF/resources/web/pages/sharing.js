// SPDX-License-Identifier: Apache-2.0
// How regions answer each other and the public, who is responsible, and what stands in the way.

import { html, nothing } from "../lit.js";
import { ask, lists, regionNames, withQuery } from "../api.js";
import { figure } from "../figures.js";
import { go } from "../place.js";
import { named, t, word } from "../text.js";
import { listed } from "./list.js";
import { years } from "./coordination.js";

const NOTICES = "notices";

/** What asked what of whom: a row and a column a region, and in each cell how much was answered in time. */
function matrix(rows, name) {
  const pairs = rows.filter((row) => row.fromRegion);
  const regions = [...new Set(pairs.flatMap((row) => [row.fromRegion, row.toRegion]))].sort();
  const cell = (from, to) => pairs.find((row) => row.fromRegion === from && row.toRegion === to)?.numbers.index;
  return regions.length ? html`<div class="table" role="region" tabindex="0" aria-label=${t("sharing.matrix")}><table>
    <caption>${t("sharing.matrix")}</caption>
    <thead><tr><th scope="col">${t("sharing.asks")}</th>${regions.map((to) => html`<th scope="col">${name(to)}</th>`)}</tr></thead>
    <tbody>${regions.map((from) => html`<tr><th scope="row">${name(from)}</th>${regions.map((to) => html`<td>${cell(from, to) ? figure(cell(from, to)) : "–"}</td>`)}</tr>`)}</tbody>
  </table></div>` : nothing;
}

const board = (rows, name) => rows.length ? html`<div class="table" role="region" tabindex="0" aria-label=${t("sharing.board")}><table>
  <caption>${t("sharing.board")}</caption>
  <thead><tr><th scope="col">${t("sharing.of")}</th><th scope="col">${t("sharing.numbers")}</th></tr></thead>
  <tbody>${rows.map((row) => html`<tr>
    <th scope="row">${word(row.kind)} ${row.fromRegion ? name(row.fromRegion) : nothing} → ${name(row.toRegion)} ${row.function ? word(row.function) : nothing}</th>
    <td><dl class="facts">${Object.entries(row.numbers).map(([key, each]) => html`<div><dt>${word(key)}</dt><dd>${figure(each, key)}</dd></div>`)}</dl></td>
  </tr>`)}</tbody>
</table></div>` : nothing;

const barriers = (told, year, name) => {
  const rows = told.board.rows.filter((row) => String(row.year) === year && row.numbers.publicScore?.value !== "0");
  return html`<section aria-labelledby="barriers">
    <h2 id="barriers">${t("barriers.title", year)}</h2>
    ${rows.length ? html`<ul>${rows.map((row) => html`<li><a href=${`/regions/${row.region}`}>${name(row.region)}</a> · ${t("barriers.score")} ${figure(row.numbers.publicScore)}</li>`)}</ul>` : html`<p class="empty">${t("barriers.none")}</p>`}
  </section>`;
};

export async function show({ query, signal, draw }) {
  const year = query.get("year") ?? String(new Date().getFullYear());
  const redraw = () => draw(t("sharing.title"), view());
  const today = new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const [all, names, told, blocked] = await Promise.all([
    lists(), regionNames(),
    ask(withQuery("coordination/sharing", { from: `${year}-01-01`, to: [`${year}-12-31`, today].sort()[0] }), signal),
    ask("coordination/barriers", signal),
  ]);
  const notices = await listed({ list: all.get(NOTICES), path: withQuery(NOTICES, { from: `${year}-01-01`, to: `${year}-12-31` }), signal, redraw });
  const name = (code) => named(names.get(code)) || code;
  const view = () => html`
    <p class="crumb"><a href="/coordination">${t("coordination.title")}</a></p>
    <h1>${t("sharing.title")}</h1>
    <p class="lead">${t("sharing.about")}</p>
    ${years(year, (chosen) => go(`/sharing?year=${chosen}`))}
    ${matrix(told.board.rows, name)} ${board(told.board.rows, name)}
    ${told.board.withheld.length ? html`<p class="note">${t("sharing.withheld", told.board.withheld.map(word).join(", "), told.board.voicesLeast ?? 0)}</p>` : nothing}
    <section aria-labelledby="notices"><h2 id="notices">${named(all.get(NOTICES).title)}</h2>${notices.view()}</section>
    ${barriers(blocked, year, name)}
    <p><a href="/mandates">${named(all.get("mandates").title)}</a></p>`;
  redraw();
}
