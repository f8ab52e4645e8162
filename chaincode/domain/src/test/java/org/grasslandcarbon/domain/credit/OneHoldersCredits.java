// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.util.Optional;
import org.grasslandcarbon.domain.judicial.EnforceTransfer;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.judicial.ReleaseCredits;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/** One owner with 900 credits, serials 101 to 1000, of a batch of 1000; and everybody else. */
public abstract class OneHoldersCredits {
  protected static final Sha256 DOCUMENT = Sha256.of("ruling");

  protected final TestLedger ledger = new TestLedger();
  protected final ParticipantId authority = ledger.the(Role.AUTHORITY);
  protected final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  protected final ParticipantId buyer = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  protected final ParticipantId court = ledger.admit(TestLedger.BEIJING, Role.COURT);
  protected final Issued issued = new Issued(ledger);
  protected final BatchId batch = issued.to(owner, 1_000, 100, false);
  protected final BatchId noBatch = new BatchId("CN-GCS-152502-20240009-2025-009");

  protected String verdict(ParticipantId by, Action action) {
    return ledger.submit(by, action).code();
  }

  protected Holding holding(ParticipantId who) {
    return ledger.find(Holding.key(batch, who)).orElseThrow();
  }

  protected static TransferCredits transfer(BatchId batch, long quantity, ParticipantId recipient) {
    return new TransferCredits(batch, Tonnes.of(quantity), recipient);
  }

  protected static RetireCredits retire(BatchId batch, long quantity, Retirement.Purpose purpose) {
    return new RetireCredits(
        batch,
        new Beneficiary(Optional.empty(), Name.of("受益方", "Beneficiary")),
        Optional.of(DOCUMENT),
        Optional.empty(),
        purpose,
        Tonnes.of(quantity),
        Retirement.Reason.OTHER,
        "for a test");
  }

  protected CancelCredits cancel(
      BatchId of, long quantity, Optional<Sha256> document, Optional<InstructionId> freeze) {
    return new CancelCredits(
        of,
        document,
        freeze,
        owner,
        Tonnes.of(quantity),
        Cancellation.Reason.OVER_ISSUANCE,
        "review");
  }

  protected FreezeCredits freeze(BatchId of, Optional<Long> quantity) {
    return new FreezeCredits(of, DOCUMENT, owner, quantity.map(Tonnes::of), "preservation");
  }

  protected InstructionId frozen(long quantity) {
    return ledger.apply(court, freeze(batch, Optional.of(quantity)));
  }

  protected static ReleaseCredits release(InstructionId freeze, Optional<Long> quantity) {
    return new ReleaseCredits(DOCUMENT, freeze, quantity.map(Tonnes::of), "closed");
  }

  protected static EnforceTransfer enforce(
      InstructionId freeze, Optional<Long> quantity, ParticipantId recipient) {
    return new EnforceTransfer(DOCUMENT, freeze, quantity.map(Tonnes::of), "judgment", recipient);
  }
}
