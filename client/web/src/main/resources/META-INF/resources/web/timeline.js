// SPDX-License-Identifier: Apache-2.0
// What happened to something, the first first; block and transaction of each act are one click away.

import { html, nothing } from "./lit.js";
import { ask, withQuery } from "./api.js";
import { day, moment, number } from "./format.js";
import { tell } from "./place.js";
import { both, named, t } from "./text.js";

const AT_ONCE = 50;

function act(item) {
  if (item.transfers) {
    const { count, firstDay, lastDay } = item.transfers;
    return html`<li><time>${firstDay === lastDay ? firstDay : `${firstDay} – ${lastDay}`}</time>
      <div><p>${t("timeline.transfers", number(count ?? 1))}</p></div></li>`;
  }
  return html`<li>
    <time datetime=${item.at}>${day(item.at)}</time>
    <div>
      <p><strong>${named(item.title)}</strong></p>
      ${item.participant ? html`<p class="by"><a href=${`/participants/${item.participant}`}>${both(item.name ?? { zh: item.participant, en: item.participant })}</a></p>` : nothing}
      ${item.serials?.length ? html`<p class="serials">${item.serials.map((each) => html`<a class="line" href=${`/serials/${each}`}>${each}</a>`)}</p>` : nothing}
      <details>
        <summary>${t("timeline.ledger")}</summary>
        <dl>
          <div><dt>${t("timeline.at")}</dt><dd>${moment(item.at)}</dd></div>
          <div><dt>${t("timeline.what")}</dt><dd>${named(item.summary)}</dd></div>
          <div><dt>${t("timeline.block")}</dt><dd>${item.block}</dd></div>
          <div><dt>${t("timeline.transaction")}</dt><dd class="code">${item.transactionId}</dd></div>
          <div><dt>${t("timeline.instruction")}</dt><dd class="code"><a href=${`/api/v1/instructions/${item.instruction}`}>${item.instruction}</a>
            ${item.signed ? html` · <a href=${item.signed}>${t("timeline.signed")}</a>` : nothing}</dd></div>
        </dl>
      </details>
    </div>
  </li>`;
}

/** Reads a timeline; the function that comes draws it. */
export async function timeline(kind, id, { signal, redraw }) {
  const path = `timelines/${kind}/${encodeURIComponent(id)}`;
  const first = await ask(withQuery(path, { limit: AT_ONCE }), signal);
  const items = [...first.items];
  let next = first.next;
  const more = async () => {
    const page = await ask(withQuery(path, { limit: AT_ONCE, cursor: next }), signal);
    items.push(...page.items);
    next = page.next;
    tell(t("list.shown", number(items.length)));
    redraw();
  };
  return () => html`
    <section aria-labelledby="timeline">
      <h2 id="timeline">${t("timeline.title")}</h2>
      ${items.length ? html`<ol class="timeline">${items.map(act)}</ol>` : html`<p class="empty">${t("timeline.nothing")}</p>`}
      ${next ? html`<p class="more"><button type="button" @click=${more}>${t("list.more")}</button></p>` : nothing}
    </section>`;
}
