// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * How many listings and takings a participant has given at a venue in the minute of its last one.
 *
 * @param minute minutes since 1970
 * @param orders how many in it
 * @param participant whose
 * @param venue where
 */
public record OrderCount(long minute, int orders, ParticipantId participant, VenueId venue)
    implements LedgerRecord {

  /** The type of counts. */
  public static final RecordType<OrderCount> TYPE =
      new RecordType<>("ORDER_COUNT", OrderCount.class, MarketVisibility.OWN.of("/participant"));

  private static final long SECONDS_PER_MINUTE = 60;

  /** The key of a participant's count at a venue. */
  public static Key<OrderCount> key(VenueId venue, ParticipantId participant) {
    return TYPE.key(venue.value(), participant.value());
  }

  /**
   * Counts one more order.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code TOO_MANY_ORDERS}
   */
  static void add(Act act, VenueId venue, int most) {
    long now = Math.floorDiv(act.time().getEpochSecond(), SECONDS_PER_MINUTE);
    ParticipantId who = act.actor().id();
    OrderCount last = act.find(key(venue, who)).orElse(new OrderCount(now, 0, who, venue));
    // Times that go back and forth a little make no new minute.
    long minute = Math.max(now, last.minute);
    int before = last.minute == minute ? last.orders : 0;
    act.require(
        before < most,
        ErrorCode.TOO_MANY_ORDERS,
        zh("每分钟至多 %s 笔申报").en("at most %s orders a minute are taken", most));
    act.write(new OrderCount(minute, before + 1, who, venue));
  }

  @Override
  public Key<OrderCount> key() {
    return key(venue, participant);
  }
}
