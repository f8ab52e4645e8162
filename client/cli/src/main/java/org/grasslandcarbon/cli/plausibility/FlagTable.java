// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.plausibility;

import java.util.Arrays;
import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.domain.plausibility.FlagCode;
import tools.jackson.databind.JsonNode;

/** Flags of a design or report: what is asked, of what, how grave, and what was measured. */
public final class FlagTable {
  private FlagTable() {}

  /** Prints flags after an empty line; nothing when there are none. */
  public static void print(Session session, JsonNode flags) {
    List<JsonNode> all = flags.valueStream().toList();
    if (all.isEmpty()) {
      return;
    }
    session.line("");
    session.table(
        new Table<JsonNode>()
            .text("合理性提示", "flag", row -> row.path("code").asString(""))
            .text("严重程度", "severity", row -> row.path("severity").asString(""))
            .text("分层", "stratum", row -> row.path("stratum").asString(""))
            .text("数值", "measured", row -> measured(row.path("figures")))
            .text("含义", "meaning", row -> meaning(session, row.path("code").asString(""))),
        all);
  }

  /** The first figure is what was measured, a last one of this name the limit. */
  private static String measured(JsonNode figures) {
    String value = number(figures.path(0).path("value").asString(""));
    String unit = figures.path(0).path("unit").asString("");
    JsonNode last = figures.path(figures.size() - 1);
    String limit =
        last.path("name").asString("").equals("LIMIT")
            ? " (" + number(last.path("value").asString("")) + ")"
            : "";
    return (value + limit + (unit.equals("1") ? "" : " " + unit)).strip();
  }

  /** As many decimals as people compare; the answer for programs has all. */
  private static String number(String value) {
    int point = value.indexOf('.');
    return point < 0 ? value : value.substring(0, Math.min(value.length(), point + 3));
  }

  /** What a flag asks; a gateway may know of flags that this program does not. */
  private static String meaning(Session session, String code) {
    return Arrays.stream(FlagCode.values())
        .filter(each -> each.name().equals(code))
        .map(each -> session.language().of(each.zh(), each.en()))
        .findFirst()
        .orElse("");
  }
}
