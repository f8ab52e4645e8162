// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFormatTest {
  @TempDir Path folder;

  private Optional<DocumentFormat> of(byte[] content) throws IOException {
    return DocumentFormat.of(Files.write(folder.resolve("file"), content));
  }

  private Optional<DocumentFormat> of(String text) throws IOException {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<DocumentFormat> archive(String... entries) throws IOException {
    Path file = folder.resolve("archive");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.closeEntry();
      }
    }
    return DocumentFormat.of(file);
  }

  @Test
  void a_file_is_what_is_in_it() throws IOException {
    assertThat(of("%PDF-1.7\n...\n%%EOF\n")).contains(DocumentFormat.PDF);
    assertThat(of("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR....".getBytes(StandardCharsets.ISO_8859_1)))
        .contains(DocumentFormat.PNG);
    assertThat(of("\u00ff\u00d8\u00ff\u00e0....".getBytes(StandardCharsets.ISO_8859_1)))
        .contains(DocumentFormat.JPEG);
    assertThat(of("{\"type\": \"Feature\", \"geometry\": null}")).contains(DocumentFormat.GEOJSON);
    assertThat(of("<?xml version=\"1.0\"?>\n<kml></kml>")).contains(DocumentFormat.KML);
    assertThat(of("\ufeff样点;有机碳\nA;12.5\n")).contains(DocumentFormat.CSV);
    assertThat(of("样点,有机碳\n".getBytes(Charset.forName("GB18030")))).contains(DocumentFormat.CSV);
    assertThat(archive("[Content_Types].xml", "xl/workbook.xml")).contains(DocumentFormat.XLSX);
    assertThat(archive("boundary.shp", "boundary.dbf")).contains(DocumentFormat.ZIP);
  }

  /** What reads the list holds all of it, before it tells how long it is. */
  @Test
  void an_archive_with_a_lengthylist_of_entries_is_not_opened() throws IOException {
    String[] few = new String[10_000];
    String[] many = new String[10_001];
    Arrays.setAll(few, number -> "a" + number);
    Arrays.setAll(many, number -> "a" + number);
    assertThat(archive(few)).contains(DocumentFormat.ZIP);
    assertThat(archive(many)).isEmpty();
    String[] lengthy = new String[2_000];
    Arrays.setAll(lengthy, number -> number + "x".repeat(2_000));
    assertThat(archive(lengthy)).isEmpty();
  }

  @Test
  void an_archive_whose_end_says_less_than_is_there_is_none() throws IOException {
    archive("boundary.shp");
    byte[] whole = Files.readAllBytes(folder.resolve("archive"));
    byte[] more = Arrays.copyOf(whole, whole.length + 1);
    assertThat(of(whole)).contains(DocumentFormat.ZIP);
    assertThat(of(more)).isEmpty();
    byte[] none = whole.clone();
    none[whole.length - 22] = 0;
    assertThat(of(none)).isEmpty();
  }

  @Test
  void what_runs_or_pretends_or_is_cut_off_is_none_of_them() throws IOException {
    for (String text :
        new String[] {
          "",
          "plain words",
          "#!/bin/sh\nrm -r /",
          "<html><script>alert(1)</script></html>",
          "<svg onload=\"a,b\"/>",
          "<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml/>",
          "<?xml version=\"1.0\"?><!DOCTYPE kml><kml/>",
          "{\"type\": \"anything\"}",
          "a,b\n\u0000",
          "%PDF-1.7 without an end",
          "%PDF-9"
        }) {
      assertThat(of(text)).as(text).isEmpty();
    }
    assertThat(archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")).isEmpty();
    assertThat(archive("[Content_Types].xml", "word/document.xml")).isEmpty();
    assertThat(of("PK\u0003\u0004 and nothing of an archive")).isEmpty();
  }
}
