// SPDX-License-Identifier: Apache-2.0
// A version of a methodology: when it holds, and every number of its science with its source.

import { html, nothing } from "../lit.js";
import { ask, lists } from "../api.js";
import { facts, remarks } from "../table.js";
import { both, named, t, word } from "../text.js";
import { stored } from "./record.js";

const parameters = (all) => all?.length ? html`
  <section aria-labelledby="parameters">
    <h2 id="parameters">${t("methodology.parameters")}</h2>
    <div class="table" role="region" tabindex="0" aria-label=${t("methodology.sources")}><table>
      <caption>${t("methodology.sources")}</caption>
      <thead><tr>${["name", "value", "unit", "source"].map((each) => html`<th scope="col" class=${each === "value" ? "number" : nothing}>${t(`methodology.${each}`)}</th>`)}</tr></thead>
      <tbody>${all.map((each) => html`<tr>
        <th scope="row" data-title=${t("methodology.name")} class="code">${each.name}</th>
        <td data-title=${t("methodology.value")} class="number">${each.value}</td>
        <td data-title=${t("methodology.unit")}>${each.unit === "1" ? "–" : each.unit}</td>
        <td data-title=${t("methodology.source")}>${each.source}</td>
      </tr>`)}</tbody>
    </table></div>
  </section>` : nothing;

/** From where on something is unusual, and where that comes from. */
const rules = (all) => all?.length ? html`
  <section aria-labelledby="rules">
    <h2 id="rules">${t("flags.title")}</h2>
    <ul>${all.map((each) => html`<li><strong>${word(each.code)}</strong> ${word(each.severity)}
      ${each.limit ? html`· ${each.limit.value} ${each.limit.unit}` : nothing} <small>${each.source}</small></li>`)}</ul>
  </section>` : nothing;

export async function show({ params, signal, draw }) {
  const list = (await lists()).get("methodologies");
  const item = await ask(`methodologies/${encodeURIComponent(params.id)}/${encodeURIComponent(params.version)}`, signal);
  draw(named(item.name), html`
    <p class="crumb"><a href="/methodologies">${named(list.title)}</a></p>
    <h1>${both(item.name)}</h1>
    <p class="lead">${item.version.id} ${item.version.version}
      · ${item.validity.validTo ? t("methodology.validUntil", item.validity.validFrom, item.validity.validTo) : t("methodology.valid", item.validity.validFrom)} ${remarks(item)}</p>
    ${item.withdrawal ? html`<p class="problem">${t("methodology.withdrawn", item.withdrawal.from)}</p>` : nothing}
    <p><a href=${`/projects?methodology=${encodeURIComponent(item.version.id)}`}>${t("methodology.projects")}</a></p>
    ${facts(list, item)}
    ${parameters(item.science?.parameters)}
    ${rules(item.science?.plausibility?.rules)}
    ${stored(item)}`);
}
