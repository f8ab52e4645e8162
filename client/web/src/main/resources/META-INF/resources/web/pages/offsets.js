// SPDX-License-Identifier: Apache-2.0
// The offset check: what a market would take of credits, and why not, before anybody buys them.

import { html, nothing } from "../lit.js";
import { ask, pages, withQuery } from "../api.js";
import { number } from "../format.js";
import { asked } from "../filters.js";
import { go } from "../place.js";
import { language, named, t, word } from "../text.js";

const BASES = ["confirmedEmissions", "issued", "toSurrender"];

const field = (name, label, query, type = "text") => html`<div class="field">
  <label for=${name}>${label}</label>
  <input id=${name} name=${name} type=${type} .value=${query.get(name) ?? ""} autocomplete="off" inputmode=${type === "number" ? "numeric" : nothing}>
</div>`;

function form(markets, query) {
  const submit = (event) => {
    event.preventDefault();
    const { tonnes, of, ...parameters } = asked(event.target);
    go(withQuery("/offsets", { ...parameters, of, tonnes }));
  };
  return html`<form class="filters" @submit=${submit}>
    <div class="field"><label for="market">${t("offsets.market")}</label>
      <select id="market" name="market" required>${markets.map((each) => html`<option value=${each.market} ?selected=${each.market === query.get("market")}>${each.market} ${named(each.name)}</option>`)}</select></div>
    ${field("year", t("offsets.year"), query, "number")}
    ${field("of", t("offsets.of"), query)}
    ${field("tonnes", t("offsets.tonnes"), query, "number")}
    <details ?open=${BASES.some((each) => query.has(each))}>
      <summary>${t("offsets.bases")}</summary>
      <div class="fields">${BASES.map((each) => field(each, t(`offsets.${each}`), query, "number"))}</div>
    </details>
    <div class="buttons"><button>${t("offsets.ask")}</button></div>
  </form>`;
}

const reason = (each) => language() === "zh" ? html`${each.detailZh} <small>${each.remedyZh}</small>` : html`${each.detail} <small>${each.remedy}</small>`;

const answered = (answer) => html`
  <section class="panel" aria-labelledby="answer">
    <h2 id="answer">${t("offsets.answer", number(answer.usableTonnes))}</h2>
    <p>${named(answer.rule?.name)} ${answer.rule ? html`<span class="tag">${word(answer.rule.status)}</span>
      <a href=${`/offset-rules/${answer.market}/${answer.rule.version}`}>${t("offsets.row", answer.rule.version)}</a>` : nothing} · ${answer.year}</p>
    <ul>${answer.credits.map((each) => html`<li>
      <strong>${each.credits}</strong> ${t(each.eligible ? "offsets.eligible" : "offsets.notEligible")} · ${t("offsets.usable", number(each.usableTonnes), number(each.tonnes))}
      ${each.bindingCap ? t("offsets.binding", each.bindingCap) : nothing}
      <ul>${(each.reasons ?? []).map((why) => html`<li>${reason(why)} <span class="code">${why.code}</span></li>`)}</ul>
    </li>`)}</ul>
    ${answer.caps?.length ? html`<div class="table"><table>
      <caption>${t("offsets.caps")} ${t(`offsets.basis.${answer.basis}`)}</caption>
      <thead><tr><th scope="col">${t("offsets.cap")}</th>${["limit", "used", "left"].map((each) => html`<th scope="col" class="number">${t(`offsets.${each}`)}</th>`)}</tr></thead>
      <tbody>${answer.caps.map((cap) => html`<tr><th scope="row">${cap.cap}</th>${["limit", "used", "left"].map((each) => html`<td class="number">${cap[each] === undefined ? "–" : number(cap[each])}</td>`)}</tr>`)}</tbody>
    </table></div>` : nothing}
    ${answer.rule?.unread?.length ? html`<p class="problem">${t("offsets.unread")} ${answer.rule.unread.join(" ")}</p>` : nothing}
  </section>`;

export async function show({ query, signal, draw }) {
  const [markets, rules] = await Promise.all([pages("offset-markets", signal), pages("offset-rules", signal)]);
  const names = new Map(rules.toReversed().map((rule) => [rule.market, rule.name]));
  const wanted = query.get("market") && query.get("year");
  const parameters = Object.fromEntries([...query].filter(([name]) => ["market", "year", ...BASES].includes(name)));
  const credits = query.get("of") && query.get("tonnes") ? `${query.get("of")}:${query.get("tonnes")}` : undefined;
  const answer = wanted ? await ask(withQuery("offsets/check", { ...parameters, credits }), signal) : undefined;
  draw(t("offsets.title"), html`
    <h1>${t("offsets.title")}</h1>
    <p class="lead">${t("offsets.about")}</p>
    ${form(markets.map((each) => ({ ...each, name: names.get(each.market) })), query)}
    ${answer ? answered(answer) : nothing}
    <p><a href="/offset-rules">${t("offsets.rules")}</a></p>`);
}
