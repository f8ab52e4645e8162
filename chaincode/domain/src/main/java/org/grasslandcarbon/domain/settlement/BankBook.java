// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * How much money of an asset a settlement bank has on the ledger: deposits less reversals and
 * confirmed withdrawals, as it stood at the end of each of the last days. All accounts at the bank
 * are parts of it, so that one that is within {@link Fen} keeps every sum within it.
 *
 * @param asset the asset
 * @param bank the bank
 * @param days the total at the end of each day on which it changed or that follows an attested one,
 *     the newest last
 */
public record BankBook(Asset asset, ParticipantId bank, @Most(DAYS_MOST) List<Day> days)
    implements LedgerRecord {

  /** The type of banks' books. */
  public static final RecordType<BankBook> TYPE =
      new RecordType<>(
          "BANK_BOOK",
          BankBook.class,
          Visibility.to(Audience.PARTIES, Audience.EXCHANGE, Audience.OFFICES, Audience.AUDITOR)
              .of("/bank"));

  /**
   * The longest holidays with room for a month of trouble at the bank; every deposit writes them
   * all, some 2 KB.
   */
  static final int DAYS_MOST = 40;

  /**
   * A day and the total at its end.
   *
   * @param day in Beijing
   * @param total fen
   */
  public record Day(LocalDate day, Fen total) {}

  public BankBook {
    days = List.copyOf(days);
  }

  /** The key of a bank's book of an asset. */
  public static Key<BankBook> key(ParticipantId bank, Asset asset) {
    return TYPE.key(bank.value(), asset.value());
  }

  /** A book as it stands; empty when nothing was ever paid in. */
  public static BankBook of(Records records, ParticipantId bank, Asset asset) {
    return records.find(key(bank, asset)).orElseGet(() -> new BankBook(asset, bank, List.of()));
  }

  /** The total now. */
  public Fen total() {
    return days.isEmpty() ? Fen.ZERO : days.get(days.size() - 1).total();
  }

  /** The total at the end of a day; empty when it is so early that it is not kept any more. */
  public Optional<Fen> totalAtEndOf(LocalDate day) {
    for (int i = days.size() - 1; i >= 0; i--) {
      if (!days.get(i).day().isAfter(day)) {
        return Optional.of(days.get(i).total());
      }
    }
    return days.size() < DAYS_MOST ? Optional.of(Fen.ZERO) : Optional.empty();
  }

  /**
   * The book with another total as of a day, or as of its newest day when that is later: the
   * instructions of two gateways around midnight may come in another order than their times, and
   * the total of a day that has been followed by another stands.
   */
  BankBook withTotal(LocalDate day, Fen total) {
    List<Day> changed = new ArrayList<>(days);
    LocalDate at = day;
    if (!days.isEmpty() && !days.get(days.size() - 1).day().isBefore(day)) {
      at = changed.remove(changed.size() - 1).day();
    }
    changed.add(new Day(at, total));
    int surplus = Math.max(0, changed.size() - DAYS_MOST);
    return new BankBook(asset, bank, changed.subList(surplus, changed.size()));
  }

  /** The book in which a day has been followed by another, so that its total stands for good. */
  BankBook closing(LocalDate day) {
    return withTotal(day.plusDays(1), total());
  }

  @Override
  public Key<BankBook> key() {
    return key(bank, asset);
  }
}
