// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.project.RegisterRenewal;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class DutiesTest {
  private static final Path PAGE = Path.of("../../docs/reference/timelines.md");

  @Test
  void the_page_names_every_action_that_somebody_waits_for_and_no_other() throws IOException {
    String page = Files.readString(PAGE);
    String table =
        page.substring(page.indexOf("| for | action |"), page.indexOf("All other actions"));
    Set<String> actions =
        Catalogue.actions().stream().map(ActionType::name).collect(Collectors.toSet());
    Set<String> told = new TreeSet<>();
    table
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> Pattern.compile("`(\\w+)`").matcher(line.split("\\|")[2]))
        .forEach(
            cell -> {
              while (cell.find()) {
                told.add(cell.group(1));
              }
            });
    assertThat(actions).containsAll(told);
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Duties.ALL.stream()
                .map(duty -> duty.action().name())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void the_page_names_every_stage_with_its_promise() throws IOException {
    String page = Files.readString(PAGE);
    for (Stage stage : Stages.ALL) {
      List<String> row =
          page.lines()
              .filter(line -> line.startsWith("| `") && line.contains("`" + stage.code() + "`"))
              .toList();
      assertThat(row).as(stage.code()).hasSize(1);
      assertThat(row.get(0).endsWith("| - |"))
          .as(stage.code())
          .isEqualTo(stage.promise().isEmpty());
    }
  }

  @Test
  void everything_that_waits_is_somebodys() {
    for (Duty duty : Duties.ALL) {
      assertThat(duty.roles()).as(duty.action().name()).isNotEmpty();
      assertThat(
              duty.callerColumn().isPresent() || duty.regionColumn().isPresent() || narrows(duty))
          .as("%s is told to all of a role", duty.action().name())
          .isTrue();
    }
  }

  @Test
  void what_somebody_has_to_do_is_an_offices_a_participants_or_any_accredited_certifiers() {
    JsonNode item =
        Codec.readTree(
            """
            {"bank": "91110000600037341L", "buyer": "91110000600037341L", "certifier": "x", "counterparty": "x", "delegate": "x",
             "design": {"certifier": "91110000600037341L", "region": "152502"}, "owner": "x",
             "participant": "x", "project": "GCS-152502-2024-0001", "region": "152502", "responsible": "x",
             "seller": "x", "venue": "91110000600037341L-GRASS",
             "verification": {"by": "91110000600037341L"}}
            """
                .getBytes(StandardCharsets.UTF_8));
    for (Duty duty : Duties.ALL) {
      boolean ofAnyCertifier = duty.roles().equals(Set.of(Role.CERTIFIER)) && narrows(duty);
      boolean ofAProject = duty.action() == RegisterRenewal.TYPE;
      if (!ofAnyCertifier && !ofAProject) {
        assertThat(
                duty.participant(item, null).isPresent() != duty.division(item, null).isPresent())
            .as(duty.action().name())
            .isTrue();
      }
    }
  }

  /** A condition that asks who the caller is cannot do without one. */
  private static boolean narrows(Duty duty) {
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    try {
      return !duty.waits(nothing, null);
    } catch (RuntimeException asked) {
      return true;
    }
  }
}
