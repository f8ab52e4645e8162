// SPDX-License-Identifier: Apache-2.0
// Certificates of peers and of their authorities: what a certificate of a retirement needs of X.509, strictly.

import { hex, must, Refused, same, text } from "./bytes.js";

const OID = { ou: "55040b", p256: "2a8648ce3d030107", ecdsaSha256: "2a8648ce3d040302", keyUsage: "551d0f", constraints: "551d13" };
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const KNOWN = [OID.keyUsage, OID.constraints, "551d0e", "551d23", "551d25", "551d11"];
const P256 = { name: "ECDSA", namedCurve: "P-256" };

/** One element of DER: its tag, what is in it, and all of it. */
function element(bytes, start = 0) {
  const bad = () => new Refused("BAD_ENDORSEMENT", "DER");
  let at = start + 2;
  let length = bytes[start + 1];
  if (length === undefined) {
    throw bad();
  }
  if (length >= 0x80) {
    const count = length & 0x7f;
    if (count === 0 || count > 3 || bytes[at] === 0) {
      throw bad();
    }
    length = bytes.subarray(at, at + count).reduce((sum, byte) => sum * 256 + byte, 0);
    at += count;
    if (length < 0x80 || (count > 1 && length < 256 ** (count - 1))) {
      throw bad();
    }
  }
  if (at + length > bytes.length) {
    throw bad();
  }
  return { tag: bytes[start], content: bytes.subarray(at, at + length), whole: bytes.subarray(start, at + length) };
}

function elements(bytes) {
  const all = [];
  for (let at = 0; at < bytes.length; at += all.at(-1).whole.length) {
    all.push(element(bytes, at));
  }
  return all;
}

const number = (bytes) => BigInt(`0x${hex(bytes) || "0"}`);

function time({ tag, content }) {
  const read = text(content);
  const digits = tag === 0x17 ? (Number(read.slice(0, 2)) < 50 ? "20" : "19") + read : read;
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits) ?? [];
  must(year, "BAD_ENDORSEMENT", "DER");
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** A certificate from DER. */
export function certificate(der) {
  const all = element(der);
  must(all.whole.length === der.length, "BAD_ENDORSEMENT", "DER");
  const [signed, algorithm, signature] = elements(all.content);
  const parts = elements(signed.content);
  const [serial, inner, issuer, validity, subject, key] = parts[0].tag === 0xa0 ? parts.slice(1) : parts;
  must(same(inner.whole, algorithm.whole), "BAD_ENDORSEMENT", "DER");
  const [from, until] = elements(validity.content).map(time);
  const extended = parts.find(({ tag }) => tag === 0xa3);
  const extensions = (extended ? elements(element(extended.content).content) : []).map(({ content }) => {
    const [oid, ...rest] = elements(content);
    return { oid: hex(oid.content), critical: rest.length > 1 && rest[0].content[0] !== 0, value: rest.at(-1).content };
  });
  return {
    der,
    signed: signed.whole,
    algorithm: hex(elements(algorithm.content)[0].content),
    signature: signature.content.subarray(1),
    serial: number(serial.content),
    issuer: issuer.whole,
    subject: subject.whole,
    units: units(subject),
    from,
    until,
    key: key.whole,
    curve: hex(elements(elements(key.content)[0].content)[1]?.content ?? []),
    extensions,
  };
}

/** The organisational units of a name. */
function units(name) {
  return elements(name.content)
    .flatMap(({ content }) => elements(content))
    .map(({ content }) => elements(content))
    .filter(([oid]) => hex(oid.content) === OID.ou)
    .map(([, value]) => text(value.content));
}

/** A certificate from PEM. */
export function fromPem(pem) {
  const [, body] = /^-----BEGIN CERTIFICATE-----\n([A-Za-z0-9+/=\n]+)-----END CERTIFICATE-----\n?$/.exec(pem) ?? [];
  must(body, "BAD_ENDORSEMENT", "PEM");
  return certificate(Uint8Array.from(atob(body.replaceAll("\n", "")), (each) => each.charCodeAt(0)));
}

export const isValidAt = (certificate, ms) => certificate.from <= ms && ms <= certificate.until;

const extension = (certificate, oid) => certificate.extensions.find((each) => each.oid === oid)?.value;

/** Whether it is of a peer: no authority, may sign, and its unit says so. */
export function isPeer(certificate) {
  const constraints = extension(certificate, OID.constraints);
  const usage = extension(certificate, OID.keyUsage);
  const authority = constraints && elements(element(constraints).content).some(({ tag, content }) => tag === 1 && content[0] !== 0);
  const signs = !usage || (element(usage).content[1] & 0x80) !== 0;
  return !authority && signs && certificate.units.includes("peer");
}

/** Strict DER of two numbers as the 64 bytes that WebCrypto takes; `low` where Fabric takes the lower s only. */
function raw(der, low) {
  const sequence = element(der);
  const numbers = elements(sequence.content);
  const plain = ({ tag, content }) => tag === 2 && content.length > 0 && content[0] < 0x80 && !(content.length > 1 && content[0] === 0 && content[1] < 0x80);
  must(sequence.tag === 0x30 && sequence.whole.length === der.length && numbers.length === 2 && numbers.every(plain), "BAD_ENDORSEMENT", "signature");
  const [r, s] = numbers.map(({ content }) => number(content));
  must(r > 0n && s > 0n && r < ORDER && s < ORDER && (!low || s <= ORDER >> 1n), "BAD_ENDORSEMENT", "signature");
  const wide = [r, s].map((each) => each.toString(16).padStart(64, "0")).join("");
  return Uint8Array.from(wide.match(/../g), (pair) => parseInt(pair, 16));
}

/** Whether a signature in DER over some bytes is that of a certificate's key. */
export async function verifies(certificate, bytes, signature, { low = false } = {}) {
  must(certificate.curve === OID.p256, "BAD_ENDORSEMENT", "curve");
  const key = await crypto.subtle.importKey("spki", certificate.key, P256, false, ["verify"]);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, raw(signature, low), bytes);
}

/** Whether a certificate was issued by another, and has nothing in it that nobody understands. */
export async function isIssuedBy(certificate, root) {
  if (!same(certificate.issuer, root.subject) || certificate.algorithm !== OID.ecdsaSha256 || root.curve !== OID.p256) {
    return false;
  }
  if (certificate.extensions.some(({ oid, critical }) => critical && !KNOWN.includes(oid))) {
    return false;
  }
  try {
    return await verifies(root, certificate.signed, certificate.signature);
  } catch (failure) {
    if (failure instanceof Refused) {
      return false;
    }
    throw failure;
  }
}
