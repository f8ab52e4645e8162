// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import java.util.Map;
import org.grasslandcarbon.cli.ListCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.views.ProjectViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists projects. */
@Command(
    name = "list",
    description = {"列出项目。", "Lists projects."},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland project list --region 150000 --state REGISTERED"})
final class ProjectList extends ListCommand {
  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = {"行政区划代码。", "Only those in this division and below."})
  private String region;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = {
        "状态：PUBLICITY、VALIDATED、REJECTED、REGISTERED、DEREGISTERED。",
        "Only those in this state."
      })
  private String state;

  @Option(
      names = "--owner",
      paramLabel = "CODE",
      description = {"项目业主。", "Only those of this owner."})
  private String owner;

  @Option(
      names = "--methodology",
      paramLabel = "ID",
      description = {"方法学编号。", "Only those under this methodology."})
  private String methodology;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = {"名称中的文字。", "Only those with this text in the name."})
  private String search;

  @Option(
      names = "--training",
      paramLabel = "true|false",
      arity = "1",
      description = {"是否为练习项目。", "Only those for practice, or only others."})
  private Boolean training;

  @Override
  protected void filter(Filters filters) {
    filters.add("region", region);
    filters.add("state", state);
    filters.add("owner", owner);
    filters.add("methodology", methodology);
    filters.add("q", search);
    filters.add("training", training);
  }

  @Override
  protected Page page(Session session, Map<String, String> filters) {
    return session.publicReads().list(ProjectViews.PROJECTS, filters);
  }

  @Override
  protected Table<JsonNode> table(Session session) {
    return new Table<JsonNode>()
        .text("编号", "number", row -> row.path("number").asString("-"))
        .text("名称", "name", row -> Text.of(row.path("design").path("name"), session.language()))
        .text("状态", "state", row -> Labels.code(row.path("state").asString(""), session.language()))
        .text("区划", "region", row -> row.path("design").path("region").asString(""))
        .number("公顷", "ha", row -> row.path("design").path("areaHectares").asString(""))
        .text(
            "方法学",
            "methodology",
            row -> row.path("design").path("methodology").path("id").asString(""))
        .text("", "id", row -> row.path("id").asString(""));
  }
}
