// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.Failures;
import org.grasslandcarbon.cli.FileRefused;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.sheets.CellProblem;
import org.grasslandcarbon.sheets.SheetNote;

/** How the problems of a file are told. */
public final class RowsRefused {
  private RowsRefused() {}

  /** What is said when one of several files cannot be read at all. */
  public static RuntimeException unreadable(List<Path> paths, IOException failure) {
    return Failures.unreadable(failed(paths, failure), failure);
  }

  /** Which of the files it is: one that the system names, or one that is none. */
  private static Path failed(List<Path> paths, IOException failure) {
    if (failure instanceof FileSystemException one && one.getFile() != null) {
      return Path.of(one.getFile());
    }
    return paths.stream()
        .filter(path -> Files.isDirectory(path))
        .findFirst()
        .orElseGet(
            () -> Path.of(paths.stream().map(Path::toString).collect(Collectors.joining(" "))));
  }

  /**
   * Tells a person each problem, and then that nothing was done.
   *
   * @param count how many problems there are, of which some are listed
   */
  public static FileRefused tell(
      Session session, long count, List<CellProblem> problems, long rows) {
    if (!session.isForPrograms()) {
      lines(problems, session.language()).forEach(line -> session.hint(line, line));
    }
    return new FileRefused(
        "ROWS_REFUSED",
        "文件中有 " + count + " 处错误，未保存或提交任何内容。",
        "The file has " + count + " problems; nothing was stored or submitted.",
        Codec.tree(Map.of("problemCount", count, "problems", problems, "rows", rows)));
  }

  /** Tells what is read all the same: each note in two lines. */
  public static void tell(Session session, List<SheetNote> notes) {
    for (SheetNote note : notes) {
      String place =
          (note.sheet().map(sheet -> sheet + " ").orElse("") + note.column().orElse("")).strip();
      String detailZh = note.detailZh().map(text -> "  " + text).orElse("");
      String detail = note.detail().map(text -> "  " + text).orElse("");
      session.hint(
          place + "  " + note.code() + " ×" + note.count() + detailZh,
          place + "  " + note.code() + " ×" + note.count() + detail);
      session.hint("    " + note.zh(), "    " + note.en());
    }
  }

  /** Each problem in two lines: where and what stands there, and what to do. */
  private static List<String> lines(List<CellProblem> problems, Language language) {
    return problems.stream()
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
