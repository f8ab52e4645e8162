// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/** A monitoring report to begin with: the example project's years 2023 and 2024, invented. */
public final class ExampleReport {
  /** An id, where an example needs one. */
  public static final InstructionId ID = new InstructionId("6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02");

  private ExampleReport() {}

  /** The instruction that submits it for {@link ExampleProject#ID}. */
  public static SubmitMonitoringReport submission() {
    return new SubmitMonitoringReport(
        List.of(
            row("S1", "MANAGED_AREA", "ha", "2800", 2023),
            row("S1", "HEAD.SHEEP", "head", "6000", 2023),
            row("S1", "FUEL.DIESEL", "L", "1200", 2023),
            row("S2", "MANAGED_AREA", "ha", "1400", 2023),
            row("S2", "HEAD.SHEEP", "head", "2000", 2023),
            row("S2", "FUEL.DIESEL", "L", "900", 2023),
            row("S1", "MANAGED_AREA", "ha", "3000", 2024),
            row("S1", "HEAD.SHEEP", "head", "6100", 2024),
            row("S1", "FUEL.DIESEL", "L", "1100", 2024),
            row("S2", "MANAGED_AREA", "ha", "1400", 2024),
            row("S2", "HEAD.SHEEP", "head", "2050", 2024),
            row("S2", "FUEL.DIESEL", "L", "950", 2024)),
        List.of(Sha256.of("monitoring report")),
        Optional.empty(),
        new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 12, 31)),
        ExampleProject.ID);
  }

  static Datum row(String stratum, String symbol, String unit, String value, int year) {
    return new Datum(stratum, symbol, unit, Decimal.of(value), year);
  }
}
