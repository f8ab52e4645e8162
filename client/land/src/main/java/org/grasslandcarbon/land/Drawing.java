// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Extent;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.Ring;

/**
 * A picture of land as SVG: the land, what is around it, and rings around the places that are
 * wrong. North is up and degrees of longitude are as narrow as they are there.
 */
public final class Drawing {
  private static final double WIDTH = 900;
  private static final double MARGIN = 30;
  private static final double HEIGHT_MOST = 1_600;
  private static final double MARK_RADIUS = 9;

  /** Names on a picture: more cover it. */
  private static final int NAMES_MOST = 60;

  private static final double METRES_PER_UNIT = 0.0111;

  private final List<Polygon> land;
  private final List<Neighbour> neighbours;
  private final List<LandFault> faults;
  private final StringBuilder svg = new StringBuilder();
  private Extent extent;
  private double narrow;
  private double scale;

  /**
   * Known land around.
   *
   * @param name what it is called
   * @param boundary its boundary
   */
  public record Neighbour(String name, Boundary boundary) {}

  private Drawing(List<Polygon> land, List<Neighbour> neighbours, List<LandFault> faults) {
    this.land = land;
    this.neighbours = neighbours;
    this.faults = faults;
  }

  /** Draws land that was read, valid or not. */
  public static String of(Land land, List<Neighbour> neighbours, List<LandFault> faults) {
    return new Drawing(land.pieces().stream().map(LandPiece::polygon).toList(), neighbours, faults)
        .draw(land);
  }

  private String draw(Land read) {
    extent = extent();
    double middle = (extent.south() / 2.0 + extent.north() / 2.0) / 1e7;
    narrow = Math.cos(Math.toRadians(middle));
    double wide = Math.max(1, ((double) extent.east() - extent.west()) * narrow);
    double high = Math.max(1, (double) extent.north() - extent.south());
    scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT_MOST - 2 * MARGIN) / high);
    double height = high * scale + 2 * MARGIN;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$.0f %2$.0f\" width=\"%1$.0f\""
                + " height=\"%2$.0f\" font-family=\"sans-serif\" font-size=\"11\">%n",
            WIDTH,
            height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    for (Neighbour neighbour : neighbours) {
      for (Polygon polygon : neighbour.boundary.polygons()) {
        path(polygon, "#b9b9b9", "#777");
      }
      name(neighbour.name, neighbour.boundary.polygons().get(0).shell(), "#555");
    }
    land.forEach(polygon -> path(polygon, "#7fb069", "#2f5d1e"));
    read.pieces().stream()
        .limit(NAMES_MOST)
        .forEach(
            piece ->
                piece
                    .place()
                    .name()
                    .ifPresent(name -> name(name, piece.polygon().shell(), "#173009")));
    faults.forEach(this::mark);
    bar(height);
    return svg.append("</svg>\n").toString();
  }

  /** The land itself fills the picture, however far its neighbours reach. */
  private Extent extent() {
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    int south = Integer.MAX_VALUE;
    int west = Integer.MAX_VALUE;
    for (Polygon polygon : land) {
      for (Point point : polygon.shell().points()) {
        east = Math.max(east, point.longitude());
        north = Math.max(north, point.latitude());
        south = Math.min(south, point.latitude());
        west = Math.min(west, point.longitude());
      }
    }
    return new Extent(east, north, south, west);
  }

  private double x(double longitude) {
    return MARGIN + (longitude - extent.west()) * narrow * scale;
  }

  private double y(double latitude) {
    return MARGIN + (extent.north() - latitude) * scale;
  }

  private void path(Polygon polygon, String fill, String stroke) {
    svg.append("<path fill-rule=\"evenodd\" fill=\"")
        .append(fill)
        .append("\" fill-opacity=\"0.5\" stroke=\"")
        .append(stroke)
        .append("\" d=\"");
    List<Ring> rings = new ArrayList<>(polygon.holes());
    rings.add(0, polygon.shell());
    for (Ring ring : rings) {
      char command = 'M';
      for (Point point : ring.points()) {
        svg.append(command)
            .append(
                String.format(Locale.ROOT, "%.1f %.1f", x(point.longitude()), y(point.latitude())));
        command = 'L';
      }
      svg.append('Z');
    }
    svg.append("\"/>\n");
  }

  private void name(String name, Ring ring, String colour) {
    Extent box = box(ring);
    svg.append(
            String.format(
                Locale.ROOT,
                "<text text-anchor=\"middle\" fill=\"%s\" x=\"%.1f\" y=\"%.1f\">",
                colour,
                x((box.west() + (double) box.east()) / 2),
                y((box.south() + (double) box.north()) / 2)))
        .append(escaped(name))
        .append("</text>\n");
  }

  private static Extent box(Ring ring) {
    List<Point> points = ring.points();
    return new Extent(
        points.stream().mapToInt(Point::longitude).max().orElse(0),
        points.stream().mapToInt(Point::latitude).max().orElse(0),
        points.stream().mapToInt(Point::latitude).min().orElse(0),
        points.stream().mapToInt(Point::longitude).min().orElse(0));
  }

  /** Names come from files. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** Characters that XML 1.0 may have. */
  private static boolean isAllowed(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }

  private void mark(LandFault fault) {
    List<Point> at = fault.at();
    if (at.isEmpty()) {
      return;
    }
    double longitude = at.get(0).longitude();
    double latitude = at.get(0).latitude();
    if (at.size() == 4) {
      double[] meeting = meeting(at);
      longitude = meeting[0];
      latitude = meeting[1];
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.0f\" fill=\"none\" stroke=\"#d00\""
                + " stroke-width=\"2\"/>%n",
            x(longitude),
            y(latitude),
            MARK_RADIUS));
  }

  /** Where two edges meet, or the first corner of those that lie along each other. */
  private static double[] meeting(List<Point> edges) {
    double ax = edges.get(0).longitude();
    double ay = edges.get(0).latitude();
    double dx = edges.get(1).longitude() - ax;
    double dy = edges.get(1).latitude() - ay;
    double ex = (double) edges.get(3).longitude() - edges.get(2).longitude();
    double ey = (double) edges.get(3).latitude() - edges.get(2).latitude();
    double across = dx * ey - dy * ex;
    if (across == 0) {
      return new double[] {edges.get(2).longitude(), edges.get(2).latitude()};
    }
    double along =
        ((edges.get(2).longitude() - ax) * ey - (edges.get(2).latitude() - ay) * ex) / across;
    return new double[] {ax + along * dx, ay + along * dy};
  }

  /** A bar of a round number of metres, between a tenth and a quarter of the picture. */
  private void bar(double height) {
    double metresPerPixel = METRES_PER_UNIT / scale;
    double metres = Math.pow(10, Math.floor(Math.log10(WIDTH / 4 * metresPerPixel)));
    if (metres * 2 <= WIDTH / 4 * metresPerPixel) {
      metres *= 2;
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<path stroke=\"#000\" stroke-width=\"2\" d=\"M%1$.1f %2$.1fh%3$.1f\"/><text x=\"%1$.1f\""
                + " y=\"%4$.1f\">%5$s m</text>%n",
            MARGIN,
            height - 8,
            metres / metresPerPixel,
            height - 13,
            metres >= 1 ? String.format(Locale.ROOT, "%.0f", metres) : String.valueOf(metres)));
  }
}
