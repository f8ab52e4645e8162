// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.error.RegistryException.require;
import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * The data of a report and the worksheet computed from them. A report has one for what the owner
 * submitted, and a second when the certifier corrected data; neither is ever changed.
 *
 * @param data the rows
 * @param flags what is implausible; absent where the version has no rules for it
 * @param quantification the worksheet
 * @param report the report
 * @param round whose data they are
 */
public record ReportQuantification(
    @Most(ReportQuantification.ROWS_MOST) List<Datum> data,
    @Most(Flag.FLAGS_MOST) Optional<List<Flag>> flags,
    Quantification quantification,
    InstructionId report,
    Round round)
    implements LedgerRecord {

  /** The type of report quantifications. */
  public static final RecordType<ReportQuantification> TYPE =
      new RecordType<>("QUANTIFICATION", ReportQuantification.class, Visibility.PUBLIC);

  /** Rows of a report with all its parts: some 600 sampling points of two layers. */
  public static final int ROWS_MOST = 5_000;

  /** Leaves room for the other records of a transaction, which writes 4 MiB at most. */
  private static final int BYTES_MOST = 3 * 1024 * 1024;

  public ReportQuantification {
    data = List.copyOf(data);
    flags = flags.map(List::copyOf);
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

  /**
   * Refuses what no transaction can carry.
   *
   * @throws RegistryException {@code TOO_LARGE}
   */
  void requireStorable() {
    require(
        data.size() <= ROWS_MOST,
        ErrorCode.TOO_LARGE,
        zh("报告最多 %s 行，现为 %s 行")
            .en("a report has at most %s rows, these are %s", ROWS_MOST, data.size()));
    int bytes = Codec.write(this).length;
    require(
        bytes <= BYTES_MOST,
        ErrorCode.TOO_LARGE,
        zh("数据行和核算表共 %s 字节，上限为 %s 字节：请缩短监测期或减少样点")
            .en(
                "rows and worksheet have %s bytes, %s are allowed: report a shorter period or fewer points",
                bytes, BYTES_MOST));
  }

  @Override
  public Key<ReportQuantification> key() {
    return key(report, round);
  }
}
