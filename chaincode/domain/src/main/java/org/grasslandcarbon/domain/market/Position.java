// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * When a participant last traded an instrument. What it has listed is in the book, what it holds in
 * its holdings.
 *
 * @param bought the number of the trading day of its last purchase
 * @param instrument the instrument
 * @param participant whose
 * @param sold the number of the trading day of its last sale
 */
public record Position(
    Optional<Integer> bought,
    InstrumentId instrument,
    ParticipantId participant,
    Optional<Integer> sold)
    implements LedgerRecord {

  /** The type of positions. */
  public static final RecordType<Position> TYPE =
      new RecordType<>("POSITION", Position.class, MarketVisibility.OWN.of("/participant"));

  /** The key of a participant's position in an instrument. */
  public static Key<Position> key(InstrumentId instrument, ParticipantId participant) {
    return TYPE.key(instrument.value(), participant.value());
  }

  static Position of(Records records, InstrumentId instrument, ParticipantId participant) {
    return records
        .find(key(instrument, participant))
        .orElseGet(() -> new Position(Optional.empty(), instrument, participant, Optional.empty()));
  }

  /** The day of the last trade of a kind. */
  Optional<Integer> last(Side side) {
    return side == Side.BUY ? bought : sold;
  }

  Position withTrade(Side side, int day) {
    return side == Side.BUY
        ? new Position(Optional.of(day), instrument, participant, sold)
        : new Position(bought, instrument, participant, Optional.of(day));
  }

  @Override
  public Key<Position> key() {
    return key(instrument, participant);
  }
}
