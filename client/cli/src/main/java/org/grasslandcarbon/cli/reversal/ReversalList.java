// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.reversal;

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

/** Lists reversals. */
@Command(
    name = "list",
    description = {"列出逆转事件。", "Lists reversals."},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland reversal list --project GCS-152502-2024-0001 --settled false"})
final class ReversalList extends ListCommand {
  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "Only those of this project: its number or UUID."})
  private String project;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = {"行政区划代码。", "Only those in this division and below."})
  private String region;

  @Option(
      names = "--cause",
      paramLabel = "CAUSE",
      description = {"原因：FIRE、DROUGHT、OVERGRAZING、OTHER。", "Only those with this cause."})
  private String cause;

  @Option(
      names = "--settled",
      paramLabel = "true|false",
      arity = "1",
      description = {"是否已核定。", "Only those that are settled, or only others."})
  private Boolean settled;

  @Override
  protected void filter(Filters filters) {
    filters.add("project", project);
    filters.add("region", region);
    filters.add("cause", cause);
    filters.add("settled", settled);
  }

  @Override
  protected Page page(Session session, Map<String, String> filters) {
    return session.publicReads().list(ProjectViews.REVERSALS, filters);
  }

  @Override
  protected Table<JsonNode> table(Session session) {
    return new Table<JsonNode>()
        .text("项目", "project", row -> row.path("projectNumber").asString(""))
        .text("事件日期", "event", row -> row.path("eventDate").asString(""))
        .text("原因", "cause", row -> Labels.code(row.path("cause").asString(""), session.language()))
        .number("估计（吨）", "estimate", row -> Text.of(row.path("estimate"), session.language()))
        .number("冻结", "on hold", row -> Text.of(row.path("quantityHeld"), session.language()))
        .number("核定", "loss", row -> Text.of(row.at("/settlement/loss"), session.language()))
        .number(
            "已注销缓冲", "cancelled", row -> Text.of(row.path("quantityCancelled"), session.language()))
        .number(
            "差额", "shortfall", row -> Text.of(row.at("/settlement/shortfall"), session.language()))
        .text("", "id", row -> row.path("id").asString(""));
  }
}
