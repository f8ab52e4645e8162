// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.quantification.CarbonSampling;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Looks over the names of samples: what stands twice, and layers that are left out. The ledger
 * would compute without them, or refuse a report by the name of the sample alone; here it is known
 * in which row it stands.
 */
final class SampleNames {
  private static final Pattern OTHER_HYPHENS = Pattern.compile("[_ ./\u2010-\u2015]+");

  private final Findings findings;
  private final Map<String, Place> seen = new HashMap<>();
  private final Map<Point, TreeMap<Integer, Layer>> points =
      new TreeMap<>(
          Comparator.comparing(Point::stratum).thenComparing(point -> point.id().toString()));

  SampleNames(Findings findings) {
    this.findings = findings;
  }

  /** A point of a sampling. */
  private record Point(String stratum, SampleId id) {}

  /** A layer of a point. */
  private static final class Layer {
    private final Place place;
    private final String name;
    private boolean hasCarbon;

    private Layer(Place place, String name) {
      this.place = place;
      this.name = name;
    }
  }

  /** How a name is probably meant that is not right as it stands. */
  static Optional<Detail> meant(String text, Predicate<String> isRight) {
    String other = OTHER_HYPHENS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("-");
    return Optional.of(other).filter(isRight).map(name -> zh("请写作 %s").en("write %s", name));
  }

  /**
   * Takes a datum of a sample.
   *
   * @param name of the sample, as it stands in the file
   * @param place of the sample's name
   * @param datum where the datum stands
   */
  void add(String stratum, SampleId id, String name, String symbol, Place place, Place datum) {
    Place first = seen.putIfAbsent(stratum + "|" + id + "|" + symbol, datum);
    if (first != null) {
      findings.problem(
          SheetCode.DUPLICATE_SAMPLE,
          datum,
          zh("首次出现在 %s").en("it stands first at %s", first.inWords()),
          name);
    }
    if (id.point().isPresent() && id.layer().isPresent()) {
      Layer layer =
          points
              .computeIfAbsent(new Point(stratum, id.ofAllLayers()), none -> new TreeMap<>())
              .computeIfAbsent(id.layer().get(), none -> new Layer(place, name));
      layer.hasCarbon |= symbol.equals(CarbonSampling.CARBON);
    }
  }

  /** Looks at what is left out, once everything has been read. */
  void finish() {
    points.values().forEach(this::findGaps);
    Map<Point, Integer> deepest = new HashMap<>();
    points.forEach((point, layers) -> deepest.merge(sampling(point), layers.lastKey(), Math::max));
    points.forEach(
        (point, layers) -> {
          if (layers.lastKey() < deepest.get(sampling(point))) {
            Place place = layers.firstEntry().getValue().place;
            findings.note(
                NoteCode.LAYERS_DIFFER,
                new Place(place.sheet(), Optional.empty(), place.column()),
                point.stratum + " " + point.id + " (1-" + layers.lastKey() + ")");
          }
        });
  }

  private static Point sampling(Point point) {
    return new Point(point.stratum, point.id.ofAllPoints());
  }

  private void findGaps(TreeMap<Integer, Layer> layers) {
    int expected = 1;
    for (Map.Entry<Integer, Layer> each : layers.entrySet()) {
      Layer layer = each.getValue();
      if (!layer.hasCarbon) {
        findings.problem(SheetCode.LAYER_WITHOUT_CARBON, layer.place, layer.name);
      } else if (each.getKey() != expected) {
        findings.problem(
            SheetCode.MISSING_LAYER,
            layer.place,
            zh("缺少 L%s").en("L%s is missing", expected),
            layer.name);
      }
      expected = each.getKey() + 1;
    }
  }
}
