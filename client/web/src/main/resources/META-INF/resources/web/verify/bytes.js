// SPDX-License-Identifier: Apache-2.0
// Bytes, and the one accepted form of each text that stands for bytes.

/** What refuses a certificate: a reason, and where it is known a text with what stands in it. */
export class Refused extends Error {
  constructor(reason, detail) {
    super(`${reason} ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}

/** Refuses where something does not hold. */
export function must(holds, reason, detail) {
  if (!holds) {
    throw new Refused(reason, detail);
  }
}

const binary = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function decoded(text, reason) {
  try {
    return binary(atob(text));
  } catch {
    throw new Refused(reason, "base64");
  }
}

/** As text of one character a byte. */
const characters = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** Base64 has one form for the same bytes: another is an altered file. */
export function base64(text, reason = "ALTERED") {
  const bytes = decoded(text, reason);
  must(btoa(characters(bytes)) === text, reason, "base64");
  return bytes;
}

/** Bytes as base64url without padding. */
export const base64url = (bytes) => btoa(characters(bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

/** The bytes of base64url, in its one form. */
export function fromBase64url(text, reason) {
  const bytes = decoded(text.replaceAll("-", "+").replaceAll("_", "/"), reason);
  must(base64url(bytes) === text, reason, "base64url");
  return bytes;
}

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

export const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** UTF-8 that is UTF-8. */
export function text(bytes, reason = "ALTERED") {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused(reason, "UTF-8");
  }
}

export const utf8 = (string) => new TextEncoder().encode(string);

/** Texts as JSON writes them, with the digits of escapes as the ledger writes them. */
const quoted = (string) => JSON.stringify(string).replace(/\\(u[0-9a-f]{4}|.)/g, (escape) => (escape[1] === "u" ? `\\u${escape.slice(2).toUpperCase()}` : escape));

/** The registry's canonical JSON: members in order, nothing between them. */
export function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (value !== null && typeof value === "object") {
    const members = Object.keys(value).filter((name) => value[name] !== undefined).sort();
    return `{${members.map((name) => `${quoted(name)}:${canonical(value[name])}`).join(",")}}`;
  }
  return typeof value === "string" ? quoted(value) : String(value);
}

/** JSON, and nothing that two readers could read in two ways: it is in canonical form. */
export function json(bytes, reason) {
  const read = text(bytes, reason);
  let value;
  try {
    value = JSON.parse(read);
  } catch {
    throw new Refused(reason, "JSON");
  }
  must(canonical(value) === read, reason, "canonical");
  return value;
}
