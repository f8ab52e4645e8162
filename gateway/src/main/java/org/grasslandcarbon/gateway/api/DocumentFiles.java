// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.gateway.paper.RowsWorkbook;
import org.grasslandcarbon.gateway.paper.RowsWorkbook.Sheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Documents as files. Each has a limit on its rows, so that it can be made as a whole. */
final class DocumentFiles {
  static final String CSV = "text/csv";
  static final String XLSX = ImportController.XLSX;
  static final String PDF = MediaType.APPLICATION_PDF_VALUE;

  /** How rows are written. */
  enum Format {
    /** With times as people read them. */
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)) {
      @Override
      byte[] bytes(List<List<Object>> rows, String name) {
        StringBuilder text = new StringBuilder(CsvAnswers.BYTE_ORDER_MARK);
        for (List<Object> row : rows) {
          text.append(CsvAnswers.line(row.stream().map(Format::field).toList()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
      }
    },
    /** The same rows as a workbook of one sheet. */
    XLSX(MediaType.valueOf(DocumentFiles.XLSX)) {
      @Override
      byte[] bytes(List<List<Object>> rows, String name) {
        return workbook(List.of(new Sheet(name, rows)));
      }
    };

    private final MediaType type;

    Format(MediaType type) {
      this.type = type;
    }

    MediaType type() {
      return type;
    }

    /** A file of rows. */
    abstract byte[] bytes(List<List<Object>> rows, String name);

    /** Has it stored under a name, which is given without its ending. */
    ContentDisposition attachment(String name) {
      return ContentDisposition.attachment()
          .filename(name + "." + name().toLowerCase(Locale.ROOT))
          .build();
    }

    private static String field(Object value) {
      return value instanceof Number
          ? value.toString()
          : CsvAnswers.field(BeijingTime.readable(value.toString()));
    }
  }

  private DocumentFiles() {}

  /** Rows as CSV, with times as people read them. */
  static ResponseEntity<byte[]> csv(List<List<Object>> rows, String name) {
    return file(Format.CSV.bytes(rows, name), Format.CSV.type(), name + ".csv");
  }

  /** The same rows as a workbook of one sheet. */
  static ResponseEntity<byte[]> xlsx(List<List<Object>> rows, String name) {
    return file(Format.XLSX.bytes(rows, name), Format.XLSX.type(), name + ".xlsx");
  }

  /** A workbook of several sheets. */
  static ResponseEntity<byte[]> xlsxOf(List<Sheet> sheets, String name) {
    return file(workbook(sheets), Format.XLSX.type(), name + ".xlsx");
  }

  private static byte[] workbook(List<Sheet> sheets) {
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    try {
      RowsWorkbook.write(sheets.stream().map(DocumentFiles::readable).toList(), workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return workbook.toByteArray();
  }

  private static Sheet readable(Sheet sheet) {
    List<List<Object>> readable = new ArrayList<>();
    for (List<Object> row : sheet.rows()) {
      readable.add(row.stream().map(DocumentFiles::readable).toList());
    }
    return new Sheet(sheet.name(), readable);
  }

  private static Object readable(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value
        : BeijingTime.readable(value.toString());
  }

  /** Pages. */
  static ResponseEntity<byte[]> pdf(byte[] pages, String name) {
    return file(pages, MediaType.APPLICATION_PDF, name + ".pdf");
  }

  /** Has an answer stored under a name. */
  static UnaryOperator<ResponseEntity.BodyBuilder> named(String name) {
    return answer ->
        answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return named(name).apply(ResponseEntity.ok()).contentType(type).body(bytes);
  }
}
