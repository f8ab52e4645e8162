// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.domain.json.Codec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people type about certificates; the certificate is one of an embedded ledger. */
class CertificateCommandTest {
  private static final String ID = "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02";

  @TempDir Path folder;
  private ScriptedGateway gateway;
  private CommandLineRun run;
  private String certificate;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    run = new CommandLineRun(folder).with("GRASSLAND_GATEWAY", gateway.address());
    certificate = resource("certificate.json");
    Files.writeString(folder.resolve("certificate.json"), certificate);
    Files.writeString(folder.resolve("trust.json"), resource("trust.json"));
    try (var stream = CertificateCommandTest.class.getResourceAsStream("certificate/printed.pdf")) {
      Files.write(folder.resolve("certificate.pdf"), stream.readAllBytes());
    }
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static String resource(String name) throws IOException {
    try (var stream = CertificateCommandTest.class.getResourceAsStream("certificate/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_certificate_is_saved_as_it_came() throws IOException {
    gateway.answers(200, certificate);
    Result result = run.run("certificate", "get", ID, "-o", "saved.json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(folder.resolve("saved.json"))).isEqualTo(certificate);
    assertThat(gateway.asked())
        .last()
        .extracting(ScriptedGateway.Asked::line)
        .asString()
        .isEqualTo("GET /api/v1/retirements/" + ID + "/certificate");
  }

  @Test
  void a_good_certificate_is_told_in_six_lines_and_nobody_is_asked() {
    Result result = run.run("certificate", "verify", "certificate.json", "--trust", "trust.json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out().lines())
        .hasSize(6)
        .anySatisfy(line -> assertThat(line).contains("Of 4 offices 4 vouch"))
        .anySatisfy(line -> assertThat(line).contains("Not checked"));
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void programs_get_one_document() {
    Result result =
        run.run("certificate", "verify", "certificate.json", "--trust", "trust.json", "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    var found = Codec.readTree(result.out().getBytes(StandardCharsets.UTF_8));
    assertThat(found.path("vouching").size()).isEqualTo(4);
    assertThat(found.path("needed").asInt()).isEqualTo(3);
    assertThat(found.path("tonnes").asLong()).isEqualTo(30);
    assertThat(found.path("lines").size()).isEqualTo(6);
  }

  @Test
  void one_that_proves_nothing_is_refused_with_its_reason() throws IOException {
    Files.writeString(
        folder.resolve("certificate.json"), certificate.replace("\"tonnes\":30", "\"tonnes\":31"));
    Result result = run.run("certificate", "verify", "certificate.json", "--trust", "trust.json");
    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("ALTERED", "does not say what the offices vouch for");
  }

  @Test
  void a_printed_one_is_saved_as_it_came_by_the_files_ending_or_by_a_word() throws IOException {
    byte[] pdf = Files.readAllBytes(folder.resolve("certificate.pdf"));
    for (String[] saved : new String[][] {{"saved.PDF"}, {"saved", "--pdf"}}) {
      gateway.answers(200, pdf);
      List<String> words =
          new ArrayList<>(List.of("certificate", "get", "R-CN-GCS-152502-20240001-2025-001-1"));
      words.add("-o");
      words.addAll(List.of(saved));
      Result result = run.run(words.toArray(String[]::new));
      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(Files.readAllBytes(folder.resolve(saved[0]))).isEqualTo(pdf);
      ScriptedGateway.Asked asked = gateway.asked().get(gateway.asked().size() - 1);
      assertThat(asked.line())
          .isEqualTo("GET /api/v1/retirements/R-CN-GCS-152502-20240001-2025-001-1/certificate");
      assertThat(asked.accept()).startsWith("application/pdf");
    }
  }

  @Test
  void a_printed_one_is_verified_by_what_is_in_it_and_its_look_is_not() {
    Result result = run.run("certificate", "verify", "certificate.pdf", "--trust", "trust.json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out().lines())
        .hasSize(7)
        .anySatisfy(line -> assertThat(line).contains("30 tonnes"))
        .last()
        .asString()
        .contains("only the JSON file in it was verified");
  }

  @Test
  void a_printed_one_whose_page_says_something_else_is_told_by_what_is_in_it() throws IOException {
    Path forged = folder.resolve("certificate.pdf");
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(forged))) {
      try (PDPageContentStream page = new PDPageContentStream(document, document.getPage(0))) {
        page.beginText();
        page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 30);
        page.newLineAtOffset(100, 600);
        page.showText("30,000 tonnes, for Somebody Else");
        page.endText();
      }
      document.save(forged.toFile());
    }
    Result result = run.run("certificate", "verify", "certificate.pdf", "--trust", "trust.json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("30 tonnes", "go by these lines")
        .doesNotContain("30,000", "Somebody");
  }

  @Test
  void a_pdf_without_a_certificate_is_refused_with_the_reason() throws IOException {
    Files.writeString(folder.resolve("certificate.pdf"), "%PDF-1.7");
    Result result = run.run("certificate", "verify", "certificate.pdf", "--trust", "trust.json");
    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("The PDF has no certificate", "it is broken");
    Files.write(folder.resolve("certificate.pdf"), new byte[9 * 1024 * 1024]);
    assertThat(run.run("certificate", "verify", "certificate.pdf", "--trust", "trust.json").err())
        .contains("larger than 8 MiB");
  }

  @Test
  void a_trust_file_that_is_none_is_a_mistake_of_typing() throws IOException {
    Files.writeString(folder.resolve("trust.json"), "{}");
    Result result = run.run("certificate", "verify", "certificate.json", "--trust", "trust.json");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("is no trust file");
  }

  @Test
  void trust_files_are_put_together_and_the_fingerprints_are_told() throws IOException {
    Result result = run.run("certificate", "trust", "trust.json", "trust.json", "-o", "whole.json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out().lines()).hasSize(4).allMatch(line -> line.contains("MSP SHA-256 "));
    assertThat(
            run.run("certificate", "verify", "certificate.json", "--trust", "whole.json")
                .exitCode())
        .isZero();
    Files.writeString(
        folder.resolve("other.json"),
        resource("trust.json").replace("\"needed\":3", "\"needed\":4"));
    Result refused = run.run("certificate", "trust", "trust.json", "other.json", "-o", "no.json");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("the needed of trust.json is 3, that of other.json is 4");
    assertThat(folder.resolve("no.json")).doesNotExist();
  }

  @Test
  void without_a_trust_file_nothing_is_verified() {
    Result result = run.run("certificate", "verify", "certificate.json");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).isEmpty();
  }
}
