// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.gateway.coordination.Opportunity;
import org.grasslandcarbon.gateway.coordination.Sourced;

/** Opportunities as rows of files, a row a number: what it is, or why there is none, and whence. */
final class OpportunitySheets {
  private OpportunitySheets() {}

  static List<List<Object>> rows(List<Opportunity> items) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "名次 Rank",
            "类型 Kind",
            "供给地区 From Division",
            "需求地区 To Division",
            "市场或要素 Market or Factor",
            "数据项 Number",
            "数值 Value",
            "无数值的原因 Why None",
            "来源 From",
            "来源数 Sources",
            "理由 Reason (zh)",
            "Reason"));
    for (int i = 0; i < items.size(); i++) {
      Opportunity item = items.get(i);
      int rank = i + 1;
      item.numbers().forEach((name, number) -> rows.add(row(rank, item, name, number)));
    }
    return rows;
  }

  private static List<Object> row(int rank, Opportunity item, String name, Sourced number) {
    return List.of(
        rank,
        item.kind(),
        item.fromRegion(),
        item.toRegion(),
        item.subject(),
        name,
        number.value().map(OpportunitySheets::number).orElse(""),
        number.missing().<Object>map(Enum::name).orElse(""),
        String.join("; ", number.from()),
        number.fromOf(),
        item.reasonZh(),
        item.reason());
  }

  /** A number that is written without an exponent, as far as there is one. */
  private static Object number(Figure figure) {
    BigDecimal number = figure.value().setScale(Math.max(figure.value().scale(), 0));
    return number.toString().equals(number.toPlainString()) ? number : number.toPlainString();
  }
}
