// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * The credits of one batch that are withheld against reversal. Nobody owns them.
 *
 * @param batch the batch
 * @param buffered the serials in the buffer
 */
public record BufferHolding(BatchId batch, SerialRanges buffered) implements LedgerRecord {

  /** The type of buffer holdings. */
  public static final RecordType<BufferHolding> TYPE =
      new RecordType<>("BUFFER", BufferHolding.class, Visibility.PUBLIC);

  /** The key of a batch's buffer. */
  public static Key<BufferHolding> key(BatchId batch) {
    return TYPE.key(batch.value());
  }

  /** A batch's buffer as it stands; without credits when it never had any. */
  public static BufferHolding of(Records records, BatchId batch) {
    return records.find(key(batch)).orElseGet(() -> new BufferHolding(batch, SerialRanges.NONE));
  }

  @Override
  public Key<BufferHolding> key() {
    return key(batch);
  }
}
