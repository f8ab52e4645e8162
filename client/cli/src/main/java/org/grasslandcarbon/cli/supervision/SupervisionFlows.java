// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import java.util.Map;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** What moved between divisions. */
@Command(
    name = "flows",
    description = {"分地区流向（需要密钥）。", "Flows between divisions (needs a key)."},
    footer = {"  grassland supervision flows --from 2026-01-01 --to 2026-12-31 --key office.json"})
final class SupervisionFlows extends SupervisionList {
  @Mixin private Days days;

  @Override
  String name() {
    return "flows";
  }

  @Override
  Map<String, String> asked() {
    return parameters("from", days.from, "to", days.to);
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .text("方式", "way", row -> text(row, "way"))
        .text("转出", "from", row -> text(row, "from"))
        .text("转入", "to", row -> text(row, "to"))
        .number("笔数", "movements", row -> text(row, "movements"))
        .number("数量(吨)", "tonnes", row -> text(row, "tonnes"))
        .text("练习", "training", row -> text(row, "training"));
  }
}
