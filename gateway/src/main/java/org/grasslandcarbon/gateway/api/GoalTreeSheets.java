// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.gateway.coordination.GoalTree;
import org.grasslandcarbon.gateway.coordination.RegionLoop;
import org.grasslandcarbon.gateway.coordination.Sourced;

/** Goals and loops as rows of files, a row a number; why there is none stands beside it. */
final class GoalTreeSheets {
  private GoalTreeSheets() {}

  static List<List<Object>> tree(GoalTree.Tree tree) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        SharingSheets.joined(
            List.of(
                "目标 Goal",
                "状态 Status",
                "行政区划 Division",
                "项目 Project",
                "指标 Indicator",
                "年度 Year",
                "上级目标地区 Division of the Target Above",
                "表决 Vote"),
            SharingSheets.OF_NUMBERS));
    addAll(rows, of(tree, "", "", "", "", "", ""), tree.numbers());
    for (GoalTree.Place each : tree.regions()) {
      addAll(
          rows, of(tree, each.region().value(), "", "", "", "", text(each.vote())), each.numbers());
    }
    for (GoalTree.Link each : tree.targets()) {
      addAll(
          rows,
          of(
              tree,
              each.region().value(),
              text(each.project()),
              each.indicator().value(),
              each.year(),
              text(each.parentRegion()),
              ""),
          each.numbers());
    }
    return rows;
  }

  private static List<Object> of(GoalTree.Tree tree, Object... rest) {
    return SharingSheets.joined(List.of(tree.goal().value(), tree.state().name()), List.of(rest));
  }

  static List<List<Object>> loop(RegionLoop.Loop loop) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        SharingSheets.joined(
            List.of(
                "行政区划 Division",
                "年度 Year",
                "评估 Assessment",
                "有效 Standing",
                "步骤 Step",
                "日期 Day",
                "修订目标 Revision",
                "指标 Indicator",
                "目标地区 Division of the Target",
                "项目 Project",
                "目标年度 Year of the Target"),
            SharingSheets.OF_NUMBERS));
    for (RegionLoop.Round round : loop.rounds()) {
      Rows of = new Rows(rows, loop, round);
      for (RegionLoop.Taken each : round.steps()) {
        of.add(
            List.of(each.step().name(), text(each.day()), "", "", "", "", ""), "days", each.days());
      }
      of.add(List.of("", "", "", "", "", "", ""), "daysInAll", round.daysInAll());
      for (RegionLoop.Gap each : round.gaps()) {
        of.addPlain(
            List.of("", "", "", each.indicator().value(), loop.region().value(), "", loop.year()),
            "gapPercent",
            each.gapPercent().<Object>map(gap -> SharingSheets.plain(gap.value())).orElse(""),
            round.assessment().orElse(""));
      }
      round.revisions().forEach(of::add);
    }
    return rows;
  }

  /**
   * Rows of a round.
   *
   * @param rows where they go
   * @param loop whose
   * @param round which
   */
  private record Rows(List<List<Object>> rows, RegionLoop.Loop loop, RegionLoop.Round round) {
    void add(List<Object> place, String name, Sourced number) {
      rows.add(
          SharingSheets.joined(
              SharingSheets.joined(head(), place), SharingSheets.number(name, number)));
    }

    void addPlain(List<Object> place, String name, Object value, String from) {
      rows.add(
          SharingSheets.joined(
              SharingSheets.joined(head(), place), List.of(name, value, "", from, 1)));
    }

    private List<Object> head() {
      return List.of(
          loop.region().value(), loop.year(), text(round.assessment()), round.standing());
    }

    void add(RegionLoop.Revision revision) {
      List<Object> whole = List.of("", "", revision.goal().value(), "", "", "", "");
      revision.numbers().forEach((name, number) -> add(whole, name, number));
      for (RegionLoop.Change each : revision.changes()) {
        List<Object> place =
            List.of(
                "",
                "",
                revision.goal().value(),
                each.indicator().value(),
                each.region().value(),
                text(each.project()),
                each.year());
        String from = revision.from().get(0);
        each.before()
            .ifPresent(
                value ->
                    addPlain(
                        place,
                        "targetBefore",
                        SharingSheets.plain(value.value()),
                        revision.from().get(1)));
        each.proposed()
            .ifPresent(
                value ->
                    addPlain(
                        place,
                        "targetProposed",
                        SharingSheets.plain(value.value()),
                        round.assessment().orElse("")));
        addPlain(place, "targetAfter", SharingSheets.plain(each.after().value()), from);
      }
    }
  }

  private static void addAll(
      List<List<Object>> rows, List<Object> of, Map<String, Sourced> numbers) {
    numbers.forEach(
        (name, number) -> rows.add(SharingSheets.joined(of, SharingSheets.number(name, number))));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
