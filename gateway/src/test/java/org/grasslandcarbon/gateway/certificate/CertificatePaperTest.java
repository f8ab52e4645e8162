// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.paper.Typeface;
import org.junit.jupiter.api.Test;

class CertificatePaperTest {
  private static final URI ADDRESS = URI.create("https://registry.example.cn");
  private static final String PLACE =
      ADDRESS + "/api/v1/retirements/" + SampleCertificate.ID + "/certificate";
  private static final int DOTS_PER_INCH = 300;

  private final SampleCertificate sample = new SampleCertificate();

  private static byte[] pdf(byte[] json) {
    return new CertificatePaper(Typeface.shared(), Optional.of(ADDRESS)).of(json);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  private static String unbroken(byte[] pdf) throws IOException {
    return text(pdf).replaceAll("\\s", "");
  }

  @Test
  void it_says_in_two_languages_what_was_retired_by_whom_and_for_whom() throws IOException {
    assertThat(text(pdf(sample.json())))
        .contains(
            "草原碳汇减排量注销证书",
            "Certificate of retirement",
            "R-CN-GCS-152502-20240001-2025-001-1",
            "2026-03-02T10:00:05+08:00",
            "91110000600037341L 受益企业",
            "Beneficiary Ltd",
            "91110000600037341L 持有方",
            "Holder Ltd",
            "自愿抵销 / Voluntary offsetting",
            "CN-GCS-152502-20240001-2025-001-1-30",
            "BeijingMSP, TianjinMSP",
            "2025 年度碳中和。",
            "proves nothing",
            PLACE)
        .doesNotContain("仅供练习", "Characters printed by their numbers");
  }

  @Test
  void the_certificate_itself_is_its_one_attachment_and_its_source() throws IOException {
    byte[] json = sample.json();
    try (PDDocument document = Loader.loadPDF(pdf(json))) {
      Map<String, PDComplexFileSpecification> files =
          document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      assertThat(files).containsOnlyKeys(RetirementCertificate.FILE);
      PDComplexFileSpecification file = files.get(RetirementCertificate.FILE);
      assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(json);
      assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/json");
      COSArray associated =
          document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
      assertThat(associated.size()).isEqualTo(1);
      assertThat(((COSDictionary) associated.getObject(0)).getNameAsString("AFRelationship"))
          .isEqualTo("Source");
    }
  }

  @Test
  void the_same_certificate_is_the_same_page_and_another_is_not() throws IOException {
    byte[] json = sample.json();
    byte[] pdf = pdf(json);
    assertThat(pdf(json)).isEqualTo(pdf);
    sample.training = true;
    assertThat(pdf(sample.json())).isNotEqualTo(pdf);
    assertThat(text(pdf(sample.json()))).contains("仅供练习，不代表真实减排量", "no real credits");
  }

  @Test
  void its_code_of_squares_has_the_address_and_the_digest_of_the_file() throws Exception {
    byte[] json = sample.json();
    assertThat(scanned(pdf(json))).isEqualTo(PLACE + "#sha256=" + Sha256.of(json).value());
    assertThat(scanned(new CertificatePaper(Typeface.shared(), Optional.empty()).of(json)))
        .isEqualTo("urn:uuid:" + SampleCertificate.ID + "#sha256=" + Sha256.of(json).value());
  }

  private static String scanned(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image =
          new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      BinaryBitmap dots =
          new BinaryBitmap(
              new HybridBinarizer(
                  new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
      return new QRCodeReader().decode(dots).getText();
    } catch (NotFoundException e) {
      throw new AssertionError("there is no code of squares on the page", e);
    }
  }

  @Test
  void whatever_there_is_it_is_one_page_and_what_has_no_room_is_said() throws IOException {
    byte[] json = SampleCertificate.ofAllThatThereCanBe().json();
    byte[] pdf = pdf(json);
    String text = unbroken(pdf);
    Matcher rest = Pattern.compile("另有([0-9]+)个批次([0-9,]+)吨").matcher(text);
    assertThat(rest.find()).as(text).isTrue();
    int batches = Integer.parseInt(rest.group(1));
    assertThat(batches).isBetween(150, 199);
    assertThat(Long.parseLong(rest.group(2).replace(",", ""))).isEqualTo(30L * batches);
    assertThat(text)
        .contains("CN-EXAMPLE", Sha256.of("judgment").value(), Sha256.of(json).value(), "5,970")
        .contains("更正Corrections", "RETIREMENT" + SampleCertificate.ID, "BeijingMSP");
    assertThat(text).as("a statement").containsPattern("碳{200,}…\\(JSON\\)");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertNothingIsOverSomethingElse(document);
    }
  }

  private static void assertNothingIsOverSomethingElse(PDDocument document) throws IOException {
    float[] last = {0};
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String line, List<TextPosition> positions) {
            float y = positions.get(0).getY();
            assertThat(y).as(line).isGreaterThanOrEqualTo(last[0] - 0.1f);
            assertThat(y).isLessThan(PDRectangle.A4.getHeight() - 30);
            last[0] = y;
          }
        };
    // In the order in which it was written, which is from top to bottom.
    stripper.setSortByPosition(false);
    stripper.getText(document);
  }

  @Test
  void a_batch_of_thousands_of_blocks_is_cut_and_says_so() throws IOException {
    List<String> blocks =
        IntStream.range(0, 5_000).mapToObj(i -> i * 3 + 1 + "-" + (i * 3 + 2)).toList();
    sample.credits = List.of(SampleCertificate.credits(1, blocks, Name.of("项目", "Project")));
    assertThat(unbroken(pdf(sample.json()))).contains("…(JSON)").doesNotContain("另有");
  }

  @Test
  void what_hides_in_a_name_or_turns_it_around_is_printed_by_its_number_and_listed()
      throws IOException {
    sample.beneficiary =
        Name.of("甲\u202E乙\u3164丙\uDB40\uDC41丁", "Good \u05D0\u05D1 Ltd \uD86E\uDC20\u200B");
    String text = unbroken(pdf(sample.json()));
    assertThat(text)
        .contains("甲[U+202E]乙[U+3164]丙[U+E0041]丁", "Good[U+05D0][U+05D1]Ltd[U+2B820][U+200B]")
        .contains("numbers:U+05D0U+05D1U+200BU+202EU+3164U+2B820U+E0041");
    assertThatThrownBy(() -> pdf("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(RuntimeException.class);
  }
}
