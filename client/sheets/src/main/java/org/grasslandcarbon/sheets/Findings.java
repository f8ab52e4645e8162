// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * What is found in files while they are read: what is wrong with them, cell by cell, and what is
 * told of them, once a column.
 */
final class Findings {
  /** Rows and points that a note names one by one. */
  private static final int NAMED_MOST = 20;

  /** A change is told, not computed with. */
  private static final MathContext TOLD = new MathContext(3, RoundingMode.HALF_EVEN);

  private static final String PERCENT_UNIT = "%";

  private final List<CellProblem> problems = new ArrayList<>();
  private final Map<Subject, Told> notes = new LinkedHashMap<>();
  private final List<Either> either = new ArrayList<>();
  private long problemCount;
  private boolean hasDecimalComma;

  /** What a note is of. */
  private record Subject(NoteCode code, Optional<String> sheet, Optional<String> column) {}

  /** A point of which it depends on other cells of the file what it is. */
  private record Either(Place place, String text) {}

  /** What is told so far. */
  private static final class Told {
    private final Place place;
    private long count;
    private BigDecimal largest = BigDecimal.ZERO;
    private final List<String> named = new ArrayList<>();

    private Told(Place place) {
      this.place = place;
    }

    private SheetNote note(NoteCode code) {
      return SheetNote.of(code, place, count, detail());
    }

    private Optional<Detail> detail() {
      if (largest.signum() > 0) {
        String change = largest.round(TOLD).stripTrailingZeros().toString();
        return Optional.of(zh("最大改变 %s").en("the largest change is %s", change));
      }
      if (named.isEmpty()) {
        return Optional.empty();
      }
      String all = String.join(", ", named) + (count > named.size() ? " …" : "");
      return Optional.of(zh("%s").en("%s", all));
    }
  }

  /**
   * Reads a file, and finds what keeps it from being read.
   *
   * @param watch called from time to time; what it throws ends the reading
   * @throws IOException when it cannot be read at all
   */
  void read(Path file, Limits limits, RowSink sink, Runnable watch) throws IOException {
    either.clear();
    hasDecimalComma = false;
    try {
      long bytes = Files.size(file);
      if (bytes > limits.fileBytes()) {
        throw new FileProblem(
            SheetCode.FILE_TOO_LARGE,
            zh("%s 字节；最多读取 %s 字节").en("%s bytes; at most %s are read", bytes, limits.fileBytes()));
      }
      if (Workbook.looksLike(file)) {
        XlsxRows.read(file, limits, sink, watch);
      } else {
        CsvRows.read(file, sink, watch);
      }
    } catch (FileProblem problem) {
      add(CellProblem.ofFile(problem.code(), problem.detail()));
    } catch (CharacterCodingException e) {
      add(CellProblem.ofFile(SheetCode.UNKNOWN_ENCODING, Optional.empty()));
    }
    if (hasDecimalComma) {
      either.forEach(
          each ->
              problem(
                  SheetCode.AMBIGUOUS_POINT,
                  each.place,
                  CellNumber.bothReadings(each.text, '.'),
                  each.text));
    }
  }

  /**
   * The number of a cell; empty when it is none, which is a problem.
   *
   * @param unit of the column
   * @param decimals how many are stored
   */
  Optional<Decimal> number(SheetRow row, int column, Place place, String unit, int decimals) {
    Cell cell = row.cell(column);
    CellNumber number = CellNumber.of(cell, decimals, row.commaIsFree());
    number
        .problem()
        .ifPresent(code -> add(CellProblem.of(code, place, number.detail(), cell.text())));
    if (cell.kind() == Cell.Kind.PERCENT && number.value().isPresent()) {
      if (unit.equals(PERCENT_UNIT)) {
        problem(SheetCode.PERCENT, place, cell.text());
        return Optional.empty();
      }
      told(NoteCode.SHOWN_AS_PERCENT, place).count++;
    }
    if (number.change().signum() != 0) {
      Told rounded = told(NoteCode.ROUNDED, place);
      rounded.count++;
      rounded.largest = rounded.largest.max(number.change());
    }
    hasDecimalComma |= number.sign() == CellNumber.Sign.COMMA;
    if (number.sign() == CellNumber.Sign.EITHER && either.size() < Limits.PROBLEMS_MOST) {
      either.add(new Either(place, cell.text()));
    }
    return number.value();
  }

  /** Tells something of a place. */
  void note(NoteCode code, Place place, String name) {
    Told told = told(code, place);
    told.count++;
    if (told.named.size() < NAMED_MOST) {
      told.named.add(name);
    }
  }

  private Told told(NoteCode code, Place place) {
    return notes.computeIfAbsent(
        new Subject(code, place.sheet(), place.column()), none -> new Told(place));
  }

  void problem(SheetCode code, Place place, String value) {
    add(CellProblem.of(code, place, Optional.empty(), value));
  }

  void problem(SheetCode code, Place place, Detail detail, String value) {
    add(CellProblem.of(code, place, Optional.of(detail), value));
  }

  void add(CellProblem problem) {
    problemCount++;
    if (problems.size() < Limits.PROBLEMS_MOST) {
      problems.add(problem);
    }
  }

  boolean hasProblems() {
    return problemCount > 0;
  }

  long problemCount() {
    return problemCount;
  }

  List<CellProblem> problems() {
    return List.copyOf(problems);
  }

  List<SheetNote> notes() {
    return notes.entrySet().stream()
        .map(each -> each.getValue().note(each.getKey().code()))
        .toList();
  }
}
