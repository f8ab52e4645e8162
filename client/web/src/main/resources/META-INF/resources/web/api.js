// SPDX-License-Identifier: Apache-2.0
// The API of the gateway that served the page: the only one that pages ask.

import { language, t } from "./text.js";

const ROOT = "/api/v1";

/** What went wrong, as the gateway says it in both languages, or why it could not be asked. */
export class Problem extends Error {
  constructor(document) {
    super(document.code ?? document.title);
    this.document = document;
  }

  /** What happened and what to do, in the language of the page. */
  get title() {
    return language() === "zh" ? this.document.titleZh : this.document.title;
  }

  get detail() {
    return language() === "zh" ? this.document.detailZh : this.document.detail;
  }

  get isNotFound() {
    return this.document.status === 404;
  }
}

function unreachable() {
  return new Problem({ code: "UNREACHABLE", title: t("api.unreachable"), titleZh: t("api.unreachable") });
}

async function answerOf(path, options) {
  let answer;
  try {
    answer = await fetch(path.startsWith("/") ? path : `${ROOT}/${path}`, options);
  } catch (failure) {
    throw failure.name === "AbortError" ? failure : unreachable();
  }
  if (answer.ok) {
    return answer;
  }
  const type = answer.headers.get("Content-Type") ?? "";
  throw type.includes("problem+json") ? new Problem(await answer.json()) : unreachable();
}

/** Asks for JSON below the API's root. */
export async function ask(path, signal) {
  const answer = await answerOf(path, { headers: { Accept: "application/json, application/geo+json;q=0.9" }, signal });
  return answer.json();
}

/** The same, or nothing where there is no such thing. */
export async function tryAsk(path, signal) {
  try {
    return await ask(path, signal);
  } catch (failure) {
    if (failure instanceof Problem && failure.isNotFound) {
      return undefined;
    }
    throw failure;
  }
}

/** Sends JSON to be computed with; nothing is written. */
export async function send(path, body, signal) {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  const answer = await answerOf(path, { method: "POST", headers, body: JSON.stringify(body), signal });
  return answer.json();
}

/** Bytes of a file. */
export async function file(path, type, signal) {
  const answer = await answerOf(path, { headers: { Accept: type }, signal });
  return new Uint8Array(await answer.arrayBuffer());
}

/** Gives a file to the reader's computer. */
export async function save(path, type, name) {
  const url = URL.createObjectURL(new Blob([await file(path, type)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

let catalogue;

/** Which lists there are, by their addresses: asked once. */
export function lists() {
  catalogue ??= ask("lists").then(
    (all) => new Map(all.items.map((list) => [list.path, list])),
    (failure) => {
      catalogue = undefined; // Asked again the next time.
      throw failure;
    },
  );
  return catalogue;
}

/** What is answered where there is no page, in the form in which the gateway would say it. */
export const noPage = () => new Problem({ status: 404, code: "NOT_FOUND", title: t("problem.noPage"), titleZh: t("problem.noPage") });

/** The list at an address of ours; whatever else stands there is no page. */
export async function listAt(path) {
  const list = (await lists()).get(path);
  if (!list?.open) {
    throw noPage();
  }
  return list;
}

let divisions;
const known = new Map();

/** The name of a division, of those that have been asked for; absent where it has none. */
export const knownRegion = (code) => known.get(code);

/** Names of administrative divisions, by code: asked once, page by page. */
export function regionNames() {
  divisions ??= pages("regions").then(
    (all) => {
      all.forEach((each) => known.set(each.code, each.name));
      return known;
    },
    (failure) => {
      divisions = undefined;
      throw failure;
    },
  );
  return divisions;
}

/** All items of a short list. */
export async function pages(path, signal) {
  const all = [];
  let next;
  do {
    const page = await ask(withQuery(path, { limit: 200, ...(next && { cursor: next }) }), signal);
    all.push(...page.items);
    next = page.next;
  } while (next);
  return all;
}

/** A path with parameters; those that are empty are left out. */
export function withQuery(path, parameters) {
  const [base, given = ""] = path.split("?");
  const query = new URLSearchParams(given);
  Object.entries(parameters).forEach(([name, value]) => value !== undefined && value !== "" && query.set(name, value));
  const text = query.toString();
  return text ? `${base}?${text}` : base;
}
