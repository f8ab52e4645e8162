// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void a_trust_file_that_is_none_is_a_mistake_of_typing() throws IOException {
    Files.writeString(folder.resolve("trust.json"), "{}");
    Result result = run.run("certificate", "verify", "certificate.json", "--trust", "trust.json");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("is no trust file");
  }

  @Test
  void without_a_trust_file_nothing_is_verified() {
    Result result = run.run("certificate", "verify", "certificate.json");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).isEmpty();
  }
}
