// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.wiring;

import java.util.List;
import org.grasslandcarbon.gateway.blocks.KnownLedger;
import org.grasslandcarbon.gateway.blocks.LedgerDoubt;
import org.grasslandcarbon.gateway.ledger.Ledger;
import org.grasslandcarbon.gateway.ledger.SubmittedBatch;
import org.grasslandcarbon.gateway.ledger.TryAgainException;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;

/**
 * The ledger, as long as it is the one that it was. What was accepted stays in the inbox until
 * then: on a ledger that has lost blocks it would be judged by what is not true.
 */
final class BelievedLedger implements Ledger {
  private final Ledger ledger;
  private final KnownLedger known;

  BelievedLedger(Ledger ledger, KnownLedger known) {
    this.ledger = ledger;
    this.known = known;
  }

  @Override
  public SubmittedBatch submit(List<byte[]> instructions) {
    if (!known.isRecognised()) {
      throw new TryAgainException(
          Reason.UNAVAILABLE,
          known
              .doubt()
              .map(LedgerDoubt::detail)
              .orElse("the peer has not shown yet that its ledger is the one that it was"),
          null);
    }
    return ledger.submit(instructions);
  }
}
