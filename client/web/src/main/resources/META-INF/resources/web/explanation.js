// SPDX-License-Identifier: Apache-2.0
// How the tonnes of a report follow from its data: a tree that unfolds from the result down to each datum and its source.

import { html, nothing } from "./lit.js";
import { ask } from "./api.js";
import { number } from "./format.js";
import { named, t } from "./text.js";

/** The lines that no other line uses: the results. */
function results(lines) {
  const used = new Set(lines.flatMap((line) => line.inputs.map((input) => input.line)));
  return lines.filter((line) => !used.has(line.number));
}

const figure = (each) => html`<span class="symbol">${each.symbol}</span> = <strong class="figure">${number(each.value)}</strong> ${each.unit === "1" ? nothing : each.unit}`;

function node(line, all, equations) {
  const equation = equations.get(line.equation);
  return html`<details>
    <summary>${figure(line)}</summary>
    ${equation ? html`<p class="equation">${named(equation.name)} <code>${equation.formula}</code></p>` : nothing}
    <ul>
      ${line.inputs.map((input) => html`<li>
        ${input.line
          ? node(all.get(input.line), all, equations)
          : html`${figure(input)} <small>${input.name ? named(input.name) : t(`origin.${input.origin}`)}${input.source ? ` · ${input.source}` : ""}</small>`}
      </li>`)}
    </ul>
  </details>`;
}

/** Reads and draws it where it is unfolded. */
export function explanation(report, redraw) {
  let told;
  let failed;
  const unfold = async (event) => {
    if (event.target.open && !told) {
      try {
        told = await ask(`reports/${report}/explanation`);
      } catch (failure) {
        failed = failure;
      }
      redraw();
    }
  };
  const tree = () => {
    const all = new Map(told.lines.map((line) => [line.number, line]));
    const equations = new Map(told.equations.map((each) => [each.id, each]));
    return results(told.lines).map((line) => html`<div class="tree">${node(line, all, equations)}</div>`);
  };
  return () => html`<details class="explanation" @toggle=${unfold}>
    <summary>${t("explanation.title")}</summary>
    ${told ? tree() : failed ? html`<p class="problem">${failed.title ?? t("problem.page")}</p>` : nothing}
  </details>`;
}
