// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.act.Subjects;
import org.grasslandcarbon.gateway.projection.Acts;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whom acts are told to, held against the page of who sees what, which is made by asking for
 * outcomes and records as everybody could.
 */
@ExtendWith(GatewayExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActTellingTest {
  private static final Path PAGE = Path.of("../docs/reference/access.md");

  /** Words of outcomes for records of which some are told to nobody but their parties. */
  private static final List<String> PRIVATE =
      List.of("freeze", "listing", "blockOffer", "withdrawal", "attestation", "cashFreeze");

  private static final String CASE = "supervision-case";

  private static final Pattern REFERRED = Pattern.compile("\\.refer\\(\\s*\"([^\"]+)\"");

  private final ActTelling telling;
  private final Person party;
  private final Map<String, Optional<Caller>> callers = new LinkedHashMap<>();
  private final Map<String, List<String>> page = new LinkedHashMap<>();

  ActTellingTest(RunningGateway gateway) throws IOException {
    telling = gateway.bean(ActTelling.class);
    party = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    callers.put("anonymous", Optional.empty());
    knows("stranger", new Person(), RunningGateway.BEIJING, Role.TRADER);
    knows("party", party, RunningGateway.XILINHOT, Role.TRADER);
    knows("its office", new Person(), RunningGateway.INNER_MONGOLIA, Role.OFFICE);
    knows("other office", new Person(), RunningGateway.BEIJING, Role.OFFICE);
    knows("authority", new Person(), RegionCode.NATION, Role.AUTHORITY);
    for (Role role :
        List.of(
            Role.CERTIFIER, Role.AUDITOR, Role.COURT, Role.EXCHANGE, Role.BANK, Role.ASSESSOR)) {
      String name = role.name().toLowerCase(java.util.Locale.ROOT);
      knows(name, new Person(), RunningGateway.XILINHOT, role);
    }
    for (String line : Files.readAllLines(PAGE)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == callers.size() + 3 && cells[1].contains("`")) {
        List<String> row = new ArrayList<>();
        for (int i = 2; i < cells.length - 1; i++) {
          row.add(cells[i].strip());
        }
        page.put(cells[1].replace("`", "").strip(), row);
      }
    }
  }

  private void knows(String name, Person person, RegionCode region, Role role) {
    callers.put(name, Optional.of(new Caller(new Actor(person.id(), region, Set.of(role)))));
  }

  /** Who is shown something, as the page has it. */
  private Set<String> seers(String row) {
    List<String> cells = page.get(row);
    assertThat(cells).as("a row for " + row).hasSize(callers.size());
    Set<String> seers = new java.util.TreeSet<>();
    int column = 0;
    for (String name : callers.keySet()) {
      if (cells.get(column++).equals("✓")) {
        seers.add(name);
      }
    }
    return seers;
  }

  private Acts.Act act(String action, boolean refused, ParticipantId signer) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("action", action).put("at", "2026-03-02T01:02:03Z");
    entry.put("id", Person.newInstruction().value()).put("participant", signer.value());
    entry.put("outcome", refused ? "REJECTED" : "APPLIED");
    entry.put("kid", "secret-kid").put("digest", "secret-digest");
    if (refused) {
      entry.put("code", "INSUFFICIENT_CREDITS").put("detail", "secret 5").put("detailZh", "secret");
    }
    entry
        .putArray("postings")
        .addObject()
        .put("amount", 987_654_321)
        .put("asset", "CNY")
        .put("source", "cash:" + signer + ":" + signer)
        .put("destination", "cash:" + signer + ":" + signer);
    var references = entry.putArray("references");
    PRIVATE.forEach(
        type ->
            references.addObject().put("id", Person.newInstruction().value()).put("type", type));
    references.addObject().put("id", "7").put("type", "bidsLeft");
    references.addObject().put("id", Person.newInstruction().value()).put("type", "project");
    return new Acts.Act(new Position(7, 3), new Journal.Entry(entry, 7, "transaction"));
  }

  @Test
  void every_act_is_told_to_those_who_would_be_shown_its_outcome_and_to_nobody_else() {
    for (ActionType<?> action : Catalogue.actions()) {
      holds(action.name(), act(action.name(), false, party.id()));
    }
    holds("(refused)", act(Catalogue.actions().get(0).name(), true, party.id()));
    holds("(unknown)", act("actionOfANewerVersion", false, party.id()));
  }

  private void holds(String row, Acts.Act act) {
    Set<String> seers = seers(row);
    Telling told = new Telling(act);
    callers.forEach(
        (name, caller) -> {
          Optional<ObjectNode> event = told.to(caller);
          assertThat(event.isPresent()).as(row + " to " + name).isEqualTo(seers.contains(name));
          event.ifPresent(each -> holdsNothingElse(row, name, each));
        });
  }

  /** Told once and asked by all, as the feed does. */
  private final class Telling {
    private final org.grasslandcarbon.gateway.act.Telling.Told told;

    private Telling(Acts.Act act) {
      told = telling.of(act);
    }

    private Optional<ObjectNode> to(Optional<Caller> caller) {
      return told.to(caller, ActFilter.ALL);
    }
  }

  private void holdsNothingElse(String row, String name, ObjectNode event) {
    assertThat(event.propertyNames())
        .isSubsetOf(
            "action",
            "at",
            "block",
            "code",
            "id",
            "link",
            "outcome",
            "participant",
            "position",
            "references",
            "transactionId");
    assertThat(event.toString()).doesNotContain("secret", "987654321", "cash:");
    List<String> types = new ArrayList<>();
    for (JsonNode reference : event.path("references")) {
      types.add(reference.path("type").asString());
    }
    assertThat(types).contains("bidsLeft", "project");
    for (String type : PRIVATE) {
      String record = Subjects.type(type).orElseThrow().name();
      assertThat(types.contains(type))
          .as(row + " names a " + type + " to " + name)
          .isEqualTo(seers(record).contains(name));
    }
  }

  @Test
  void a_word_of_a_newer_version_and_a_case_are_not_taken_for_public() {
    Acts.Act act = act("retireCredits", false, party.id());
    ArrayNode references = (ArrayNode) act.entry().entry().path("references");
    references.addObject().put("id", "1").put("type", "inspectionOfANewerVersion");
    references.addObject().put("id", Person.newInstruction().value()).put("type", CASE);
    Optional<ObjectNode> event = new Telling(act).to(Optional.empty());
    assertThat(event.orElseThrow().path("references").findValuesAsString("type"))
        .contains("bidsLeft", "project")
        .doesNotContain("inspectionOfANewerVersion", CASE);
    assertThat(
            new Telling(act).to(callers.get("court")).orElseThrow().path("references").toString())
        .contains(CASE)
        .doesNotContain("inspectionOfANewerVersion");
  }

  @Test
  void every_word_by_which_an_outcome_names_something_is_of_a_record_or_known_to_be_of_none()
      throws IOException {
    Set<String> words = new java.util.TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("../chaincode/domain/src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        REFERRED
            .matcher(Files.readString(file))
            .results()
            .forEach(each -> words.add(each.group(1)));
      }
    }
    assertThat(words)
        .contains(CASE, "relation", "tradingDay", "attestation")
        .hasSizeGreaterThan(40);
    assertThat(words)
        .allSatisfy(
            word ->
                assertThat(Subjects.type(word).isPresent())
                    .as(word)
                    .isNotEqualTo(Subjects.isNoRecord(word)));
  }

  @Test
  void what_is_wanted_of_it_is_asked_for_before_anything_is_told() {
    Acts.Act act = act("transferCredits", false, party.id());
    Optional<Caller> own = callers.get("party");
    Optional<Caller> office = callers.get("its office");
    assertThat(to(act, own, filter("transferCredits", null, true))).isPresent();
    assertThat(to(act, office, filter("transferCredits", null, false))).isPresent();
    assertThat(to(act, office, filter("transferCredits", null, true)))
        .as("what it supervises is not its own")
        .isEmpty();
    assertThat(to(act, own, filter("retireCredits", null, false))).isEmpty();
    assertThat(to(act, own, filter(null, "credits", false))).isPresent();
    assertThat(to(act, own, filter(null, "project", false))).isEmpty();
  }

  private Optional<ObjectNode> to(Acts.Act act, Optional<Caller> caller, ActFilter filter) {
    return telling.of(act).to(caller, filter);
  }

  private static ActFilter filter(String action, String kind, boolean own) {
    return new ActFilter(
            Optional.ofNullable(action),
            Optional.empty(),
            Optional.ofNullable(kind),
            own,
            Optional.empty())
        .mustBeKnown();
  }
}
