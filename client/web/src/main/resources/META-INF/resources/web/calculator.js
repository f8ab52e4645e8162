// SPDX-License-Identifier: Apache-2.0
// What two regions would have of acting together, beside what each has alone: computed by the gateway, written nowhere.

import { html, nothing } from "./lit.js";
import { Problem, send } from "./api.js";
import { number, yuan } from "./format.js";
import { tell } from "./place.js";
import { t, word } from "./text.js";

const OF_ALL = [["years", "10"], ["discountPercent", "5"], ["low", "6000"], ["middle", "9000"], ["high", "12000"]];
const OF_REGION = [["region", ""], ["areaHectares", "10000"], ["tonnesPerHectare", "2"], ["managementFenPerHectare", "2000"], ["compensationFenPerHectare", "0"], ["monitoringFen", "20000000"], ["feePerMille", "6"], ["startFen", "50000000"]];
const OF_JOINT = [["monitoringFen", "25000000"], ["feePerMille", "6"], ["startFen", "70000000"], ["extraTonnes", "0"]];
const TEXTS = ["region", "discountPercent", "areaHectares", "tonnesPerHectare", "extraTonnes"];

const fields = (part, of) => html`<fieldset><legend>${t(`value.${part}`)}</legend><div class="fields">
  ${of.map(([name, usual]) => html`<div class="field"><label for=${`${part}-${name}`}>${t(`value.${name}`)}</label>
    <input id=${`${part}-${name}`} name=${`${part}-${name}`} value=${usual} inputmode=${name === "region" ? nothing : "decimal"} list=${name === "region" ? "regions-known" : nothing} required></div>`)}
</div></fieldset>`;

/** Decimal numbers are texts, whole ones are numbers. */
function read(form, part, of) {
  return Object.fromEntries(of.map(([name]) => {
    const text = form.elements[`${part}-${name}`].value.trim();
    return [name, TEXTS.includes(name) ? text : Number(text)];
  }));
}

function body(form) {
  const { low, middle, high, ...rest } = read(form, "all", OF_ALL);
  return {
    ...rest,
    prices: { low, middle, high },
    regions: ["one", "other"].map((part) => read(form, part, OF_REGION)),
    joint: read(form, "joint", OF_JOINT),
  };
}

const SUMS = ["separate", "joint", "added"];
const NUMBERS = ["tonnes", "revenueFen", "feesFen", "compensationFen", "costFen", "npvFen"];
const amount = (name, value) => (value === undefined ? "–" : /Fen$/.test(name) ? yuan(Number(value)) : number(value));

const outcome = (told) => html`<div class="table" role="region" tabindex="0" aria-label=${t("value.outcome")}><table>
  <caption>${t("value.outcome")}</caption>
  <thead><tr><th scope="col">${t("value.price")}</th><th scope="col">${t("value.what")}</th>${NUMBERS.map((each) => html`<th scope="col" class="number">${word(each)}</th>`)}</tr></thead>
  <tbody>${told.prices.flatMap((at) => SUMS.map((sums) => html`<tr>
    <th scope="row">${yuan(at.priceFen)}</th><td>${t(`value.${sums}`)}</td>
    ${NUMBERS.map((each) => html`<td class="number">${amount(each, at[sums][each])}</td>`)}
  </tr>`))}</tbody>
</table></div>`;

/** The form and what came of it; the function that comes draws it. */
export function calculator(redraw) {
  let told;
  let problem;
  const submit = async (event) => {
    event.preventDefault();
    try {
      told = await send("coordination/value", body(event.target));
      problem = undefined;
      tell(t("value.outcome"));
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      problem = failure;
      tell(failure.title);
    }
    redraw();
  };
  return () => html`<section aria-labelledby="value">
    <h2 id="value">${t("value.title")}</h2>
    <p class="note">${t("value.about")}</p>
    <form class="calculator" @submit=${submit}>
      ${fields("all", OF_ALL)} ${fields("one", OF_REGION)} ${fields("other", OF_REGION)} ${fields("joint", OF_JOINT)}
      <button>${t("value.compute")}</button>
    </form>
    ${problem ? html`<p class="problem">${problem.title} ${problem.detail ?? nothing}</p>` : nothing}
    ${told ? outcome(told) : nothing}
  </section>`;
}
