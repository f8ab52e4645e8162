// SPDX-License-Identifier: Apache-2.0
// "Check a certificate": the file stays in this page, and nothing is asked of any gateway about it.

import { html, nothing } from "../lit.js";
import { moment, number } from "../format.js";
import { tell } from "../place.js";
import { both, named, t, word } from "../text.js";
import { hex, must, Refused, sha256 } from "../verify/bytes.js";
import { verify } from "../verify/certificate.js";
import { fingerprint, trustFile } from "../verify/endorsed.js";
import { attached, isPdf } from "../verify/pdf.js";

const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());

/** Details that are told in words; others are names, and shown as they are. */
const TOLD = ["otherCall", "writes", "foreign", "missing", "parts", "rule", "says", "time", "canonical", "encrypted", "broken", "large", "none", "several", "keyNotInForce", "otherInstruction"];

const why = ({ reason, detail }) => (TOLD.includes(detail) ? t(`why.${detail}`) : reason === "TOO_FEW_OFFICES" ? detail : "");

function refused(failure) {
  return html`<div class="panel problem">
    <h2>${t("check.refused")}</h2>
    <p><strong>${t(`refused.${failure.reason}`)}</strong> ${why(failure)}</p>
    <p class="code">${failure.reason}</p>
  </div>`;
}

/** The six lines, in the order in which `grassland certificate verify` has them. */
const lines = (found) => html`<ol class="checks">
  <li>${t("check.record", found.subject.certificateNumber, number(found.subject.tonnes))}
    ${found.subject.compliance ? t("check.compliance", found.subject.compliance.market, found.subject.compliance.year, found.subject.compliance.rule.version) : t("check.noCompliance")}
    ${found.subject.training ? t("check.practice") : nothing} ${found.subject.corrections ? t("check.corrected") : t("check.notCorrected")}</li>
  <li>${t("check.holder", named(found.subject.holder.name), found.subject.holder.id)} <span class="code">${found.kid}</span></li>
  <li>${t("check.offices", found.of, found.counted.length, found.needed, found.counted.map((each) => each.mspId).join(", "))}
    ${found.others.map((each) => html`<span class="line">${each.mspId}: ${t(`standing.${each.why}`)}</span>`)}</li>
  <li>${t("check.roots")} ${found.counted.map((each) => html`<span class="line code">${each.mspId} ${each.fingerprint}</span>`)}</li>
  <li>${t("check.block", number(found.subject.block), found.subject.transactionPosition, moment(found.at))}</li>
  <li>${t("check.not")}</li>
</ol>`;

const verified = (found, printed) => html`
  <div class="panel">
    <h2>${t("check.verified")}</h2>
    <p class="lead"><strong>${t("retirement.tonnes", number(found.subject.tonnes))}</strong> · ${both(found.subject.beneficiary.name)}</p>
    <p>${word(found.subject.purpose)} · ${found.subject.date} · <a href=${`/retirements/${found.subject.instruction}`}>${found.subject.certificateNumber}</a></p>
    <blockquote>${found.subject.statement}</blockquote>
    ${lines(found)}
    ${printed ? html`<p class="note">${t("check.page")}</p>` : nothing}
  </div>`;

export async function show({ draw }) {
  const state = {};
  // A code on paper leads here with the digest of the file that was printed.
  const [, printed] = /^#sha256=([0-9a-f]{64})$/.exec(location.hash) ?? [];
  const redraw = () => draw(t("check.title"), view());

  async function judge() {
    if (!state.certificate || !state.trust) {
      redraw();
      return;
    }
    try {
      const bytes = state.printed ? await attached(state.certificate) : state.certificate;
      must(!printed || hex(await sha256(bytes)) === printed, "OTHER_FILE", "digest");
      state.outcome = verified(await verify(bytes, state.trust), state.printed);
      tell(t("check.verified"));
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      state.outcome = refused(failure);
      tell(t("check.refused"));
    }
    redraw();
  }

  async function takeTrust(file) {
    state.outcome = undefined;
    try {
      state.trust = trustFile(await bytesOf(file));
      state.roots = await Promise.all(state.trust.organisations.flatMap((office) => office.roots.map(async (root) => `${office.mspId} ${await fingerprint(root.read.der)}`)));
      state.trustProblem = undefined;
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      state.trust = undefined;
      state.trustProblem = t("check.noTrust");
      tell(state.trustProblem);
    }
    await judge();
  }

  async function takeCertificate(file) {
    state.name = file.name;
    state.outcome = undefined;
    state.certificate = await bytesOf(file);
    state.printed = isPdf(state.certificate);
    await judge();
  }

  const over = (event, is) => {
    event.preventDefault();
    event.currentTarget.classList.toggle("over", is);
  };
  const drop = (event) => {
    over(event, false);
    const [file] = event.dataTransfer.files;
    return file && takeCertificate(file);
  };
  /** The field is emptied, so that the same file can be chosen again after it has changed. */
  const chosen = (take) => async (event) => {
    const [file] = event.target.files;
    if (file) {
      await take(file);
      event.target.value = "";
    }
  };

  const view = () => html`
    <h1>${t("check.title")}</h1>
    <p class="lead">${t("check.about")}</p>
    ${crypto.subtle
      ? html`
        <div class="panel">
          <h2>1. ${t("check.trust")}</h2>
          <p>${t("check.trustAbout")}</p>
          <label for="trust">${t("check.trustFile")}</label>
          <input id="trust" type="file" accept=".json,application/json" @change=${chosen(takeTrust)}>
          ${state.trustProblem ? html`<p class="problem">${state.trustProblem}</p>` : nothing}
          ${state.trust ? html`<p>${t("check.trusted", state.trust.channel, state.trust.organisations.length, state.trust.needed)}</p>
            ${state.roots.map((root) => html`<p class="code">${root}</p>`)}` : nothing}
        </div>
        <div class="panel">
          <h2>2. ${t("check.certificate")}</h2>
          ${printed ? html`<p>${t("check.printed")} <span class="code">${printed}</span></p>` : nothing}
          <div class="drop" @dragover=${(event) => over(event, true)} @dragleave=${(event) => over(event, false)} @drop=${drop}>
            <label for="certificate">${t("check.drop")}</label>
            <p><input id="certificate" type="file" accept=".pdf,.json,application/pdf,application/json" @change=${chosen(takeCertificate)}></p>
            ${state.name ? html`<p>${state.name}</p>` : nothing}
          </div>
          ${state.certificate && !state.trust ? html`<p class="note">${t("check.needsTrust")}</p>` : nothing}
        </div>
        ${state.outcome ?? nothing}`
      : html`<p class="problem">${t("check.insecure")}</p>`}`;
  redraw();
}
