// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.nio.file.Path;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.plausibility.FlagTable;
import org.grasslandcarbon.domain.json.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dry run: what the ledger would compute, without sending anything. */
@Command(
    name = "quantify",
    description = {
      "试算：按账本规则计算一份报告的减排量，不提交任何内容。",
      "A dry run: what the ledger would compute of a report; nothing is submitted."
    },
    footer = {
      "  grassland report quantify report.json",
      "  grassland report quantify report.json --project GCS-152502-2024-0001 --line T1-5"
    })
final class ReportQuantify extends RegistryCommand {
  @Parameters(
      paramLabel = "FILE",
      description = {
        "report submit 的参数文件（- 为标准输入）；无项目时写 methodology、startDate、strata。",
        "Arguments as for report submit (- is standard input); without a project it has methodology,"
            + " startDate and strata."
      })
  private Path file;

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {
        "项目编号或 UUID，优先于文件。",
        "The project: its number or UUID; comes before the file."
      })
  private String project;

  @Option(
      names = "--methodology",
      paramLabel = "ID/VERSION",
      description = {
        "方法学版本，如 GCS-T1/1.0，优先于文件；无项目时使用。",
        "Methodology version, e.g. GCS-T1/1.0; comes before the file; for data without a project."
      })
  private String methodology;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "将结果存为文件，供 report explain --file。",
        "Saves the answer for report explain --file."
      })
  private Path out;

  @Mixin private ExplainOptions options;

  @Override
  protected void perform(Session session) {
    JsonNode answer =
        session.progress().during(calledAs(), () -> session.publicReads().quantify(asked(session)));
    if (out != null) {
      OutFile.write(session, out, Codec.write(answer));
    }
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    if (options.isGiven()) {
      new ExplanationTree(answer.path("explanation"), session.language())
          .show(options.line(), options.depth())
          .forEach(session::line);
      return;
    }
    summary(session, answer);
  }

  private JsonNode asked(Session session) {
    if (!(Codec.read(session.read(file), JsonNode.class) instanceof ObjectNode body)) {
      throw new UsageException(file + " 应为一个 JSON 对象。", file + " should be a JSON object.");
    }
    if (project != null) {
      body.put("project", project);
    }
    if (methodology != null) {
      body.set("methodology", Codec.tree(ProjectData.version(methodology)));
      body.remove("project");
    }
    return body;
  }

  private static void summary(Session session, JsonNode answer) {
    session.table(
        new Table<JsonNode>()
            .text("年份", "year", row -> row.path("year").asString(""))
            .number("净减排量（吨）", "net t CO2e", row -> row.path("tonnes").asString("")),
        answer.path("explanation").path("vintages").valueStream().toList());
    session.line("");
    JsonNode issuance = answer.path("issuance");
    line(session, "合计", "total", answer.path("tonnes").asString(""));
    line(session, "可签发", "would be issued", tonnes(session, issuance.path("issued")));
    line(session, "其中缓冲", "of that to the buffer", tonnes(session, issuance.path("buffered")));
    line(session, "归业主", "to the owner", tonnes(session, issuance.path("toOwner")));
    FlagTable.print(session, answer.at("/explanation/flags"));
    session.hint(
        "试算，未提交；核查可能更正数据。逐行说明：--depth 3 或 --line。",
        "A dry run, nothing was submitted; verification may correct data. Line by line: --depth 3 or"
            + " --line.");
  }

  private static String tonnes(Session session, JsonNode value) {
    return Text.of(value, session.language());
  }

  private static void line(Session session, String zh, String en, String value) {
    session.line(session.language().of(zh, en) + "  " + value + " t CO2e");
  }
}
