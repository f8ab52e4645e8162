// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Quantification.Line;
import org.grasslandcarbon.domain.quantification.SampleId;

/** Masses of soil per hectare as a worksheet has them (equation 3a), by layer and by point. */
final class Masses {
  private final Map<String, SortedMap<String, List<Figure>>> layers = new HashMap<>();
  private final Map<String, SortedMap<String, Figure>> points = new HashMap<>();

  Masses(Sheet sheet) {
    sheet.of(Sheet.SOIL_MASS).forEach(this::add);
  }

  /** MASS S1 WP-1-P01-L1. */
  private void add(Line line) {
    String symbol = line.symbol();
    String sample = symbol.substring(symbol.lastIndexOf(' ') + 1);
    String place = symbol.substring(symbol.indexOf(' ') + 1, symbol.lastIndexOf(' ') + 1);
    int afterSampling = sample.indexOf('-', sample.indexOf('-') + 1);
    int afterPoint = sample.lastIndexOf('-');
    String sampling = place + sample.substring(0, afterSampling);
    layers
        .computeIfAbsent(sampling, name -> new TreeMap<>())
        .computeIfAbsent(sample.substring(afterPoint + 1), name -> new ArrayList<>())
        .add(line.value());
    points
        .computeIfAbsent(sampling, name -> new TreeMap<>())
        .merge(sample.substring(afterSampling + 1, afterPoint), line.value(), Figure::plus);
  }

  /** The masses of the points of a sampling by layer, e.g. {@code L1}. */
  SortedMap<String, List<Figure>> layers(String stratum, SampleId sampling) {
    return layers.getOrDefault(stratum + " " + sampling, new TreeMap<>());
  }

  /** The mass of all layers of each point of a sampling, by point. */
  SortedMap<String, Figure> points(String stratum, SampleId sampling) {
    return points.getOrDefault(stratum + " " + sampling, new TreeMap<>());
  }
}
