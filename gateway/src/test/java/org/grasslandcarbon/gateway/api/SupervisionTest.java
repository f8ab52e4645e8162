// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.supervision.CaseSubjects;
import org.grasslandcarbon.domain.supervision.NoteSupervisionCase;
import org.grasslandcarbon.domain.supervision.OpenSupervisionCase;
import org.grasslandcarbon.domain.supervision.RecordRelation;
import org.grasslandcarbon.domain.supervision.Relation;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Acts;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Whom a case is about sees nothing of it, whatever its role; who supervises sees what is theirs.
 */
@ExtendWith(GatewayExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisionTest {
  private static final Sha256 MINUTES = Sha256.of("minutes of a talk");

  private final RunningGateway gateway;
  private final Person exchange;
  private final Person other;
  private final Person trader;
  private final Person shell;
  private final InstructionId aboutExchange;
  private final InstructionId aboutTrader;

  SupervisionTest(RunningGateway gateway) {
    this.gateway = gateway;
    exchange = gateway.admit(RunningGateway.BEIJING, Role.EXCHANGE);
    other = gateway.admit(RunningGateway.BEIJING, Role.EXCHANGE);
    trader = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    shell = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    aboutExchange = apply(gateway.authority(), opening(exchange));
    aboutTrader = apply(gateway.innerMongolia(), opening(trader));
    apply(gateway.authority(), noteOn(aboutExchange));
    apply(
        gateway.innerMongolia(),
        new RecordRelation(
            MINUTES,
            LocalDate.of(2024, 1, 1),
            Relation.Kind.OWNERSHIP,
            false,
            shell.id(),
            trader.id(),
            Optional.of(600),
            Optional.empty()));
  }

  private static OpenSupervisionCase opening(Person about) {
    return new OpenSupervisionCase(
        "reason",
        Optional.empty(),
        new CaseSubjects(List.of(), List.of(about.id()), List.of(), List.of()));
  }

  private static NoteSupervisionCase noteOn(InstructionId id) {
    return new NoteSupervisionCase(Optional.of(List.of(MINUTES)), id, "a note");
  }

  private InstructionId apply(Person person, Action action) {
    InstructionId id = Person.newInstruction();
    HttpResponse<String> answer = gateway.send(person, id, action);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return id;
  }

  private List<String> listed(Person person) {
    HttpResponse<String> answer = gateway.getAs(person, "/api/v1/supervision-cases?limit=100");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer)
        .path("items")
        .valueStream()
        .map(each -> each.path("id").asString())
        .toList();
  }

  private static String one(InstructionId id) {
    return "/api/v1/supervision-cases/" + id;
  }

  @Test
  void no_list_no_file_and_no_address_tells_an_exchange_of_a_case_about_it() {
    assertThat(listed(gateway.authority())).contains(aboutExchange.value(), aboutTrader.value());
    assertThat(listed(other)).contains(aboutExchange.value(), aboutTrader.value());
    assertThat(listed(exchange))
        .contains(aboutTrader.value())
        .doesNotContain(aboutExchange.value());
    int all =
        RunningGateway.json(gateway.getAs(other, "/api/v1/supervision-cases"))
            .path("total")
            .asInt();
    assertThat(
            RunningGateway.json(gateway.getAs(exchange, "/api/v1/supervision-cases"))
                .path("total")
                .asInt())
        .as("nor does the count")
        .isEqualTo(all - 1);
    String filtered = "/api/v1/supervision-cases?participant=" + exchange.id();
    assertThat(RunningGateway.json(gateway.getAs(exchange, filtered)).path("total").asInt())
        .isZero();
    assertThat(RunningGateway.json(gateway.getAs(other, filtered)).path("total").asInt())
        .isEqualTo(1);
    String csv =
        new String(
            gateway.getFileAs(exchange, "/api/v1/supervision-cases", "text/csv").body(),
            StandardCharsets.UTF_8);
    assertThat(csv).contains(aboutTrader.value()).doesNotContain(aboutExchange.value());
    assertThat(gateway.getAs(other, one(aboutExchange)).statusCode()).isEqualTo(200);
    assertThat(gateway.getAs(exchange, one(aboutExchange)).statusCode()).isEqualTo(404);
    assertThat(gateway.getAs(exchange, one(Person.newInstruction())).statusCode()).isEqualTo(404);
  }

  @Test
  void an_outcome_tells_another_exchange_nothing() {
    String address = "/api/v1/instructions/" + aboutExchange;
    for (Person person : List.of(exchange, other, trader, gateway.beijing())) {
      JsonNode outcome = RunningGateway.json(gateway.getAs(person, address));
      assertThat(outcome.has("references")).isFalse();
      assertThat(outcome.has("action")).isFalse();
    }
    assertThat(RunningGateway.json(gateway.getAs(gateway.authority(), address)).has("references"))
        .isTrue();
  }

  @Test
  void an_office_that_a_case_is_about_is_not_told_what_the_offices_below_it_did_about_it() {
    Person county = gateway.admit(RunningGateway.XILINHOT, Role.OFFICE);
    Person province = gateway.admit(RunningGateway.INNER_MONGOLIA, Role.OFFICE);
    InstructionId about =
        apply(
            gateway.authority(),
            new OpenSupervisionCase(
                "reason",
                Optional.empty(),
                new CaseSubjects(
                    List.of(), List.of(province.id(), trader.id()), List.of(), List.of())));
    InstructionId note = apply(county, noteOn(about));
    InstructionId relation =
        apply(
            county,
            new RecordRelation(
                MINUTES,
                LocalDate.of(2024, 1, 1),
                Relation.Kind.SAME_OPERATOR,
                false,
                province.id(),
                trader.id(),
                Optional.empty(),
                Optional.empty()));
    InstructionId refused = Person.newInstruction();
    assertThat(gateway.send(county, refused, opening(province)).body()).contains("NOT_ALLOWED");
    InstructionId ofAnother = apply(county, noteOn(aboutTrader));
    assertThat(RunningGateway.json(gateway.getAs(province, outcome(ofAnother))).has("references"))
        .as("of what is not about it, it is told")
        .isTrue();
    assertThat(isTold(province, ofAnother)).isTrue();
    for (InstructionId kept : List.of(note, relation, refused)) {
      JsonNode outcome = RunningGateway.json(gateway.getAs(province, outcome(kept)));
      assertThat(outcome.has("references") || outcome.has("action") || outcome.has("code"))
          .as(outcome.toString())
          .isFalse();
      assertThat(gateway.getAs(province, outcome(kept) + "/signed").statusCode()).isEqualTo(404);
      assertThat(isTold(province, kept)).isFalse();
      assertThat(isTold(county, kept)).isTrue();
      for (Person told : List.of(county, gateway.authority())) {
        assertThat(gateway.getAs(told, outcome(kept) + "/signed").statusCode()).isEqualTo(200);
      }
    }
    assertThat(refusedSupervision(county, county)).contains("openSupervisionCase");
    assertThat(refusedSupervision(gateway.authority(), county)).contains("openSupervisionCase");
    assertThat(refusedSupervision(province, county)).isEmpty();
    assertThat(refusedSupervision(gateway.innerMongolia(), county)).isEmpty();
    for (InstructionId applied : List.of(note, relation)) {
      assertThat(isTold(gateway.innerMongolia(), applied)).isTrue();
      assertThat(gateway.getAs(gateway.innerMongolia(), outcome(applied) + "/signed").statusCode())
          .isEqualTo(200);
    }
    assertThat(gateway.getAs(province, "/api/v1/timelines/participants/" + county.id()).body())
        .contains(ofAnother.value())
        .doesNotContain(note.value(), relation.value(), refused.value());
  }

  /**
   * The acts of supervision of one participant of which somebody is told that they were refused.
   */
  private List<String> refusedSupervision(Person person, Person of) {
    HttpResponse<String> answer = gateway.getAs(person, "/api/v1/supervision/refusals?least=1");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer)
        .path("items")
        .valueStream()
        .filter(each -> each.path("participant").asString().equals(of.id().value()))
        .map(each -> each.path("action").asString())
        .filter(each -> each.contains("SupervisionCase") || each.equals("recordRelation"))
        .toList();
  }

  private static String outcome(InstructionId id) {
    return "/api/v1/instructions/" + id;
  }

  /** Whether the streams and the messages that are sent out tell somebody of it. */
  private boolean isTold(Person person, InstructionId id) {
    Participant participant = participant(person);
    return gateway
        .bean(ActTelling.class)
        .of(new Acts.Act(new Position(1, 0), gateway.bean(Journal.class).find(id).orElseThrow()))
        .to(
            Optional.of(
                new Caller(
                    new Actor(person.id(), participant.region(), Set.copyOf(participant.roles())))),
            ActFilter.ALL)
        .isPresent();
  }

  private Participant participant(Person person) {
    return Codec.convert(
        gateway.bean(Reader.class).find(Participant.key(person.id())).orElseThrow(),
        Participant.class,
        "participant");
  }

  @Test
  void a_dry_run_answers_whom_it_is_about_as_if_there_were_no_case() {
    JsonNode of = rehearse(exchange, aboutExchange);
    JsonNode ofNone = rehearse(exchange, Person.newInstruction());
    assertThat(of.path("code").asString()).isEqualTo("UNKNOWN_SUPERVISION_CASE");
    assertThat(of.path("code")).isEqualTo(ofNone.path("code"));
    assertThat(of.path("detail").asString().replaceAll("[0-9a-f-]{36}", "it"))
        .isEqualTo(ofNone.path("detail").asString().replaceAll("[0-9a-f-]{36}", "it"));
    assertThat(rehearse(gateway.authority(), aboutExchange).at("/records/0/record/notes"))
        .hasSize(2);
  }

  private JsonNode rehearse(Person person, InstructionId on) {
    HttpResponse<String> answer =
        gateway.exchange(
            HttpRequest.newBuilder(gateway.uri("/api/v1/dry-runs"))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        Codec.text(
                            Map.of(
                                "action",
                                "noteSupervisionCase",
                                "args",
                                Codec.tree(noteOn(on)))))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  @Test
  void neither_of_two_is_told_that_they_are_related() {
    String relation = "/api/v1/relations/" + trader.id() + "/" + shell.id() + "/OWNERSHIP";
    assertThat(gateway.getAs(gateway.beijing(), relation).statusCode()).isEqualTo(200);
    assertThat(gateway.getAs(exchange, relation).statusCode()).isEqualTo(200);
    for (Person person : List.of(trader, shell)) {
      assertThat(gateway.getAs(person, relation).statusCode()).isEqualTo(404);
      assertThat(gateway.getAs(person, "/api/v1/relations").statusCode()).isEqualTo(403);
      assertThat(gateway.getAs(person, "/api/v1/supervision-cases").statusCode()).isEqualTo(403);
    }
    assertThat(gateway.get(relation).statusCode()).isEqualTo(401);
  }

  @Test
  void no_document_of_a_case_is_told_to_shown_to_or_taken_from_whom_it_is_about() {
    DocumentSight documents = gateway.bean(DocumentSight.class);
    String record = "SUPERVISION_CASE:" + aboutExchange;
    Caller caller = exchangeCaller(exchange);
    Caller another = exchangeCaller(other);
    assertThat(documents.permits(Optional.of(caller), documents.naming(record).orElseThrow()))
        .isFalse();
    assertThat(documents.permits(Optional.of(another), documents.naming(record).orElseThrow()))
        .isTrue();
    assertThat(documents.mustPlace(MINUTES, another, Optional.empty(), Optional.of(record), false))
        .isNotNull();
    assertThatThrownBy(
            () ->
                documents.mustPlace(MINUTES, caller, Optional.empty(), Optional.of(record), false))
        .isInstanceOf(RequestException.class);
  }

  private static Caller exchangeCaller(Person person) {
    return new Caller(new Actor(person.id(), RunningGateway.BEIJING, Set.of(Role.EXCHANGE)));
  }

  @Test
  void what_is_looked_at_is_for_those_who_supervise_and_is_asked_for_strictly() {
    for (String name :
        List.of(
            "detectors",
            "signals",
            "certifiers",
            "flags",
            "refusals",
            "holdings",
            "flows",
            "overdue")) {
      String path = "/api/v1/supervision/" + name;
      assertThat(gateway.get(path).statusCode()).as(path).isEqualTo(401);
      assertThat(gateway.getAs(trader, path).statusCode()).as(path).isEqualTo(403);
      assertThat(gateway.getAs(gateway.innerMongolia(), path).statusCode()).as(path).isEqualTo(200);
      assertThat(gateway.getAs(gateway.innerMongolia(), path + "?no=1").statusCode())
          .as(path)
          .isEqualTo(400);
      if (!name.equals("detectors")) {
        assertThat(gateway.getFileAs(gateway.authority(), path, "text/csv").statusCode())
            .as(path)
            .isEqualTo(200);
      }
    }
    for (String wrong :
        List.of(
            "signals?from=2026-01-01&to=2027-01-01",
            "signals?from=yesterday",
            "signals?detector=NONE",
            "signals?detector=WASH_RING&settings=days:0",
            "signals?instrument=x",
            "holdings?participants=perhaps",
            "certifiers?year=26",
            "refusals?least=0",
            "overdue?workingDays=0",
            "overdue?action=approveissuance",
            "overdue?kind=reports",
            "overdue?region=x",
            "flags?region=abc")) {
      HttpResponse<String> answer =
          gateway.getAs(gateway.authority(), "/api/v1/supervision/" + wrong);
      assertThat(answer.statusCode()).as(wrong + answer.body()).isEqualTo(400);
    }
    for (String regional : List.of("certifiers", "flags", "refusals", "holdings", "flows")) {
      assertThat(gateway.getAs(exchange, "/api/v1/supervision/" + regional).statusCode())
          .as(regional)
          .isEqualTo(403);
    }
    assertThat(gateway.getAs(exchange, "/api/v1/supervision/overdue").statusCode()).isEqualTo(200);
    assertThat(
            RunningGateway.json(
                    gateway.getAs(gateway.authority(), "/api/v1/supervision/overdue?workingDays=7"))
                .path("workingDays")
                .asInt())
        .isEqualTo(7);
    HttpResponse<String> signals = gateway.getAs(exchange, "/api/v1/supervision/signals");
    assertThat(signals.statusCode()).isEqualTo(200);
    assertThat(RunningGateway.json(signals).path("incomplete").isArray()).isTrue();
  }
}
