// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import tools.jackson.databind.JsonNode;

/**
 * The boundary of a project: polygons on WGS 84. In JSON it is a GeoJSON geometry (RFC 7946),
 * {@code Polygon} or {@code MultiPolygon}, of positions {@code [longitude, latitude]} with at most
 * seven decimals; in memory coordinates are whole numbers, so that nothing about them is ever
 * rounded.
 *
 * <p>Reading checks the form only; {@link #problem} says whether it is a boundary.
 *
 * @param polygons its pieces
 */
public record Boundary(@Most(POLYGONS_MOST) List<Polygon> polygons) {
  /** Pieces of one project: the households of a few villages. */
  public static final int POLYGONS_MOST = 300;

  /** Rings, over all pieces. */
  public static final int RINGS_MOST = 600;

  /**
   * Positions, over all rings: a half of a megabyte. An instruction of 64 KiB holds some 3000; more
   * come in parts.
   */
  public static final int POINTS_MOST = 20_000;

  /**
   * Where a boundary may be: a window around China. Its chief use is to refuse positions given as
   * latitude, longitude: no latitude of China is as large as a longitude of it.
   */
  static final Detail WINDOW =
      zh("经度 73 至 136、纬度 3 至 54").en("longitude 73 to 136, latitude 3 to 54");

  /** JSON Schema of a position. */
  static final String POSITION_SCHEMA =
      array(2, 2, "{\"type\":\"number\",\"minimum\":-180,\"maximum\":180}");

  /** JSON Schema of the GeoJSON form. */
  static final String SCHEMA = schema();

  private static final Point SOUTH_WEST = new Point(730_000_000, 30_000_000);
  private static final Point NORTH_EAST = new Point(1_360_000_000, 540_000_000);

  private static final Comparator<Polygon> BY_FIRST_CORNER =
      Comparator.comparing(polygon -> polygon.shell().points().get(0));

  public Boundary {
    polygons = List.copyOf(polygons);
    Check.that(!polygons.isEmpty(), zh("边界须至少有一个多边形").en("a boundary has a polygon"));
    Check.that(
        polygons.size() <= POLYGONS_MOST,
        zh("边界最多有 300 个多边形").en("a boundary has at most 300 polygons"));
    List<Ring> rings = polygons.stream().flatMap(each -> each.rings().stream()).toList();
    Check.that(
        rings.size() <= RINGS_MOST, zh("边界最多有 600 个环").en("a boundary has at most 600 rings"));
    int points = rings.stream().mapToInt(ring -> ring.points().size()).sum();
    Check.that(
        points <= POINTS_MOST, zh("边界最多有 20000 个坐标点").en("a boundary has at most 20000 positions"));
  }

  /**
   * A geometry as GeoJSON has it.
   *
   * @param coordinates nested arrays
   * @param type {@code Polygon} or {@code MultiPolygon}
   */
  record Geometry(JsonNode coordinates, String type) {}

  /** Reads a GeoJSON geometry. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Boundary of(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    if ("MultiPolygon".equals(geometry.type)) {
      elements(geometry.coordinates).forEach(each -> polygons.add(polygon(each)));
    } else {
      Check.that(
          "Polygon".equals(geometry.type),
          zh("边界须为 Polygon 或 MultiPolygon").en("a boundary is a Polygon or a MultiPolygon"));
      polygons.add(polygon(geometry.coordinates));
    }
    return new Boundary(polygons);
  }

  private static Polygon polygon(JsonNode rings) {
    List<Ring> read = new ArrayList<>();
    for (JsonNode ring : elements(rings)) {
      List<Point> points = new ArrayList<>();
      elements(ring).forEach(position -> points.add(point(position)));
      read.add(new Ring(points));
    }
    Check.that(!read.isEmpty(), zh("多边形须有外环").en("a polygon has an outer ring"));
    return new Polygon(read.get(0), read.subList(1, read.size()));
  }

  static Point point(JsonNode position) {
    List<JsonNode> numbers = elements(position);
    Check.that(
        numbers.size() == 2 && numbers.stream().allMatch(JsonNode::isNumber),
        zh("坐标点须为 [经度, 纬度] 两个数").en("a position is [longitude, latitude], two numbers"));
    return Point.ofDegrees(numbers.get(0).decimalValue(), numbers.get(1).decimalValue());
  }

  static List<JsonNode> elements(JsonNode array) {
    Check.that(
        array != null && array.isArray(),
        zh("coordinates 须为嵌套数组，与 GeoJSON 一致").en("coordinates are nested arrays, as in GeoJSON"));
    Check.that(
        array.size() <= POINTS_MOST,
        zh("边界最多有 20000 个坐标点").en("a boundary has at most 20000 positions"));
    List<JsonNode> elements = new ArrayList<>(array.size());
    array.forEach(elements::add);
    return elements;
  }

  private static String schema() {
    String polygon = array(1, RINGS_MOST, array(0, POINTS_MOST, POSITION_SCHEMA));
    return "{\"anyOf\":["
        + geometrySchema("Polygon", polygon)
        + ","
        + geometrySchema("MultiPolygon", array(1, POLYGONS_MOST, polygon))
        + "]}";
  }

  private static String geometrySchema(String type, String coordinates) {
    return "{\"type\":\"object\",\"properties\":{\"coordinates\":"
        + coordinates
        + ",\"type\":{\"const\":\""
        + type
        + "\"}},\"required\":[\"coordinates\",\"type\"],\"additionalProperties\":false}";
  }

  private static String array(int least, int most, String items) {
    return "{\"type\":\"array\",\"minItems\":"
        + least
        + ",\"maxItems\":"
        + most
        + ",\"items\":"
        + items
        + "}";
  }

  /** The boundary as GeoJSON. */
  @JsonValue
  Object geoJson() {
    List<List<List<List<BigDecimal>>>> coordinates =
        polygons.stream().map(Boundary::nested).toList();
    return polygons.size() == 1
        ? new GeoJson(coordinates.get(0), "Polygon")
        : new GeoJson(coordinates, "MultiPolygon");
  }

  private record GeoJson(Object coordinates, String type) {}

  private static List<List<List<BigDecimal>>> nested(Polygon polygon) {
    return polygon.rings().stream()
        .map(
            ring ->
                ring.points().stream()
                    .map(p -> List.of(Point.degrees(p.longitude()), Point.degrees(p.latitude())))
                    .toList())
        .toList();
  }

  /** Why this is not a valid boundary; nothing when it is one. */
  public Optional<Detail> problem() {
    return BoundaryCheck.problem(this);
  }

  /** The same with every place, at most so many, for whoever has to mend a drawing. */
  public List<BoundaryFault> faults(int most) {
    return BoundaryCheck.faults(this, most);
  }

  /**
   * A valid boundary in its one form: rings from their southernmost corner, shells
   * counterclockwise, holes clockwise, all in order. Boundaries of the same land drawn with the
   * same corners are equal.
   */
  public Boundary normalised() {
    return new Boundary(
        polygons.stream().map(Polygon::normalised).sorted(BY_FIRST_CORNER).toList());
  }

  /** How many positions it has, over all rings. */
  public int positions() {
    return polygons.stream()
        .flatMap(each -> each.rings().stream())
        .mapToInt(ring -> ring.points().size())
        .sum();
  }

  /** The area of a valid boundary in hectares, to the square metre. */
  public Decimal areaHectares() {
    return EllipsoidalArea.hectares(this);
  }

  /** The boxes around its pieces; nothing for a piece without a corner, which is not valid. */
  public List<Extent> extents() {
    return polygons.stream()
        .map(Polygon::shell)
        .filter(shell -> !shell.points().isEmpty())
        .map(Extent::of)
        .toList();
  }

  /** Whether two valid boundaries share area, decided without rounding; to touch is not to. */
  public boolean overlaps(Boundary other) {
    return Overlap.exists(this, other);
  }

  /** How many hectares two valid boundaries share, for people: no rule depends on it. */
  public Decimal overlapHectares(Boundary other) {
    return OverlapArea.hectares(this, other);
  }

  /** Whether a position lies where a boundary may be. */
  static boolean isInWindow(Point point) {
    return point.longitude() >= SOUTH_WEST.longitude()
        && point.longitude() <= NORTH_EAST.longitude()
        && point.latitude() >= SOUTH_WEST.latitude()
        && point.latitude() <= NORTH_EAST.latitude();
  }
}
