// SPDX-License-Identifier: Apache-2.0
// What was found for whatever was typed: what it is, where it is, and where there is more of its kind.

import { html, nothing } from "../lit.js";
import { ask, lists, withQuery } from "../api.js";
import { pageOf } from "../links.js";
import { go } from "../place.js";
import { both, named, t, word } from "../text.js";

/** Kinds of hits that are no lists of the catalogue. */
const OTHERS = ["serial", "instruction", "transaction", "block"];

/** The box, with what was typed before. */
export function searchBox(q) {
  const submit = (event) => {
    event.preventDefault();
    const text = new FormData(event.target).get("q").trim();
    if (text) {
      go(withQuery("/search", { q: text }));
    }
  };
  return html`
    <form class="search" role="search" @submit=${submit}>
      <label for="q">${t("search.label")}</label>
      <div>
        <input id="q" name="q" type="search" .value=${q} autocomplete="off" maxlength="300" required placeholder=${t("search.examples")}>
        <button>${t("search.find")}</button>
      </div>
    </form>`;
}

/** Where a hit is shown: what has no page of its own is shown as the API tells it. */
const address = (hit) => (hit.kind === "serial" ? `/serials/${encodeURIComponent(hit.id)}` : ["instruction", "transaction", "block"].includes(hit.kind) ? hit.at : hit.at && pageOf(hit.at));

export async function show({ query, signal, draw }) {
  const q = query.get("q")?.trim() ?? "";
  if (!q) {
    draw(t("search.title"), html`<h1>${t("search.title")}</h1>${searchBox("")}`);
    return;
  }
  const [found, all] = await Promise.all([ask(withQuery("search", { q }), signal), lists()]);
  const kinds = new Map([...all.values()].map((list) => [list.noun, named(list.title)]));
  const kind = (hit) => (OTHERS.includes(hit.kind) ? t(`kind.${hit.kind}`) : (kinds.get(hit.kind) ?? hit.kind));
  draw(t("search.of", q), html`
    <h1>${t("search.of", q)}</h1>
    ${searchBox(q)}
    ${found.items.length ? nothing : html`<p class="empty">${t("search.nothing")}</p>`}
    <ol class="hits">
      ${found.items.map((hit) => html`<li>
        <span class="kind">${kind(hit)}</span>
        <p>${address(hit) ? html`<a href=${address(hit)}>${both(hit.title)}</a>` : both(hit.title)}
          ${hit.training ? html`<span class="tag practice">${t("practice")}</span>` : nothing}</p>
        <p class="line">${hit.line.split(" · ").map(word).join(" · ")}
          ${hit.list ? html`<a href=${pageOf(hit.list)}>${t("search.belongs")}</a>` : nothing}</p>
      </li>`)}
    </ol>
    ${found.lists.length
      ? html`<ul class="more">${found.lists.map((each) => html`<li><a href=${pageOf(each.at)}>${t("search.more", kinds.get(each.kind) ?? each.kind)}</a></li>`)}</ul>`
      : nothing}`);
}
