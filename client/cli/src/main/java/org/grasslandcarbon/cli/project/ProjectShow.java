// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.client.PublicReads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows a project; --boundary prints its boundary as GeoJSON. */
@Command(
    name = "show",
    description = {
      "显示一个项目；--boundary 输出 GeoJSON 边界。",
      "Shows a project; --boundary prints its boundary as GeoJSON."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland project show GCS-152502-2024-0001"})
final class ProjectShow extends RegistryCommand {
  @Parameters(
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "Project number or UUID."})
  private String id;

  @Option(
      names = "--boundary",
      description = {"项目边界（GeoJSON）。", "The boundary as GeoJSON."})
  private boolean boundary;

  @Option(
      names = "--comments",
      description = {"公众意见及答复。", "The comments."})
  private boolean comments;

  @Override
  protected void perform(Session session) {
    PublicReads reads = session.publicReads();
    if (comments) {
      comments(
          session, session.progress().during(calledAs(), () -> reads.ofProject(id, "comments")));
    } else if (boundary) {
      session.json(session.progress().during(calledAs(), () -> reads.boundary(id)));
    } else {
      session.show(session.progress().during(calledAs(), () -> reads.project(id)));
    }
  }

  private static void comments(Session session, Page page) {
    if (session.isForPrograms()) {
      session.document(Map.of("items", page.items(), "total", page.total()));
      return;
    }
    session.table(
        new Table<JsonNode>()
            .number("序号", "number", row -> row.path("number").asString(""))
            .text("时间", "time", row -> Text.of(row.path("at"), session.language()))
            .text("经办", "by", row -> row.path("by").asString(""))
            .text("意见人", "author", row -> row.path("author").asString(""))
            .text("意见", "comment", row -> row.path("text").asString("")),
        page.items());
  }
}
