// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.CompensateReversal;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.judicial.EnforceTransfer;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.judicial.ReleaseCredits;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.AddKey;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.ReinstateParticipant;
import org.grasslandcarbon.domain.participant.RevokeKey;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.permanence.ReleaseBuffer;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What participants might do with credits, reasonable or not, drawn from a seed: the same seed
 * gives the same instructions on the same ledger.
 */
public final class RandomActs {
  private static final Sha256 DOCUMENT = Sha256.of("document");

  private static final BatchId NO_BATCH = new BatchId("CN-GCS-152502-20240009-2025-009");

  private final TestLedger ledger;
  private final Random random;
  private final ParticipantId authority;
  private final List<ParticipantId> holders = new ArrayList<>();
  private final List<ParticipantId> everybody = new ArrayList<>();
  private final List<ParticipantId> courts = new ArrayList<>();
  private final List<BatchId> batches = new ArrayList<>();
  private final List<InstructionId> freezes = new ArrayList<>();
  private final List<byte[]> given = new ArrayList<>();
  private final ParticipantId certifier;
  private final InstructionId project;
  private int keys;

  /** A ledger with participants and credits of several batches. */
  public RandomActs(TestLedger ledger, long seed) {
    this.ledger = ledger;
    random = new Random(seed);
    authority = ledger.the(Role.AUTHORITY);
    for (int i = 0; i < 3; i++) {
      holders.add(ledger.admit(TestLedger.XILINHOT, Role.OWNER));
      holders.add(ledger.admit(TestLedger.BEIJING, Role.TRADER));
      courts.add(ledger.admit(TestLedger.BEIJING, Role.COURT));
    }
    holders.add(ledger.admit(TestLedger.BEIJING, Role.OWNER, Role.TRADER));
    everybody.addAll(holders);
    everybody.addAll(courts);
    everybody.add(authority);
    everybody.add(ledger.admit(TestLedger.BEIJING, Role.CERTIFIER));
    everybody.add(ledger.newId());
    Issued issued = new Issued(ledger);
    for (int i = 0; i < 4; i++) {
      long quantity = 20_000 + random.nextInt(80_000);
      long buffered = random.nextInt((int) quantity);
      batches.add(issued.to(any(holders), quantity, buffered, i == 3));
    }
    ledger.apply(authority, ExampleMethodology.tier1());
    certifier = ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);
    ledger.apply(
        authority,
        new AccreditCertifier(
            certifier,
            DOCUMENT,
            List.of(ExampleMethodology.tier1().version().id()),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2030, 12, 31)));
    project = issued.project(holders.get(0), holders.get(1));
  }

  /** The next instruction about credits, its signature and standing included. */
  public byte[] next() {
    int kind = random.nextInt(120);
    byte[] text;
    if (kind < 4 && !given.isEmpty()) {
      text = any(given);
    } else if (kind < 6) {
      text = given.isEmpty() ? new byte[] {1} : spoilt(any(given));
    } else {
      text = signed(kind);
    }
    given.add(text);
    return text;
  }

  /** With one bit of it changed: of any byte, or of a digit, which leaves it well formed. */
  private byte[] spoilt(byte[] text) {
    byte[] changed = text.clone();
    int at = random.nextInt(changed.length);
    boolean staysDigit = random.nextBoolean();
    while (staysDigit && !Character.isDigit(changed[at])) {
      at = (at + 1) % changed.length;
      staysDigit = changed.length > 1;
    }
    changed[at] ^= (byte) (staysDigit ? 1 : 1 << random.nextInt(8));
    return changed;
  }

  private byte[] signed(int kind) {
    InstructionId id = new InstructionId(new UUID(random.nextLong(), random.nextLong()).toString());
    BatchId batch = random.nextInt(25) == 0 ? NO_BATCH : any(batches);
    ParticipantId holder = holderOf(batch);
    if (kind < 45) {
      return sign(id, mostly(holder), new TransferCredits(batch, quantity(), recipient()));
    }
    if (kind < 55) {
      return sign(id, mostly(holder), retirement(batch));
    }
    if (kind < 63) {
      boolean forced = random.nextBoolean();
      Optional<InstructionId> freeze =
          forced && random.nextBoolean() ? freezeInForce() : Optional.empty();
      return sign(
          id,
          mostly(forced ? authority : holder),
          new CancelCredits(
              batch,
              random.nextInt(5) > 0 ? Optional.of(DOCUMENT) : Optional.empty(),
              freeze,
              holder,
              quantity(),
              Cancellation.Reason.OTHER,
              "review"));
    }
    if (kind < 75) {
      freezes.add(id);
      return sign(
          id, mostly(any(courts)), new FreezeCredits(batch, DOCUMENT, holder, some(), "claim"));
    }
    InstructionId freeze = freezeInForce().orElse(id);
    ParticipantId judge = random.nextBoolean() ? authority : any(courts);
    if (kind < 84) {
      return sign(id, mostly(judge), new ReleaseCredits(DOCUMENT, freeze, some(), "closed"));
    }
    if (kind < 93) {
      return sign(
          id,
          mostly(judge),
          new EnforceTransfer(DOCUMENT, freeze, some(), "judgment", recipient()));
    }
    if (kind >= 100) {
      return ofBuffer(id, kind);
    }
    if (kind < 95) {
      return sign(id, authority, new SuspendParticipant(any(holders), "unreported change"));
    }
    List<ParticipantId> suspended =
        holders.stream()
            .filter(each -> ledger.find(Participant.key(each)).orElseThrow().isSuspended())
            .toList();
    ParticipantId reinstated = suspended.isEmpty() ? any(holders) : any(suspended);
    return sign(id, authority, new ReinstateParticipant(reinstated, "corrected"));
  }

  private byte[] ofBuffer(InstructionId id, int kind) {
    List<InstructionId> open = Reversals.of(ledger::find, project).open();
    if (kind < 110 && open.size() < Reversals.OPEN_MOST) {
      return sign(
          id,
          mostly(holders.get(0)),
          new ReportReversal(
              any(List.of(Reversal.Cause.values())),
              DOCUMENT,
              quantity(),
              LocalDate.of(2024, 6, 1),
              project,
              "a loss"));
    }
    if (kind < 116) {
      InstructionId reversal = open.isEmpty() || random.nextInt(15) == 0 ? id : any(open);
      Tonnes loss = random.nextInt(8) == 0 ? Tonnes.ZERO : quantity();
      return sign(id, mostly(certifier), new SettleReversal(loss, project, DOCUMENT, reversal));
    }
    if (kind < 119 || random.nextInt(20) > 0) {
      return sign(
          id,
          mostly(holders.get(0)),
          new CompensateReversal(any(batches), project, quantity(), "made good"));
    }
    return sign(id, authority, new ReleaseBuffer(DOCUMENT, project));
  }

  /** Instructions that take a holder's key and give it another; they end a batch. */
  public List<byte[]> changeOfKey() {
    ParticipantId holder = any(holders);
    Signer old = ledger.signer(holder);
    Signer fresh = Signer.seeded(10_000L + ++keys);
    ledger.signWith(holder, fresh);
    return List.of(
        sign(newId(), authority, new RevokeKey(old.kid(), holder, "lost")),
        old.sign(
            newId(),
            holder,
            "transferCredits",
            new TransferCredits(any(batches), quantity(), any(holders)),
            ledger.time().plus(Duration.ofHours(1))),
        sign(newId(), authority, new AddKey(Optional.empty(), Optional.of(fresh.jwk()), holder)));
  }

  private InstructionId newId() {
    return new InstructionId(new UUID(random.nextLong(), random.nextLong()).toString());
  }

  private byte[] sign(InstructionId id, ParticipantId who, Action action) {
    Signer signer = ledger.signer(who);
    return signer == null ? Signer.seeded(1).signText("{}", "{}") : ledger.sign(id, who, action);
  }

  /** Now and then another batch as well. */
  private Optional<List<RetireCredits.Part>> further(BatchId than) {
    BatchId other = any(batches);
    return other.equals(than) || random.nextInt(3) > 0
        ? Optional.empty()
        : Optional.of(List.of(new RetireCredits.Part(other, quantity())));
  }

  private RetireCredits retirement(BatchId batch) {
    return new RetireCredits(
        batch,
        new Beneficiary(Optional.empty(), Name.of("受益方", "Beneficiary")),
        Optional.of(DOCUMENT),
        further(batch),
        any(List.of(Retirement.Purpose.values())),
        quantity(),
        any(List.of(Retirement.Reason.values())),
        "a use");
  }

  /** Somebody who has credits of the batch, if there is anybody. */
  private ParticipantId holderOf(BatchId batch) {
    List<ParticipantId> having =
        holders.stream().filter(each -> ledger.find(Holding.key(batch, each)).isPresent()).toList();
    return having.isEmpty() ? any(holders) : any(having);
  }

  /** Mostly a freeze that was applied, sometimes one that was not. */
  private Optional<InstructionId> freezeInForce() {
    List<InstructionId> known =
        freezes.stream()
            .filter(each -> random.nextInt(30) == 0 || ledger.find(Freeze.key(each)).isPresent())
            .toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(any(known));
  }

  private ParticipantId mostly(ParticipantId right) {
    return random.nextInt(20) == 0 ? any(everybody) : right;
  }

  private ParticipantId recipient() {
    return random.nextInt(5) == 0 ? any(everybody) : any(holders);
  }

  private Tonnes quantity() {
    return Tonnes.of(1 + (random.nextInt(8) == 0 ? random.nextInt(3_000) : random.nextInt(60)));
  }

  private Optional<Tonnes> some() {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(quantity());
  }

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }
}
