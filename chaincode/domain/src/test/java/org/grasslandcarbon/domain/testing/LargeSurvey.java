// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;

/** A survey of {@link StockChangeProject} with many points: its report needs several parts. */
public final class LargeSurvey {
  /** Rows of a part that stay below 64 KiB with room. */
  public static final int PART_ROWS = 500;

  private static final int YEAR = 2024;

  private LargeSurvey() {}

  /** The rows of the years 2023 and 2024 with a number of points in each stratum and sampling. */
  public static List<Datum> rows(int points) {
    List<Datum> rows = new ArrayList<>();
    for (Datum row : StockChangeProject.data(2023, YEAR, "0.8")) {
      boolean isOfPoint = row.sample().filter(sample -> sample.contains("-P")).isPresent();
      if (!isOfPoint) {
        rows.add(row);
      }
    }
    for (String sampling : List.of("WP-1", "WP-2", "BSL-1", "BSL-2")) {
      for (int point = 1; point <= points; point++) {
        String name = sampling + "-P" + point;
        String carbon = (sampling.equals("WP-2") ? "25." : "24.") + (10 + point * 7 % 90);
        rows.add(row("S1", name + "-L1", "SOIL_MASS", "g", "270"));
        rows.add(row("S1", name + "-L1", "OC", "g/kg", carbon));
        rows.add(row("S1", name + "-L2", "SOIL_MASS", "g", "195"));
        rows.add(row("S1", name + "-L2", "OC", "g/kg", "14.8"));
        rows.add(row("S2", name + "-L1", "BULK_DENSITY", "g/cm3", "1.21"));
        rows.add(row("S2", name + "-L1", "OC", "g/kg", carbon));
      }
    }
    return rows;
  }

  private static Datum row(
      String stratum, String sample, String symbol, String unit, String value) {
    return new Datum(Optional.of(sample), stratum, symbol, unit, Decimal.of(value), YEAR);
  }

  /** Submits all rows in parts and answers the report that names them and has none of its own. */
  public static SubmitMonitoringReport inParts(
      StockChangeProject measured, InstructionId project, List<Datum> rows) {
    List<InstructionId> parts = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += PART_ROWS) {
      List<Datum> part = rows.subList(from, Math.min(rows.size(), from + PART_ROWS));
      parts.add(
          measured.projects.ledger.apply(
              measured.projects.owner, new SubmitMonitoringData(part, project)));
    }
    SubmitMonitoringReport small = measured.report(project, 2023, YEAR, "0.8");
    return new SubmitMonitoringReport(
        List.of(),
        Optional.of(parts),
        small.documents(),
        small.gapExplanation(),
        small.period(),
        project);
  }
}
