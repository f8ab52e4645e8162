// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsCommandTest {
  /** What a scripted gateway answers is JSON; a map is a document as good as any. */
  private static final String MAP = "{\"type\":\"FeatureCollection\",\"features\":[]}";

  private static final String HASH = Sha256.of(MAP).value();

  @TempDir Path folder;
  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    run = new CommandLineRun(folder).with("GRASSLAND_GATEWAY", gateway.address());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void what_has_the_digest_that_was_asked_for_is_saved() throws IOException {
    gateway.answers(200, MAP);
    Result result = run.run("documents", "get", HASH, "-o", "map.geojson");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(folder.resolve("map.geojson"), StandardCharsets.UTF_8))
        .isEqualTo(MAP);
    assertThat(gateway.asked())
        .last()
        .extracting(ScriptedGateway.Asked::line)
        .asString()
        .isEqualTo("GET /api/v1/documents/" + HASH);
  }

  @Test
  void a_gateway_that_answers_with_something_else_leaves_no_file() {
    gateway.answers(200, "{\"type\":\"Feature\"}");
    Result result = run.run("documents", "get", HASH, "-o", "map.geojson");
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.err()).contains("answered with something else");
    assertThat(folder.resolve("map.geojson")).doesNotExist();
  }

  @Test
  void a_file_is_compared_on_this_machine_before_anybody_is_asked() throws IOException {
    Files.writeString(folder.resolve("other.geojson"), MAP + " ");
    Result result = run.run("documents", "verify", "other.geojson", HASH);
    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void verifying_says_which_records_name_a_file_and_who_has_it() throws IOException {
    Files.writeString(folder.resolve("map.geojson"), MAP);
    gateway.answers(
        200,
        """
        {"items": [{"sha256": "%s",
          "records": [{"record": "PROJECT:1", "member": "/design/designDocument"}],
          "elsewhere": [{"gateway": "https://tianjin.example", "holds": true},
                        {"gateway": "https://hebei.example"}]}]}
        """
            .formatted(HASH));
    Result result = run.run("documents", "verify", "map.geojson", HASH);
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains(
            "PROJECT:1 /design/designDocument",
            "This gateway does not have the file.",
            "https://tianjin.example has the file.",
            "https://hebei.example does not say.");
  }

  @Test
  void storing_needs_a_key() throws IOException {
    Files.writeString(folder.resolve("map.geojson"), MAP);
    Result result = run.run("documents", "put", "map.geojson");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void the_documents_of_a_record_are_listed_with_the_gateways_that_have_them() {
    gateway.answers(
        200,
        """
        {"items": [{"sha256": "%s",
          "records": [{"record": "REPORT:1", "member": "/documents/*", "kinds": ["REPORT", "LAB"]}],
          "held": {"public": true, "for": [{"kind": "REPORT"}, {"kind": "REPORT"}]},
          "elsewhere": [{"gateway": "https://tianjin.example", "holds": true},
                        {"gateway": "https://hebei.example", "holds": false}]},
         {"sha256": "00", "records": [{"record": "REPORT:1", "kinds": ["REPORT", "LAB"]}]}]}
        """
            .formatted(HASH));
    Result result = run.run("documents", "list", "REPORT:1");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern(HASH + "  REPORT .*public\\n.*this one  https://tianjin.example\\n")
        .contains("00  REPORT|LAB\n", "No gateway is known to have it.")
        .doesNotContain("hebei");
    assertThat(gateway.asked())
        .last()
        .extracting(ScriptedGateway.Asked::line)
        .asString()
        .isEqualTo("GET /api/v1/documents?record=REPORT%3A1");
    assertThat(run.run("documents", "list", "1").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void what_a_gateway_keeps_is_listed_to_its_last_page() {
    gateway.answers(200, "{\"items\": [{\"sha256\": \"aa\"}], \"next\": \"aa\"}");
    gateway.answers(200, "{\"items\": [], \"next\": \"bb\"}");
    gateway.answers(200, "{\"items\": [{\"sha256\": \"cc\"}]}");
    Result result = run.run("documents", "list", "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("aa", "cc");
  }
}
