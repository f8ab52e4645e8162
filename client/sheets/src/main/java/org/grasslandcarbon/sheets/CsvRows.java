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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CSV (RFC 4180) row by row. UTF-16 when its byte order mark says so, as spreadsheets write
 * "Unicode text"; else UTF-8 with or without one; else GB18030, which spreadsheets in China write.
 * Commas, semicolons or tabs: the one that the first line names, as in {@code sep=;}, or else
 * whichever the headings have.
 */
final class CsvRows {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BUFFER = 64 * 1024;
  private static final int LINES_BETWEEN_WORDS = 256;

  /** What spreadsheets write and read before the headings. */
  private static final Pattern NAMED_SEPARATOR =
      Pattern.compile("\\uFEFF?\"?(?i:sep)=([,;\\t])\"?[,;\\t]*");

  private CsvRows() {}

  /**
   * Reads a file.
   *
   * @param watch called from time to time; what it throws ends the reading
   */
  static void read(Path file, RowSink sink, Runnable watch) throws IOException {
    Charset charset = charset(file, watch);
    Beginning beginning = beginning(file, charset);
    int before = beginning.namesSeparator ? 1 : 0;
    boolean commaIsFree = beginning.separator != ',';
    try (Reader text = open(file, charset, beginning);
        CsvReader<CsvRecord> rows =
            CsvReader.builder()
                .fieldSeparator(beginning.separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(BUFFER)
                .ofCsvRecord(text)) {
      for (CsvRecord row : rows) {
        if (row.getStartingLineNumber() % LINES_BETWEEN_WORDS == 0) {
          watch.run();
        }
        int number = Math.toIntExact(row.getStartingLineNumber()) + before;
        sink.row(new SheetRow(Optional.empty(), number, false, commaIsFree, cells(row)));
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

  /** A text without the line that names its separator. */
  private static Reader open(Path file, Charset charset, Beginning beginning) throws IOException {
    BufferedReader text = new BufferedReader(open(file, charset), BUFFER);
    if (beginning.namesSeparator) {
      text.readLine();
    }
    return text;
  }

  /** The encoding that a byte order mark names, or the first in which the whole file is a text. */
  private static Charset charset(Path file, Runnable watch) throws IOException {
    byte[] mark = new byte[2];
    try (InputStream bytes = Files.newInputStream(file)) {
      int read = bytes.readNBytes(mark, 0, mark.length);
      if (read == mark.length && isMarkOfUtf16(mark)) {
        return StandardCharsets.UTF_16;
      }
    }
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

  private static boolean isMarkOfUtf16(byte[] mark) {
    return mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE
        || mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF;
  }

  /** What the first line says of the others. */
  private record Beginning(char separator, boolean namesSeparator) {}

  private static Beginning beginning(Path file, Charset charset) throws IOException {
    char[] beginning = new char[BUFFER];
    try (Reader text = open(file, charset)) {
      int read = Math.max(0, text.read(beginning));
      String line = new String(beginning, 0, read).lines().findFirst().orElse("");
      Matcher named = NAMED_SEPARATOR.matcher(line);
      if (named.matches()) {
        return new Beginning(named.group(1).charAt(0), true);
      }
      char best = ',';
      for (char candidate : new char[] {';', '\t'}) {
        if (count(line, candidate) > count(line, best)) {
          best = candidate;
        }
      }
      return new Beginning(best, false);
    }
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }
}
