// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Quantification.Line;

/**
 * The lines of a worksheet by equation and symbol. A stratum's name has no blanks, so the words of
 * a symbol are what is computed, the stratum, and the sample or year.
 */
final class Sheet {
  /** VM0042's equations and those of Tier 1, by the ids under which they stand in worksheets. */
  static final String SOIL_MASS = "3a";

  static final String STOCK_BY_MASS = "3";
  static final String STOCK_BY_DEPTH = "4";
  static final String MEAN = "46/47a";
  static final String YEARS = "46/47b";
  static final String SOIL_OF_STRATUM = "T1-5";

  private final Map<String, List<Line>> byEquation = new HashMap<>();
  private final Map<String, Figure> means = new HashMap<>();

  Sheet(Quantification quantification) {
    for (Line line : quantification.lines()) {
      byEquation.computeIfAbsent(line.equation(), id -> new ArrayList<>()).add(line);
    }
    of(MEAN).forEach(line -> means.put(line.symbol(), line.value()));
  }

  /** The lines of an equation, in order. */
  List<Line> of(String equation) {
    return byEquation.getOrDefault(equation, List.of());
  }

  /** The mean stock of a sampling. */
  Optional<Figure> mean(String stratum, String sampling) {
    return Optional.ofNullable(means.get("SOC_MEAN " + stratum + " " + sampling));
  }

  /** The years between the samplings, where there are samplings. */
  Optional<Figure> years() {
    return of(YEARS).stream().findFirst().map(Line::value);
  }
}
