// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import java.util.Map;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What is held, by division. */
@Command(
    name = "holdings",
    description = {"分地区持有量（需要密钥）。", "Holdings by division (needs a key)."},
    footer = {"  grassland supervision holdings --participants true --key office.json"})
final class SupervisionHoldings extends SupervisionList {
  @Option(
      names = "--participants",
      paramLabel = "true|false",
      description = {"是否逐一列出主体。", "Whether participants are told one by one."})
  private String participants;

  @Override
  String name() {
    return "holdings";
  }

  @Override
  Map<String, String> asked() {
    return parameters("participants", participants);
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .text("持有方区划", "holders", row -> text(row, "holderRegion"))
        .text("项目区划", "land", row -> text(row, "batchRegion"))
        .text("主体", "participant", row -> text(row, "participant"))
        .number("持有方数", "how many", row -> text(row, "holders"))
        .number("数量(吨)", "tonnes", row -> text(row, "tonnes"))
        .text("练习", "training", row -> text(row, "training"));
  }
}
