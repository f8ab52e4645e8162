// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Participants, their keys, accreditations, trust anchors, calendars and the registry's rules. */
public final class ParticipantManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "participant",
                  "市场主体",
                  "Participants",
                  () ->
                      List.of(
                          Verb.of("admit", AdmitParticipant.TYPE).on("id"),
                          Verb.of("add-key", AddKey.TYPE).orSigner("participant"),
                          Verb.of("revoke-key", RevokeKey.TYPE).on("kid").orSigner("participant"),
                          Verb.of("suspend", SuspendParticipant.TYPE).on("participant"),
                          Verb.of("reinstate", ReinstateParticipant.TYPE).on("participant"),
                          Verb.of("accredit", AccreditCertifier.TYPE).on("certifier"),
                          Verb.of("withdraw-accreditation", WithdrawAccreditation.TYPE)
                              .on("certifier"))),
              Noun.of(
                  "laboratory",
                  "实验室",
                  "Accredited laboratories",
                  () ->
                      List.of(
                          Verb.of("accredit", AccreditLaboratory.TYPE).on("laboratory"),
                          Verb.of("withdraw", WithdrawLaboratory.TYPE).on("laboratory"))),
              Noun.of(
                  "trust-anchor",
                  "信任锚",
                  "Trust anchors of certificates",
                  () ->
                      List.of(
                          Verb.of("publish", PublishTrustAnchor.TYPE),
                          Verb.of("withdraw", WithdrawTrustAnchor.TYPE).on("trustAnchor"))),
              Noun.of(
                  "calendar",
                  "工作日历",
                  "Calendars of working days",
                  () -> List.of(Verb.of("publish", PublishCalendar.TYPE).on("year"))),
              Noun.of(
                  "registry-rule",
                  "登记系统规则",
                  "Rules of the registry itself",
                  () -> List.of(Verb.of("publish", PublishRegistryRule.TYPE)))),
          () ->
              List.of(
                  Participant.TYPE,
                  RegisteredKey.TYPE,
                  Accreditation.TYPE,
                  Laboratory.TYPE,
                  Calendar.TYPE,
                  TrustAnchor.TYPE,
                  RegistryRules.TYPE,
                  RefusalCount.TYPE));

  private ParticipantManifest() {}
}
