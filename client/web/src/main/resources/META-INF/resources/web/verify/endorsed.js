// SPDX-License-Identifier: Apache-2.0
// What peers have signed: that it is the answer to `attest` with these keys, on this channel, and changes nothing; and
// which offices' word counts. The same rules as those of the client library in Java.

import { base64, base64url, hex, joined, json, must, Refused, same, sha256, text } from "./bytes.js";
import { Message } from "./protobuf.js";
import { certificate, fromPem, isIssuedBy, isPeer, isValidAt, verifies } from "./x509.js";

const ENDORSER_TRANSACTION = 3n;
const OK = 200n;
const ORGANISATIONS_MOST = 100;

/** A file of whom to trust, read strictly. */
export function trustFile(bytes) {
  let file;
  try {
    file = JSON.parse(text(bytes, "TRUST"));
  } catch {
    throw new Refused("TRUST", "JSON");
  }
  const many = file.organisations?.length;
  const whole = typeof file.channel === "string" && typeof file.chaincode === "string" && many >= 1 && many <= ORGANISATIONS_MOST
    && Number.isInteger(file.needed) && file.needed > Math.floor(many / 2) && file.needed <= many
    && new Set(file.organisations.map((each) => each.mspId)).size === many && file.organisations.every((each) => each.roots?.length > 0);
  must(whole, "TRUST", "members");
  const organisations = file.organisations.map((each) => ({
    mspId: each.mspId,
    revoked: (each.revoked ?? []).map((serial) => BigInt(`0x${serial}`)),
    roots: each.roots.map((root) => ({ ...root, read: certificate(base64(root.certificate, "TRUST")) })),
  }));
  return { ...file, organisations };
}

/** The SHA-256 of a certificate as openssl prints it. */
export const fingerprint = async (der) => hex(await sha256(der)).toUpperCase().match(/../g).join(":");

/** What was asked and answered, and where on the ledger each record was written. */
export async function endorsed(evidence, trust) {
  const [channelHeader, signatureHeader, proposal, response] = ["channelHeader", "signatureHeader", "proposal", "response"].map((part) => base64(evidence[part]));
  const header = new Message(channelHeader);
  const payload = new Message(response);
  must(same(payload.bytes(1), await sha256(joined(channelHeader, signatureHeader, proposal))), "ALTERED", "otherCall");
  must(header.text(4) === trust.channel, "OTHER_LEDGER", header.text(4));
  const spec = new Message(proposal).message(1).message(1);
  must(spec.message(2).text(2) === trust.chaincode, "OTHER_LEDGER", spec.message(2).text(2));
  const [called, ...keys] = spec.message(3).all(1).map((each) => text(each));
  must(called === "attest", "ALTERED", "otherCall");
  const action = payload.message(2);
  const answer = action.message(3);
  const attested = json(answer.bytes(3), "ALTERED");
  const versions = written(action, trust.chaincode);
  const fits = header.number(1) === ENDORSER_TRANSACTION && answer.number(1) === OK && action.message(4).text(2) === trust.chaincode
    && attested.length === keys.length && attested.every((each, i) => each.key === keys[i] && (each.value !== undefined) === versions.has(each.key));
  must(fits, "ALTERED", "otherCall");
  const time = header.message(3);
  return { at: Number(time.number(1)) * 1000 + Number(time.number(2)) / 1e6, attested, response, versions };
}

function written(action, chaincode) {
  const versions = new Map();
  for (const set of new Message(action.bytes(1)).messages(2)) {
    const entries = set.message(2);
    must(entries.all(3).length === 0, "ALTERED", "writes");
    if (set.text(1) === chaincode) {
      entries.messages(1).filter((read) => read.has(2)).forEach((read) => {
        const version = read.message(2);
        versions.set(read.text(1), { block: Number(version.number(1)), transaction: Number(version.number(2)) });
      });
    }
  }
  return versions;
}

/** Why an endorser's word does not count, or its root. */
async function standing(office, peer, at) {
  const issuers = [];
  for (const root of office?.roots ?? []) {
    if (await isIssuedBy(peer, root.read)) {
      issuers.push(root);
    }
  }
  if (issuers.length === 0) {
    return { foreign: true, why: "foreign" };
  }
  if (issuers.some((root) => root.revoked)) {
    return { why: "rootRevoked" };
  }
  if (office.revoked.includes(peer.serial)) {
    return { why: "peerRevoked" };
  }
  if (!isValidAt(peer, at)) {
    return { why: "peerOutOfDate" };
  }
  if (!isPeer(peer)) {
    return { why: "noPeer" };
  }
  const root = issuers.find((each) => at >= Date.parse(each.from) && !(each.until && at >= Date.parse(each.until)) && isValidAt(each.read, at));
  return root ? { root } : { why: "rootOutOfDate" };
}

/** The offices whose word counts; refuses where one signature is wrong, or too few count. */
export async function offices(endorsements, { response, at }, trust) {
  must(endorsements.length <= ORGANISATIONS_MOST, "ALTERED", "tooMany");
  const counted = [];
  const others = [];
  let last = "";
  let foreign = true;
  for (const each of endorsements) {
    const endorser = base64(each.endorser);
    const identity = new Message(endorser);
    const mspId = identity.text(1);
    const peer = fromPem(identity.text(2));
    must(await verifies(peer, joined(response, endorser), base64(each.signature), { low: true }), "BAD_ENDORSEMENT", mspId);
    must(last < mspId, "ALTERED", "order");
    last = mspId;
    const found = await standing(trust.organisations.find((office) => office.mspId === mspId), peer, at);
    foreign &&= Boolean(found.foreign);
    if (found.root) {
      counted.push({ mspId, fingerprint: await fingerprint(found.root.read.der) });
    } else {
      others.push({ mspId, why: found.why });
    }
  }
  must(endorsements.length === 0 || !foreign, "OTHER_LEDGER", "offices");
  must(counted.length >= trust.needed, "TOO_FEW_OFFICES", others.map((each) => `${each.mspId} ${each.why}`).join(", "));
  return { counted, others };
}

/** The RFC 7638 thumbprint of a P-256 key. */
export const thumbprint = async ({ crv, kty, x, y }) =>
  base64url(await sha256(new TextEncoder().encode(`{"crv":"${crv}","kty":"${kty}","x":"${x}","y":"${y}"}`)));
