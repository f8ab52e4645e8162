// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.projection.Retention;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A gateway that is started again, with and without its database. */
@ExtendWith(GatewayExtension.class)
class RestartTest {
  private final RunningGateway gateway;
  @TempDir private Path data;

  RestartTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void what_was_read_is_read_again_after_a_restart_and_after_the_loss_of_the_database()
      throws Exception {
    Person person = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    JsonNode first = read(person);
    JsonNode second = read(person);
    try (Stream<Path> files = Files.list(data)) {
      List<Path> database =
          files.filter(file -> file.getFileName().toString().startsWith("projection")).toList();
      assertThat(database).isNotEmpty();
      for (Path file : database) {
        Files.delete(file);
      }
    }
    JsonNode third = read(person);
    assertThat(second).isEqualTo(first);
    assertThat(third).isEqualTo(first);
    assertThat(first.path("id").asString()).isEqualTo(person.id().value());
  }

  @Test
  void a_database_is_made_again_when_a_start_says_so() throws Exception {
    Person person = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    JsonNode first = read(person);
    assertThat(read(person, "--grassland.rebuild=true")).isEqualTo(first);
    assertThat(read(person)).as("and not again with the next").isEqualTo(first);
  }

  @Test
  void an_outcome_that_was_let_go_says_so_and_where_it_is() throws Exception {
    Person trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    String timeline = "/api/v1/timelines/participants/" + trader.id();
    try (ConfigurableApplicationContext second =
        gateway.startAnother(data, "--server.port=0", "--grassland.retention.entries=400d")) {
      awaitAll(second);
      String id =
          second
              .getBean(JdbcTemplate.class)
              .queryForObject(
                  "SELECT id FROM p_journal ORDER BY seq FETCH FIRST 1 ROWS ONLY", String.class);
      assertThat(get(second, "/api/v1/instructions/" + id).statusCode()).isEqualTo(200);
      assertThat(get(second, timeline).body()).contains("\"letGo\":false").doesNotContain("true");
      second.getBean(Retention.class).letGoOf(Instant.now().plusSeconds(86_400));
      HttpResponse<String> gone = get(second, "/api/v1/instructions/" + id);
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(gone.body()).contains("LET_GO", "block ");
      assertThat(get(second, timeline).body())
          .contains("admitParticipant", "\"letGo\":true", "what it changed was let go here");
    }
  }

  @Test
  void a_statement_of_days_that_were_let_go_says_from_when_on_there_are_lines() throws Exception {
    Person bank = gateway.admit(RunningGateway.BEIJING, Role.BANK);
    Person trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    HttpResponse<String> deposit =
        gateway.send(
            bank,
            Person.newInstruction(),
            Edited.with(
                Edited.with(DepositCash.TYPE.example(), "/participant", "\"" + trader.id() + "\""),
                "/reference",
                "\"LET-GO-1\""));
    assertThat(deposit.statusCode()).as(deposit.body()).isEqualTo(200);
    LocalDate today = BeijingTime.day(Instant.now());
    String statement = "/api/v1/statements?from=" + today + "&to=" + today;
    try (ConfigurableApplicationContext second =
        gateway.startAnother(data, "--server.port=0", "--grassland.retention.statements=400d")) {
      awaitAll(second);
      assertThat(get(second, statement, trader).statusCode()).isEqualTo(200);
      assertThat(get(second, "/api/v1/cash-statement", trader).statusCode()).isEqualTo(200);
      second.getBean(Retention.class).letGoOfLines(Instant.now().plusSeconds(86_400));
      for (String gone : List.of(statement, "/api/v1/cash-statement")) {
        HttpResponse<String> answer = get(second, gone, trader);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(410);
        assertThat(answer.body())
            .contains("LET_GO", "lines from " + today.plusDays(1) + " on", "--rebuild");
      }
      LocalDate tomorrow = today.plusDays(1);
      HttpResponse<String> later =
          get(second, "/api/v1/statements?from=" + tomorrow + "&to=" + tomorrow, trader);
      assertThat(later.statusCode()).as(later.body()).isEqualTo(200);
      assertThat(
              Codec.readTree(later.body().getBytes(StandardCharsets.UTF_8))
                  .at("/cash/0/opening/balance")
                  .asLong())
          .as("what there is goes on from what there was")
          .isPositive();
      HttpResponse<String> timeline =
          get(second, "/api/v1/timelines/participants/" + trader.id(), trader);
      assertThat(timeline.body()).contains("\"wholeFrom\":\"" + tomorrow + "\"");
    }
  }

  private static HttpResponse<String> get(
      ConfigurableApplicationContext second, String path, Person person) throws Exception {
    String port = second.getEnvironment().getProperty("local.server.port");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + person.token())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Starts a second gateway, waits until it has caught up with the first, and asks it. */
  private JsonNode read(Person person, String... more) throws Exception {
    String[] arguments = Arrays.copyOf(more, more.length + 1);
    arguments[more.length] = "--server.port=0";
    try (ConfigurableApplicationContext second = gateway.startAnother(data, arguments)) {
      awaitAll(second);
      HttpResponse<String> answer = get(second, "/api/v1/participants/" + person.id());
      return Codec.readTree(answer.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void awaitAll(ConfigurableApplicationContext second) throws Exception {
    second
        .getBean(ProjectionProgress.class)
        .whenReached(gateway.bean(ProjectionProgress.class).block())
        .get();
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext second, String path)
      throws Exception {
    String port = second.getEnvironment().getProperty("local.server.port");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
