// SPDX-License-Identifier: Apache-2.0
// Every list that everybody may see, so that none is hidden because no page leads to it.

import { html } from "../lit.js";
import { lists } from "../api.js";
import { both, t } from "../text.js";

export async function show({ draw }) {
  const open = [...(await lists()).values()].filter((list) => list.open && !list.path.includes("{"));
  draw(t("lists.title"), html`
    <h1>${t("lists.title")}</h1>
    <p>${t("lists.about")}</p>
    <ul class="cards">
      ${open.map((list) => html`<li><a href=${`/${list.path}`}>${both(list.title)}</a></li>`)}
    </ul>`);
}
