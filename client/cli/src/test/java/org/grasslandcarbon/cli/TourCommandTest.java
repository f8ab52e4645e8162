// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whether the tour finds what is wrong; that all is right is for a real gateway to show. */
class TourCommandTest {
  /** Answers every question of the tour's beginning and applies whatever is sent. */
  private static final String CREDULOUS =
      """
      {"founded": true, "region": "150000", "id": "6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11",
       "status": "APPLIED", "references": [], "postings": []}
      """;

  @TempDir Path folder;

  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    run = new CommandLineRun(folder).with("GRASSLAND_GATEWAY", gateway.address());
    for (String name : new String[] {"authority", "office-inner-mongolia"}) {
      KeyFile.plain(
              new ParticipantId("91110000600037341L"),
              name,
              SigningKey.generate(new SecureRandom()),
              true)
          .write(folder.resolve("data/example-keys/" + name + ".json"));
    }
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void a_registry_that_applies_what_it_must_refuse_fails_the_tour_which_says_where() {
    gateway.answers(200, CREDULOUS);

    Result result = run.run("tour", "--lang", "en");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.out()).contains("✗ A trader admits nobody");
    assertThat(result.err()).contains("FAULT_FOUND").contains("A trader admits nobody");
  }

  @Test
  void the_steps_are_one_document_for_programs() {
    gateway.answers(200, CREDULOUS);

    Result result = run.run("tour", "--json");

    JsonNode tour = Codec.read(result.out(), JsonNode.class);
    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(tour.path("asTheRulesSay").asBoolean(true)).isFalse();
    assertThat(tour.path("faults").asInt()).isPositive();
    assertThat(tour.path("steps").size()).isGreaterThan(10);
  }

  @Test
  void a_refusal_of_what_the_rest_rests_on_ends_the_tour() {
    gateway
        .answers(200, CREDULOUS)
        .refuses(422, "METHODOLOGY_EXISTS", false)
        .refuses(422, "KEY_ALREADY_REGISTERED", false);

    Result result = run.run("tour");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("KEY_ALREADY_REGISTERED");
    assertThat(gateway.asked()).hasSize(3);
  }

  @Test
  void without_the_example_keys_the_tour_says_which_it_needs() {
    Result result = run.with("GRASSLAND_DATA", "empty").run("tour");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("authority");
  }
}
