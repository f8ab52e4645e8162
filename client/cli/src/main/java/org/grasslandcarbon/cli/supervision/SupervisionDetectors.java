// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import java.util.Map;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Which detectors there are, and the numbers that they are given. */
@Command(
    name = "detectors",
    description = {
      "监测指标及其参数（需要密钥）。",
      "Detectors of abnormal trading and their settings (needs a key)."
    },
    footer = {"  grassland supervision detectors --key office.json"})
final class SupervisionDetectors extends SupervisionList {
  @Override
  String name() {
    return "detectors";
  }

  @Override
  Map<String, String> asked() {
    return parameters();
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .number("条款", "article 44", row -> text(row, "clause"))
        .text("指标", "detector", row -> text(row, "detector"))
        .text("参数", "settings", SupervisionDetectors::settings);
  }

  /** Each with its standard and its range. */
  private static String settings(JsonNode row) {
    return String.join(
        " ",
        row.path("settings")
            .valueStream()
            .map(
                each ->
                    text(each, "name")
                        + ":"
                        + text(each, "standard")
                        + "["
                        + text(each, "least")
                        + "-"
                        + text(each, "most")
                        + "]")
            .toList());
  }
}
