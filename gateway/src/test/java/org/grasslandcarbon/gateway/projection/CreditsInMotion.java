// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A batch of 1000 of which 100 are buffered, 30 retired, 7 cancelled, 50 frozen, some moved.
 *
 * @param ledger what has happened so far
 * @param blocks the same, as a peer delivers it
 * @param batch the batch
 * @param owner who was issued it
 * @param trader who has some of it now
 * @param retirement what was retired
 */
public record CreditsInMotion(
    TestLedger ledger,
    RecordedBlocks blocks,
    BatchId batch,
    ParticipantId owner,
    ParticipantId trader,
    InstructionId retirement) {

  /** Lets it all happen. */
  public static CreditsInMotion play() {
    TestLedger ledger = new TestLedger();
    RecordedBlocks blocks = new RecordedBlocks(ledger, "a");
    ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
    blocks.cut();
    BatchId batch = new Issued(ledger).to(owner, 1000, 100, false);
    blocks.cut();
    InstructionId retirement =
        ledger.apply(
            owner,
            new RetireCredits(
                batch,
                new Beneficiary(Optional.empty(), Name.of("受益方", "Beneficiary")),
                Optional.empty(),
                Optional.empty(),
                Retirement.Purpose.VOLUNTARY,
                Tonnes.of(30),
                Retirement.Reason.OTHER,
                "statement"));
    ledger.apply(owner, new TransferCredits(batch, Tonnes.of(200), trader));
    blocks.cut();
    // In one transaction: what the second freezes, the first has moved. By their keys they stand in
    // the opposite order.
    List<byte[]> texts =
        List.of(
            ledger.sign(id('f'), trader, new TransferCredits(batch, Tonnes.of(20), owner)),
            ledger.sign(
                id('8'),
                ledger.the(Role.AUTHORITY),
                new FreezeCredits(
                    batch, Sha256.of("judgment"), owner, Optional.of(Tonnes.of(50)), "reason")),
            ledger.sign(
                id('1'),
                trader,
                new CancelCredits(
                    batch,
                    Optional.empty(),
                    Optional.empty(),
                    trader,
                    Tonnes.of(7),
                    Cancellation.Reason.OTHER,
                    "statement")));
    byte[][] group = texts.toArray(byte[][]::new);
    if (!ledger.submit(group).stream().allMatch(each -> each.code().equals(Verdict.APPLIED))) {
      throw new AssertionError("all are to be applied");
    }
    blocks.cut(group);
    return new CreditsInMotion(ledger, blocks, batch, owner, trader, retirement);
  }

  private static InstructionId id(char digit) {
    return new InstructionId("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace('x', digit));
  }
}
