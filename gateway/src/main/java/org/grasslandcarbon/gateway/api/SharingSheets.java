// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.coordination.BarrierBoard;
import org.grasslandcarbon.gateway.coordination.Directory;
import org.grasslandcarbon.gateway.coordination.SharingBoard;
import org.grasslandcarbon.gateway.coordination.Sourced;

/** Sharing between regions as rows of files; of boards a row a number. */
final class SharingSheets {
  private static final List<Object> OF_NUMBERS =
      List.of("数据项 Number", "数值 Value", "无数值的原因 Why None", "来源 From", "来源数 Sources");

  private SharingSheets() {}

  static List<List<Object>> sharing(SharingBoard.Board board) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        joined(
            List.of(
                "首日 From",
                "末日 To",
                "类型 Kind",
                "提出地区 From Division",
                "被请求地区 To Division",
                "职能 Function"),
            OF_NUMBERS));
    for (SharingBoard.Row row : board.rows()) {
      List<Object> of =
          List.of(
              board.from(),
              board.to(),
              row.kind(),
              text(row.fromRegion()),
              row.toRegion(),
              text(row.function()));
      row.numbers().forEach((name, number) -> rows.add(joined(of, number(name, number))));
    }
    return rows;
  }

  static List<List<Object>> barriers(BarrierBoard.Board board) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(joined(List.of("行政区划 Division", "年度 Year"), OF_NUMBERS));
    for (BarrierBoard.Row row : board.rows()) {
      List<Object> of = List.of(row.region(), row.year());
      row.numbers().forEach((name, number) -> rows.add(joined(of, number(name, number))));
    }
    return rows;
  }

  static List<List<Object>> directory(Directory.Answer answer) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "日期 Day",
            "行政区划 Division",
            "职能 Function",
            "办理者 Responsible",
            "责任机构 Holder",
            "代理机构 Delegate",
            "由代理机构办理 Delegated",
            "职能所属地区 Division of the Mandate",
            "空缺地区 Vacancies",
            "能力等级 Capability Level",
            "起始日期 Since",
            "终止日期 To",
            "来源 From"));
    for (Directory.Entry each : answer.entries()) {
      rows.add(
          List.of(
              answer.day(),
              each.region(),
              each.function(),
              text(each.responsible()),
              text(each.holder()),
              text(each.delegate()),
              each.delegated(),
              text(each.mandate()),
              each.vacancies().stream().map(RegionCode::value).collect(Collectors.joining("; ")),
              each.level().<Object>map(level -> level).orElse(""),
              text(each.since()),
              text(each.to()),
              String.join("; ", each.from())));
    }
    return rows;
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static List<Object> number(String name, Sourced number) {
    return List.of(
        name,
        number.value().<Object>map(figure -> plain(figure.value())).orElse(""),
        number.missing().<Object>map(Enum::name).orElse(""),
        String.join("; ", number.from()),
        number.fromOf());
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.setScale(Math.max(value.scale(), 0));
  }

  private static List<Object> joined(List<Object> left, List<Object> right) {
    List<Object> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }
}
