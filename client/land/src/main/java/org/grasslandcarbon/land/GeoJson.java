// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.Detail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads GeoJSON (RFC 7946): a geometry, a feature or a collection. What the format has and a
 * boundary has not (heights, boxes, other geometries) is left out and told; so is {@code crs} of
 * the older format, unless the numbers cannot be degrees and the system that it names is one that
 * is read.
 */
final class GeoJson {
  /** Characters of a number: more than any program writes. */
  private static final int NUMBER_MOST = 400;

  /** Characters of a text; some programs put pictures into properties. */
  private static final int TEXT_MOST = 4 * 1024 * 1024;

  /** Members that people call parcels by, the first that has something counts. */
  static final List<String> NAMES =
      List.of("name", "Name", "NAME", "名称", "地块名称", "DKMC", "地块编码", "DKBM", "户主", "承包方", "title");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.DEPTH_MOST)
                          .maxNumberLength(NUMBER_MOST)
                          .maxStringLength(TEXT_MOST)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Gathering gathering;
  private int features;

  private GeoJson() {}

  static Land read(byte[] file, Optional<Crs> asked) {
    JsonNode root = parse(file);
    GeoJson reader = new GeoJson();
    reader.begin(root, asked);
    reader.any(root, LandPlace.FILE);
    return reader.gathering.land(Land.Format.GEOJSON);
  }

  private static JsonNode parse(byte[] file) {
    int begin = Text.lengthOfMark(file);
    try {
      JsonNode root = MAPPER.readTree(file, begin, file.length - begin);
      if (root == null || !root.isObject()) {
        throw new LandException(
            LandCode.NOT_GEOJSON,
            LandPlace.FILE,
            zh("文件不是一个 JSON 对象").en("the file is not one JSON object"));
      }
      return root;
    } catch (JacksonException e) {
      // What the parser says is its own business; where it stands is what helps.
      Detail where =
          e.getLocation() == null || e.getLocation().getLineNr() < 1
              ? zh("内容无法解析").en("it cannot be parsed")
              : zh("第 %1$s 行第 %2$s 列附近")
                  .en(
                      "near line %1$s, column %2$s",
                      e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new LandException(LandCode.BAD_JSON, LandPlace.FILE, where);
    }
  }

  private void begin(JsonNode root, Optional<Crs> asked) {
    Optional<String> declared = declared(root.path("crs"));
    if (asked.isPresent() || declared.isEmpty()) {
      gathering = new Gathering(asked.orElse(Degrees.WGS_84));
      declared.ifPresent(this::tellIgnored);
      return;
    }
    boolean isInDegrees = firstPosition(root).map(GeoJson::canBeDegrees).orElse(true);
    Optional<Crs> named = known(declared.get(), isInDegrees);
    boolean isUsed = named.filter(crs -> crs instanceof Degrees != !isInDegrees).isPresent();
    gathering = new Gathering(isUsed ? named.get() : Degrees.WGS_84);
    if (isUsed && !isInDegrees) {
      gathering.note(
          LandNote.Code.CRS,
          zh("坐标不是经纬度，已按文件的 crs %1$s 读取")
              .en(
                  "the numbers are no degrees and were read by the file's crs, %1$s",
                  Crs.shown(declared.get())));
    } else {
      tellIgnored(declared.get());
    }
  }

  private void tellIgnored(String declared) {
    gathering.note(
        LandNote.Code.CRS_IGNORED,
        zh("文件的 crs %1$s 已忽略：GeoJSON 一律为经纬度")
            .en("the file's crs, %1$s, was left out: GeoJSON is in degrees", Crs.shown(declared)));
  }

  /** A name that nobody knows says nothing of degrees; one of another datum says that they err. */
  private static Optional<Crs> known(String declared, boolean isInDegrees) {
    try {
      return Optional.of(Crs.named(declared, LandPlace.FILE));
    } catch (LandException e) {
      if (isInDegrees && e.fault().code() == LandCode.UNKNOWN_CRS) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Optional<String> declared(JsonNode crs) {
    if (crs.isMissingNode() || crs.isNull()) {
      return Optional.empty();
    }
    return Stream.of(crs.path("properties").path("name"), crs.path("name"), crs)
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .findFirst()
        .or(() -> Optional.of("?"));
  }

  private static boolean canBeDegrees(JsonNode position) {
    return Math.abs(position.path(0).asDouble(0)) <= 180
        && Math.abs(position.path(1).asDouble(0)) <= 180;
  }

  /** The first array whose first element is a number. */
  private static Optional<JsonNode> firstPosition(JsonNode node) {
    if (node.isArray()) {
      if (node.path(0).isNumber()) {
        return Optional.of(node);
      }
      return node.valueStream().map(GeoJson::firstPosition).flatMap(Optional::stream).findFirst();
    }
    return Stream.of("coordinates", "geometry", "geometries", "features")
        .map(node::path)
        .map(GeoJson::firstPosition)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void any(JsonNode node, LandPlace place) {
    switch (node.path("type").asString("")) {
      case "FeatureCollection" -> {
        countBox(node);
        JsonNode all = node.path("features");
        require(all.isArray(), place, zh("features 应为数组").en("features should be an array"));
        all.forEach(each -> feature(each, place));
      }
      case "Feature" -> feature(node, place);
      default -> geometry(node, place.feature(1, Optional.empty()), new int[1]);
    }
  }

  private void countBox(JsonNode node) {
    if (node.has("bbox")) {
      gathering.box();
    }
  }

  private void feature(JsonNode feature, LandPlace file) {
    features++;
    Limits.features(features, file);
    LandPlace place = file.feature(features, name(feature));
    require(
        feature.path("type").asString("").equals("Feature"),
        place,
        zh("应为 Feature").en("it should be a Feature"));
    countBox(feature);
    JsonNode geometry = feature.path("geometry");
    if (geometry.isNull() || geometry.isMissingNode()) {
      gathering.note(LandNote.Code.EMPTY, zh("没有图形").en("it has no geometry"), place);
    } else {
      geometry(geometry, place, new int[1]);
    }
  }

  private static Optional<String> name(JsonNode feature) {
    JsonNode properties = feature.path("properties");
    return NAMES.stream()
        .map(properties::path)
        .filter(value -> value.isString() || value.isNumber())
        .map(value -> value.asString().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /**
   * @param polygons how many the feature has so far
   */
  private void geometry(JsonNode geometry, LandPlace place, int[] polygons) {
    require(geometry.isObject(), place, zh("图形应为对象").en("a geometry should be an object"));
    countBox(geometry);
    JsonNode coordinates = geometry.path("coordinates");
    switch (geometry.path("type").asString("")) {
      case "Polygon" -> polygon(coordinates, place.polygon(++polygons[0]));
      case "MultiPolygon" -> {
        requireArray(coordinates, place);
        coordinates.forEach(each -> polygon(each, place.polygon(++polygons[0])));
      }
      case "GeometryCollection" -> {
        requireArray(geometry.path("geometries"), place);
        geometry.path("geometries").forEach(each -> geometry(each, place, polygons));
      }
      case "Point", "MultiPoint", "LineString", "MultiLineString" -> gathering.other();
      default ->
          throw new LandException(
              LandCode.NOT_GEOJSON,
              place,
              zh("type 为 %1$s")
                  .en("its type is %1$s", Crs.shown(geometry.path("type").asString("?"))));
    }
  }

  private void polygon(JsonNode rings, LandPlace place) {
    requireArray(rings, place);
    int number = 0;
    for (JsonNode ring : rings) {
      number++;
      ring(ring, place.ring(number));
    }
    if (number == 0) {
      gathering.note(LandNote.Code.EMPTY, zh("面没有环").en("the polygon has no ring"), place);
    }
    gathering.polygon(place);
  }

  private void ring(JsonNode positions, LandPlace place) {
    requireArray(positions, place);
    RawRing ring = new RawRing();
    for (JsonNode position : positions) {
      boolean isPosition =
          position.isArray()
              && position.size() >= 2
              && position.valueStream().allMatch(JsonNode::isNumber);
      if (!isPosition) {
        throw new LandException(
            LandCode.BAD_COORDINATE,
            place.position(ring.size() + 1),
            zh("应为 [经度, 纬度] 两个数").en("it should be [longitude, latitude], two numbers"));
      }
      if (position.size() > 2) {
        gathering.height();
      }
      ring.add(position.get(0).asDouble(Double.NaN), position.get(1).asDouble(Double.NaN));
    }
    gathering.ring(ring, place);
  }

  private static void requireArray(JsonNode node, LandPlace place) {
    require(
        node.isArray(), place, zh("coordinates 应为嵌套数组").en("coordinates should be nested arrays"));
  }

  private static void require(boolean condition, LandPlace place, Detail otherwise) {
    if (!condition) {
      throw new LandException(LandCode.NOT_GEOJSON, place, otherwise);
    }
  }
}
