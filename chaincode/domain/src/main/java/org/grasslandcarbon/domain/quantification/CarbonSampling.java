// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * One sampling of a stratum, or of its control site, as rows of a report tell it: what tells it
 * from any other is the carbon that was measured at its points, whatever these are called.
 *
 * @param points what was measured at each point, by layer, in order
 * @param round 1 at the beginning of the verification period, 2 at its end
 * @param scenario the project's land, or its control site
 * @param stratum the stratum
 */
public record CarbonSampling(List<String> points, int round, Scenario scenario, String stratum) {

  public CarbonSampling {
    points = List.copyOf(points);
  }

  /** A stratum and a side of it. */
  private record Place(int round, Scenario scenario, String stratum) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::stratum)
            .thenComparing(Place::scenario)
            .thenComparing(Place::round);
  }

  /** The samplings that rows tell of, in the order of stratum, side and round. */
  public static List<CarbonSampling> of(List<Datum> rows) {
    Map<Place, Map<String, Map<Integer, String>>> found = new TreeMap<>(Place.ORDER);
    for (Datum row : rows) {
      Optional<SampleId> id =
          row.symbol().equals(StockChangeData.OC)
              ? row.sample().flatMap(SampleId::parse)
              : Optional.empty();
      if (id.isPresent() && id.get().point().isPresent()) {
        Place place = new Place(id.get().round(), id.get().scenario(), row.stratum());
        found
            .computeIfAbsent(place, none -> new TreeMap<>())
            .computeIfAbsent(id.get().point().get(), none -> new TreeMap<>())
            .put(id.get().layer().orElse(0), row.value().toString());
      }
    }
    return found.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
  }

  private static CarbonSampling of(Place place, Map<String, Map<Integer, String>> points) {
    List<String> measured = new ArrayList<>();
    for (Map<Integer, String> layers : points.values()) {
      List<String> contents = new ArrayList<>();
      layers.forEach((layer, content) -> contents.add(layer + ":" + content));
      measured.add(String.join(" ", contents));
    }
    measured.sort(Comparator.naturalOrder());
    return new CarbonSampling(measured, place.round, place.scenario, place.stratum);
  }

  /** The round of the sampling with which a report begins. */
  public static final int FIRST = SampleId.FIRST;

  /** The round of the sampling with which a report ends. */
  public static final int LAST = SampleId.SECOND;

  /**
   * A measured value.
   *
   * @param sample point and layer, where it is of one
   * @param symbol the datum
   * @param unit its unit
   * @param value its value
   */
  public record Measured(Optional<String> sample, String symbol, String unit, Decimal value) {}

  /** Measured values as rows of a report. */
  public static List<Datum> rows(
      String stratum, Scenario scenario, int round, int year, List<Measured> values) {
    String sampling = SampleId.of(scenario, round).toString();
    return values.stream()
        .map(
            each ->
                new Datum(
                    Optional.of(sampling + each.sample().map(name -> "-" + name).orElse("")),
                    stratum,
                    each.symbol(),
                    each.unit(),
                    each.value(),
                    year))
        .toList();
  }

  /** The rows of this sampling, under the name that they have in another round. */
  public static List<Datum> renamed(
      List<Datum> rows, String stratum, Scenario scenario, int from, int to, int year) {
    List<Datum> renamed = new ArrayList<>();
    for (Datum row : rows) {
      Optional<SampleId> id = row.sample().flatMap(SampleId::parse);
      if (id.isPresent()
          && row.stratum().equals(stratum)
          && id.get().scenario() == scenario
          && id.get().round() == from) {
        SampleId other = new SampleId(id.get().layer(), id.get().point(), to, scenario);
        renamed.add(
            new Datum(
                Optional.of(other.toString()),
                row.stratum(),
                row.symbol(),
                row.unit(),
                row.value(),
                year));
      }
    }
    return renamed;
  }

  /** The digest of what was measured: equal where the same was measured. */
  public Sha256 digest() {
    return Sha256.of(String.join("\n", points));
  }

  /** Whether it ends the verification period. */
  public boolean isLast() {
    return round == SampleId.SECOND;
  }
}
