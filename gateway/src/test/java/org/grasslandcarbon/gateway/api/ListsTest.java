// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

  @Test
  void choices_are_told_where_there_are_only_some(RunningGateway gateway) {
    JsonNode lists = RunningGateway.json(gateway.get("/api/v1/lists")).path("items");
    JsonNode projects =
        lists.valueStream()
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
