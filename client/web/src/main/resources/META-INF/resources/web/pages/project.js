// SPDX-License-Identifier: Apache-2.0
// A project: what it is, where, what has become of it, how its tonnes were computed, and its credits.

import { html, nothing } from "../lit.js";
import { ask, lists, regionNames } from "../api.js";
import { explanation } from "../explanation.js";
import { day, number } from "../format.js";
import { land, outline } from "../map.js";
import { facts, remarks } from "../table.js";
import { timeline } from "../timeline.js";
import { both, named, t, word } from "../text.js";
import { below, stored } from "./record.js";

const digest = (key, value) => html`<li>${t(key)} <a class="code" href=${`/api/v1/documents/${value}`}>${value.slice(0, 16)}…</a></li>`;

/** What the paper says, by digest: the file is where its owner keeps it. */
const documents = (item, reports) => html`
  <section aria-labelledby="documents">
    <h2 id="documents">${t("project.documents")}</h2>
    <p class="note">${t("project.digests")}</p>
    <ul>
      ${digest("document.design", item.design.designDocument)}
      ${(item.design.tenureDocuments ?? []).map((each) => digest("document.tenure", each))}
      ${item.validation?.report ? digest("document.validation", item.validation.report) : nothing}
      ${reports.flatMap((report) => [...report.documents.map((each) => digest("document.monitoring", each)), report.verification?.report ? digest("document.verification", report.verification.report) : nothing])}
    </ul>
  </section>`;

const flags = (item) => item.flags?.length
  ? html`<section aria-labelledby="flags">
      <h2 id="flags">${t("flags.title")}</h2>
      <p class="note">${t("flags.about")}</p>
      <ul>${item.flags.map((flag) => html`<li><strong>${word(flag.code)}</strong> ${word(flag.severity)} ${flag.stratum ?? nothing}
        <ul>${(flag.figures ?? []).map((each) => html`<li>${each.name} ${each.value} ${each.unit === "1" ? nothing : each.unit}</li>`)}</ul></li>`)}</ul>
    </section>`
  : nothing;

/** A column a vintage: how many tonnes, and where they are. */
function vintages(batches) {
  const parts = ["issued", "held", "buffered", "retired", "cancelled"];
  return html`
    <section aria-labelledby="vintages">
      <h2 id="vintages">${t("project.credits")}</h2>
      ${batches.length
        ? html`<div class="table"><table>
            <caption>${t("project.byVintage")}</caption>
            <thead><tr><th scope="col">${t("project.vintage")}</th><th scope="col">${t("project.batch")}</th>${parts.map((each) => html`<th scope="col" class="number">${t(`totals.${each}`)}</th>`)}</tr></thead>
            <tbody>${batches.map((batch) => html`<tr>
              <th scope="row">${batch.vintage}</th>
              <td class="code"><a href=${`/batches/${batch.id}`}>${batch.id}</a></td>
              <td class="number">${number(batch.issued)}</td>
              ${parts.slice(1).map((each) => html`<td class="number">${number(batch.totals[each])}</td>`)}
            </tr>`)}</tbody>
          </table></div>`
        : html`<p class="empty">${t("project.noCredits")}</p>`}
    </section>`;
}

function stages(all) {
  const ended = all.items.filter((stage) => stage.count > 0);
  return ended.length
    ? html`<section aria-labelledby="stages">
        <h2 id="stages">${t("stages.title")}</h2>
        <div class="table"><table>
          <caption>${t("stages.caption")}</caption>
          <thead><tr><th scope="col">${t("stages.stage")}</th><th scope="col" class="number">${t("stages.count")}</th><th scope="col" class="number">${t("stages.median")}</th><th scope="col" class="number">${t("stages.ninetieth")}</th><th scope="col" class="number">${t("stages.promised")}</th></tr></thead>
          <tbody>${ended.map((stage) => html`<tr>
            <th scope="row">${named(stage.name)}</th>
            <td class="number">${number(stage.count)}</td>
            <td class="number">${stage.workingDays ? number(stage.workingDays.median) : named(stage.noWorkingDays)}</td>
            <td class="number">${stage.workingDays ? number(stage.workingDays.ninetieth) : nothing}</td>
            <td class="number">${stage.promisedWorkingDays ? number(stage.promisedWorkingDays.most) : named(stage.noPromise)}</td>
          </tr>`)}</tbody>
        </table></div>
      </section>`
    : nothing;
}

const monitoring = (reports, trees) => reports.length
  ? html`<section aria-labelledby="reports">
      <h2 id="reports">${t("project.reports")}</h2>
      ${reports.map((report, i) => html`<article class="panel">
        <h3><a href=${`/reports/${report.id}`}>${report.period.from} – ${report.period.to}</a> <span class="tag">${word(report.state)}</span></h3>
        <p><strong>${number(report.tonnes)}</strong> tCO2e · ${t("project.submitted", day(report.submittedAt))}
          ${report.verification ? html` · ${t("project.verified", day(report.verification.at))} ${word(report.verification.opinion)}` : nothing}</p>
        ${flags(report)}
        ${trees[i]()}
      </article>`)}
    </section>`
  : nothing;

export async function show({ params, signal, draw }) {
  const all = await lists();
  const item = await ask(`projects/${encodeURIComponent(params.id)}`, signal);
  const redraw = () => draw(named(item.design.name), view());
  const [names, reports, batches, days, boundary, happened, parts] = await Promise.all([
    regionNames(),
    ask(`projects/${item.id}/reports?limit=50`, signal),
    ask(`batches?project=${item.id}&limit=200`, signal),
    ask(`stages?region=${item.design.region.slice(0, 2)}0000${item.training ? "&training=true" : ""}`, signal),
    ask(`projects/${item.id}/${item.outlines ? "outlines" : "boundary"}`, signal),
    timeline("projects", item.id, { signal, redraw }),
    below(all.get("projects"), item.id, { signal, redraw, without: ["history"] }),
  ]);
  const trees = reports.items.map((report) => explanation(report.id, redraw));
  const geometries = (boundary.features ?? [boundary]).map((each) => each.geometry);
  const region = named(names.get(item.design.region)) || item.design.region;
  let file;
  const view = () => html`
    <p class="crumb"><a href="/projects">${named(all.get("projects").title)}</a></p>
    <h1>${both(item.design.name)}</h1>
    <p class="lead">${item.number ?? nothing} <span class="tag">${word(item.state)}</span>
      <a href=${`/regions/${item.design.region}`}>${region}</a> · ${t("project.hectares", number(item.design.areaHectares))} ${remarks(item)}</p>
    <ul class="counters">
      ${["issued", "buffered", "retired", "cancelled"].map((each) => html`<li><strong>${number(item.totals[each] ?? 0)}</strong> ${t(`totals.${each}`)}</li>`)}
    </ul>
    ${file ? land({ file, geometries, label: t("project.land", region) }) : nothing}
    ${facts(all.get("projects"), item)}
    ${flags(item)}
    ${vintages(batches.items)}
    ${monitoring(reports.items, trees)}
    ${parts()}
    ${stages(days)}
    ${documents(item, reports.items)}
    ${happened()}
    ${stored(item)}`;
  redraw();
  file = await outline();
  redraw();
}
