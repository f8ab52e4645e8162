// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.time.Instant;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * A part of a project's monitoring data, for reports that name it. It is never changed; a part with
 * a slip in it is left unnamed, and another takes its place.
 *
 * @param data the rows
 * @param id the id of the instruction that submitted it
 * @param project the project
 * @param submittedAt transaction time
 */
public record MonitoringData(
    @Most(SubmitMonitoringReport.ROWS_MOST) List<Datum> data,
    InstructionId id,
    InstructionId project,
    Instant submittedAt)
    implements LedgerRecord {

  /** The type of parts of monitoring data. */
  public static final RecordType<MonitoringData> TYPE =
      new RecordType<>("MONITORING_DATA", MonitoringData.class, Visibility.PUBLIC);

  public MonitoringData {
    data = List.copyOf(data);
  }

  /** The key of a part. */
  public static Key<MonitoringData> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  @Override
  public Key<MonitoringData> key() {
    return key(id);
  }
}
