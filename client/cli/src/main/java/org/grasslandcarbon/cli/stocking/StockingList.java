// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.stocking;

import java.util.Map;
import org.grasslandcarbon.cli.ListCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.views.ProjectViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists balances of grass and livestock. */
@Command(
    name = "list",
    description = {"列出草畜平衡记录。", "Lists balances of grass and livestock."},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland stocking list --region 150000 --overloaded true"})
final class StockingList extends ListCommand {
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
      names = "--year",
      paramLabel = "YEAR",
      description = {"年度。", "Only those of this year."})
  private Integer year;

  @Option(
      names = "--overloaded",
      paramLabel = "true|false",
      arity = "1",
      description = {"是否超载。", "Only overloaded ones, or only others."})
  private Boolean overloaded;

  @Override
  protected void filter(Filters filters) {
    filters.add("project", project);
    filters.add("region", region);
    filters.add("year", year);
    filters.add("overloaded", overloaded);
  }

  @Override
  protected Page page(Session session, Map<String, String> filters) {
    return session.publicReads().list(ProjectViews.STOCKING, filters);
  }

  @Override
  protected Table<JsonNode> table(Session session) {
    return new Table<JsonNode>()
        .text("项目", "project", row -> row.path("projectNumber").asString(""))
        .number("年度", "year", row -> row.path("year").asString(""))
        .number("羊单位", "sheep units", row -> row.path("sheepUnits").asString(""))
        .number("合理载畜量", "capacity", row -> row.path("capacity").asString(""))
        .number("超载率 %", "overload %", row -> row.path("overloadPercent").asString(""))
        .text(
            "超载",
            "overloaded",
            row ->
                row.path("overloaded").asBoolean(false)
                    ? session.language().of("是", "yes")
                    : session.language().of("否", "no"))
        .text("记录方", "recorded by", row -> row.path("recordedBy").asString(""));
  }
}
