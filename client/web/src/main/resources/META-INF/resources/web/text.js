// SPDX-License-Identifier: Apache-2.0
// Every word of the pages, in the language that the reader has chosen. Names that are on the ledger are in both
// languages, and are shown in both: the chosen one first.

import { html, nothing } from "./lit.js";

export const LANGUAGES = ["zh", "en"];
const TAGS = { zh: "zh-CN", en: "en" };
const REMEMBERED = "language";

let words = {};
let chosen = "zh";

/** The language in which pages are: `zh` or `en`. */
export const language = () => chosen;

/** The same as a tag for `lang` and `Intl`. */
export const tag = () => TAGS[chosen];

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null; // Storage may be forbidden; the language is then asked of the browser each time.
  }
}

/** Loads the words of a language; of the one that was chosen before, or the browser's, where none is named. */
export async function choose(wanted) {
  const first = wanted ?? remembered() ?? (navigator.language.startsWith("zh") ? "zh" : "en");
  const next = LANGUAGES.includes(first) ? first : "zh";
  const answer = await fetch(`/web/words/${next}.json`);
  words = await answer.json();
  chosen = next;
  document.documentElement.lang = tag();
  if (wanted) {
    try {
      localStorage.setItem(REMEMBERED, next);
    } catch {
      // As above.
    }
  }
}

/** A text by its key, with what stands in the place of `{0}`, `{1}` in it. */
export function t(key, ...values) {
  const text = words[key];
  if (text === undefined) {
    throw new Error(`no text ${key} in ${chosen}`);
  }
  return text.replace(/\{(\d)\}/g, (_, i) => values[Number(i)]);
}

/** A code of the registry in words; codes that have none are shown as they are. */
export const word = (code) => words[`code.${code}`] ?? code;

/** A name on the ledger, in the chosen language only: for titles, attributes and headings. */
export const named = (name) => (name ? (name[chosen] ?? name.zh ?? name.en) : "");

/** A name on the ledger in both languages, the other one small beneath. */
export function both(name) {
  if (!name) {
    return nothing;
  }
  const other = LANGUAGES.find((each) => each !== chosen);
  return name[other] && name[other] !== name[chosen]
    ? html`<span class="name">${named(name)}<small lang=${TAGS[other]}>${name[other]}</small></span>`
    : html`<span class="name">${named(name)}</span>`;
}
