// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * How many of a participant's instructions were refused, and journaled, in an hour. A record of its
 * own, read and written only where somebody is refused: no other instruction of the participant has
 * to do with it.
 *
 * @param count in that hour
 * @param hour when it began
 * @param participant whose instructions
 */
public record RefusalCount(int count, Instant hour, ParticipantId participant)
    implements LedgerRecord {

  /** The type of these counts. */
  public static final RecordType<RefusalCount> TYPE =
      new RecordType<>("REFUSALS", RefusalCount.class, Visibility.ACCOUNT.of("/participant"));

  /** The key of a participant's count. */
  public static Key<RefusalCount> key(ParticipantId participant) {
    return TYPE.key(participant.value());
  }

  /**
   * A participant's count at a time. Transactions of two gateways need not come in the order of
   * their times: one that is of the hour before counts with the present hour.
   */
  public static RefusalCount at(Instant time, Records records, ParticipantId participant) {
    Instant hour = time.truncatedTo(ChronoUnit.HOURS);
    return records
        .find(key(participant))
        .filter(found -> !found.hour.isBefore(hour))
        .orElseGet(() -> new RefusalCount(0, hour, participant));
  }

  /** The count with one more. */
  public RefusalCount plusOne() {
    return new RefusalCount(count + 1, hour, participant);
  }

  @Override
  public Key<RefusalCount> key() {
    return key(participant);
  }
}
