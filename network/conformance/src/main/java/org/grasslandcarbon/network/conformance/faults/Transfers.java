// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.Random;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.network.conformance.Traders;
import org.grasslandcarbon.network.conformance.market.Signed;

/** Traders who pay each other in credits of one batch. */
final class Transfers implements Load.Acts {
  static final int TRADERS = 160;

  /** What each trader begins with: little enough to run out of, so that there are refusals too. */
  static final Tonnes SHARE = Tonnes.of(20);

  private static final int TONNES_MOST = 3;

  private final Traders traders;
  private final BatchId batch;

  Transfers(Traders traders, BatchId batch) {
    this.traders = traders;
    this.batch = batch;
  }

  @Override
  public Signed next(Random random) {
    int payer = random.nextInt(TRADERS);
    int payee = (payer + 1 + random.nextInt(TRADERS - 1)) % TRADERS;
    return Signed.by(
        traders.get(payer),
        new TransferCredits(
            batch, Tonnes.of(1 + random.nextInt(TONNES_MOST)), traders.get(payee).participant()));
  }
}
