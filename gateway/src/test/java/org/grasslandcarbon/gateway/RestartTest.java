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
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
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

  /** Starts a second gateway, waits until it has caught up with the first, and asks it. */
  private JsonNode read(Person person) throws Exception {
    try (ConfigurableApplicationContext second = gateway.startAnother(data, "--server.port=0")) {
      second
          .getBean(ProjectionProgress.class)
          .whenReached(gateway.bean(ProjectionProgress.class).block())
          .get();
      String port = second.getEnvironment().getProperty("local.server.port");
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              "http://127.0.0.1:" + port + "/api/v1/participants/" + person.id()))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      return Codec.readTree(answer.body().getBytes(StandardCharsets.UTF_8));
    }
  }
}
