// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code commentOnProject}. */
@Command(
    name = "comment",
    description = {"对公示中的项目提出意见。", "Comments on a project in publicity."},
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland project comment 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01 --text \"冬牧场由三户共用\" --key my-key.json"
    })
final class ProjectComment extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT",
      description = {"项目编号（UUID）。", "The project (UUID)."})
  private String project;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = {"意见内容。", "The comment."})
  private String text;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = {"由主管部门转交时的意见人。", "Whose comment an office passes on."})
  private String author;

  @Override
  protected String action() {
    return "commentOnProject";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("project", project).set("text", text).set("author", author);
  }
}
