// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.grasslandcarbon.domain.value.Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fonts of the operator's: TrueType, PostScript outlines, and collections. */
class FurtherFontTest {
  private static final String TRUE_TYPE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String POST_SCRIPT =
      "/META-INF/resources/webjars/font-awesome/4.7.0/fonts/FontAwesome.otf";

  /** A flag, which is at a place for private use. */
  private static final int FLAG = 0xF024;

  @TempDir Path folder;
  private Path trueType;
  private Path postScript;

  @BeforeEach
  void lay_out_fonts() throws IOException {
    trueType = lay("sans.ttf", TRUE_TYPE);
    postScript = lay("signs.otf", POST_SCRIPT);
  }

  private Path lay(String name, String resource) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream font = FurtherFontTest.class.getResourceAsStream(resource)) {
      Files.copy(font, file);
    }
    return file;
  }

  /** A letter that is in a font and not in the typeface. */
  private static String lacking(FurtherFont font) {
    return IntStream.range(0x0180, 0x2000)
        .filter(each -> Visible.isVisible(each) && !Visible.isFromTheRight(each))
        .filter(Character::isLetter)
        .filter(each -> !Typeface.shared().shows(each) && font.draws(each))
        .mapToObj(Character::toString)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] pdf(Typeface typeface, String value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Paper paper = new Paper(typeface, Name.of("证书", "Certificate"), "1", Optional.empty())) {
      paper.field(Name.of("名称", "Name"), value);
      assertThat(paper.unseen())
          .isEqualTo(
              typeface.legible(value).contains("[U+")
                  ? Optional.of(Visible.number(value.codePointAt(1)))
                  : Optional.empty());
      paper.write(out);
    }
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void a_character_that_the_typeface_lacks_is_drawn_and_found_by_whoever_searches()
      throws IOException {
    String letter = lacking(FurtherFont.read(trueType.toString()));
    String name = "甲" + letter + "乙 Ltd";
    assertThat(text(pdf(Typeface.shared(), name)))
        .contains("甲[" + Visible.number(letter.codePointAt(0)) + "]乙");
    Typeface more = Typeface.with(List.of(trueType.toString()));
    byte[] pdf = pdf(more, name);
    assertThat(text(pdf)).contains(name).doesNotContain("[U+");
    assertThat(pdf(more, name)).as("the same bytes").isEqualTo(pdf);
    assertThat(more.width(letter, 10)).isBetween(1f, 20f);
  }

  @Test
  void what_would_turn_a_name_around_is_told_by_its_number_also_where_a_font_has_it()
      throws IOException {
    FurtherFont font = FurtherFont.read(trueType.toString());
    assertThat(font.draws(0x05D0)).as("a letter of Hebrew").isTrue();
    assertThat(Typeface.with(List.of(trueType.toString())).legible("a\u05D0\u202Eb"))
        .isEqualTo("a[U+05D0][U+202E]b");
  }

  @Test
  void post_script_outlines_are_drawn_as_they_are() throws IOException {
    assertThat(dark(postScript.toString(), FLAG)).isGreaterThan(200);
    assertThat(FurtherFont.read(postScript.toString()).draws(0x8349)).isFalse();
  }

  @Test
  void of_a_collection_the_first_font_is_taken_or_the_one_that_is_named() throws IOException {
    Path collection = folder.resolve("collection.ttc");
    Files.write(collection, collectionOf(Files.readAllBytes(trueType)));
    assertThat(dark(collection.toString(), 'W')).isGreaterThan(200);
    assertThat(dark(collection + "#LiberationSans", 'W')).isGreaterThan(200);
    assertThatThrownBy(() -> FurtherFont.read(collection + "#Other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no font Other in it");
  }

  /** A collection of one font: its tables begin further on by as much as the heading has. */
  private static byte[] collectionOf(byte[] font) {
    int heading = 16;
    ByteBuffer all = ByteBuffer.allocate(heading + font.length);
    all.put("ttcf".getBytes(StandardCharsets.US_ASCII));
    all.putInt(0x00010000).putInt(1).putInt(heading).put(font);
    int tables = ByteBuffer.wrap(font).getShort(4);
    for (int i = 0; i < tables; i++) {
      int at = heading + 12 + i * 16 + 8;
      all.putInt(at, all.getInt(at) + heading);
    }
    return all.array();
  }

  /** How many dots of a page are dark on which a character is written in outlines. */
  private static long dark(String named, int character) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      OutlineFont font = new OutlineFont(FurtherFont.read(named));
      try (PDPageContentStream on = new PDPageContentStream(document, page)) {
        on.beginText();
        on.setFont(font, 40);
        on.newLineAtOffset(100, 100);
        on.showText(Character.toString(character));
        on.endText();
      }
      font.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      assertThat(text(out.toByteArray())).contains(Character.toString(character));
      try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
        BufferedImage image = new PDFRenderer(read).renderImage(0);
        return IntStream.range(0, image.getWidth() * image.getHeight())
            .map(dot -> image.getRGB(dot % image.getWidth(), dot / image.getWidth()))
            .filter(colour -> (colour & 0xFF) < 0x80)
            .count();
      }
    }
  }

  @Test
  void what_is_no_font_or_may_not_be_embedded_is_refused_at_the_start() throws IOException {
    Path none = Files.writeString(folder.resolve("none.ttf"), "none");
    for (String each : List.of(none.toString(), folder.resolve("nowhere.ttf").toString())) {
      assertThatThrownBy(() -> new PaperSettings(List.of(each)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("grassland.paper.fonts: " + each)
          .hasMessageContaining("fonts-noto-cjk");
    }
    Path restricted = folder.resolve("restricted.ttf");
    Files.write(restricted, restricted(Files.readAllBytes(trueType)));
    assertThatThrownBy(() -> new PaperSettings(List.of(restricted.toString())))
        .hasMessageContaining("forbids to embed it");
    assertThat(new PaperSettings(List.of(trueType.toString())).fonts()).hasSize(1);
  }

  private static byte[] restricted(byte[] font) {
    ByteBuffer bytes = ByteBuffer.wrap(font);
    int tables = bytes.getShort(4);
    for (int i = 0; i < tables; i++) {
      int entry = 12 + i * 16;
      if (bytes.getInt(entry) == 0x4F532F32) {
        bytes.putShort(bytes.getInt(entry + 8) + 8, (short) 2);
      }
    }
    return font;
  }
}
