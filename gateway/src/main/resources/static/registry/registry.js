// SPDX-License-Identifier: Apache-2.0
// The public registry in a browser: lists from the API, a search in each, and one serial number.

const API = "api/v1";

/** Text in both languages: the Chinese first, the English small below it. */
const both = (name) => (name ? [name.zh, name.en] : [""]);
const number = (value) => (value === undefined ? "" : Number(value).toLocaleString("en-US"));
const day = (time) => (time ? time.slice(0, 10) : "");
const training = (item) => (item.training ? ["练习", "training"] : [""]);

/** Each list: its title, what its search looks in, and its columns. */
const LISTS = {
  projects: {
    title: "项目 Projects",
    search: ["q", "项目名称或编号 Name or number"],
    columns: [
      ["编号 Number", (p) => [p.number ?? "—"]],
      ["名称 Name", (p) => both(p.design.name)],
      ["状态 State", (p) => [p.state]],
      ["区划 Region", (p) => [p.design.region]],
      ["方法学 Methodology", (p) => [`${p.design.methodology.id} ${p.design.methodology.version}`]],
      ["面积（公顷） ha", (p) => number(p.design.areaHectares)],
      ["签发 Issued (t)", (p) => number(p.totals?.issued)],
      ["注销 Retired (t)", (p) => number(p.totals?.retired)],
      ["", training],
    ],
  },
  batches: {
    title: "签发 Issuances",
    search: ["project", "项目编号 Project number"],
    columns: [
      ["日期 Date", (b) => [day(b.issuedAt)]],
      ["批次 Batch", (b) => [b.id]],
      ["年份 Vintage", (b) => [b.vintage]],
      ["签发 Issued (t)", (b) => number(b.issued)],
      ["持有 Held", (b) => number(b.totals?.held)],
      ["冻结 Frozen", (b) => number(b.totals?.frozen)],
      ["缓冲 Buffer", (b) => number(b.totals?.buffered)],
      ["注销 Retired", (b) => number(b.totals?.retired)],
      ["取消 Cancelled", (b) => number(b.totals?.cancelled)],
      ["", training],
    ],
  },
  retirements: {
    title: "注销 Retirements",
    search: ["beneficiary", "受益方 Beneficiary"],
    columns: [
      ["日期 Date", (r) => [day(r.at)]],
      ["受益方 Beneficiary", (r) => both(r.beneficiary.name)],
      ["数量 Quantity (t)", (r) => number(r.quantity)],
      ["用途 Purpose", (r) => [r.purpose]],
      ["项目 Project", (r) => [r.projectNumber]],
      ["年份 Vintage", (r) => [r.vintage]],
      ["证书 Certificate", (r) => [r.certificateNumber]],
      ["", training],
    ],
  },
  participants: {
    title: "主体 Participants",
    search: ["q", "名称或代码 Name or code"],
    columns: [
      ["代码 Code", (p) => [p.id]],
      ["名称 Name", (p) => both(p.name)],
      ["角色 Roles", (p) => [p.roles.join(", ")]],
      ["区划 Region", (p) => [p.region]],
      ["", (p) => (p.suspension ? ["已暂停", "suspended"] : [""])],
    ],
  },
  methodologies: {
    title: "方法学 Methodologies",
    search: ["q", "名称 Name"],
    columns: [
      ["版本 Version", (m) => [`${m.version.id} ${m.version.version}`]],
      ["名称 Name", (m) => both(m.name)],
      ["起 From", (m) => [m.validity.validFrom]],
      ["止 To", (m) => [m.validity.validTo ?? ""]],
      ["", training],
    ],
  },
};

const element = (id) => document.getElementById(id);
let shown = { name: "projects", text: "", next: undefined };

/** Asks the API; a problem document is thrown with both of its sentences. */
async function ask(path) {
  const answer = await fetch(`${API}/${path}`, { headers: { Accept: "application/json" } });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(`${body.titleZh} ${body.title} (${body.detail})`);
  }
  return body;
}

/** A cell. Numbers come as text, other values as their lines. */
function cell(value) {
  const td = document.createElement("td");
  if (typeof value === "string") {
    td.className = "number";
    td.textContent = value;
    return td;
  }
  const [first, second] = value;
  td.textContent = first ?? "";
  if (second) {
    const small = document.createElement("small");
    small.lang = "en";
    small.textContent = second;
    td.append(small);
  }
  return td;
}

function query(more) {
  const [parameter] = LISTS[shown.name].search;
  const parameters = new URLSearchParams();
  if (shown.text) {
    parameters.set(parameter, shown.text);
  }
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
      row.append(...list.columns.map(([, value]) => cell(value(item))));
      element("rows").append(row);
    }
    shown.next = page.next;
    element("more").hidden = !page.next;
    element("caption").textContent = `${list.title}: ${number(page.total)}`;
  } catch (failure) {
    element("problem").textContent = failure.message;
  }
}

function open() {
  const name = location.hash.slice(1);
  shown = { name: name in LISTS ? name : "projects", text: "", next: undefined };
  const list = LISTS[shown.name];
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${shown.name}`) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  element("what").textContent = list.search[1];
  element("text").value = "";
  element("columns").replaceChildren(
    ...list.columns.map(([title]) => {
      const th = document.createElement("th");
      th.scope = "col";
      th.textContent = title;
      return th;
    }),
  );
  element("csv").href = `${API}/${shown.name}`;
  load(false);
}

element("search").addEventListener("submit", (event) => {
  event.preventDefault();
  shown = { name: shown.name, text: element("text").value.trim(), next: undefined };
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

element("serial").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const credit = await ask(`serials/${encodeURIComponent(element("number").value.trim())}`);
    const ending = credit.retirement ?? credit.cancellation ?? "";
    const mark = training(credit).join(" ");
    element("credit").textContent = `${credit.status} · ${credit.projectNumber} · ${credit.vintage} ${mark} ${ending}`;
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
