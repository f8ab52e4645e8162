// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * The data of a report and the worksheet computed from them. A report has one for what the owner
 * submitted, and a second when the certifier corrected data; neither is ever changed.
 *
 * @param data the rows
 * @param quantification the worksheet
 * @param report the report
 * @param round whose data they are
 */
public record ReportQuantification(
    @Most(SubmitMonitoringReport.ROWS_MOST) List<Datum> data,
    Quantification quantification,
    InstructionId report,
    Round round)
    implements LedgerRecord {

  /** The type of report quantifications. */
  public static final RecordType<ReportQuantification> TYPE =
      new RecordType<>("QUANTIFICATION", ReportQuantification.class);

  public ReportQuantification {
    data = List.copyOf(data);
  }

  /** Whose data a worksheet was computed from. */
  public enum Round {
    /** The owner's. */
    SUBMITTED,
    /** The owner's with the certifier's corrections. */
    VERIFIED
  }

  /** The key of a report's worksheet. */
  public static Key<ReportQuantification> key(InstructionId report, Round round) {
    return TYPE.key(report.value(), round.name());
  }

  /** The data with corrections: each takes the place of the same datum, or is added. */
  List<Datum> corrected(List<Datum> corrections) {
    List<Datum> changed = new ArrayList<>(data);
    for (Datum correction : corrections) {
      changed.removeIf(correction::isSameAs);
    }
    changed.addAll(corrections);
    return changed;
  }

  @Override
  public Key<ReportQuantification> key() {
    return key(report, round);
  }
}
