// SPDX-License-Identifier: Apache-2.0
// A retirement: for whom, how many and which credits, and the certificate that proves it.

import { html, nothing } from "../lit.js";
import { ask, lists, regionNames, save } from "../api.js";
import { number } from "../format.js";
import { facts, remarks } from "../table.js";
import { timeline } from "../timeline.js";
import { both, named, t, word } from "../text.js";
import { stored } from "./record.js";

export async function show({ params, signal, draw }) {
  const [all] = await Promise.all([lists(), regionNames()]);
  const list = all.get("retirements");
  const item = await ask(`retirements/${encodeURIComponent(params.id)}`, signal);
  const certificate = `/api/v1/retirements/${encodeURIComponent(item.id)}/certificate`;
  const title = t("retirement.title", item.certificateNumber);
  const redraw = () => draw(title, view());
  const happened = await timeline("retirements", item.id, { signal, redraw });
  const view = () => html`
    <p class="crumb"><a href="/retirements">${named(list.title)}</a></p>
    <h1>${t("retirement.of")} ${both(item.beneficiary.name)}</h1>
    <p class="lead"><strong>${t("retirement.tonnes", number(item.quantity))}</strong> · ${word(item.purpose)} ${remarks(item)}</p>
    <blockquote>${item.statement}</blockquote>
    <section class="panel" aria-labelledby="certificate">
      <h2 id="certificate">${t("retirement.certificate")} <span class="code">${item.certificateNumber}</span></h2>
      <p>${t("retirement.about")}</p>
      <div class="tools">
        <button type="button" @click=${() => save(certificate, "application/pdf", `${item.certificateNumber}.pdf`)}>${t("retirement.pdf")}</button>
        <button type="button" class="quiet" @click=${() => save(certificate, "application/json", `${item.certificateNumber}.json`)}>${t("retirement.json")}</button>
        <a href=${certificate} target="_blank" rel="noopener">${t("retirement.page")}</a>
        <a href="/certificate">${t("retirement.check")}</a>
      </div>
    </section>
    ${facts(list, item)}
    ${item.beneficiaryId ? html`<p><a href=${`/retirements?beneficiaryId=${encodeURIComponent(item.beneficiaryId)}`}>${t("retirement.others")}</a></p>` : nothing}
    ${happened()}
    ${stored(item)}`;
  redraw();
}
