// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;

/**
 * The rows of samples. Each must have been read by the end: a row that the computation passes over
 * is more often a slip of a name than a wish.
 */
final class SoilSamples {
  private final Workings workings;
  private final Map<Place, Datum> rows = new HashMap<>();
  private final Set<Place> read = new HashSet<>();

  SoilSamples(Workings workings) {
    this.workings = workings;
    for (Datum row : workings.subject().data()) {
      if (row.sample().isPresent()) {
        SampleId id =
            SampleId.parse(row.sample().get())
                .orElseThrow(
                    () ->
                        new RegistryException(
                            ErrorCode.UNKNOWN_DATUM,
                            zh("%s：样品编号须如 WP-1-P07-L1 或 BSL-2")
                                .en("%s: a sample is named like WP-1-P07-L1 or BSL-2", row)));
        rows.put(new Place(id, row.stratum(), row.symbol()), row);
      }
    }
  }

  /** Where a row stands. */
  private record Place(SampleId id, String stratum, String symbol) {}

  /** The value measured on exactly this sample. */
  Optional<Input> find(Stratum stratum, String symbol, SampleId id) {
    Place place = new Place(id, stratum.name(), symbol);
    return Optional.ofNullable(rows.get(place))
        .map(
            row -> {
              read.add(place);
              String label = symbol + " " + stratum.name() + " " + id;
              return workings.entered(Origin.MONITORING, label, symbol, row.value());
            });
  }

  /** The same, which must be there. */
  Input the(Stratum stratum, String symbol, SampleId id) {
    return find(stratum, symbol, id)
        .orElseThrow(
            () ->
                new RegistryException(
                    ErrorCode.STRATA_MISMATCH,
                    zh("缺少分层 %2$s 样品 %3$s 的 %1$s")
                        .en("%s of %s, sample %s is missing", symbol, stratum.name(), id)));
  }

  /** The value of this sample, else of all layers of its point, else of all points. */
  Optional<Input> findNearest(Stratum stratum, String symbol, SampleId id) {
    return find(stratum, symbol, id)
        .or(() -> find(stratum, symbol, id.ofAllLayers()))
        .or(() -> find(stratum, symbol, id.ofAllPoints()))
        .or(() -> find(stratum, symbol, id.ofAllLayers().ofAllPoints()));
  }

  /** The same, which must be there and above zero. */
  Input theNearest(Stratum stratum, String symbol, SampleId id) {
    return positive(
        findNearest(stratum, symbol, id).orElseGet(() -> the(stratum, symbol, id)), symbol);
  }

  private static Input positive(Input input, String symbol) {
    if (input.value().isNegative() || input.value().isZero()) {
      throw new RegistryException(
          ErrorCode.DATA_OUT_OF_RANGE,
          zh("%s 为 %s：%s 须大于 0")
              .en("%s is %s: %s must be above 0", input.symbol(), input.value(), symbol));
    }
    return input;
  }

  /** The points of a sampling: those whose organic carbon was measured, in order of name. */
  SortedSet<String> points(Stratum stratum, Scenario scenario, int round) {
    SortedSet<String> points = new TreeSet<>();
    for (Place place : rows.keySet()) {
      if (place.stratum.equals(stratum.name())
          && place.symbol.equals(StockChangeData.OC)
          && place.id.scenario() == scenario
          && place.id.round() == round) {
        place.id.point().ifPresent(points::add);
      }
    }
    return points;
  }

  /** Refuses a row that nothing read. */
  void requireAllRead() {
    List<Datum> data = workings.subject().data();
    for (Datum row : data) {
      if (row.sample().isPresent()
          && !read.contains(
              new Place(
                  SampleId.parse(row.sample().get()).orElseThrow(), row.stratum(), row.symbol()))) {
        throw new RegistryException(
            ErrorCode.STRATA_MISMATCH,
            zh("%s 不属于任何参与计算的测量").en("%s belongs to no measurement that is computed with", row));
      }
    }
  }
}
