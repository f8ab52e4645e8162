// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import java.util.Map;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.domain.value.BeijingTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Who is refused again and again, and why. */
@Command(
    name = "refusals",
    description = {"反复被拒绝的指令（需要密钥）。", "Instructions refused again and again (needs a key)."},
    footer = {"  grassland supervision refusals --least 20 --key office.json"})
final class SupervisionRefusals extends SupervisionList {
  @Mixin private Days days;

  @Option(
      names = "--least",
      paramLabel = "TIMES",
      description = {"最少次数；默认 5。", "At least so many times; 5 by default."})
  private String least;

  @Override
  String name() {
    return "refusals";
  }

  @Override
  Map<String, String> asked() {
    return parameters("from", days.from, "to", days.to, "least", least);
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .text("主体", "participant", row -> text(row, "participant"))
        .text("指令", "action", row -> text(row, "action"))
        .text("代码", "code", row -> text(row, "code"))
        .number("次数", "times", row -> text(row, "count"))
        .text("最近", "last", row -> BeijingTime.readable(text(row, "last")));
  }
}
