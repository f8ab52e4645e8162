// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * One participant's credits of one batch.
 *
 * @param batch the batch
 * @param frozen serials under a freeze, by the id of the freeze
 * @param held serials at the holder's free disposal
 * @param owner the holder
 */
public record Holding(
    BatchId batch, Map<String, SerialRanges> frozen, SerialRanges held, ParticipantId owner)
    implements LedgerRecord {

  /** The type of holdings. */
  public static final RecordType<Holding> TYPE = new RecordType<>("HOLDING", Holding.class);

  public Holding {
    frozen = Collections.unmodifiableMap(new TreeMap<>(frozen));
  }

  /** The key of a participant's holding of a batch. */
  public static Key<Holding> key(BatchId batch, ParticipantId owner) {
    return TYPE.key(batch.value(), owner.value());
  }

  /** A holding without credits. */
  public static Holding none(BatchId batch, ParticipantId owner) {
    return new Holding(batch, Map.of(), SerialRanges.NONE, owner);
  }

  /** The holding with other serials at free disposal. */
  public Holding withHeld(SerialRanges changed) {
    return new Holding(batch, frozen, changed, owner);
  }

  @Override
  public Key<Holding> key() {
    return key(batch, owner);
  }
}
