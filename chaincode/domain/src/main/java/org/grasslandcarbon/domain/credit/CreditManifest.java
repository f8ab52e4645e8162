// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Credits and where they are. */
public final class CreditManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "credits",
                  "减排量",
                  "Credits",
                  () ->
                      List.of(
                          Verb.of("transfer", TransferCredits.TYPE).on("batch"),
                          Verb.of("retire", RetireCredits.TYPE).on("batch"),
                          Verb.of("cancel", CancelCredits.TYPE).on("batch").orSigner("holder")))),
          () ->
              List.of(
                  Batch.TYPE,
                  Holding.TYPE,
                  BufferHolding.TYPE,
                  ForwardSales.TYPE,
                  ForwardCredits.TYPE,
                  Retirement.TYPE,
                  Cancellation.TYPE,
                  Freeze.TYPE,
                  ExportLabel.TYPE));

  private CreditManifest() {}
}
