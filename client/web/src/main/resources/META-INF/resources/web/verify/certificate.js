// SPDX-License-Identifier: Apache-2.0
// A certificate of a retirement, verified in this page alone: nothing is asked of any gateway. All that it says follows
// from what the offices' peers and the holder have signed; it is made anew from that and must come out the same.

import { canonical, fromBase64url, json, must, Refused, utf8 } from "./bytes.js";
import { endorsed, offices, thumbprint } from "./endorsed.js";

const BYTES_MOST = 4 * 1024 * 1024;
const SEPARATOR = "\u0000";
const P256 = { name: "ECDSA", namedCurve: "P-256" };

/** As far as the clocks of those who signed may be apart. */
const CLOCKS_APART_MS = 15 * 60 * 1000;

const key = (type, ...parts) => SEPARATOR + [type, ...parts].map((part) => part + SEPARATOR).join("");
const parts = (composite) => composite.split(SEPARATOR).slice(1, -1);
const correctionsOf = (composite) => key("CORRECTION", ...parts(composite));
const partKey = (id, part) => (part === 1 ? key("RETIREMENT", id) : key("RETIREMENT", id, String(part)));
const ruleKey = ({ market, ruleVersion }) => key("OFFSET_RULE", market, String(ruleVersion).padStart(4, "0"));
const equal = (one, other) => canonical(one ?? null) === canonical(other ?? null);
const count = (ranges) => ranges.map((range) => range.split("-").map(Number)).reduce((sum, [start, end]) => sum + end - start + 1, 0);

/** A moment with all of its digits, so that it can be compared with others. */
function nanoseconds(instant) {
  const [, seconds, fraction = ""] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(instant) ?? [];
  must(seconds, "ALTERED", "time");
  return BigInt(Date.parse(`${seconds}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
}

/** The day in Beijing. */
const day = (instant) => new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** The holder's instruction, taken apart. */
function signed(jws) {
  const [header, payload, signature, more] = jws.split(".");
  must(signature !== undefined && more === undefined, "HOLDER_DID_NOT_SIGN", "JWS");
  const { alg, typ, kid } = json(fromBase64url(header, "HOLDER_DID_NOT_SIGN"), "HOLDER_DID_NOT_SIGN");
  must(alg === "ES256" && typ === "instruction+jws", "HOLDER_DID_NOT_SIGN", "JWS");
  return {
    kid,
    said: JSON.parse(new TextDecoder().decode(fromBase64url(payload, "HOLDER_DID_NOT_SIGN"))),
    input: utf8(`${header}.${payload}`),
    signature: fromBase64url(signature, "HOLDER_DID_NOT_SIGN"),
  };
}

/** The records that the certificate rests on: exactly those, so that nobody can leave one out. */
function facts(id, kid, attested) {
  const values = new Map(attested.map((each) => [each.key, each.value]));
  const read = (composite) => {
    const value = values.get(composite);
    must(value !== undefined, "ALTERED", "missing");
    return json(utf8(value), "ALTERED");
  };
  const retirements = [];
  while (values.get(partKey(id, retirements.length + 1)) !== undefined) {
    retirements.push(read(partKey(id, retirements.length + 1)));
  }
  must(retirements.length > 0, "ALTERED", "missing");
  const [first] = retirements;
  const batches = retirements.map((each) => read(key("BATCH", each.batch)));
  const rule = first.compliance && ruleKey(first.compliance);
  const wanted = [
    ...[...retirements, undefined].map((_, i) => partKey(id, i + 1)),
    ...retirements.map((_, i) => correctionsOf(partKey(id, i + 1))),
    ...retirements.flatMap((each) => [key("BATCH", each.batch), correctionsOf(key("BATCH", each.batch))]),
    ...batches.map((batch) => key("PROJECT", batch.project)),
    key("PARTICIPANT", first.holder),
    key("KEY", kid),
    ...(rule ? [rule, correctionsOf(rule)] : []),
  ];
  must(equal([...new Set(wanted)], attested.map((each) => each.key)), "ALTERED", "missing");
  const alike = ({ at, holder, beneficiary, compliance, document, purpose, reason, statement, training, certificateNumber }) =>
    ({ at, holder, beneficiary, compliance, document, purpose, reason, statement, training, certificateNumber });
  must(retirements.every((each) => each.id === id && equal(alike(each), alike(first))), "ALTERED", "parts");
  const used = first.compliance && { market: first.compliance.market, rule: read(rule), year: first.compliance.year };
  if (used) {
    const judged = used.rule.firstYear <= used.year && !(used.rule.lastYear < used.year) && used.rule.terms !== undefined
      && used.rule.status === (first.training ? "EXAMPLE" : "IN_FORCE");
    must(judged, "ALTERED", "rule");
  }
  const corrected = [...retirements.flatMap((each, i) => [partKey(id, i + 1), key("BATCH", each.batch)]), ...(rule ? [rule] : [])]
    .map(correctionsOf).filter((composite) => values.get(composite) !== undefined).map(read);
  return {
    retirements, first, batches, used, corrected,
    holder: read(key("PARTICIPANT", first.holder)),
    key: read(key("KEY", kid)),
    projects: batches.map((batch) => read(key("PROJECT", batch.project))),
  };
}

const TITLES = {
  true: { en: "Certificate of retirement (for practice, no real credits)", zh: "注销证书（练习，不代表真实减排量）" },
  false: { en: "Certificate of retirement of grassland carbon credits", zh: "草原碳汇减排量注销证书" },
};

/** What a certificate says, made anew from what was attested. */
function subject({ retirements, first, batches, projects, used, corrected, holder }, written) {
  const credits = retirements.map((each, i) => ({
    batch: batches[i].id,
    methodology: batches[i].methodology,
    project: batches[i].project,
    projectName: projects[i].design.name,
    projectNumber: batches[i].projectNumber,
    region: batches[i].region,
    serials: each.serials.map((range) => `${batches[i].id}-${range}`),
    tonnes: count(each.serials),
    vintage: batches[i].vintage,
  }));
  return {
    beneficiary: first.beneficiary,
    block: written.block,
    certificateNumber: first.certificateNumber,
    compliance: used,
    corrections: corrected.length ? corrected : undefined,
    credits,
    date: day(first.at),
    document: first.document,
    holder: { id: holder.id, name: holder.name },
    instruction: first.id,
    purpose: first.purpose,
    reason: first.reason,
    retiredAt: first.at,
    statement: first.statement,
    title: TITLES[first.training],
    tonnes: credits.reduce((sum, each) => sum + each.tonnes, 0),
    training: first.training,
    transactionPosition: written.transaction,
  };
}

/** Whether it was the holder who said that the credits are used up, and said what the record says. */
async function holdersWord({ kid, said, input, signature }, { retirements, first, key: registered }) {
  const no = "HOLDER_DID_NOT_SIGN";
  const { crv, kty, x, y } = registered.jwk;
  must(registered.participant === first.holder && (await thumbprint(registered.jwk)) === kid, no, "key");
  const imported = await crypto.subtle.importKey("jwk", { crv, kty, x, y }, P256, false, ["verify"]).catch(() => undefined);
  must(imported && (await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, imported, signature, input)), no, "signature");
  const at = nanoseconds(first.at);
  must(nanoseconds(registered.addedAt) <= at && !(registered.revocation && nanoseconds(registered.revocation.at) < at), no, "keyNotInForce");
  must(said.id === first.id && said.participant === first.holder && nanoseconds(said.notAfter) >= at, no, "otherInstruction");
  const recorded = retirements.map((each) => ({ batch: each.batch, quantity: count(each.serials) }));
  let use = said.args;
  if (said.action === "retireCredits") {
    must(equal([{ batch: use.batch, quantity: use.quantity }, ...(use.further ?? [])], recorded), no, "otherInstruction");
  } else {
    must(said.action === "takeListings" && said.args.retire, no, "otherInstruction");
    must(recorded.reduce((sum, each) => sum + each.quantity, 0) <= said.args.quantity, no, "otherInstruction");
    use = said.args.retire;
  }
  const stated = ({ beneficiary, document, purpose, reason, statement }, compliance) => ({ beneficiary, compliance, document, purpose, reason, statement });
  const surrendered = first.compliance && { market: first.compliance.market, year: first.compliance.year };
  must(equal(stated(use, use.compliance), stated(first, surrendered)), no, "otherInstruction");
}

/**
 * Verifies a certificate.
 *
 * @param bytes the certificate's bytes, exactly as they came
 * @param trust the offices, from elsewhere than the certificate (`trustFile`)
 * @returns what it says and what was found
 * @throws Refused which says why it proves nothing
 */
export async function verify(bytes, trust) {
  must(bytes.length <= BYTES_MOST, "UNREADABLE", "size");
  const certificate = json(bytes, "UNREADABLE");
  const [evidence, more] = certificate?.evidence ?? [];
  must(evidence && !more && equal(evidence.type, ["LedgerEndorsement"]), "UNREADABLE", "evidence");
  try {
    const answered = await endorsed(evidence, trust);
    const holder = signed(evidence.instruction);
    const known = facts(holder.said.id, holder.kid, answered.attested);
    await holdersWord(holder, known);
    const written = answered.versions.get(partKey(known.first.id, 1));
    must(known.retirements.every((_, i) => equal(answered.versions.get(partKey(known.first.id, i + 1)), written)), "ALTERED", "parts");
    const anew = {
      "@context": ["https://www.w3.org/ns/credentials/v2"],
      credentialSubject: subject(known, written),
      evidence: [evidence],
      id: `urn:uuid:${known.first.id}`,
      issuer: { id: `urn:grassland-carbon:ledger:${trust.channel}:${trust.chaincode}` },
      type: ["VerifiableCredential", "CarbonCreditRetirement"],
      validFrom: known.first.at,
    };
    must(equal(certificate, anew), "ALTERED", "says");
    const counted = await offices(evidence.endorsements, answered, trust);
    must(answered.at >= Date.parse(known.first.at) - CLOCKS_APART_MS, "ALTERED", "time");
    return { subject: certificate.credentialSubject, kid: holder.kid, at: answered.at, of: trust.organisations.length, needed: trust.needed, ...counted };
  } catch (failure) {
    throw failure instanceof Refused ? failure : new Refused("ALTERED", "unreadable");
  }
}
