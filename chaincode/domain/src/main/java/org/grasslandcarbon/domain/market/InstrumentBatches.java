// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * The batches of an instrument: numbered without gaps as they are issued.
 *
 * @param batches in their order
 */
public record InstrumentBatches(List<Batch> batches) {
  /**
   * A year's credits come in a batch a report: two where periods cross the year, and one to see.
   */
  private static final int EXPECTED = 3;

  /** What a batch's number has digits for. */
  private static final int MOST = 999;

  /** All that were issued. */
  public static InstrumentBatches of(Records records, InstrumentId instrument) {
    List<Batch> found = new ArrayList<>();
    for (int i = 1; i <= MOST; i++) {
      Optional<Batch> batch = records.find(Batch.key(id(instrument, i)));
      if (batch.isEmpty()) {
        break;
      }
      found.add(batch.get());
    }
    return new InstrumentBatches(List.copyOf(found));
  }

  private static BatchId id(InstrumentId instrument, int number) {
    return BatchId.of(instrument.project(), instrument.vintage(), number);
  }

  /** The batches that an instrument has as a rule. */
  static List<BatchId> expected(InstrumentId instrument) {
    return IntStream.rangeClosed(1, EXPECTED).mapToObj(i -> id(instrument, i)).toList();
  }

  Tonnes issued() {
    return batches.stream().map(Batch::issued).reduce(Tonnes.ZERO, Tonnes::plus);
  }

  /** What a participant holds of them, free or frozen. */
  Tonnes heldBy(Records records, ParticipantId who) {
    Tonnes held = Tonnes.ZERO;
    for (Batch batch : batches) {
      Holding holding = Holding.of(records, batch.id(), who);
      held = held.plus(holding.held().quantity()).plus(holding.frozenQuantity());
    }
    return held;
  }
}
