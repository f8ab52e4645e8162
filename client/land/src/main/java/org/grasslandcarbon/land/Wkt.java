// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a .prj file (OGC 01-009, "WKT 1", as ESRI and GDAL write it). What it says is
 * believed, and not the name that it has: names differ from program to program, and the datum, the
 * projection and its numbers do not.
 */
final class Wkt {
  /** Characters of a .prj; they have some 600. */
  static final int CHARACTERS_MOST = 16_384;

  /** Keywords within keywords; there are five levels. */
  private static final int DEPTH_MOST = 20;

  private static final double DEGREE = Math.PI / 180;

  /** Numbers are written with nine decimals or more. */
  private static final double CLOSE = 1e-9;

  private final String text;
  private final LandPlace place;
  private int at;

  private Wkt(String text, LandPlace place) {
    this.text = text;
    this.place = place;
  }

  /** A keyword with what stands in its brackets. */
  private record Node(String keyword, List<String> values, List<Node> nodes) {
    Optional<Node> child(String... keywords) {
      return nodes.stream()
          .filter(node -> Stream.of(keywords).anyMatch(node.keyword::equals))
          .findFirst();
    }

    String name() {
      return values.isEmpty()
          ? ""
          : values.get(0).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }

    Optional<Double> number(int index) {
      try {
        return Optional.of(Double.valueOf(values.get(index).strip()));
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * The system that a .prj describes.
   *
   * @throws LandException {@code UNKNOWN_CRS}, {@code OTHER_DATUM} or {@code SHIFTED_DATUM}
   */
  static Crs read(String text, LandPlace place) {
    Wkt wkt = new Wkt(text.strip(), place);
    Node root = wkt.node(0);
    if (wkt.at != wkt.text.length()) {
      throw wkt.unknown();
    }
    return wkt.crs(root);
  }

  private Crs crs(Node root) {
    if (Crs.SHIFTED.matcher(text.toUpperCase(Locale.ROOT)).matches()) {
      throw new LandException(LandCode.SHIFTED_DATUM, place);
    }
    boolean isProjected = root.keyword.equals("PROJCS");
    Node geographic = isProjected ? root.child("GEOGCS").orElseThrow(this::unknown) : root;
    if (!geographic.keyword.equals("GEOGCS")) {
      throw unknown();
    }
    boolean isChinese = isChinese(geographic);
    requireUsual(geographic);
    if (!isProjected) {
      return isChinese ? Degrees.CGCS2000 : Degrees.WGS_84;
    }
    require(isOne(root.child("UNIT").flatMap(unit -> unit.number(1))));
    String projection = root.child("PROJECTION").map(Node::name).orElse("");
    return switch (projection) {
      case "GAUSS_KRUGER", "TRANSVERSE_MERCATOR" -> zone(root, isChinese);
      case "MERCATOR_AUXILIARY_SPHERE", "POPULAR_VISUALISATION_PSEUDO_MERCATOR" ->
          webMercator(root);
      case "MERCATOR_1SP", "MERCATOR" -> {
        require(root.child("EXTENSION").isPresent() && text.contains("+b=6378137"));
        yield webMercator(root);
      }
      default -> throw unknown();
    };
  }

  private boolean isChinese(Node geographic) {
    String datum = geographic.child("DATUM").map(Node::name).orElse("");
    if (datum.contains("BEIJING") || datum.contains("XIAN")) {
      throw new LandException(
          LandCode.OTHER_DATUM, place, zh("基准 %1$s").en("datum %1$s", Crs.shown(datum)));
    }
    boolean isChinese =
        datum.contains("CHINA_2000")
            || datum.contains("CGCS2000")
            || datum.contains("CHINA_GEODETIC_COORDINATE_SYSTEM_2000");
    require(isChinese || datum.endsWith("WGS_1984") || datum.endsWith("WGS84"));
    return isChinese;
  }

  /** Degrees from Greenwich, as all systems that are read have them. */
  private void requireUsual(Node geographic) {
    require(
        geographic
            .child("PRIMEM")
            .flatMap(meridian -> meridian.number(1))
            .map(degrees -> degrees == 0)
            .orElse(true));
    require(
        geographic
            .child("UNIT")
            .flatMap(unit -> unit.number(1))
            .map(radians -> Math.abs(radians - DEGREE) < CLOSE)
            .orElse(false));
  }

  private Crs zone(Node root, boolean isChinese) {
    require(isChinese);
    require(isOne(Optional.of(parameter(root, "SCALE_FACTOR", 1))));
    require(parameter(root, "LATITUDE_OF_ORIGIN", 0) == 0);
    require(parameter(root, "FALSE_NORTHING", 0) == 0);
    double meridian = parameter(root, "CENTRAL_MERIDIAN", 0);
    double east = parameter(root, "FALSE_EASTING", 0);
    require(
        meridian == Math.rint(meridian) && meridian % 3 == 0 && meridian >= 75 && meridian <= 135);
    int prefix = (int) Math.floor(east / Metres.ZONE);
    require(east - prefix * Metres.ZONE == 500_000);
    GaussKrueger three = GaussKrueger.threeDegrees((int) meridian / 3);
    if (prefix == 0) {
      return new GaussKrueger((int) meridian, 3, false);
    }
    if (prefix == three.zone()) {
      return three;
    }
    GaussKrueger six = new GaussKrueger((int) meridian, 6, true);
    require(meridian % 6 == 3 && prefix == six.zone());
    return six;
  }

  private Crs webMercator(Node root) {
    require(
        parameter(root, "CENTRAL_MERIDIAN", 0) == 0
            && parameter(root, "STANDARD_PARALLEL_1", 0) == 0
            && parameter(root, "FALSE_EASTING", 0) == 0
            && parameter(root, "FALSE_NORTHING", 0) == 0);
    return new WebMercator();
  }

  private static boolean isOne(Optional<Double> number) {
    return number.map(value -> Math.abs(value - 1) < CLOSE).orElse(false);
  }

  private double parameter(Node root, String name, double otherwise) {
    return root.nodes.stream()
        .filter(node -> node.keyword.equals("PARAMETER") && node.name().equals(name))
        .findFirst()
        .map(node -> node.number(1).orElseThrow(this::unknown))
        .orElse(otherwise);
  }

  private void require(boolean condition) {
    if (!condition) {
      throw unknown();
    }
  }

  private LandException unknown() {
    int name = text.indexOf('"');
    int end = name < 0 ? -1 : text.indexOf('"', name + 1);
    return Crs.unknown(end < 0 ? text : text.substring(name + 1, end), place);
  }

  private Node node(int depth) {
    require(depth <= DEPTH_MOST);
    int begin = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at)) || isAt('_')) {
      at++;
    }
    Node node =
        new Node(
            text.substring(begin, at).toUpperCase(Locale.ROOT),
            new ArrayList<>(),
            new ArrayList<>());
    if (!isAt('[') && !isAt('(')) {
      // An axis points somewhere by a word without brackets.
      require(depth > 0 && begin < at);
      node.values.add(node.keyword);
      return node;
    }
    do {
      at++;
      skipBlanks();
      item(node, depth);
      skipBlanks();
    } while (isAt(','));
    require(isAt(']') || isAt(')'));
    at++;
    return node;
  }

  private void item(Node node, int depth) {
    if (isAt('"')) {
      int end = text.indexOf('"', at + 1);
      require(end > 0);
      node.values.add(text.substring(at + 1, end));
      at = end + 1;
    } else if (at < text.length() && Character.isLetter(text.charAt(at))) {
      node.nodes.add(node(depth + 1));
    } else {
      int begin = at;
      while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      require(begin < at);
      node.values.add(text.substring(begin, at));
    }
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
