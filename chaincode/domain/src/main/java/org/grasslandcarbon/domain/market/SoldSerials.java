// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * Which credits of a batch have been sold once: the project's beneficiaries have had their shares
 * of them, whoever sold them first. What changes hands free of payment stays unsold.
 *
 * @param batch the batch
 * @param serials the serials
 */
public record SoldSerials(BatchId batch, SerialRanges serials) implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<SoldSerials> TYPE =
      new RecordType<>("SOLD_SERIALS", SoldSerials.class, Visibility.PUBLIC);

  /** The key of a batch's record. */
  public static Key<SoldSerials> key(BatchId batch) {
    return TYPE.key(batch.value());
  }

  static SoldSerials of(Records records, BatchId batch) {
    return records.find(key(batch)).orElseGet(() -> new SoldSerials(batch, SerialRanges.NONE));
  }

  @Override
  public Key<SoldSerials> key() {
    return key(batch);
  }
}
