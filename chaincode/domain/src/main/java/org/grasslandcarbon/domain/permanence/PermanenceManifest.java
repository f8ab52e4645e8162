// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import java.util.List;
import org.grasslandcarbon.domain.credit.CompensateReversal;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Losses of credited carbon and the buffer. */
public final class PermanenceManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "reversal",
                  "碳储量逆转",
                  "Losses of credited carbon",
                  () ->
                      List.of(
                          Verb.of("report", ReportReversal.TYPE).on("project"),
                          Verb.of("settle", SettleReversal.TYPE)
                              .on("reversal")
                              .fromSubject("project"),
                          Verb.of("compensate", CompensateReversal.TYPE).on("project"),
                          Verb.of("release-buffer", ReleaseBuffer.TYPE).on("project")))),
          () -> List.of(Reversal.TYPE));

  private PermanenceManifest() {}
}
