// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.ClassTotals;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where all credits are, by classes of them and never by holder. */
@RestController
@RequestMapping(Paths.BASE + "/totals")
@Open("sums over batches, whose totals are public one by one")
final class TotalsController {
  private static final String NAME = "totals";

  private final ClassTotals totals;

  TotalsController(ClassTotals totals) {
    this.totals = totals;
  }

  /**
   * The totals.
   *
   * @param by by what they are classed
   * @param items the classes in their order
   */
  record Answer(ClassTotals.By by, List<ClassTotals.Total> items) {}

  @GetSheet
  SheetAnswer list(
      @RequestParam Optional<String> by,
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> vintage,
      @RequestParam Optional<String> methodology,
      @RequestParam Optional<String> project,
      @RequestParam Optional<String> training) {
    Answer answer = answer(by, region, vintage, methodology, project, training);
    return new SheetAnswer(answer, NAME, () -> rows(answer));
  }

  private Answer answer(
      Optional<String> by,
      Optional<String> region,
      Optional<String> vintage,
      Optional<String> methodology,
      Optional<String> project,
      Optional<String> training) {
    ClassTotals.By classes =
        by.map(text -> ViewParameters.convert("by", text, ClassTotals.By.class))
            .map(ClassTotals.By.class::cast)
            .orElse(ClassTotals.By.PROVINCE);
    Map<Column, Object> filters = new LinkedHashMap<>();
    put(filters, "region", region);
    put(filters, "vintage", vintage);
    put(filters, "methodology", methodology);
    project.ifPresent(text -> put(filters, "projectNumber", "project", text));
    // Credits for practice make nothing good: they are summed only by themselves.
    put(filters, "training", training.or(() -> Optional.of("false")));
    return new Answer(
        classes,
        totals
            .by(classes, filters)
            .orElseThrow(
                () ->
                    new RequestException(
                        GatewayCode.BAD_REQUEST,
                        zh("超过 %s 类：请缩小筛选范围")
                            .en(
                                "there are more than %s classes: choose narrower filters",
                                ClassTotals.CLASSES_MOST))));
  }

  private static void put(Map<Column, Object> filters, String name, Optional<String> text) {
    text.ifPresent(value -> put(filters, name, name, value));
  }

  private static void put(Map<Column, Object> filters, String column, String name, String text) {
    Column of = CreditViews.BATCHES.column(column);
    filters.put(of, ViewParameters.value(name, text, of));
  }

  private static List<List<Object>> rows(Answer answer) {
    List<List<Object>> rows = new ArrayList<>();
    List<Object> headings =
        new ArrayList<>(
            List.of(
                heading(answer.by()),
                "签发 Issued",
                "持有 Held",
                "缓冲 Buffered",
                "注销 Retired",
                "取消 Cancelled"));
    for (Retirement.Purpose purpose : Retirement.Purpose.values()) {
      headings.add("注销 Retired: " + purpose);
    }
    rows.add(headings);
    for (ClassTotals.Total each : answer.items()) {
      List<Object> row =
          new ArrayList<>(
              List.of(
                  each.name(),
                  each.issued(),
                  each.held(),
                  each.buffered(),
                  each.retired(),
                  each.cancelled()));
      for (Retirement.Purpose purpose : Retirement.Purpose.values()) {
        row.add(each.retiredFor().getOrDefault(purpose.name(), 0L));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String heading(ClassTotals.By by) {
    return switch (by) {
      case PROVINCE -> "省级区划 Province";
      case REGION -> "区划 Division";
      case VINTAGE -> "年份 Vintage";
      case METHODOLOGY -> "方法学 Methodology";
      case PROJECT -> "项目编号 Project ID";
    };
  }
}
