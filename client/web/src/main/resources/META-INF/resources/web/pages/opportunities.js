// SPDX-License-Identifier: Apache-2.0
// What regions may do for each other, the most valuable first, and what acting together would be worth.

import { html, nothing } from "../lit.js";
import { ask, regionNames, withQuery } from "../api.js";
import { calculator } from "../calculator.js";
import { figure } from "../figures.js";
import { filters } from "../filters.js";
import { named, language, t, word } from "../text.js";

const KINDS = ["CREDITS", "EXCHANGE"];

/** What can be asked for, in the form of the catalogue's filters. */
const LIST = {
  filters: [
    { name: "region", kind: "REGION", title: { zh: "地区", en: "Region" } },
    { name: "kind", kind: "CHOICE", choices: KINDS, words: (kind) => t(`opportunities.${kind}`), title: { zh: "种类", en: "Kind" } },
    { name: "year", kind: "NUMBER", title: { zh: "履约年度", en: "Compliance year" } },
  ],
};

const row = (item, name) => html`<li class="panel">
  <h2>${name(item.fromRegion)} → ${name(item.toRegion)} <span class="tag">${t(`opportunities.${item.kind}`)}</span></h2>
  <p>${language() === "zh" ? item.reasonZh : item.reason}</p>
  <dl class="facts">${Object.entries(item.numbers).map(([key, each]) => html`<div><dt>${word(key)}</dt><dd>${figure(each, key)}</dd></div>`)}</dl>
</li>`;

export async function show({ query, signal, draw }) {
  const [names, found] = await Promise.all([regionNames(), ask(withQuery("coordination/opportunities", { ...Object.fromEntries(query), limit: 50 }), signal)]);
  const name = (code) => named(names.get(code)) || (code === "000000" ? t("region.nation") : code);
  const redraw = () => draw(t("opportunities.title"), view());
  const value = calculator(redraw);
  const view = () => html`
    <p class="crumb"><a href="/coordination">${t("coordination.title")}</a></p>
    <h1>${t("opportunities.title")}</h1>
    <p class="lead">${t("opportunities.about")}</p>
    ${filters({ list: LIST, query, regions: names })}
    ${found.items.length ? html`<ol class="hits">${found.items.map((item) => row(item, name))}</ol>` : html`<p class="empty">${t("list.empty")}</p>`}
    ${found.notShown ? html`<p class="note">${t("opportunities.notShown", found.notShown)}</p>` : nothing}
    ${value()}`;
  redraw();
}
