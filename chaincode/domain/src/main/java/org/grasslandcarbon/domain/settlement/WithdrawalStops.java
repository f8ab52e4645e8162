// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * How many venues that settle at a bank have it in their rules that an open difference of the bank
 * stops withdrawals (LEDGER section 6). As long as there is one, whoever would be first could take
 * out what others have.
 *
 * @param asset the asset
 * @param bank the bank
 * @param venues how many, by the rules of their newest days
 */
public record WithdrawalStops(Asset asset, ParticipantId bank, int venues) implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<WithdrawalStops> TYPE =
      new RecordType<>("WITHDRAWAL_STOPS", WithdrawalStops.class, BankBook.TYPE.visibility());

  /** The key of a bank's. */
  public static Key<WithdrawalStops> key(ParticipantId bank, Asset asset) {
    return TYPE.key(bank.value(), asset.value());
  }

  private static WithdrawalStops of(Records records, ParticipantId bank, Asset asset) {
    return records.find(key(bank, asset)).orElseGet(() -> new WithdrawalStops(asset, bank, 0));
  }

  /** A venue's rules say now what they did not, or no longer what they did. */
  public static void change(Act act, ParticipantId bank, Asset asset, boolean stops) {
    WithdrawalStops found = of(act, bank, asset);
    act.write(new WithdrawalStops(asset, bank, found.venues + (stops ? 1 : -1)));
  }

  /** Keys that {@link #requireNone} needs. */
  static List<Key<?>> keys(ParticipantId bank, Asset asset) {
    return List.of(key(bank, asset), LatestAttestation.key(bank, asset));
  }

  /** Refuses a withdrawal while bank and ledger do not agree and a venue's rules stop it. */
  static void requireNone(Act act, ParticipantId bank, Asset asset) {
    if (of(act, bank, asset).venues > 0) {
      act.requireNone(
          Attestations.openDifference(act, bank, asset).stream()
              .mapToObj(
                  difference ->
                      zh("%s 最近一次日终核对的差额为 %s 分")
                          .en("the latest attestation of %s differs by %s fen", bank, difference))
              .findFirst(),
          ErrorCode.WITHDRAWALS_STOPPED);
    }
  }

  @Override
  public Key<WithdrawalStops> key() {
    return key(bank, asset);
  }
}
