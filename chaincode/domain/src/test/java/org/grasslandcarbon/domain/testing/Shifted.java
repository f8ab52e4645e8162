// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.math.BigDecimal;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A boundary elsewhere. */
public final class Shifted {
  private Shifted() {}

  /** The same boundary so many tenths of a degree further east, where it has the same area. */
  public static Boundary east(Boundary boundary, int tenths) {
    JsonNode geometry = Codec.tree(boundary).deepCopy();
    shift(geometry.get("coordinates"), BigDecimal.valueOf(tenths, 1));
    return Codec.convert(geometry, Boundary.class);
  }

  private static void shift(JsonNode coordinates, BigDecimal by) {
    if (coordinates.get(0).isArray()) {
      coordinates.forEach(inner -> shift(inner, by));
    } else {
      BigDecimal longitude = coordinates.get(0).decimalValue().add(by);
      ((ArrayNode) coordinates).set(0, longitude);
    }
  }
}
