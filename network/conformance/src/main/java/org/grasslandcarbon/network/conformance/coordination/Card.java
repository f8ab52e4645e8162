// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import org.grasslandcarbon.domain.coordination.IndicatorGroup;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import tools.jackson.databind.JsonNode;

/**
 * A region's year as {@code GET /coordination/scorecard} tells it. What it does not tell is {@value
 * #NONE}.
 */
record Card(JsonNode year) {
  static final String NONE = "none";

  String score() {
    return text(year, "score");
  }

  String coverage() {
    return text(year, "coveragePercent");
  }

  /** The score of a group. */
  String group(IndicatorGroup group) {
    return text(find("groups", "group", group.name()), "score");
  }

  /** A member of what is told of an indicator, e.g. {@code gapPercent}. */
  String indicator(IndicatorId indicator, String member) {
    return text(find("indicators", "indicator", indicator.value()), member);
  }

  /** A member of the grade with what it brings. */
  String award(String member) {
    return text(year.path("award"), member);
  }

  /** A member of the coupling of the two order parameters. */
  String coupling(String member) {
    return text(year.path("coupling"), member);
  }

  private JsonNode find(String list, String member, String value) {
    return year.path(list)
        .valueStream()
        .filter(each -> each.path(member).asString().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asString(NONE);
  }
}
