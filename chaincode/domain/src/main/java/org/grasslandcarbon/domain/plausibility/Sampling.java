// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.SampleId;

/** The rows of one sampling of a stratum, on the project's land or its control site. */
final class Sampling {
  static final String OC = "OC";
  static final String SOIL_MASS = "SOIL_MASS";
  static final String BULK_DENSITY = "BULK_DENSITY";
  static final String COARSE_FRACTION = "COARSE_FRACTION";
  static final String LAYER_DEPTH = "LAYER_DEPTH";
  static final String PROBE_DIAMETER = "PROBE_DIAMETER";
  static final String CORES = "CORES";

  /** Columns of a point's layers. */
  static final String LAYERS = "LAYERS";

  private static final Map<String, String> UNITS =
      Map.of(
          OC,
          "g/kg",
          SOIL_MASS,
          "g",
          BULK_DENSITY,
          "g/cm3",
          LAYER_DEPTH,
          "cm",
          PROBE_DIAMETER,
          "mm",
          CORES,
          "1",
          LAYERS,
          "1");

  /** What tells how a sampling was done, and what it was not meant to find. */
  private static final List<String> OF_THE_SCHEME = List.of(PROBE_DIAMETER, CORES, LAYER_DEPTH);

  /** What is measured at every point and layer. */
  private static final List<String> OF_A_POINT = List.of(OC, SOIL_MASS, BULK_DENSITY);

  private final Map<Cell, Figure> rows = new HashMap<>();
  private final SortedMap<String, SortedMap<String, Figure>> points = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Figure>> columns = new TreeMap<>();

  private final Map<String, Series> series = new HashMap<>();
  private SortedMap<String, SortedSet<Figure>> scheme;

  /** Where a value stands. */
  private record Cell(SampleId id, String symbol) {}

  void add(SampleId id, String symbol, Figure value) {
    boolean isOfPoint = id.point().isPresent() && OF_A_POINT.contains(symbol);
    if (!isOfPoint || symbol.equals(BULK_DENSITY)) {
      rows.put(new Cell(id, symbol), value);
    }
    if (isOfPoint) {
      String point = id.point().get();
      String column = id.layer().isPresent() ? symbol + " L" + id.layer().get() : symbol;
      points.computeIfAbsent(point, name -> new TreeMap<>()).put(column, value);
      columns.computeIfAbsent(column, name -> new TreeMap<>()).put(point, value);
    }
  }

  /** What was measured at each point, by symbol and layer. */
  SortedMap<String, SortedMap<String, Figure>> points() {
    return points;
  }

  /** What was measured of each symbol and layer, e.g. {@code OC L1}, by point. */
  SortedMap<String, SortedMap<String, Figure>> columns() {
    return columns;
  }

  /** The unit of a symbol, which a layer may follow. */
  static String unit(String column) {
    int end = column.indexOf(' ');
    return UNITS.get(end < 0 ? column : column.substring(0, end));
  }

  /** The values of a symbol and layer. */
  Optional<Series> column(String name) {
    return Optional.ofNullable(columns.get(name))
        .map(each -> series.computeIfAbsent(name, key -> new Series(List.copyOf(each.values()))));
  }

  /** A value of the whole sampling. */
  Optional<Figure> whole(String symbol, SampleId sampling) {
    return Optional.ofNullable(rows.get(new Cell(sampling, symbol)));
  }

  /** The value of this sample, else of all layers of its point, else of all points. */
  private Optional<Figure> nearest(String symbol, SampleId id) {
    return whole(symbol, id)
        .or(() -> whole(symbol, id.ofAllLayers()))
        .or(() -> whole(symbol, id.ofAllPoints()))
        .or(() -> whole(symbol, id.ofAllLayers().ofAllPoints()));
  }

  /** The density of fine soil, by layer, where density was measured. */
  SortedMap<String, List<Figure>> densities() {
    SortedMap<String, List<Figure>> found = new TreeMap<>();
    rows.forEach(
        (cell, density) -> {
          if (cell.symbol.equals(BULK_DENSITY)) {
            Figure coarse = nearest(COARSE_FRACTION, cell.id).orElse(Figure.ZERO);
            found
                .computeIfAbsent(layer(cell.id), name -> new ArrayList<>())
                .add(density.times(Figure.of(1).minus(coarse)));
          }
        });
    return found;
  }

  static String layer(SampleId id) {
    return id.layer().map(number -> "L" + number).orElse("");
  }

  /** How it was done: the values of the probe, the cores and the depth of each layer. */
  SortedMap<String, SortedSet<Figure>> scheme() {
    if (scheme == null) {
      scheme = findScheme();
    }
    return scheme;
  }

  private SortedMap<String, SortedSet<Figure>> findScheme() {
    SortedMap<String, SortedSet<Figure>> found = new TreeMap<>();
    rows.forEach(
        (cell, value) -> {
          if (OF_THE_SCHEME.contains(cell.symbol)) {
            String depth = cell.symbol.equals(LAYER_DEPTH) ? " " + layer(cell.id) : "";
            found.computeIfAbsent(cell.symbol + depth, name -> inOrder()).add(value);
          }
        });
    points
        .values()
        .forEach(
            values ->
                found
                    .computeIfAbsent(LAYERS, name -> inOrder())
                    .add(Figure.of(values.keySet().stream().filter(Sampling::isCarbon).count())));
    return found;
  }

  private static SortedSet<Figure> inOrder() {
    return new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
  }

  static boolean isCarbon(String column) {
    return column.equals(OC) || column.startsWith(OC + " ");
  }
}
