// SPDX-License-Identifier: Apache-2.0
// A region's year: its scorecard, what came of earlier gaps, its economy, and who is responsible.

import { html, nothing } from "../lit.js";
import { ask, regionNames, tryAsk, withQuery } from "../api.js";
import { chart, colours } from "../chart.js";
import { bar, figure, percent, sources } from "../figures.js";
import { number } from "../format.js";
import { divisions, outline, within } from "../map.js";
import { go } from "../place.js";
import { both, named, t, word } from "../text.js";
import { years } from "./coordination.js";

const TREND_YEARS = 4;

const value = (text, unit) => (text === undefined ? nothing : html`${number(text)} <small>${unit === "1" ? "" : unit}</small>`);

const indicator = (each) => html`<tr>
  <th scope="row" data-title=${t("scorecard.indicator")}>${named(each.name)} ${sources(each.from)}</th>
  <td data-title=${t("scorecard.group")}>${word(each.group)}</td>
  <td data-title=${t("scorecard.target")} class="number">${value(each.target, each.unit)}</td>
  <td data-title=${t("scorecard.actual")} class="number">${each.actual === undefined ? word(each.unknown) : value(each.actual, each.unit)}</td>
  <td data-title=${t("scorecard.attainment")} class="number">${each.attainment ? html`${percent(each.attainment * 100)} ${bar(each.attainment, t("scorecard.attainment"))}` : word(each.unscored)}</td>
  <td data-title=${t("scorecard.gap")} class="number">${each.gapPercent ? percent(each.gapPercent) : "–"}</td>
  <td data-title=${t("scorecard.weight")} class="number">${percent(each.weightPerMille / 10)}</td>
</tr>`;

const HEADINGS = ["indicator", "group", "target", "actual", "attainment", "gap", "weight"];

const scorecard = (year) => html`
  <section aria-labelledby="scorecard">
    <h2 id="scorecard">${t("scorecard.title", year.year)}</h2>
    <p class="lead"><strong>${year.score ? t("scorecard.points", number(Number(year.score).toFixed(1))) : t("scorecard.noScore")}</strong>
      · ${t("scorecard.coverage")} ${percent(year.coveragePercent)}
      ${year.award ? html` · <span class="tag">${named(year.award.name)}</span> ${t("scorecard.award", percent(year.award.budgetPerMille / 10), percent(year.award.quotaPerMille / 10))}` : nothing}
      ${year.freshnessDays === undefined ? nothing : html` · ${t("scorecard.fresh", number(year.freshnessDays))}`}</p>
    ${year.coupling ? html`<p>${t("scorecard.couplingIs")} D = ${number(Number(year.coupling.d).toFixed(3))} (C ${year.coupling.c ?? "–"}, T ${year.coupling.t}, U1 ${year.coupling.u1}, U2 ${year.coupling.u2}) · ${t("scorecard.degree", year.coupling.degree)}</p>` : nothing}
    <p><a href=${year.criteria}>${t("scorecard.criteria")}</a> ${year.assessment ? html`· <a href=${year.assessment}>${t("scorecard.assessment")}</a>` : nothing}</p>
    <div class="table" role="region" tabindex="0" aria-label=${t("scorecard.caption")}><table>
      <caption>${t("scorecard.caption")}</caption>
      <thead><tr>${HEADINGS.map((each, i) => html`<th scope="col" class=${i > 1 ? "number" : nothing}>${t(`scorecard.${each}`)}</th>`)}</tr></thead>
      <tbody>${year.indicators.map(indicator)}</tbody>
    </table></div>
  </section>`;

const economy = (told) => html`
  <section aria-labelledby="economy">
    <h2 id="economy">${t("economy.title", told.year)}</h2>
    <dl class="facts">${told.figures.map((each) => html`<div><dt>${named(each.name)}</dt>
      <dd>${figure({ value: each.value, missing: each.reason, from: each.from }, each.unit, /fen/.test(each.unit) || each.unit === "1" ? "" : each.unit)}</dd></div>`)}</dl>
  </section>`;

/** From a gap to new targets: the days of each step. */
const loop = (told) => html`
  <section aria-labelledby="loop">
    <h2 id="loop">${t("loop.title", told.year)}</h2>
    ${told.rounds.map((round) => html`
      <p>${round.closed ? t("loop.closed") : t("loop.open")} ${figure(round.daysInAll, "", t("loop.days"))}</p>
      <ol class="timeline">${round.steps.map((step) => html`<li><time>${step.day ?? "–"}</time><div><p>${word(step.step)} · ${figure(step.days, "", t("loop.days"))}</p></div></li>`)}</ol>
      ${round.revisions.map((each) => html`<p><a href=${`/goals/${each.goal}`}>${t("loop.revision")}</a> <span class="tag">${word(each.state)}</span></p>`)}`)}
  </section>`;

const directory = (told) => told.entries.length ? html`
  <section aria-labelledby="directory">
    <h2 id="directory">${t("directory.title", told.day)}</h2>
    <div class="table"><table>
      <caption>${t("directory.caption")}</caption>
      <thead><tr><th scope="col">${t("directory.function")}</th><th scope="col">${t("directory.responsible")}</th><th scope="col" class="number">${t("directory.level")}</th></tr></thead>
      <tbody>${told.entries.map((each) => html`<tr>
        <th scope="row">${word(each.function)} ${sources(each.from)}</th>
        <td>${each.responsible ? html`<a href=${`/participants/${each.responsible}`}>${each.responsible}</a>` : t("directory.nobody")}</td>
        <td class="number">${each.level ?? "–"}</td>
      </tr>`)}</tbody>
    </table></div>
  </section>` : nothing;

/** Counties with their credits; of regions whose outlines are there. */
const map = (file, region, totals, names) => {
  const part = within(file, region);
  return part ? divisions({
    file: part,
    names,
    values: new Map(totals.items.map((item) => [item.name, item.issued])),
    told: (value) => t("home.issuedIn", value),
    address: (code) => `/regions/${code}`,
    label: t("region.map"),
  }) : nothing;
};

/** Scores over the years. */
function trend(told) {
  const { ink, quiet, line, accent } = colours();
  const axis = { axisLine: { lineStyle: { color: quiet } }, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } } };
  return {
    grid: { left: 50, right: 20, top: 20, bottom: 30 },
    aria: { enabled: true, label: { description: t("scorecard.trend") } },
    xAxis: { type: "category", data: told.map((year) => String(year.year)), ...axis },
    yAxis: { min: 0, max: 100, ...axis },
    series: [{ type: "line", name: t("scorecard.score"), itemStyle: { color: accent }, data: told.map((year) => (year.score ? Number(Number(year.score).toFixed(1)) : null)), symbolSize: 9 }],
  };
}

export async function show({ params, query, signal, draw }) {
  const region = params.id;
  const year = query.get("year") ?? String(new Date().getFullYear() - 1);
  const [names, scored, told, round, responsible, counties, totals] = await Promise.all([
    regionNames(),
    ask(withQuery("coordination/scorecard", { region, from: String(year - TREND_YEARS), to: year }), signal),
    tryAsk(withQuery("coordination/economy", { region, year }), signal),
    tryAsk(withQuery("coordination/loop", { region, year }), signal),
    tryAsk(withQuery("coordination/directory", { region }), signal),
    outline("pilots"),
    ask(withQuery("totals", { by: "region", region: region === "000000" ? undefined : region }), signal),
  ]);
  const of = scored.years.find((each) => String(each.year) === year);
  const name = names.get(region) ?? scored.name;
  const some = scored.years.filter((each) => each.score);
  draw(named(name), html`
    <p class="crumb"><a href="/coordination">${t("coordination.title")}</a></p>
    <h1>${both(name)}</h1>
    <p>${region} · <a href=${`/projects?region=${region}`}>${t("nav.projects")}</a> · <a href=${`/goals?region=${region}`}>${t("goal.title")}</a>
      ${scored.plan ? html`· <a href=${scored.plan.from}>${t("region.plan", word(scored.plan.explicitness))}</a>` : nothing}</p>
    ${years(year, (chosen) => go(`/regions/${region}?year=${chosen}`))}
    ${map(counties, region, totals, names)}
    ${of ? scorecard(of) : html`<p class="empty">${t("scorecard.none", year)}</p>`}
    ${some.length > 1 ? html`<h3>${t("scorecard.trend")}</h3><div class="chart" id="trend"></div>` : nothing}
    ${told ? economy(told) : nothing}
    ${round ? loop(round) : nothing}
    ${responsible ? directory(responsible) : nothing}`);
  if (some.length > 1) {
    await chart(document.getElementById("trend"), trend(some), signal);
  }
}
