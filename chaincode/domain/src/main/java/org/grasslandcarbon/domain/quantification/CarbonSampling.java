// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * One sampling of a stratum, or of its control site, as rows of a report tell it: what tells it
 * from any other is the carbon that was measured at its points, whatever these are called.
 *
 * @param all everything that was measured, in order: carbon, soil, woody plants, by sample
 * @param points the carbon that was measured at each point, by layer, in order
 * @param round 1 at the beginning of the verification period, 2 at its end
 * @param scenario the project's land, or its control site
 * @param stratum the stratum
 */
public record CarbonSampling(
    List<String> all, List<String> points, int round, Scenario scenario, String stratum) {

  /** The datum by which one measurement is told from another. */
  public static final String CARBON = StockChangeData.OC;

  /** Hundredths of a gram a kilogram. */
  private static final int MEASURED_DECIMALS = 2;

  /** The round of the sampling with which a report begins. */
  public static final int FIRST = SampleId.FIRST;

  /** The round of the sampling with which a report ends. */
  public static final int LAST = SampleId.SECOND;

  public CarbonSampling {
    all = List.copyOf(all);
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
    Map<Place, Map<SampleId, Map<String, String>>> found = new TreeMap<>(Place.ORDER);
    for (Datum row : rows) {
      row.sample()
          .flatMap(SampleId::parse)
          .ifPresent(
              id ->
                  found
                      .computeIfAbsent(
                          new Place(id.round(), id.scenario(), row.stratum()),
                          none -> new TreeMap<>(Comparator.comparing(SampleId::toString)))
                      .computeIfAbsent(id, none -> new TreeMap<>())
                      .put(row.symbol(), row.value().toString()));
    }
    return found.entrySet().stream()
        .map(each -> of(each.getKey(), each.getValue()))
        .filter(sampling -> !sampling.points.isEmpty())
        .toList();
  }

  private static CarbonSampling of(Place place, Map<SampleId, Map<String, String>> samples) {
    List<String> all = new ArrayList<>();
    Map<String, List<String>> byPoint = new TreeMap<>();
    samples.forEach(
        (id, values) -> {
          all.add(id.inSampling() + " " + values);
          String carbon = values.get(CARBON);
          if (carbon != null && id.point().isPresent()) {
            byPoint
                .computeIfAbsent(id.point().get(), none -> new ArrayList<>())
                .add(id.layer().orElse(0) + ":" + asMeasured(carbon));
          }
        });
    List<String> points =
        byPoint.values().stream().map(layers -> String.join(" ", layers)).sorted().toList();
    return new CarbonSampling(all, points, place.round, place.scenario, place.stratum);
  }

  /** No laboratory tells contents apart more finely: digits beyond make no other measurement. */
  private static String asMeasured(String carbon) {
    return new BigDecimal(carbon)
        .setScale(MEASURED_DECIMALS, RoundingMode.HALF_EVEN)
        .toPlainString();
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

  /** The digest of the carbon that was measured: equal where the same was measured. */
  public Sha256 digest() {
    return Sha256.of(String.join("\n", points));
  }

  /** The digest of everything that was measured, under the names of its points. */
  public Sha256 wholeDigest() {
    return Sha256.of(String.join("\n", all));
  }

  /** Whether it ends the verification period. */
  public boolean isLast() {
    return round == LAST;
  }
}
