// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.value.DateRange;

/**
 * What an algorithm computes from.
 *
 * @param data the monitoring data
 * @param earlier what the verified reports of earlier days counted
 * @param parameters the version's parameters
 * @param period the monitoring period
 * @param startDate the day on which the project began
 * @param strata the project's strata
 * @param uncertainty the version's deduction table
 */
public record Subject(
    List<Datum> data,
    Earlier earlier,
    Parameters parameters,
    DateRange period,
    LocalDate startDate,
    List<Stratum> strata,
    Uncertainty uncertainty) {

  public Subject {
    data = List.copyOf(data);
    strata = List.copyOf(strata);
  }

  /** The first report of a project. */
  public Subject(
      List<Datum> data,
      Parameters parameters,
      DateRange period,
      LocalDate startDate,
      List<Stratum> strata,
      Uncertainty uncertainty) {
    this(data, Earlier.NONE, parameters, period, startDate, strata, uncertainty);
  }
}
