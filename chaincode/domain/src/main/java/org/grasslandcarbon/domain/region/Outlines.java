// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Outline;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Ring;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Where provinces lie, for orientation and to within some kilometres: enough to ask why land lies
 * elsewhere than is stated. It is no statement on any border, and no rule refuses by it. The file
 * beside this class says what it was made from; a division has the outline of its province.
 */
public final class Outlines {
  private static final String FILE = "provinces.txt";
  private static final int UNITS_PER_THOUSANDTH = 10_000;

  /** Finer than the outlines are, so that what is nearly at the limit reads as it was judged. */
  private static final int DECIMALS = 1;

  /** Read when the first design is flagged. */
  private static final class Loaded {
    private static final SortedMap<RegionCode, List<Ring>> RINGS = load();
    private static final SortedMap<RegionCode, Outline> PROVINCES = outlines();
    private static final Outline COUNTRY =
        new Outline(RINGS.values().stream().flatMap(Collection::stream).toList());

    private static SortedMap<RegionCode, Outline> outlines() {
      SortedMap<RegionCode, Outline> outlines = new TreeMap<>();
      RINGS.forEach((code, rings) -> outlines.put(code, new Outline(rings)));
      return outlines;
    }
  }

  private Outlines() {}

  /**
   * How far land reaches beyond outlines, in kilometres; zero where it lies within.
   *
   * @param country from that corner of it which lies farthest from its province
   * @param region beyond its province; beyond the country where the province has no outline
   */
  public record Beyond(Decimal country, Decimal region) {}

  /** The provinces that have one. */
  public static SortedSet<RegionCode> provinces() {
    return new TreeSet<>(Loaded.PROVINCES.keySet());
  }

  /** How far a valid boundary reaches beyond the province of a division, and the country. */
  public static Beyond beyond(Boundary land, RegionCode region) {
    Outline province = Loaded.PROVINCES.getOrDefault(region.province(), Loaded.COUNTRY);
    return province
        .beyond(land)
        .map(far -> new Beyond(rounded(abroad(far.corner())), rounded(far.kilometres())))
        .orElseGet(() -> new Beyond(rounded(0), rounded(0)));
  }

  private static double abroad(Point corner) {
    boolean isInside = Loaded.PROVINCES.values().stream().anyMatch(each -> each.surrounds(corner));
    return isInside ? 0 : Loaded.COUNTRY.kilometres(corner);
  }

  private static Decimal rounded(double kilometres) {
    return new Decimal(new BigDecimal(kilometres).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static SortedMap<RegionCode, List<Ring>> load() {
    SortedMap<RegionCode, List<Ring>> outlines = new TreeMap<>();
    try (InputStream stream = Outlines.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      List<Ring> rings = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("@")) {
          rings = new ArrayList<>();
          outlines.put(new RegionCode(line.substring(1)), rings);
        } else if (!line.startsWith("#")) {
          rings.add(ring(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outlines;
  }

  /** A corner, and then the way from each to the next. */
  private static Ring ring(String line) {
    List<Point> points = new ArrayList<>();
    int longitude = 0;
    int latitude = 0;
    for (String step : line.split(" ")) {
      int comma = step.indexOf(',');
      longitude += Integer.parseInt(step.substring(0, comma));
      latitude += Integer.parseInt(step.substring(comma + 1));
      points.add(new Point(longitude * UNITS_PER_THOUSANDTH, latitude * UNITS_PER_THOUSANDTH));
    }
    points.add(points.get(0));
    return new Ring(points);
  }
}
