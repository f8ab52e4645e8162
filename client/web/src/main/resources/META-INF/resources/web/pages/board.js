// SPDX-License-Identifier: Apache-2.0
// The market board: a card a project, with its vintages inside.

import { html, nothing } from "../lit.js";
import { ask, lists, pages } from "../api.js";
import { number, yuan } from "../format.js";
import { dayState, price } from "../prices.js";
import { both, named, t } from "../text.js";
import { exports } from "./list.js";

const row = (item) => html`<tr>
  <th scope="row" data-title=${t("market.vintage")}><a href=${`/market/${item.instrument}`}>${item.instrument.slice(-4)}</a></th>
  <td data-title=${t("market.last")} class="number">${price(item.day?.last, item.base)}</td>
  <td data-title=${t("market.base")} class="number">${yuan(item.base)}</td>
  <td data-title=${t("market.limits")} class="number">${item.limits ? `${yuan(item.limits.lowest)} – ${yuan(item.limits.highest)}` : nothing}</td>
  <td data-title=${t("market.volume")} class="number">${number(item.day?.listed?.tonnes ?? 0)}</td>
  <td data-title=${t("market.trades")} class="number">${number(item.day?.trades ?? 0)}</td>
  <td data-title=${t("market.state")}>${dayState(item)}</td>
</tr>`;

const HEADINGS = ["vintage", "last", "base", "limits", "volume", "trades", "state"];

function card(project, items) {
  const number = items[0].instrument.slice(0, -5);
  return html`<section class="panel">
    <h2><a href=${`/projects/${items[0].project}`}>${project ? both(project.design.name) : number}</a></h2>
    <p>${number} ${items[0].training ? html`<span class="tag practice">${t("practice")}</span>` : nothing}</p>
    <div class="table"><table>
      <caption>${t("market.byVintage")}</caption>
      <thead><tr>${HEADINGS.map((each, i) => html`<th scope="col" class=${i > 0 && i < 6 ? "number" : nothing}>${t(`market.${each}`)}</th>`)}</tr></thead>
      <tbody>${items.map(row)}</tbody>
    </table></div>
  </section>`;
}

export async function show({ signal, draw }) {
  const [all, items] = await Promise.all([lists(), pages("market", signal)]);
  const list = all.get("market");
  const byProject = Map.groupBy(items, (item) => item.project);
  const projects = new Map(
    await Promise.all([...byProject.keys()].map(async (id) => [id, await ask(`projects/${id}`, signal)])));
  draw(t("nav.market"), html`
    <h1>${t("nav.market")}</h1>
    <p class="lead">${t("market.about")}</p>
    <div class="tools">
      ${exports(list, "market")}
      <a href="/trades">${named(all.get("trades").title)}</a>
      <a href="/auctions">${named(all.get("auctions").title)}</a>
      <a href="/trading-rules">${named(all.get("trading-rules").title)}</a>
    </div>
    ${byProject.size ? [...byProject].map(([id, its]) => card(projects.get(id), its)) : html`<p class="empty">${t("list.empty")}</p>`}`);
}
