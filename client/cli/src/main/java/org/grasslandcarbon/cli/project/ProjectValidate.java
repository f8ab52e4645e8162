// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validateProject}. */
@Command(
    name = "validate",
    description = {
      "审定项目并答复每条公众意见（项目选定的机构）。",
      "Validates a project and answers each comment (the certifier it chose)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland project validate 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01 --opinion POSITIVE \\",
      "      --report-document validation.pdf --answer \"已与三户签订协议\" --key certifier.json"
    })
final class ProjectValidate extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT",
      description = {"项目编号（UUID）。", "The project (UUID)."})
  private String project;

  @Option(
      names = "--opinion",
      paramLabel = "POSITIVE|NEGATIVE",
      description = {"审定意见。", "The opinion."})
  private String opinion;

  @Option(
      names = "--report-document",
      paramLabel = "HASH|FILE",
      description = {"审定报告：SHA-256 或文件。", "The validation report: its SHA-256, or a file to hash."})
  private String reportDocument;

  @Option(
      names = "--answer",
      paramLabel = "TEXT",
      description = {
        "对意见的答复，按意见编号顺序重复。",
        "Answer to each comment, in their order; may be repeated."
      })
  private List<String> answers;

  @Option(
      names = "--risk-percent",
      paramLabel = "PERCENT",
      description = {"非持久性风险评级（百分数）。", "Rating of non-permanence risk, percent."})
  private String riskPercent;

  @Override
  protected String action() {
    return "validateProject";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("project", project).set("opinion", opinion).set("riskPercent", riskPercent);
    arguments.set("report", DocumentHash.of(session, reportDocument));
    List<Map<String, Object>> numbered = new ArrayList<>();
    for (String answer : answers == null ? List.<String>of() : answers) {
      numbered.add(Map.of("answer", answer, "comment", numbered.size() + 1));
    }
    if (arguments.lacks("answers") || !numbered.isEmpty()) {
      arguments.set("answers", numbered);
    }
  }
}
