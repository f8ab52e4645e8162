// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.util.stream.Collectors;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows a monitoring report; --quantification how its tonnes were computed. */
@Command(
    name = "show",
    description = {
      "显示一份监测报告；--quantification 显示核算过程。",
      "Shows a monitoring report; --quantification how its tonnes were computed."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland report show 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02 --quantification"})
final class ReportShow extends RegistryCommand {
  @Parameters(
      paramLabel = "REPORT",
      description = {"报告编号（UUID）。", "The report (UUID)."})
  private String id;

  @Option(
      names = "--quantification",
      description = {"逐行显示账本的核算。", "The ledger's computation, line by line."})
  private boolean quantification;

  @Override
  protected void perform(Session session) {
    JsonNode document = session.progress().during(calledAs(), () -> read(session));
    if (quantification && !session.isForPrograms()) {
      worksheet(session, document.path("quantification"));
    } else {
      session.show(document);
    }
  }

  private JsonNode read(Session session) {
    return quantification
        ? session.publicReads().quantification(id)
        : session.publicReads().report(id);
  }

  /** The worksheet as a person checks it: each line with what went into it. */
  private static void worksheet(Session session, JsonNode computed) {
    session.table(
        new Table<JsonNode>()
            .number("行", "line", row -> row.path("number").asString(""))
            .text("公式", "equation", row -> row.path("equation").asString(""))
            .text("符号", "symbol", row -> row.path("symbol").asString(""))
            .number("数值", "value", row -> row.path("value").asString(""))
            .text("单位", "unit", row -> row.path("unit").asString(""))
            .text("输入", "inputs", ReportShow::inputs),
        computed.path("lines").valueStream().toList());
    session.line("");
    session.table(
        new Table<JsonNode>()
            .text("年份", "year", row -> row.path("year").asString(""))
            .number("净减排量（吨）", "net t CO2e", row -> row.path("tonnes").asString("")),
        computed.path("vintages").valueStream().toList());
  }

  private static String inputs(JsonNode line) {
    return line.path("inputs")
        .valueStream()
        .map(input -> input.path("symbol").asString("") + "=" + input.path("value").asString(""))
        .collect(Collectors.joining(" "));
  }
}
