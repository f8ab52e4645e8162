// SPDX-License-Identifier: Apache-2.0
// The public registry in a browser: lists from the API, a search in each, and one serial number.

const API = "api/v1";

/** What a cell has: its lines, the second and further ones small, and what kind of text they are. */
const lines = (kind, ...texts) => ({ kind, texts });

/** Text in both languages: the Chinese first, the English small below it. */
const both = (name) => lines("text", name?.zh, name?.en);
const amount = (value) => (value === undefined ? "" : Number(value).toLocaleString("en-US"));
const number = (value) => lines("number", amount(value));

/** The API has times in UTC; the registry's days are Beijing's, eight hours ahead all year. */
const BEIJING_MS = 8 * 60 * 60 * 1000;
const day = (time) => lines("day", time && new Date(Date.parse(time) + BEIJING_MS).toISOString().slice(0, 10));

/** What must not be overlooked in a row: that it is for practice, and what was stated to be wrong in it. */
const remarks = (item) => lines(
  "text",
  ...(item.suspension ? ["已暂停", "suspended"] : []),
  ...(item.training ? ["练习", "training"] : []),
  ...(item.corrections ?? []).flatMap(({ statement }) => [`更正：${statement.zh}`, `Correction: ${statement.en}`]),
);

const PURPOSES = ["", "VOLUNTARY", "COMPLIANCE", "EVENT", "JUDICIAL_RESTORATION"];
const STATUSES = { HELD: "持有 held", BUFFERED: "缓冲 in the buffer", RETIRED: "已注销 retired", CANCELLED: "已取消 cancelled" };

/** A project is named by its number or its id, or by some text of its name. */
const project = (text) => (/^(gcst?-|[0-9a-f]{8}-)/i.test(text) ? "project" : "projectName");

/** Each list: its title, the fields of its search (parameter, title, choices), and its columns. */
const LISTS = {
  projects: {
    title: "项目 Projects",
    search: [["q", "项目名称或编号 Name or number"]],
    columns: [
      ["编号 Number", (p) => [p.number ?? "—"]],
      ["名称 Name", (p) => both(p.design.name)],
      ["状态 State", (p) => (p.state === "PUBLICITY" && p.publicityTo ? [p.state, `公示至 to ${p.publicityTo}`] : [p.state])],
      ["区划 Region", (p) => [p.design.region]],
      ["方法学 Methodology", (p) => [`${p.design.methodology.id} ${p.design.methodology.version}`]],
      ["面积（公顷） ha", (p) => number(p.design.areaHectares)],
      ["签发 Issued (t)", (p) => number(p.totals?.issued)],
      ["注销 Retired (t)", (p) => number(p.totals?.retired)],
      ["", remarks],
    ],
  },
  batches: {
    title: "签发 Issuances",
    search: [
      [project, "项目名称或编号 Project"],
      ["vintage", "年份 Vintage"],
      ["ownerName", "项目业主 Project owner"],
    ],
    columns: [
      ["日期（北京时间） Date (Beijing)", (b) => day(b.issuedAt)],
      ["批次 Batch", (b) => [b.id]],
      ["年份 Vintage", (b) => [b.vintage]],
      ["签发 Issued (t)", (b) => number(b.issued)],
      ["持有 Held", (b) => number(b.totals?.held)],
      ["缓冲 Buffer", (b) => number(b.totals?.buffered)],
      ["注销 Retired", (b) => number(b.totals?.retired)],
      ["取消 Cancelled", (b) => number(b.totals?.cancelled)],
      ["", remarks],
    ],
  },
  retirements: {
    title: "注销 Retirements",
    search: [
      [project, "项目名称或编号 Project"],
      ["vintage", "年份 Vintage"],
      ["purpose", "用途 Purpose", PURPOSES],
      ["holderName", "注销方 Retired by"],
      ["beneficiary", "受益方 Beneficiary"],
    ],
    columns: [
      ["日期（北京时间） Date (Beijing)", (r) => day(r.at)],
      ["受益方 Beneficiary", (r) => both(r.beneficiary.name)],
      ["数量 Quantity (t)", (r) => number(r.quantity)],
      ["用途 Purpose", (r) => [r.purpose]],
      ["项目 Project", (r) => [r.projectNumber]],
      ["年份 Vintage", (r) => [r.vintage]],
      ["证书 Certificate", (r) => [r.certificateNumber]],
      ["", remarks],
    ],
  },
  participants: {
    title: "主体 Participants",
    search: [["q", "名称或代码 Name or code"]],
    columns: [
      ["代码 Code", (p) => [p.id]],
      ["名称 Name", (p) => both(p.name)],
      ["角色 Roles", (p) => [p.roles.join(", ")]],
      ["区划 Region", (p) => [p.region]],
      ["", remarks],
    ],
  },
  methodologies: {
    title: "方法学 Methodologies",
    search: [["q", "名称或编号 Name or id"]],
    columns: [
      ["版本 Version", (m) => [`${m.version.id} ${m.version.version}`]],
      ["名称 Name", (m) => both(m.name)],
      ["起 From", (m) => [m.validity.validFrom]],
      ["止 To", (m) => [m.validity.validTo ?? ""]],
      ["", remarks],
    ],
  },
};

const element = (id) => document.getElementById(id);
let shown = { name: "projects", asked: [], next: undefined };

/** Asks the API; a problem document is thrown in both of its languages. */
async function ask(path) {
  const answer = await fetch(`${API}/${path}`, { headers: { Accept: "application/json" } });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(`${body.titleZh}（${body.detailZh}）${body.title} (${body.detail})`);
  }
  return body;
}

/** A cell under a heading; a list of texts is of no special kind. */
function cell(title, value) {
  const td = document.createElement("td");
  td.setAttribute("role", "cell");
  td.dataset.title = title;
  const { kind, texts } = Array.isArray(value) ? lines("", ...value) : value;
  td.className = kind;
  texts.filter(Boolean).forEach((text, i) => {
    const line = document.createElement(i === 0 ? "span" : "small");
    line.textContent = text;
    td.append(line);
  });
  return td;
}

function query(more) {
  const parameters = new URLSearchParams(shown.asked);
  if (more) {
    parameters.set("cursor", shown.next);
  }
  const text = parameters.toString();
  return shown.name + (text ? `?${text}` : "");
}

async function load(more) {
  const list = LISTS[shown.name];
  const asked = shown;
  try {
    const page = await ask(query(more));
    if (asked !== shown) {
      return; // Another list was chosen meanwhile.
    }
    element("problem").textContent = "";
    if (!more) {
      element("rows").replaceChildren();
    }
    for (const item of page.items) {
      const row = document.createElement("tr");
      row.setAttribute("role", "row");
      row.append(...list.columns.map(([title, value]) => cell(title, value(item))));
      element("rows").append(row);
    }
    shown.next = page.next;
    element("more").hidden = !page.next;
    element("caption").textContent = `${list.title}: ${amount(page.total)}`;
  } catch (failure) {
    element("problem").textContent = failure.message;
  }
}

/** A field of the search: free text, or one of some values. */
function field(title, choices) {
  const label = document.createElement("label");
  const input = document.createElement(choices ? "select" : "input");
  if (choices) {
    input.append(...choices.map((choice) => new Option(choice, choice)));
  } else {
    input.type = "search";
    input.autocomplete = "off";
  }
  label.append(title, input);
  return label;
}

/** What was asked for, as parameters of the list. */
function asked() {
  const texts = [...element("fields").querySelectorAll("input, select")].map((input) => input.value.trim());
  return LISTS[shown.name].search
    .map(([parameter], i) => [typeof parameter === "string" ? parameter : parameter(texts[i]), texts[i]])
    .filter(([, text]) => text);
}

function open() {
  const name = location.hash.slice(1);
  shown = { name: name in LISTS ? name : "projects", asked: [], next: undefined };
  const list = LISTS[shown.name];
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${shown.name}`) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  element("fields").replaceChildren(...list.search.map(([, title, choices]) => field(title, choices)));
  element("columns").replaceChildren(
    ...list.columns.map(([title]) => {
      const th = document.createElement("th");
      th.scope = "col";
      th.setAttribute("role", "columnheader");
      th.textContent = title;
      return th;
    }),
  );
  element("csv").href = `${API}/${shown.name}`;
  load(false);
}

element("search").addEventListener("submit", (event) => {
  event.preventDefault();
  shown = { name: shown.name, asked: asked(), next: undefined };
  load(false);
});

element("more").addEventListener("click", () => load(true));

element("csv").addEventListener("click", async (event) => {
  event.preventDefault();
  const answer = await fetch(`${API}/${query(false)}`, { headers: { Accept: "text/csv" } });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `${shown.name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
});

/** What became of one block, or of what a certificate is about, as lines. */
async function fate(text) {
  if (/^r-/i.test(text)) {
    const retirement = await ask(`retirements/${encodeURIComponent(text)}`);
    return [
      `${retirement.certificateNumber}: ${amount(retirement.quantity)} t · ${retirement.projectNumber} · ${retirement.vintage}`,
      ...both(retirement.beneficiary.name).texts,
      ...remarks(retirement).texts,
    ];
  }
  const block = await ask(`serials/${encodeURIComponent(text)}`);
  return [
    ...block.parts.map((part) => `${part.serial}: ${STATUSES[part.status] ?? part.status} ${part.retirement ?? part.cancellation ?? ""}`),
    `${block.projectNumber} · ${block.vintage}`,
    ...remarks(block).texts,
  ];
}

element("serial").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    // A file has several blocks in a cell, with semicolons between.
    const texts = element("number").value.split(/[;；\s]+/).filter(Boolean);
    const told = (await Promise.all(texts.map(fate))).flat();
    element("credit").replaceChildren(
      ...told.filter(Boolean).map((line) => {
        const div = document.createElement("div");
        div.textContent = line;
        return div;
      }),
    );
  } catch (failure) {
    element("credit").textContent = failure.message;
  }
});

addEventListener("hashchange", open);
open();
ask("status")
  .then((status) => {
    element("status").textContent = status.founded
      ? `账本高度 ledger height ${status.height}，已读至 read up to block ${status.projectedBlock}`
      : "登记系统尚未创立 The registry is not founded yet";
  })
  .catch((failure) => {
    element("problem").textContent = failure.message;
  });
