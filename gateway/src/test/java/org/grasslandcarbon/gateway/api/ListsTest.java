// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** What lists say of themselves is what they take and have. */
@ExtendWith(GatewayExtension.class)
class ListsTest {
  @Test
  void a_filter_that_is_told_is_taken_and_none_is_left_out(RunningGateway gateway) {
    for (JsonNode list : RunningGateway.json(gateway.get("/api/v1/lists")).path("items")) {
      View view =
          Views.all().stream()
              .filter(each -> each.noun().equals(list.path("noun").asString()))
              .findFirst()
              .orElseThrow();
      TreeSet<String> told = new TreeSet<>();
      list.path("filters").forEach(filter -> told.add(filter.path("name").asString()));
      TreeSet<String> taken = new TreeSet<>(ViewParameters.names(view));
      // How a list is read, and what is asked of it by those who may see whom it concerns.
      taken.removeIf(name -> name.matches("limit|cursor|lang|excel|schema"));
      view.concerning().ifPresent(each -> taken.remove(each.parameter()));
      assertThat(told).as(view.noun()).isEqualTo(taken);
      assertThat(list.path("columns")).as(view.noun()).hasSameSizeAs(view.headings());
    }
  }

  /** Codes are told in words to those who read pages. */
  @Test
  void every_choice_of_a_public_list_has_a_word_in_both_languages(RunningGateway gateway)
      throws IOException {
    for (String language : List.of("zh", "en")) {
      JsonNode words = words(language);
      for (JsonNode list : RunningGateway.json(gateway.get("/api/v1/lists")).path("items")) {
        for (JsonNode filter : list.path("filters")) {
          for (JsonNode choice : filter.path("choices")) {
            assertThat(words.has("code." + choice.asString()) || !list.path("open").asBoolean())
                .as("%s of %s in %s", choice, list.path("path"), language)
                .isTrue();
          }
        }
      }
    }
  }

  private static JsonNode words(String language) throws IOException {
    String file = "META-INF/resources/web/words/" + language + ".json";
    return Codec.read(
        new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8), JsonNode.class);
  }

  @Test
  void choices_are_told_where_there_are_only_some(RunningGateway gateway) {
    JsonNode lists = RunningGateway.json(gateway.get("/api/v1/lists")).path("items");
    JsonNode projects =
        lists
            .valueStream()
            .filter(list -> list.path("path").asString().equals("projects"))
            .findFirst()
            .orElseThrow();
    JsonNode state =
        projects
            .path("filters")
            .valueStream()
            .filter(filter -> filter.path("name").asString().equals("state"))
            .findFirst()
            .orElseThrow();
    assertThat(state.path("kind").asString()).isEqualTo("CHOICE");
    assertThat(state.path("choices").valueStream().map(JsonNode::asString))
        .contains("PUBLICITY", "REGISTERED");
    assertThat(projects.path("id").get(0).asString()).isEqualTo("/id");
    assertThat(projects.path("open").asBoolean()).isTrue();
  }
}
