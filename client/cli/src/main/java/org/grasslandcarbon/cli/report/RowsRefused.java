// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.FileRefused;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.sheets.CellProblem;
import org.grasslandcarbon.sheets.ReportArguments;

/** How the problems of a file are told. */
final class RowsRefused {
  private RowsRefused() {}

  static FileRefused of(ReportArguments arguments) {
    return new FileRefused(
        "ROWS_REFUSED",
        "文件中有 " + arguments.problemCount() + " 处错误，未保存或提交任何内容。",
        "The file has " + arguments.problemCount() + " problems; nothing was stored or submitted.",
        Codec.tree(
            Map.of(
                "problemCount",
                arguments.problemCount(),
                "problems",
                arguments.problems(),
                "rows",
                arguments.rows())));
  }

  /** Each problem in two lines: where and what stands there, and what to do. */
  static List<String> lines(ReportArguments arguments, Language language) {
    return arguments.problems().stream()
        .flatMap(
            problem ->
                Stream.of(
                    where(problem)
                        + "  "
                        + problem.code()
                        + problem.value().map(value -> "  «" + value + "»").orElse("")
                        + problem.detail().map(en -> "  " + told(language, problem, en)).orElse(""),
                    "    " + language.of(problem.zh(), problem.en())))
        .toList();
  }

  private static String told(Language language, CellProblem problem, String en) {
    return language.of(problem.detailZh().orElse(en), en);
  }

  /** E.g. {@code 活动数据 ACTIVITY C5 HEAD.SHEEP}. */
  private static String where(CellProblem problem) {
    String row = problem.row().map(number -> Integer.toString(number)).orElse("");
    String[] column = problem.column().orElse("").split(" ", 2);
    String cell = column[0] + row + (column.length > 1 ? " " + column[1] : "");
    return (problem.sheet().map(sheet -> sheet + " ").orElse("") + cell).strip();
  }
}
