// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.audit.blocks.BlockHashes;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;
import org.grasslandcarbon.network.standalone.OpenedLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * An auditor types, and what it compares is a whole gateway and certificates: as they are, and
 * after somebody has edited them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditAtTheCommandLineTest {
  private static final int MINUTES_MOST = 5;

  @TempDir private static Path data;

  private static OpenedLedger opened;
  private static OfficeGateway gateway;
  private static String genesis;

  @BeforeAll
  static void start() throws Exception {
    opened = OpenedLedger.open(data, true);
    gateway = new OfficeGateway(opened.ledger(), data);
    EmbeddedPeer peer = opened.ledger().peer();
    genesis =
        HexFormat.of().formatHex(BlockHashes.headerHash(peer.block(0).getHeader()).toByteArray());
    Path blocks = Files.createDirectory(data.resolve("blocks"));
    for (long number = 0; number < peer.height(); number++) {
      Files.write(
          blocks.resolve("grassland_" + number + ".block"), peer.block(number).toByteArray());
    }
    gateway.bean(ProjectionProgress.class).whenReached(peer.height() - 1).get(60, TimeUnit.SECONDS);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    opened.close();
  }

  /**
   * What a run printed.
   *
   * @param exitCode its exit code
   * @param text both of its outputs
   */
  private record Run(int exitCode, String text) {}

  private static Run audit(String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                root().resolve("client/grassland").toString(),
                "audit",
                "--blocks",
                data.resolve("blocks").toString(),
                "--genesis-hash",
                genesis,
                "--folder",
                data.resolve("audit").toString()));
    command.addAll(List.of(more));
    Path output = Files.createTempFile(data, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(data.toFile());
    builder.environment().put("GRASSLAND_GATEWAY", gateway.address().toString());
    builder.environment().put("GRASSLAND_DATA", data.toString());
    builder.environment().put("GRASSLAND_LANG", "en");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    boolean ended = process.waitFor(MINUTES_MOST, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(output);
    assertThat(ended).as("it ends: %s", printed).isTrue();
    return new Run(process.exitValue(), printed);
  }

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("mvnw"))) {
      directory = directory.getParent();
    }
    return directory;
  }

  private static Run compareGateway() throws IOException, InterruptedException {
    return audit("--compare-gateway", "--as", "auditor");
  }

  private static String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(gateway.address() + path))
                    .header("Accept", "application/json")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** The id of a retirement of the example, and its certificate. */
  private record Certified(String retirement, String certificate) {}

  private static Certified certified() throws IOException, InterruptedException {
    JsonNode retirements = Codec.readTree(get("/api/v1/retirements?limit=1").getBytes("UTF-8"));
    String id = retirements.at("/items/0/id").asString();
    assertThat(id).isNotEmpty();
    return new Certified(id, get("/api/v1/retirements/" + id + "/certificate"));
  }

  private static Path file(String name, String content) throws IOException {
    return Files.writeString(data.resolve(name), content);
  }

  @Test
  @Order(1)
  void a_gateway_and_a_certificate_as_they_should_be_agree() throws Exception {
    Path good = file("good.json", certified().certificate());
    Run run = audit("--compare-gateway", "--as", "auditor", "--certificate", good.toString());
    assertThat(run.exitCode()).as(run.text()).isZero();
    assertThat(run.text())
        .contains("records that the gateway shows", "Nothing that was checked differs")
        .doesNotContain("PROJECTION_DIFFERS", "CERTIFICATE_");
  }

  @Test
  @Order(2)
  void a_certificate_of_a_retirement_that_never_was_is_named() throws Exception {
    Certified certified = certified();
    String never = UUID.randomUUID().toString();
    String forged = certified.certificate().replace(certified.retirement(), never);
    assertThat(forged).contains(never);
    Run run = audit("--certificate", file("forged.json", forged).toString());
    assertThat(run.exitCode()).as(run.text()).isEqualTo(1);
    assertThat(run.text())
        .contains("CERTIFICATE_WITHOUT_RETIREMENT", never, "There are differences");

    Run none = audit("--certificate", file("none.json", "{}").toString());
    assertThat(none.exitCode()).as(none.text()).isEqualTo(1);
    assertThat(none.text()).contains("CERTIFICATE_UNREADABLE");
  }

  @Test
  @Order(3)
  void a_certificate_that_says_more_than_the_ledger_is_named() throws Exception {
    Certified certified = certified();
    String more = certified.certificate().replaceFirst("(\"tonnes\"\\s*:\\s*)", "$19");
    assertThat(more).isNotEqualTo(certified.certificate());
    Run run = audit("--certificate", file("more.json", more).toString());
    assertThat(run.exitCode()).as(run.text()).isEqualTo(1);
    assertThat(run.text()).contains("CERTIFICATE_DIFFERS", certified.retirement());
  }

  @Test
  @Order(4)
  void a_row_of_the_gateway_that_was_edited_by_hand_is_named() throws Exception {
    JdbcTemplate database = gateway.bean(JdbcTemplate.class);
    String table =
        database.queryForObject(
            "SELECT made_as FROM p_layout WHERE name = 'v_batch'", String.class);
    String batch =
        database.queryForObject(
            "SELECT id FROM " + table + " ORDER BY id FETCH FIRST 1 ROWS ONLY", String.class);
    int rows =
        database.update(
            "UPDATE "
                + table
                + " SET json = REPLACE(json, '\"issued\":', '\"issued\":9')"
                + " WHERE id = ?",
            batch);
    assertThat(rows).isEqualTo(1);

    Run run = compareGateway();

    assertThat(run.exitCode()).as(run.text()).isEqualTo(1);
    assertThat(run.text())
        .contains("PROJECTION_DIFFERS", "BATCH:" + batch, "issued", "There are differences");
  }

  @Test
  @Order(5)
  void a_gateway_is_not_compared_without_a_key() throws Exception {
    Run run = audit("--compare-gateway");
    assertThat(run.exitCode()).as(run.text()).isNotZero();
    assertThat(run.text()).contains("--key");
  }
}
