// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** What courts and the authority do to credits and cash. */
public final class JudicialManifest {
  /** What this package brings to the registry: more verbs of nouns that others begin. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "credits",
                  "减排量",
                  "Credits",
                  () ->
                      List.of(
                          Verb.of("freeze", FreezeCredits.TYPE).on("batch"),
                          Verb.of("release", ReleaseCredits.TYPE).on("freeze"),
                          Verb.of("enforce", EnforceTransfer.TYPE).on("freeze"))),
              Noun.of(
                  "cash",
                  "资金",
                  "Cash at settlement banks",
                  () ->
                      List.of(
                          Verb.of("freeze", FreezeCash.TYPE).on("holder"),
                          Verb.of("release", ReleaseCash.TYPE).on("freeze"),
                          Verb.of("enforce", EnforceCash.TYPE).on("freeze")))),
          () -> List.of(CashFreeze.TYPE));

  private JudicialManifest() {}
}
