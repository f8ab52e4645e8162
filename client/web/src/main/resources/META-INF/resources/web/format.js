// SPDX-License-Identifier: Apache-2.0
// Numbers, days and amounts as people write them. Days are Beijing's, wherever the reader is.

import { tag } from "./text.js";

const ZONE = "Asia/Shanghai";
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const cache = new Map();

function cached(kind, options, make) {
  const key = `${kind} ${tag()} ${JSON.stringify(options)}`;
  if (!cache.has(key)) {
    cache.set(key, make());
  }
  return cache.get(key);
}

/** A whole or decimal number; decimals as many as it came with. */
export function number(value) {
  const text = String(value);
  const decimals = text.includes(".") ? Math.min(text.split(".")[1].length, 20) : 0;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  // A text goes to Intl as it is, so that no digit is lost on the way.
  return cached("n", options, () => new Intl.NumberFormat(tag(), options)).format(text);
}

/** Fen as yuan. */
export function yuan(fen) {
  const options = { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" };
  return cached("y", options, () => new Intl.NumberFormat(tag(), options)).format(fen / 100);
}

/** A moment as the day in Beijing, `2026-01-31`. */
export function day(instant) {
  const options = { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" };
  return cached("d", options, () => new Intl.DateTimeFormat("sv-SE", options)).format(new Date(instant));
}

/** A moment as day and time in Beijing, `2026-01-31 09:30:00`. */
export function moment(instant) {
  const options = {
    timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
  };
  return cached("m", options, () => new Intl.DateTimeFormat("sv-SE", options)).format(new Date(instant));
}

/** Whether a value is a moment as the API writes them. */
const isInstant = (value) => typeof value === "string" && INSTANT.test(value);

/** Members whose numbers are names rather than amounts: no thousands are set apart in them. */
const NAMES = /\/(vintage|year|firstYear|lastYear|version|number|index|block|round|line|trade)$/;

/** Members that have amounts as texts, since they have more digits than numbers hold. */
const AMOUNTS = /(hectares|tonnes|remainder|capacity|load|percent|amount|price|share|target|actual|score)$/i;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Whether a value is an amount, and not a name of digits. */
export const isAmount = (value, pointer) =>
  typeof value === "number" ? !NAMES.test(pointer) : AMOUNTS.test(pointer) && DECIMAL.test(value);

/** A plain value of a record as text. */
export function told(value, pointer = "") {
  if (isAmount(value, pointer)) {
    return number(value);
  }
  return isInstant(value) ? day(value) : String(value);
}

/** What a record has at a pointer of the catalogue: a list where the pointer has `*`, else one value. */
export function at(item, pointer) {
  const star = pointer.indexOf("/*");
  if (star < 0) {
    return steps(pointer).reduce((value, step) => value?.[step], item);
  }
  const list = at(item, pointer.slice(0, star));
  const rest = pointer.slice(star + 2);
  return (Array.isArray(list) ? list : Object.values(list ?? {})).map((each) =>
    rest.includes(",")
      ? rest.slice(1).split(",").map((member) => at(each, `/${member}`)).filter((value) => value !== undefined).join(" ")
      : at(each, rest));
}

const steps = (pointer) =>
  pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Ranges of serials as full numbers: `CN-…-1-7`. */
export const serials = (batch, ranges) => [ranges].flat().map((range) => `${batch}-${range}`);
