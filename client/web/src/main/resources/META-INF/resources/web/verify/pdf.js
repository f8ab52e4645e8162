// SPDX-License-Identifier: Apache-2.0
// The one file that is attached to a certificate printed as PDF. What the page of the PDF says is not looked at.

import { must } from "./bytes.js";

/** Larger than a certificate's file is allowed to become. */
const BYTES_MOST = 8 * 1024 * 1024;
const CONTENT_MOST = 4 * 1024 * 1024;

export const isPdf = (bytes) => String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-";

/** Names may be written with numbers for their characters. */
const plain = (dictionary) => dictionary.replace(/#([0-9A-Fa-f]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));

/** Streams with their dictionaries, whatever refers to them. */
function* streams(bytes) {
  const file = new TextDecoder("latin1").decode(bytes);
  const start = /\d+ \d+ obj\s*(<<(?:(?!endobj|stream)[\s\S])*>>)\s*stream\r?\n/g;
  for (let found = start.exec(file); found; found = start.exec(file)) {
    const dictionary = plain(found[1]);
    const [, length] = /\/Length (\d+)(?! \d+ R)\b/.exec(dictionary) ?? [];
    must(length !== undefined, "PDF", "broken");
    const [from, to] = [start.lastIndex, start.lastIndex + Number(length)];
    must(/^\s*endstream/.test(file.slice(to, to + 20)), "PDF", "broken");
    start.lastIndex = to;
    yield { dictionary, content: bytes.subarray(from, to) };
  }
}

async function inflated(content) {
  const reader = new Blob([content]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const parts = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      must(length <= CONTENT_MOST, "PDF", "large");
      parts.push(part.value);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * The attached file.
 *
 * @throws Refused `PDF` for one that is encrypted, broken or too large, or has no attached file or more than one
 */
export async function attached(bytes) {
  must(bytes.length <= BYTES_MOST, "PDF", "large");
  const all = [...streams(bytes)];
  must(!all.some(({ dictionary }) => dictionary.includes("/Encrypt")), "PDF", "encrypted");
  const files = all.filter(({ dictionary }) => /\/Type\s*\/EmbeddedFile\b/.test(dictionary));
  must(files.length === 1, "PDF", files.length ? "several" : "none");
  const [{ dictionary, content }] = files;
  if (!dictionary.includes("/Filter")) {
    return content;
  }
  must(/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dictionary) && !dictionary.includes("/DecodeParms"), "PDF", "broken");
  try {
    return await inflated(content);
  } catch (failure) {
    must(failure.reason !== undefined, "PDF", "broken");
    throw failure;
  }
}
