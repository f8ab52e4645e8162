// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.quantification.Scenario;

/** The samplings of a report. */
final class Samples {
  private static final Sampling NONE = new Sampling();

  private final Map<Place, Sampling> samplings = new HashMap<>();

  /**
   * A name that is not one of a sample has been refused before, or names none.
   *
   * @param names what was read of names before, because each stands in several rows
   */
  Samples(List<Datum> rows, Map<String, Optional<SampleId>> names) {
    for (Datum row : rows) {
      row.sample()
          .flatMap(name -> names.computeIfAbsent(name, SampleId::parse))
          .ifPresent(
              id ->
                  samplings
                      .computeIfAbsent(
                          new Place(row.stratum(), id.scenario(), id.round()),
                          place -> new Sampling())
                      .add(id, row.symbol(), Figure.of(row.value())));
    }
  }

  /** What is sampled at a time. */
  private record Place(String stratum, Scenario scenario, int round) {}

  /** A sampling; one without rows when there is none. */
  Sampling of(String stratum, Scenario scenario, int round) {
    return samplings.getOrDefault(new Place(stratum, scenario, round), NONE);
  }
}
