// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * What a settlement bank says that it had at the end of a day, beside what the ledger says.
 *
 * @param asset the asset
 * @param at transaction time
 * @param bank the bank
 * @param corrections what was said before, the oldest first
 * @param day in Beijing
 * @param difference fen that the bank has more than the ledger accounts for; below zero: less
 * @param figures what the bank says
 * @param id the instruction that attested it
 * @param ledgerTotal the ledger's own total at the end of the day
 */
public record Attestation(
    Asset asset,
    Instant at,
    ParticipantId bank,
    @Most(CORRECTIONS_MOST) List<Correction> corrections,
    LocalDate day,
    long difference,
    Figures figures,
    InstructionId id,
    Fen ledgerTotal)
    implements LedgerRecord {

  /** The type of attestations. */
  public static final RecordType<Attestation> TYPE =
      new RecordType<>("ATTESTATION", Attestation.class, BankBook.TYPE.visibility());

  /** A bank that is wrong about one day more often has a problem that figures do not solve. */
  static final int CORRECTIONS_MOST = 20;

  /** A reason is a paragraph; the bank's file says the rest. */
  static final int REASON_MOST = 500;

  /**
   * A bank's figures of the end of a day.
   *
   * @param paidNotConfirmed fen paid out of which the ledger had no confirmation
   * @param receivedNotDeposited fen received of which the ledger had no deposit
   * @param total fen at the bank
   */
  public record Figures(Fen paidNotConfirmed, Fen receivedNotDeposited, Fen total) {
    /** How much more there is than the ledger accounts for. */
    long differenceFrom(Fen ledgerTotal) {
      return total.value()
          - (ledgerTotal.value() + receivedNotDeposited.value() - paidNotConfirmed.value());
    }
  }

  /**
   * That a bank was wrong.
   *
   * @param at transaction time
   * @param id the instruction that corrected it
   * @param reason in words
   * @param was what it had said
   */
  public record Correction(
      Instant at, InstructionId id, @Most(REASON_MOST) String reason, Figures was) {}

  public Attestation {
    corrections = List.copyOf(corrections);
  }

  /** The key of a bank's attestation of a day. */
  public static Key<Attestation> key(ParticipantId bank, Asset asset, LocalDate day) {
    return TYPE.key(bank.value(), asset.value(), day.toString());
  }

  /** The attestation with other figures; what was said before stays to be seen. */
  Attestation corrected(Act act, String reason, Figures right) {
    List<Correction> more = new ArrayList<>(corrections);
    more.add(new Correction(act.time(), act.id(), reason, figures));
    return new Attestation(
        asset, at, bank, more, day, right.differenceFrom(ledgerTotal), right, id, ledgerTotal);
  }

  @Override
  public Key<Attestation> key() {
    return key(bank, asset, day);
  }
}
