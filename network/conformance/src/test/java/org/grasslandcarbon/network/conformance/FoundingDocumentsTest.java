// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.domain.json.Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The real network's founding document and the example registry tell of the same participants:
 * tests, guides and keys go by their names on either.
 */
class FoundingDocumentsTest {
  private static final Path NETWORK = Path.of("..");

  private static JsonNode read(String file) throws IOException {
    return Codec.readTree(Files.readAllBytes(NETWORK.resolve(file)));
  }

  private final JsonNode network = read("fabric/founding.json");
  private final JsonNode example = read("standalone/src/main/resources/example-registry.json");

  FoundingDocumentsTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(strings = {"/founding/founders", "/founding/regions", "/participants"})
  void both_have_the_same(String member) {
    assertThat(network.at(member).isArray()).isTrue();
    assertThat(network.at(member)).isNotEmpty().isEqualTo(example.at(member));
  }

  @Test
  void every_founder_is_a_participant_with_a_key() {
    for (JsonNode founder : example.at("/founding/founders")) {
      assertThat(example.at("/participants").valueStream().map(each -> each.path("id")))
          .contains(founder.path("id"));
    }
  }
}
