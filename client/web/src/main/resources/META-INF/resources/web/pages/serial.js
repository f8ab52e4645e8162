// SPDX-License-Identifier: Apache-2.0
// One credit, or a block of them, and its whole life.

import { html, nothing } from "../lit.js";
import { ask } from "../api.js";
import { number } from "../format.js";
import { remarks } from "../table.js";
import { timeline } from "../timeline.js";
import { t, word } from "../text.js";
import { stored } from "./record.js";

export async function show({ params, signal, draw }) {
  const block = await ask(`serials/${encodeURIComponent(params.id)}`, signal);
  const title = t("serial.title", block.serial);
  const redraw = () => draw(title, view());
  const happened = await timeline("serials", block.serial, { signal, redraw });
  const view = () => html`
    <p class="crumb"><a href=${`/batches/${block.batch}`}>${block.batch}</a></p>
    <h1 class="code">${block.serial}</h1>
    <p>${t("serial.about", number(block.quantity), block.vintage)} ${remarks(block)}</p>
    <p>${t("serial.project")} <a href=${`/projects/${block.project}`}>${block.projectNumber}</a></p>
    <div class="table" role="region" tabindex="0" aria-label=${t("serial.parts")}>
      <table>
        <caption>${t("serial.parts")}</caption>
        <thead><tr><th scope="col">${t("serial.block")}</th><th scope="col" class="number">${t("serial.tonnes")}</th><th scope="col">${t("serial.status")}</th><th scope="col">${t("serial.by")}</th></tr></thead>
        <tbody>
          ${block.parts.map((part) => html`<tr>
            <th scope="row" class="code">${part.serial}</th>
            <td class="number">${number(part.quantity)}</td>
            <td>${word(part.status)}</td>
            <td>${part.retirement
              ? html`<a href=${`/retirements/${part.retirement}`}>${t("serial.retirement")}</a>`
              : part.cancellation ? html`<a href=${`/cancellations/${part.cancellation}`}>${t("serial.cancellation")}</a>` : nothing}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
    <p class="note">${t("serial.note")}</p>
    ${happened()}
    ${stored(block)}`;
  redraw();
}
