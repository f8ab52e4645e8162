// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.credit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Where all credits are, by classes of them: anybody may ask. */
@Command(
    name = "totals",
    description = {
      "按类别汇总全部减排量：持有、缓冲、注销、取消（不显示持有方）。",
      "Where all credits are, by classes of them; anybody may ask, holders are not shown."
    },
    footer = {
      "  grassland credits totals",
      "  grassland credits totals --by vintage --region 150000"
    })
public final class CreditsTotals extends RegistryCommand {
  @Option(
      names = "--by",
      paramLabel = "province|region|vintage|methodology|project",
      description = {"分类方式；默认 province。", "By what they are classed. Default: province"})
  private String by;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {"行政区划（含下级）。", "Division, with those in it."})
  private String region;

  @Option(
      names = "--vintage",
      paramLabel = "YEAR",
      description = {"年份。", "Vintage year."})
  private String vintage;

  @Option(
      names = "--methodology",
      paramLabel = "ID",
      description = {"方法学编号。", "Id of the methodology."})
  private String methodology;

  @Option(
      names = "--project",
      paramLabel = "NUMBER",
      description = {"项目编号。", "The project's number."})
  private String project;

  @Option(
      names = "--training",
      description = {"仅供练习的，代替正式的。", "Those for practice, instead of real ones."})
  private boolean training;

  @Override
  protected void perform(Session session) {
    Map<String, String> asked = new LinkedHashMap<>();
    put(asked, "by", by);
    put(asked, "region", region);
    put(asked, "vintage", vintage);
    put(asked, "methodology", methodology);
    put(asked, "project", project);
    asked.put("training", Boolean.toString(training));
    JsonNode answer =
        session.progress().during(calledAs(), () -> session.publicReads().totals(asked));
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    List<JsonNode> items = answer.path("items").valueStream().toList();
    session.table(
        new Table<JsonNode>()
            .text("类别", "class", each -> each.path("name").asString(""))
            .number("签发", "issued", each -> each.path("issued").asString(""))
            .number("持有", "held", each -> each.path("held").asString(""))
            .number("缓冲", "buffered", each -> each.path("buffered").asString(""))
            .number("注销", "retired", each -> each.path("retired").asString(""))
            .number("取消", "cancelled", each -> each.path("cancelled").asString("")),
        items);
  }

  private static void put(Map<String, String> asked, String name, String value) {
    if (value != null) {
      asked.put(name, value);
    }
  }
}
