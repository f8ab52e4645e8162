// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.grasslandcarbon.domain.value.Name;
import org.junit.jupiter.api.Test;

class PaperTest {
  private static final Name TITLE = Name.of("对账单", "Statement");

  /** What is written onto a paper. */
  private interface Writing {
    void onto(Paper paper) throws IOException;
  }

  private static byte[] pdf(Writing writing) throws IOException {
    try (Paper paper = new Paper(TITLE, "2026-03-02", Optional.empty())) {
      writing.onto(paper);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      paper.write(out);
      return out.toByteArray();
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  /** The text of a document with nothing that depends on where lines are broken. */
  private static String unbroken(byte[] pdf) throws IOException {
    return text(pdf).replaceAll("\\s", "");
  }

  @Test
  void the_same_content_is_the_same_bytes_and_another_is_not() throws IOException {
    Writing writing =
        paper -> {
          paper.heading(Name.of("资金", "Money"));
          paper.field(Name.of("金额", "Amount"), "1,430.00");
        };
    assertThat(pdf(writing)).isEqualTo(pdf(writing));
    assertThat(pdf(paper -> paper.field(Name.of("金额", "Amount"), "1,430.01")))
        .isNotEqualTo(pdf(writing));
    String raw = new String(pdf(writing), StandardCharsets.ISO_8859_1);
    assertThat(raw).doesNotContain("CreationDate", "ModDate");
  }

  @Test
  void chinese_and_english_can_be_searched_and_the_typeface_is_in_the_file() throws IOException {
    byte[] pdf =
        pdf(paper -> paper.field(Name.of("名称", "Name"), "锡林郭勒草原合作社 efficient office fjord"));
    assertThat(text(pdf))
        .contains("对账单", "Statement", "名称", "锡林郭勒草原合作社", "efficient office fjord", "1 / 1");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
      assertThat(page.getMediaBox().getHeight()).isEqualTo(PDRectangle.A4.getHeight());
      for (var name : page.getResources().getFontNames()) {
        assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
    assertThat(pdf.length).as("only what is shown of the typeface").isLessThan(60_000);
  }

  @Test
  void what_cannot_be_shown_is_told_by_its_number_and_lines_stay_lines() throws IOException {
    String text =
        unbroken(
            pdf(
                paper ->
                    paper.field(
                        Name.of("名称", "Name"),
                        "A\u0007B\u202EC\uFFFFD\uE000E\u200BF\nG\tH \uD83C I")));
    assertThat(text)
        .contains("A[U+0007]B[U+202E]C[U+FFFF]D[U+E000]E[U+200B]FGH[U+D83C]I")
        .doesNotContain("\u202E");
  }

  @Test
  void every_character_of_the_national_standard_s_first_set_is_there() {
    StringBuilder all = new StringBuilder();
    java.nio.charset.Charset gb2312 = java.nio.charset.Charset.forName("GB2312");
    for (int row = 0xB0; row <= 0xF7; row++) {
      for (int cell = 0xA1; cell <= 0xFE; cell++) {
        String one = new String(new byte[] {(byte) row, (byte) cell}, gb2312);
        all.append(one.equals("\uFFFD") ? "" : one);
      }
    }
    assertThat(all.codePointCount(0, all.length())).isEqualTo(6_763);
    assertThat(Typeface.shared().legible(all.toString())).isEqualTo(all.toString());
  }

  @Test
  void long_names_and_digests_go_on_in_further_lines_within_the_page() throws IOException {
    String name = "内蒙古锡林郭勒盟草原生态保护与碳汇开发合作联社".repeat(9);
    String digest = "0123456789abcdef".repeat(16);
    String english = "Association of cooperatives for the protection of grassland ".repeat(6);
    byte[] pdf =
        pdf(
            paper -> {
              paper.field(Name.of("名称", "Name"), name);
              paper.field(Name.of("名称", "Name"), english);
              paper.texts(List.of(digest));
            });
    assertThat(unbroken(pdf)).contains(name, digest, english.replaceAll("\\s", ""));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition position) {
          assertThat(position.getX() + position.getWidth())
              .isLessThanOrEqualTo(PDRectangle.A4.getWidth() - 47);
          assertThat(position.getX()).isGreaterThanOrEqualTo(47);
          super.processTextPosition(position);
        }
      }.getText(document);
    }
  }

  @Test
  void a_value_without_end_is_cut_and_says_so() throws IOException {
    byte[] pdf = pdf(paper -> paper.field(Name.of("理由", "Reason"), "𠮷".repeat(10_000)));
    assertThat(unbroken(pdf)).contains("…(JSON)").doesNotContain("[U+D842]");
    assertThat(unbroken(pdf).length()).isLessThan(9 * Paper.VALUE_MOST);
  }

  @Test
  void a_table_goes_on_on_the_next_page_with_its_headings_and_loses_no_row() throws IOException {
    byte[] pdf =
        pdf(
            paper -> {
              PaperTable table =
                  paper.table(
                      List.of(
                          PaperTable.Column.text("编号", "Number", 1),
                          PaperTable.Column.number("金额", "Amount", 1)));
              for (int i = 0; i < 500; i++) {
                table.row(List.of("row-" + i, i + ".00"));
              }
              assertThatThrownBy(() -> table.row(List.of("one")))
                  .isInstanceOf(IllegalArgumentException.class);
            });
    String text = text(pdf);
    for (int i = 0; i < 500; i++) {
      assertThat(text).containsPattern("row-" + i + " +" + i + "\\.00");
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isBetween(6, 12);
      assertThat(text.split("Amount", -1)).hasSize(pages + 1);
      assertThat(text).contains(pages + " / " + pages);
    }
  }

  @Test
  void what_must_be_seen_stands_on_every_page() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Paper paper = new Paper(TITLE, "x", Optional.of(Name.of("仅供练习", "For practice only")))) {
      for (int i = 0; i < 120; i++) {
        paper.texts(List.of("line"));
      }
      paper.write(out);
    }
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        assertThat(stripper.getText(document)).contains("仅供练习 For practice only");
      }
    }
  }

  @Test
  void a_document_without_end_is_not_made() throws IOException {
    try (Paper paper = new Paper(TITLE, "x", Optional.empty())) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < Paper.PAGES_MOST + 1; i++) {
                  paper.need(PDRectangle.A4.getHeight());
                }
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("pages");
    }
  }
}
