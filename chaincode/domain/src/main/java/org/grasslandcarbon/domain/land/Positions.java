// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import tools.jackson.databind.JsonNode;

/**
 * Positions one after the other, as GeoJSON has them in a ring: {@code [longitude, latitude]}.
 *
 * @param points the positions
 */
public record Positions(@Most(Boundary.POINTS_MOST) List<Point> points) {
  /** JSON Schema of the form. */
  static final String SCHEMA =
      "{\"type\":\"array\",\"minItems\":1,\"maxItems\":"
          + Boundary.POINTS_MOST
          + ",\"items\":"
          + Boundary.POSITION_SCHEMA
          + "}";

  public Positions {
    points = List.copyOf(points);
    Check.that(!points.isEmpty(), zh("须至少有一个坐标点").en("there is at least one position"));
    Check.that(
        points.size() <= Boundary.POINTS_MOST,
        zh("坐标点最多 20000 个").en("there are at most 20000 positions"));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Positions of(JsonNode array) {
    List<Point> points = new ArrayList<>();
    Boundary.elements(array).forEach(position -> points.add(Boundary.point(position)));
    return new Positions(points);
  }

  /** The positions as nested arrays. */
  @JsonValue
  List<List<BigDecimal>> nested() {
    return points.stream()
        .map(p -> List.of(Point.degrees(p.longitude()), Point.degrees(p.latitude())))
        .toList();
  }
}
