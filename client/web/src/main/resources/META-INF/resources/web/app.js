// SPDX-License-Identifier: Apache-2.0
// Starts the pages and goes from one to the next. Every page has an address of its own, and what is looked for is in
// it, so that it can be sent to others and gone back to.

import { html, nothing, render } from "./lit.js";
import { noPage, Problem } from "./api.js";
import { go, opens, tell } from "./place.js";
import { choose, language, LANGUAGES, t } from "./text.js";

/** The parts of the registry, as most people look for them. */
const PARTS = [
  ["/projects", "nav.projects"],
  ["/batches", "nav.credits"],
  ["/retirements", "nav.retirements"],
  ["/market", "nav.market"],
  ["/offsets", "nav.offsets"],
  ["/coordination", "nav.coordination"],
  ["/certificate", "nav.check"],
  ["/lists", "nav.lists"],
];

/** A page that takes longer than this says that it is being read. */
const PATIENCE_MS = 250;

const main = document.getElementById("main");
let pages = [];
let leaving = new AbortController();

/** The address of the page that is open, without the place in it. */
let shown = "";
const here = () => location.pathname + location.search;

/** An address of the list as what it matches, with the names of its parts. */
function compiled({ path, page }) {
  const names = [];
  const pattern = path.replace(/\{(\w+)\}/g, (_, name) => {
    names.push(name);
    return "([^/]+)";
  });
  return { page, names, pattern: new RegExp(`^${pattern}$`), fixed: path.split("/").filter((part) => !part.startsWith("{")).length };
}

/** The page of an address: the one that names most of it, as the gateway chooses. */
function find(path) {
  for (const { page, names, pattern } of pages) {
    const found = pattern.exec(path);
    if (found) {
      return { page, params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1])])) };
    }
  }
  return undefined;
}

function frame() {
  const part = `/${location.pathname.split("/")[1]}`;
  const other = LANGUAGES.find((each) => each !== language());
  render(
    html`
      <a class="brand" href="/">${t("title.short")}<small lang=${other === "en" ? "en" : "zh-CN"}>${t("title.other")}</small></a>
      <nav aria-label=${t("nav.label")}>
        <ul>
          ${PARTS.map(([at, key]) => html`<li><a href=${at} aria-current=${part === at ? "page" : nothing}>${t(key)}</a></li>`)}
        </ul>
      </nav>
      <button type="button" class="quiet" lang=${other === "en" ? "en" : "zh-CN"} @click=${() => change(other)}>
        ${t("language.other")}
      </button>`,
    document.getElementById("top"),
  );
  render(
    html`
      <p>${t("foot.beijing")}</p>
      <ul>
        <li><a href="/swagger-ui.html">${t("foot.api")}</a></li>
        <li><a href="/api/v1/errors">${t("foot.codes")}</a></li>
        <li><a href="/api/v1/status">${t("foot.status")}</a></li>
      </ul>`,
    document.getElementById("foot"),
  );
  document.querySelector(".skip").textContent = t("skip");
}

async function change(wanted) {
  await choose(wanted);
  frame();
  await open({ moved: false });
  tell(t("language.changed"));
}

function drawProblem(failure) {
  const problem = failure instanceof Problem ? failure : new Problem({ code: "PAGE", title: t("problem.page"), titleZh: t("problem.page") });
  if (!(failure instanceof Problem)) {
    console.error(failure);
  }
  const heading = problem.isNotFound ? t("problem.nothing") : t("problem.title");
  draw(heading, html`
    <h1>${heading}</h1>
    <div class="problem" role="alert">
      <p>${problem.title}</p>
      ${problem.detail ? html`<p>${problem.detail}</p>` : nothing}
      <p class="code">${problem.document.code ?? nothing}</p>
    </div>
    <p><button type="button" @click=${() => open({ moved: true })}>${t("problem.again")}</button> <a href="/">${t("nav.home")}</a></p>`);
}

function draw(title, view) {
  document.title = title === t("title") ? title : `${title} · ${t("title")}`;
  render(view, main);
  main.removeAttribute("aria-busy");
}

/** Shows the page at the present address. */
async function open({ moved }) {
  leaving.abort();
  const leave = new AbortController();
  leaving = leave;
  shown = here();
  frame();
  const found = find(location.pathname);
  const waiting = setTimeout(() => {
    main.setAttribute("aria-busy", "true");
    tell(t("loading"));
  }, PATIENCE_MS);
  try {
    if (!found) {
      throw noPage();
    }
    const { show } = await import(`./pages/${found.page}.js`);
    await show({
      params: found.params,
      query: new URLSearchParams(location.search),
      signal: leave.signal,
      // What comes after the reader has gone on is not shown any more.
      draw: (title, view) => {
        if (!leave.signal.aborted) {
          clearTimeout(waiting);
          draw(title, view);
        }
      },
    });
  } catch (failure) {
    if (leave.signal.aborted) {
      return;
    }
    drawProblem(failure);
  } finally {
    clearTimeout(waiting);
  }
  if (moved && !leave.signal.aborted) {
    scrollTo(0, 0);
    const heading = main.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    tell(document.title);
  }
}

/** A link to a page of ours is followed without loading everything anew. */
function follow(event) {
  const link = event.target.closest?.("a[href]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) {
    return;
  }
  const address = new URL(link.href, location.href);
  if (address.origin === location.origin && !(address.hash && address.pathname === location.pathname) && find(address.pathname)) {
    event.preventDefault();
    go(address.pathname + address.search);
  }
}

async function start() {
  const [list] = await Promise.all([fetch("/web/pages.json").then((answer) => answer.json()), choose()]);
  opens(open);
  pages = list.map(compiled).sort((a, b) => b.fixed - a.fixed);
  document.addEventListener("click", follow);
  addEventListener("popstate", () => here() !== shown && open({ moved: true }));
  await open({ moved: false });
}

start();
