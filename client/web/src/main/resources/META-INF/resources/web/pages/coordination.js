// SPDX-License-Identifier: Apache-2.0
// Regions beside each other: who reached what it aimed at, and the ways to what they do together.

import { html, nothing } from "../lit.js";
import { ask, lists, regionNames, withQuery } from "../api.js";
import { bar, percent } from "../figures.js";
import { number } from "../format.js";
import { divisions, outline } from "../map.js";
import { go } from "../place.js";
import { named, t } from "../text.js";

const FIRST_YEAR = 2021;

/** A choice of years, the newest first. */
export function years(chosen, lead) {
  const now = new Date().getFullYear();
  const all = Array.from({ length: now - FIRST_YEAR + 1 }, (_, i) => String(now - i));
  return html`<form class="filters"><div class="field"><label for="year">${t("coordination.year")}</label>
    <select id="year" @change=${(event) => lead(event.target.value)}>${all.map((year) => html`<option value=${year} ?selected=${year === chosen}>${year}</option>`)}</select></div></form>`;
}

const row = (item) => html`<tr>
  <th scope="row" data-title=${t("home.province")}><a href=${`/regions/${item.region}?year=${item.year}`}>${named(item.name)}</a></th>
  <td data-title=${t("scorecard.score")} class="number">${item.score ? number(Number(item.score).toFixed(1)) : t("scorecard.noScore")} ${bar(item.score && item.score / 100, t("scorecard.score"))}</td>
  <td data-title=${t("scorecard.coverage")} class="number">${percent(item.coveragePercent)}</td>
  <td data-title=${t("scorecard.grade")}>${item.award ? named(item.award.name) : "–"}</td>
  <td data-title=${t("scorecard.coupling")} class="number">${item.coupling?.d ? number(Number(item.coupling.d).toFixed(3)) : "–"}</td>
</tr>`;

export async function show({ query, signal, draw }) {
  const year = query.get("year") ?? String(new Date().getFullYear() - 1);
  const [all, names, board] = await Promise.all([
    lists(), regionNames(),
    ask(withQuery("coordination/scorecard", { region: "000000", level: "PROVINCE", from: year, to: year, limit: 200 }), signal),
  ]);
  const scored = board.items.filter((item) => item.score);
  const others = board.items.length - scored.length;
  const view = (file) => html`
    <h1>${t("coordination.title")}</h1>
    <p class="lead">${t("coordination.about")}</p>
    <ul class="cards">
      <li><a href="/goals">${named(all.get("goals").title)}</a></li>
      <li><a href="/sharing">${t("sharing.title")}</a></li>
      <li><a href="/opportunities">${t("opportunities.title")}</a></li>
      <li><a href="/notices">${named(all.get("notices").title)}</a></li>
      <li><a href="/assessments">${named(all.get("assessments").title)}</a></li>
      <li><a href="/criteria">${named(all.get("criteria").title)}</a></li>
      <li><a href="/mandates">${named(all.get("mandates").title)}</a></li>
    </ul>
    ${years(year, (chosen) => go(`/coordination?year=${chosen}`))}
    <div class="beside">
      ${file ? divisions({
        file, names,
        values: new Map(scored.map((item) => [item.region, Math.round(item.score * 10) / 10])),
        told: (value) => t("scorecard.points", value),
        address: (code) => `/regions/${code}?year=${year}`,
        label: t("coordination.map", year),
      }) : nothing}
      <div>
        ${scored.length ? html`<div class="table"><table>
          <caption>${t("coordination.caption", year)}</caption>
          <thead><tr><th scope="col">${t("home.province")}</th><th scope="col" class="number">${t("scorecard.score")}</th><th scope="col" class="number">${t("scorecard.coverage")}</th><th scope="col">${t("scorecard.grade")}</th><th scope="col" class="number">${t("scorecard.coupling")}</th></tr></thead>
          <tbody>${scored.map(row)}</tbody>
        </table></div>` : html`<p class="empty">${t("coordination.none", year)}</p>`}
        ${others && scored.length ? html`<p class="note">${t("coordination.others", others)}</p>` : nothing}
      </div>
    </div>`;
  draw(t("coordination.title"), view());
  draw(t("coordination.title"), view(await outline()));
}
