// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.gateway.paper.RowsWorkbook;
import org.grasslandcarbon.gateway.paper.RowsWorkbook.Sheet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Documents as files. Each has a limit on its rows, so that it can be made as a whole. */
final class DocumentFiles {
  static final String CSV = "text/csv";
  static final String XLSX = ImportController.XLSX;
  static final String PDF = MediaType.APPLICATION_PDF_VALUE;

  private DocumentFiles() {}

  /** Rows as CSV, with times as people read them. */
  static ResponseEntity<byte[]> csv(List<List<Object>> rows, String name) {
    StringBuilder text = new StringBuilder(CsvAnswers.BYTE_ORDER_MARK);
    for (List<Object> row : rows) {
      List<String> fields = new ArrayList<>();
      row.forEach(
          value ->
              fields.add(
                  value instanceof Number
                      ? value.toString()
                      : CsvAnswers.field(BeijingTime.readable(value.toString()))));
      text.append(CsvAnswers.line(fields));
    }
    return file(
        text.toString().getBytes(StandardCharsets.UTF_8),
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        name + ".csv");
  }

  /** The same rows as a workbook of one sheet. */
  static ResponseEntity<byte[]> xlsx(List<List<Object>> rows, String name) {
    return xlsxOf(List.of(new Sheet(name, rows)), name);
  }

  /** A workbook of several sheets. */
  static ResponseEntity<byte[]> xlsxOf(List<Sheet> sheets, String name) {
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    try {
      RowsWorkbook.write(sheets.stream().map(DocumentFiles::readable).toList(), workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file(workbook.toByteArray(), MediaType.valueOf(XLSX), name + ".xlsx");
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
