// SPDX-License-Identifier: Apache-2.0
// The first page: one box for whatever somebody has in hand, what there is in numbers, and where.

import { html, nothing } from "../lit.js";
import { ask, regionNames } from "../api.js";
import { number } from "../format.js";
import { divisions, outline } from "../map.js";
import { named, t } from "../text.js";
import { searchBox } from "./search.js";

const sum = (items, member) => items.reduce((total, item) => total + (item[member] ?? 0), 0);

const counter = (key, value, at) => html`<li><a href=${at}><strong>${number(value)}</strong> ${t(key)}</a></li>`;

export async function show({ signal, draw }) {
  const [status, totals, projects, names] = await Promise.all([
    ask("status", signal),
    ask("totals?by=province", signal),
    ask("projects?state=REGISTERED&limit=1", signal),
    regionNames(),
  ]);
  const view = (file) => html`
    <h1>${t("title")}</h1>
    <p class="lead">${t("home.lead")}</p>
    ${searchBox("")}
    ${status.founded ? nothing : html`<p class="problem">${t("home.notFounded")}</p>`}
    <ul class="counters" aria-label=${t("home.counters")}>
      ${counter("home.projects", projects.total, "/projects?state=REGISTERED")}
      ${counter("home.issued", sum(totals.items, "issued"), "/batches")}
      ${counter("home.retired", sum(totals.items, "retired"), "/retirements")}
      ${counter("home.buffered", sum(totals.items, "buffered"), "/buffers")}
    </ul>
    <section aria-labelledby="where">
      <h2 id="where">${t("home.where")}</h2>
      <div class="beside">
        ${file
          ? divisions({
              file,
              names,
              values: new Map(totals.items.map((item) => [item.name, item.issued])),
              told: (value) => t("home.issuedIn", value),
              address: (code) => `/projects?region=${code}`,
              label: t("home.map"),
            })
          : nothing}
        <div class="table">
          <table>
            <caption>${t("home.table")}</caption>
            <thead>
              <tr>
                <th scope="col">${t("home.province")}</th>
                ${["issued", "held", "buffered", "retired"].map((each) => html`<th scope="col" class="number">${t(`totals.${each}`)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${totals.items.map((item) => html`<tr>
                <th scope="row"><a href=${`/projects?region=${item.name}`}>${named(names.get(item.name)) || item.name}</a></th>
                ${["issued", "held", "buffered", "retired"].map((each) => html`<td class="number">${number(item[each])}</td>`)}
              </tr>`)}
            </tbody>
          </table>
        </div>
      </div>
    </section>
    <p class="height">${t("home.height", number(status.height), number(status.projectedBlock))}</p>`;
  draw(t("title"), view());
  draw(t("title"), view(await outline()));
}
