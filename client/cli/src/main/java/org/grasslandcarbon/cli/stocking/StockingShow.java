// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.stocking;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.views.ProjectViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows a balance of grass and livestock; --lines how it was computed. */
@Command(
    name = "show",
    description = {
      "显示项目某年度的草畜平衡；--lines 显示核算过程。",
      "Shows a project's balance of grass and livestock; --lines how it was computed."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland stocking show GCS-152502-2024-0001 2024 --lines"})
final class StockingShow extends RegistryCommand {
  @Parameters(
      index = "0",
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "Project number or UUID."})
  private String project;

  @Parameters(
      index = "1",
      paramLabel = "YEAR",
      description = {"年度。", "Calendar year."})
  private int year;

  @Option(
      names = "--lines",
      description = {"逐行显示账本的核算。", "The ledger's computation, line by line."})
  private boolean lines;

  @Override
  protected void perform(Session session) {
    JsonNode balance =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    session
                        .publicReads()
                        .show(ProjectViews.STOCKING, project, Integer.toString(year)));
    if (!lines || session.isForPrograms()) {
      session.show(balance);
      return;
    }
    session.table(
        new Table<JsonNode>()
            .number("行", "line", row -> row.path("number").asString(""))
            .text("公式", "equation", row -> row.path("equation").asString(""))
            .text("符号", "symbol", row -> row.path("symbol").asString(""))
            .number("数值", "value", row -> row.path("value").asString(""))
            .text("单位", "unit", row -> row.path("unit").asString(""))
            .text("输入", "inputs", StockingShow::inputs),
        balance.path("lines").valueStream().toList());
  }

  private static String inputs(JsonNode line) {
    StringBuilder inputs = new StringBuilder();
    for (JsonNode input : line.path("inputs")) {
      inputs
          .append(inputs.isEmpty() ? "" : "; ")
          .append(input.path("symbol").asString(""))
          .append(" = ")
          .append(input.path("value").asString(""))
          .append(' ')
          .append(input.path("unit").asString(""));
    }
    return inputs.toString();
  }
}
