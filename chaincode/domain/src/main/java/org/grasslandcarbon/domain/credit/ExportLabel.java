// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Which credits of a batch are set apart for use abroad, so that nothing is counted twice: they are
 * not surrendered or sold at home, and are not set apart again (china-rules E33). The label stays
 * with the serials, whoever gets them.
 *
 * @param batch the batch
 * @param labels in the order in which they were given, disjoint
 */
public record ExportLabel(BatchId batch, @Most(LABELS_MOST) List<Label> labels)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<ExportLabel> TYPE =
      new RecordType<>("EXPORT_LABEL", ExportLabel.class, Visibility.PUBLIC);

  /** A batch is a project's year: a label for each of a hundred buyers abroad. */
  public static final int LABELS_MOST = 100;

  /**
   * Some credits set apart.
   *
   * @param at transaction time
   * @param id the notice
   * @param serials which
   */
  public record Label(Instant at, InstructionId id, SerialRange serials) {}

  public ExportLabel {
    labels = List.copyOf(labels);
  }

  /** The key of a batch's labels. */
  public static Key<ExportLabel> key(BatchId batch) {
    return TYPE.key(batch.value());
  }

  /** The labels of a batch, which may be none. */
  public static ExportLabel of(Records records, BatchId batch) {
    return records.find(key(batch)).orElseGet(() -> new ExportLabel(batch, List.of()));
  }

  /** All credits that are set apart. */
  public SerialRanges serials() {
    SerialRanges all = SerialRanges.NONE;
    for (Label label : labels) {
      all = all.plus(new SerialRanges(List.of(label.serials())));
    }
    return all;
  }

  /** Those of some credits of the batch that no label sets apart. */
  public SerialRanges without(SerialRanges credits) {
    return credits.minus(serials().common(credits));
  }

  /**
   * How many of some credits can be sold at home, because no label sets them apart. What came free
   * of payment waits before it is sold, and only these are counted there: what leaves without
   * having been counted must not take the place of what waits. {@link #key} of the batch is needed.
   */
  public static Tonnes sellable(Records records, Credits credits) {
    return of(records, credits.batch()).without(credits.serials()).quantity();
  }

  /** The batch's labels with one more, of serials that none of them has. */
  public ExportLabel with(Label further) {
    List<Label> more = new ArrayList<>(labels);
    more.add(further);
    return new ExportLabel(batch, more);
  }

  @Override
  public Key<ExportLabel> key() {
    return key(batch);
  }
}
