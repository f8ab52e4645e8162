// SPDX-License-Identifier: Apache-2.0
// A goal of regions: its tree of targets, its tasks, and the room in which it was consulted on and voted.

import { html, nothing } from "../lit.js";
import { ask, lists, pages, regionNames } from "../api.js";
import { bar, figure } from "../figures.js";
import { day, number } from "../format.js";
import { both, named, t, word } from "../text.js";
import { below, stored } from "./record.js";

const NUMBERS = ["turnoutPercent", "votesFor", "votesAgainst", "votesAbstaining", "daysToDecide", "tasksOnTimePercent", "proposalsAdoptedPercent", "breaches"];

/** Targets of one indicator and year as a tree: a region's stand below those of the one that it has its share of. */
function branch(targets, parent, names) {
  const here = targets.filter((each) => (each.parent ?? "") === parent);
  return here.length ? html`<ul>${here.map((each) => html`<li>
    <p><a href=${`/regions/${each.region}`}>${named(names.get(each.region)) || each.region}</a> <strong class="figure">${number(each.value)}</strong>
      ${each.numbers?.shareOfParentPercent?.value ? html`· ${t("goal.share")} ${figure(each.numbers.shareOfParentPercent, "", "%")} ${bar(each.numbers.shareOfParentPercent.value / 100, t("goal.share"))}` : nothing}
      ${each.numbers?.coveragePercent?.value ? html`· ${t("goal.covered")} ${figure(each.numbers.coveragePercent, "", "%")}` : nothing}
      ${each.breach ? html`<span class="tag warning">${word(each.breach.kind)} ${number(each.breach.children)} / ${number(each.breach.parent)}</span>` : nothing}</p>
    ${each.region === parent ? nothing : branch(targets, each.region, names)}
  </li>`)}</ul>` : nothing;
}

/** What criteria call an indicator. */
const indicatorOf = (id, indicators) => named(indicators.get(id)) || id;

function tree(goal, told, names, indicators) {
  const known = new Map((told.targets ?? []).map((each) => [`${each.indicator} ${each.year} ${each.region}`, each]));
  const targets = goal.targets.map((each) => ({ ...each, ...known.get(`${each.indicator} ${each.year} ${each.region}`) }));
  const inside = (each) => targets.some((other) => other.indicator === each.indicator && other.year === each.year && other.region === each.parent);
  const groups = Map.groupBy(targets.map((each) => ({ ...each, parent: inside(each) ? each.parent : "" })), (each) => `${each.indicator} ${each.year}`);
  return groups.size ? html`<section aria-labelledby="tree">
    <h2 id="tree">${t("goal.tree")}</h2>
    ${[...groups].map(([key, its]) => html`<div class="tree"><h3>${indicatorOf(key.split(" ")[0], indicators)} · ${key.split(" ")[1]}</h3>${branch(its, "", names)}</div>`)}
  </section>` : nothing;
}

const tasks = (goal, names) => goal.tasks.length ? html`<section aria-labelledby="tasks">
  <h2 id="tasks">${t("goal.tasks")}</h2>
  <ul>${goal.tasks.map((each) => html`<li>${named(each.title)} · <a href=${`/regions/${each.owner}`}>${named(names.get(each.owner)) || each.owner}</a> · ${t("goal.due", each.due)}</li>`)}</ul>
  <p><a href=${`/goal-tasks?goal=${goal.id}`}>${t("goal.progress")}</a></p>
</section>` : nothing;

const plans = (goal, names) => goal.plans.length ? html`<section aria-labelledby="plans">
  <h2 id="plans">${t("goal.plans")}</h2>
  <ul>${goal.plans.map((each) => html`<li><a href=${`/regions/${each.region}`}>${named(names.get(each.region)) || each.region}</a> · ${word(each.explicitness)}</li>`)}</ul>
  ${goal.milestones.length ? html`<ol class="timeline">${goal.milestones.map((each) => html`<li><time>${each.due}</time><div>${named(each.title)}</div></li>`)}</ol>` : nothing}
</section>` : nothing;

export async function show({ params, signal, draw }) {
  const all = await lists();
  const goal = await ask(`goals/${encodeURIComponent(params.id)}`, signal);
  const redraw = () => draw(named(goal.title), view());
  const [names, criteria, told, room] = await Promise.all([
    regionNames(), pages("criteria", signal), ask(`coordination/goal-tree?goal=${goal.id}`, signal), below(all.get("goals"), goal.id, { signal, redraw }),
  ]);
  const indicators = new Map(criteria.toReversed().flatMap((each) => each.indicators.map((one) => [one.id, one.name])));
  const view = () => html`
    <p class="crumb"><a href="/goals">${named(all.get("goals").title)}</a></p>
    <h1>${both(goal.title)}</h1>
    <p class="lead">${word(goal.kind)} <span class="tag">${word(goal.state)}</span> · ${t("goal.proposed", day(goal.at))} · ${t("goal.lastDay", goal.lastDay)}
      ${goal.revises ? html`· <a href=${`/goals/${goal.revises}`}>${t("goal.revises")}</a>` : nothing}</p>
    <dl class="facts">
      ${NUMBERS.filter((each) => told.numbers[each]).map((each) => html`<div><dt>${t(`goal.${each}`)}</dt><dd>${figure(told.numbers[each])}</dd></div>`)}
      <div><dt>${t("goal.quorum")}</dt><dd>${told.quorumReached ? t("yes") : t("no")}</dd></div>
      <div><dt>${t("goal.voters")}</dt><dd>${goal.voters.map((each) => html`<span class="line">${named(names.get(each)) || each}: ${word(told.regions.find((one) => one.region === each)?.vote ?? "NO_VOTE")}</span>`)}</dd></div>
    </dl>
    ${tree(goal, told, names, indicators)} ${plans(goal, names)} ${tasks(goal, names)}
    ${room()}
    ${stored(goal)}`;
  redraw();
}
