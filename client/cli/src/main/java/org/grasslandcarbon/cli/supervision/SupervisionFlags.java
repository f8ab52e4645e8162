// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import java.util.Map;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Reports whose quantification has flags. */
@Command(
    name = "flags",
    description = {
      "有合理性提示的监测报告，严重提示待阅者在前（需要密钥）。",
      "Reports with flags, those first whose severe flags are unread (needs a key)."
    },
    footer = {"  grassland supervision flags --region 150000 --key office.json"})
final class SupervisionFlags extends SupervisionList {
  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = {"行政区划（含下级）。", "A division, with those in it."})
  private String region;

  @Override
  String name() {
    return "flags";
  }

  @Override
  Map<String, String> asked() {
    return parameters("region", region);
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .text("项目", "project", row -> text(row, "projectNumber"))
        .text("报告", "report", row -> text(row, "report"))
        .text("状态", "status", row -> text(row, "state"))
        .number("提示", "flags", row -> text(row, "flags"))
        .number("严重", "severe", row -> text(row, "severe"))
        .text("待阅", "unread", row -> text(row, "severeUnread"));
  }
}
