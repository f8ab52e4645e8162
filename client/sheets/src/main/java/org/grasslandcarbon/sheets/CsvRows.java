// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV (RFC 4180) row by row. UTF-8 with or without a byte order mark, else GB18030, which
 * spreadsheets in China write; commas, semicolons or tabs, whichever the headings have.
 */
final class CsvRows {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BUFFER = 64 * 1024;
  private static final int LINES_BETWEEN_WORDS = 256;

  private CsvRows() {}

  /**
   * Reads a file.
   *
   * @param watch called from time to time; what it throws ends the reading
   */
  static void read(Path file, RowSink sink, Runnable watch) throws IOException {
    Charset charset = charset(file, watch);
    char separator = separator(file, charset);
    try (Reader text = open(file, charset);
        CsvReader<CsvRecord> rows =
            CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(BUFFER)
                .ofCsvRecord(text)) {
      for (CsvRecord row : rows) {
        if (row.getStartingLineNumber() % LINES_BETWEEN_WORDS == 0) {
          watch.run();
        }
        sink.row(Optional.empty(), Math.toIntExact(row.getStartingLineNumber()), cells(row));
      }
    } catch (CsvParseException e) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET,
          zh("引号不配对，或某个单元格过长").en("a quotation mark has no partner, or a cell is too long"));
    }
  }

  private static List<Cell> cells(CsvRecord row) {
    List<Cell> cells = new ArrayList<>();
    int count = row.getFieldCount();
    while (count > 0 && row.getField(count - 1).isBlank()) {
      count--;
    }
    for (int i = 0; i < Math.min(count, Limits.COLUMNS_MOST + 1); i++) {
      cells.add(Cell.text(row.getField(i)));
    }
    return cells;
  }

  private static Reader open(Path file, Charset charset) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        BUFFER);
  }

  /** The first encoding in which the whole file is a text. */
  private static Charset charset(Path file, Runnable watch) throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      if (isText(file, charset, watch)) {
        return charset;
      }
    }
    throw new FileProblem(SheetCode.UNKNOWN_ENCODING);
  }

  private static boolean isText(Path file, Charset charset, Runnable watch) throws IOException {
    char[] chunk = new char[BUFFER];
    try (Reader text = open(file, charset)) {
      for (int read = text.read(chunk); read >= 0; read = text.read(chunk)) {
        watch.run();
        for (int i = 0; i < read; i++) {
          if (chunk[i] == 0) {
            return false;
          }
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The separator that stands most often in the first line. */
  private static char separator(Path file, Charset charset) throws IOException {
    char[] beginning = new char[BUFFER];
    try (Reader text = open(file, charset)) {
      int read = Math.max(0, text.read(beginning));
      String line = new String(beginning, 0, read).lines().findFirst().orElse("");
      char best = ',';
      for (char candidate : new char[] {';', '\t'}) {
        if (count(line, candidate) > count(line, best)) {
          best = candidate;
        }
      }
      return best;
    }
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }
}
