// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.grasslandcarbon.domain.judicial.EnforceCash;
import org.grasslandcarbon.domain.judicial.FreezeCash;
import org.grasslandcarbon.domain.judicial.ReleaseCash;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.settlement.AttestCash;
import org.grasslandcarbon.domain.settlement.BindBankAccount;
import org.grasslandcarbon.domain.settlement.ConfirmBankAccount;
import org.grasslandcarbon.domain.settlement.ConfirmWithdrawal;
import org.grasslandcarbon.domain.settlement.CorrectAttestation;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.settlement.RefuseWithdrawal;
import org.grasslandcarbon.domain.settlement.RequestWithdrawal;
import org.grasslandcarbon.domain.settlement.ReverseDeposit;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What participants, banks and courts might do with money, reasonable or not, drawn from a seed:
 * the same seed gives the same instructions on the same ledger.
 */
public final class RandomCash {
  private static final Sha256 DOCUMENT = Sha256.of("document");

  private final TestLedger ledger;
  private final Random random;
  private final List<ParticipantId> banks = new ArrayList<>();
  private final List<ParticipantId> owners = new ArrayList<>();
  private final List<ParticipantId> courts = new ArrayList<>();
  private final List<ParticipantId> everybody = new ArrayList<>();
  private final List<InstructionId> withdrawals = new ArrayList<>();
  private final List<InstructionId> freezes = new ArrayList<>();
  private int references;

  /** A ledger with banks and those who have money there. */
  public RandomCash(TestLedger ledger, long seed) {
    this.ledger = ledger;
    random = new Random(seed);
    for (int i = 0; i < 2; i++) {
      banks.add(ledger.admit(TestLedger.BEIJING, Role.BANK));
      owners.add(ledger.admit(TestLedger.XILINHOT, Role.OWNER));
      owners.add(ledger.admit(TestLedger.BEIJING, Role.TRADER));
      courts.add(ledger.admit(TestLedger.BEIJING, Role.COURT));
    }
    owners.add(ledger.admit(TestLedger.BEIJING, Role.EXCHANGE));
    for (ParticipantId owner : owners) {
      ledger.apply(owner, new BindBankAccount(banks.get(0), DOCUMENT));
      ledger.apply(banks.get(0), new ConfirmBankAccount(DOCUMENT, owner));
    }
    everybody.addAll(banks);
    everybody.addAll(owners);
    everybody.addAll(courts);
    everybody.add(ledger.the(Role.AUTHORITY));
  }

  /** The next signed instruction. */
  public byte[] next() {
    InstructionId id = new InstructionId(new UUID(random.nextLong(), random.nextLong()).toString());
    int kind = random.nextInt(100);
    ParticipantId bank = random.nextInt(6) == 0 ? any(banks) : banks.get(0);
    if (kind < 30) {
      return sign(id, bank, new DepositCash(amount(), asset(), any(everybodyMostly()), some()));
    }
    if (kind < 36) {
      return sign(id, bank, new ReverseDeposit(part(), "wrong", some()));
    }
    if (kind < 52) {
      withdrawals.add(id);
      return sign(id, any(owners), new RequestWithdrawal(amount(), asset(), bank));
    }
    if (kind < 64) {
      return sign(id, bank, new ConfirmWithdrawal(some(), recent(withdrawals, id)));
    }
    if (kind < 68) {
      return sign(id, bank, new RefuseWithdrawal("closed", recent(withdrawals, id)));
    }
    if (kind < 78) {
      freezes.add(id);
      return sign(
          id, any(courts), new FreezeCash(part(), asset(), bank, DOCUMENT, any(owners), "claim"));
    }
    ParticipantId judge = random.nextBoolean() ? ledger.the(Role.AUTHORITY) : any(courts);
    InstructionId freeze = recent(freezes, id);
    if (kind < 84) {
      return sign(id, judge, new ReleaseCash(part(), DOCUMENT, freeze, "closed"));
    }
    if (kind < 90) {
      return sign(id, judge, new EnforceCash(part(), DOCUMENT, freeze, "judgment", payee(id)));
    }
    if (kind < 96) {
      return sign(
          id,
          bank,
          new AttestCash(
              asset(),
              BeijingTime.day(ledger.time()).minusDays(random.nextInt(6)),
              amount(),
              amount(),
              amount()));
    }
    if (kind < 98) {
      return sign(
          id,
          bank,
          new CorrectAttestation(
              asset(),
              BeijingTime.day(ledger.time()).minusDays(random.nextInt(6)),
              amount(),
              "wrong",
              amount(),
              amount()));
    }
    return sign(id, any(owners), new BindBankAccount(bank, DOCUMENT));
  }

  /** Somebody's account, or the bank's counter. */
  private Optional<ParticipantId> payee(InstructionId id) {
    if (random.nextInt(3) == 0) {
      withdrawals.add(id);
      return Optional.empty();
    }
    return Optional.of(any(everybodyMostly()));
  }

  private byte[] sign(InstructionId id, ParticipantId right, Action action) {
    return ledger.sign(id, random.nextInt(20) == 0 ? any(everybody) : right, action);
  }

  private List<ParticipantId> everybodyMostly() {
    return random.nextInt(10) == 0 ? everybody : owners;
  }

  private Asset asset() {
    return random.nextInt(4) == 0 ? Asset.CNY_TRAINING : Asset.CNY;
  }

  /** Mostly a new reference, sometimes one that was used. */
  private BankReference some() {
    boolean old = references > 0 && random.nextInt(6) == 0;
    return new BankReference("R-" + (old ? 1 + random.nextInt(references) : ++references));
  }

  private Fen amount() {
    return random.nextInt(40) == 0
        ? Fen.of(Fen.MAXIMUM - random.nextInt(100))
        : Fen.of(1 + random.nextInt(1_000));
  }

  private Optional<Fen> part() {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(amount());
  }

  /** Mostly one of the last, which has not ended; sometimes one that there is not. */
  private InstructionId recent(List<InstructionId> known, InstructionId none) {
    if (known.isEmpty() || random.nextInt(20) == 0) {
      return none;
    }
    int last = known.size() - 1;
    return known.get(Math.max(0, last - random.nextInt(8)));
  }

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }
}
