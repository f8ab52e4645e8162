// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;

/**
 * Blocks of transfers spread over 200 holders, as the registry makes them of signed instructions:
 * what the benchmark of the whole brings to a network, without the network.
 */
final class TransferStream {
  private static final int HOLDERS = 200;

  /** Of a rush, with the size that a gateway commits at most. */
  private static final int LARGE = 500;

  /** Of an ordinary hour. */
  private static final int SMALL = 20;

  /** After each large block, so that a tenth of the instructions come in small ones. */
  private static final int SMALL_EACH = 3;

  private final TestLedger ledger = new TestLedger();
  private final RecordedBlocks blocks = new RecordedBlocks(ledger, "transfers");
  private final List<ParticipantId> holders = new ArrayList<>();
  private final BatchId batch;
  private int transfers;

  private TransferStream(int instructions) {
    for (int i = 0; i < HOLDERS; i++) {
      holders.add(ledger.admit(TestLedger.BEIJING, Role.TRADER));
    }
    long share = 2L * instructions / HOLDERS + 10;
    batch = new Issued(ledger).to(holders.get(0), share * HOLDERS, 0, false);
    for (ParticipantId holder : holders.subList(1, HOLDERS)) {
      ledger.apply(holders.get(0), new TransferCredits(batch, Tonnes.of(share), holder));
    }
    blocks.cut();
  }

  /** Blocks with at least so many transfers, after those that they presuppose. */
  static List<LedgerBlock> of(int instructions) {
    TransferStream stream = new TransferStream(instructions);
    while (stream.transfers < instructions) {
      stream.block(LARGE);
      for (int i = 0; i < SMALL_EACH; i++) {
        stream.block(SMALL);
      }
    }
    return stream.blocks.all();
  }

  private void block(int size) {
    byte[][] texts = new byte[size][];
    for (int i = 0; i < size; i++) {
      int number = transfers++;
      ParticipantId from = holders.get(number % HOLDERS);
      ParticipantId to = holders.get((number * 7 + 1) % HOLDERS);
      TransferCredits transfer = new TransferCredits(batch, Tonnes.of(1), to);
      texts[i] = ledger.sign(TestLedger.newInstruction(), from, transfer);
    }
    long applied =
        ledger.submit(texts).stream().filter(each -> each.code().equals(Verdict.APPLIED)).count();
    // One in two hundred names itself and is refused; more would be a stream of something else.
    if (applied < size - 1 - size / HOLDERS * 2) {
      throw new IllegalStateException("of " + size + " transfers only " + applied + " applied");
    }
    blocks.cut(texts);
  }
}
