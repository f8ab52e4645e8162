// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Shifted;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.LetGoLines;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Timelines;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The life of some credits, as everybody who took part in it or not is told of it. */
@ExtendWith(GatewayExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelinesTest {
  private static final int EAST = 21;

  private final RunningGateway gateway;
  private final GatewayStage stage;
  private final InstructionId project;
  private final BatchId batch;
  private final InstructionId transfer;
  private final InstructionId freeze;
  private final InstructionId retirement;
  private final InstructionId ofRetirement = Person.newInstruction();
  private final InstructionId ofFreeze = Person.newInstruction();

  TimelinesTest(RunningGateway gateway) {
    this.gateway = gateway;
    stage =
        new GatewayStage(gateway)
            .with(Part.TRADER, gateway.admit(RunningGateway.XILINHOT, Role.TRADER))
            .with(Part.BUYER, gateway.admit(RunningGateway.BEIJING, Role.TRADER))
            .with(Part.COURT, gateway.admit(RunningGateway.XILINHOT, Role.COURT));
    Land example = Land.ofExample();
    Land land = new Land(Shifted.east(example.boundary(), EAST), example.strataHectares());
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, land, 2023, 1);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    project = new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR))).play();
    ReportChapter reports = new ReportChapter(stage, setting, project);
    reports.submit();
    reports.verify();
    reports.approve();
    batch = reports.issue().get(0);
    CreditChapter credits = new CreditChapter(stage, batch);
    credits.transfer(Part.OWNER, Part.TRADER, 100);
    transfer = credits.transfer(Part.TRADER, Part.BUYER, 10);
    freeze = credits.freeze(Part.COURT, Part.TRADER, 20);
    retirement = credits.retire(Part.TRADER, 30);
    credits.cancel(Part.TRADER, 7);
    correct(ofRetirement, "RETIREMENT", retirement);
    correct(ofFreeze, "FREEZE", freeze);
  }

  private HttpResponse<String> sendCorrection(InstructionId id, String type, InstructionId record) {
    return gateway.send(
        gateway.authority(),
        id,
        Edited.with(
            Edited.with(CorrectRecord.TYPE.example(), "/recordType", "\"" + type + "\""),
            "/keyParts",
            "[\"" + record + "\"]"));
  }

  private void correct(InstructionId id, String type, InstructionId record) {
    HttpResponse<String> answer = sendCorrection(id, type, record);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private HttpResponse<String> ask(Optional<Person> person, String address) {
    String path = "/api/v1" + address;
    return person.isPresent() ? gateway.getAs(person.get(), path) : gateway.get(path);
  }

  private HttpResponse<String> told(Optional<Person> person, String address) {
    HttpResponse<String> answer = ask(person, address);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private Optional<Person> the(Part part) {
    return Optional.of(stage.person(part));
  }

  /** What was done, in the order of the answer; for what is not told, what is told instead. */
  private static List<String> actions(HttpResponse<String> answer) {
    return RunningGateway.json(answer)
        .path("items")
        .valueStream()
        .map(TimelinesTest::action)
        .toList();
  }

  private static String action(JsonNode item) {
    return item.has("transfers")
        ? "passed on " + item.at("/transfers/times").asInt()
        : item.path("action").asString();
  }

  @Test
  void a_project_is_told_from_its_proposal_on_with_who_when_and_where_it_stands() {
    HttpResponse<String> answer = told(Optional.empty(), "/timelines/projects/" + project);
    assertThat(actions(answer))
        .containsExactly(
            "proposeProject",
            "validateProject",
            "registerProject",
            "submitMonitoringReport",
            "verifyMonitoringReport",
            "approveIssuance",
            "issueCredits");
    JsonNode items = RunningGateway.json(answer).path("items");
    JsonNode issued = items.path(items.size() - 1);
    assertThat(issued.path("participant").asString()).isEqualTo(stage.id(Part.VERIFIER).value());
    assertThat(issued.at("/name/zh").asString()).isNotBlank();
    assertThat(issued.at("/title/en").asString()).isNotBlank();
    assertThat(issued.at("/summary/en").asString())
        .contains("batch " + batch, "t from issuance to held", "t from issuance to buffer");
    assertThat(issued.at("/summary/zh").asString()).contains("减排量批次 " + batch, "吨由签发转至持有");
    assertThat(issued.path("block").asLong()).isPositive();
    assertThat(issued.path("transactionId").asString()).isNotBlank();
    assertThat(issued.path("at").asString()).endsWith("Z");
    assertThat(answer.body()).as("to whom credits went").doesNotContain("held:");
    String number =
        RunningGateway.json(gateway.get("/api/v1/projects/" + project)).path("number").asString();
    assertThat(told(Optional.empty(), "/timelines/projects/" + number).body())
        .isEqualTo(answer.body());
  }

  @Test
  void of_a_batch_everybody_is_told_what_is_public_and_who_supervises_the_rest() {
    String address = "/timelines/batches/" + batch;
    HttpResponse<String> open = told(Optional.empty(), address);
    assertThat(actions(open)).containsExactly("issueCredits", "retireCredits", "cancelCredits");
    assertThat(open.body())
        .doesNotContain(stage.id(Part.BUYER).value(), freeze.value(), transfer.value());
    List<String> all =
        List.of(
            "issueCredits",
            "transferCredits",
            "transferCredits",
            "freezeCredits",
            "retireCredits",
            "cancelCredits");
    assertThat(actions(told(Optional.of(gateway.innerMongolia()), address))).isEqualTo(all);
    assertThat(actions(told(Optional.of(gateway.authority()), address))).isEqualTo(all);
    assertThat(actions(told(Optional.of(gateway.beijing()), address)))
        .as("of one of the two that it supervises")
        .containsExactly("issueCredits", "transferCredits", "retireCredits", "cancelCredits");
    assertThat(actions(told(the(Part.BUYER), address)))
        .as("what it received, and nothing that others did")
        .containsExactly("issueCredits", "transferCredits", "retireCredits", "cancelCredits");
    assertThat(actions(told(the(Part.TRADER), address)))
        .containsExactly(all.toArray(String[]::new));
  }

  @Test
  void of_a_participant_others_are_told_its_public_acts_and_it_is_told_all_that_it_had_a_part_in() {
    String address = "/timelines/participants/" + stage.id(Part.TRADER);
    List<String> open = List.of("admitParticipant", "retireCredits", "cancelCredits");
    assertThat(actions(told(Optional.empty(), address))).isEqualTo(open);
    assertThat(actions(told(the(Part.BUYER), address))).isEqualTo(open);
    assertThat(actions(told(the(Part.TRADER), address)))
        .containsExactly(
            "admitParticipant",
            "transferCredits",
            "transferCredits",
            "freezeCredits",
            "retireCredits",
            "cancelCredits");
  }

  @Test
  void of_credits_that_changed_hands_strangers_are_told_the_day_and_not_by_which_act() {
    String address = "/timelines/serials/" + retiredSerial();
    HttpResponse<String> open = told(Optional.empty(), address);
    assertThat(actions(open)).containsExactly("issueCredits", "passed on 1", "retireCredits");
    JsonNode passed = RunningGateway.json(open).at("/items/1");
    assertThat(passed.propertyNames())
        .containsExactlyInAnyOrder("changed", "letGo", "moved", "serials", "summary", "transfers");
    assertThat(passed.at("/transfers/firstDay").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(passed.at("/serials/0").asString()).startsWith(batch.value());
    assertThat(actions(told(Optional.of(gateway.innerMongolia()), address)))
        .containsExactly("issueCredits", "transferCredits", "retireCredits");
  }

  @Test
  void that_credits_are_frozen_is_told_to_nobody_who_may_not_see_the_freeze() {
    // What is frozen is of the hundred that the trader received, and is not what it gave on or
    // used.
    String address = "/timelines/serials/" + batch + "-1-" + issued();
    HttpResponse<String> open = told(Optional.empty(), address);
    assertThat(actions(open))
        .containsExactly("issueCredits", "passed on 2", "retireCredits", "cancelCredits");
    assertThat(open.body()).doesNotContain(freeze.value(), "freezeCredits", "frozen");
    assertThat(actions(told(the(Part.COURT), address))).contains("freezeCredits");
  }

  private long issued() {
    return RunningGateway.json(gateway.get("/api/v1/batches/" + batch)).path("issued").asLong();
  }

  private String retiredSerial() {
    JsonNode record = RunningGateway.json(gateway.get("/api/v1/retirements/" + retirement));
    return batch + "-" + record.at("/serials/0").asString().split("-")[0];
  }

  @Test
  void pages_have_together_what_the_whole_has_and_files_have_all_of_it() {
    for (String address :
        List.of(
            "/timelines/projects/" + project,
            "/timelines/batches/" + batch,
            "/timelines/serials/" + retiredSerial(),
            "/timelines/participants/" + stage.id(Part.TRADER))) {
      for (Optional<Person> person :
          List.of(Optional.<Person>empty(), Optional.of(gateway.innerMongolia()))) {
        List<String> whole = actions(told(person, address));
        List<String> pages = new ArrayList<>();
        String next = "";
        do {
          HttpResponse<String> page =
              told(person, address + "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
          pages.addAll(actions(page));
          next = RunningGateway.json(page).path("next").asString("");
        } while (!next.isEmpty());
        assertThat(pages).as(address).isEqualTo(whole);
      }
      String csv =
          new String(
              gateway.getFile("/api/v1" + address, "text/csv").body(), StandardCharsets.UTF_8);
      assertThat(csv.lines().count() - 1)
          .as(csv)
          .isEqualTo(actions(told(Optional.empty(), address)).size());
      assertThat(gateway.getFile("/api/v1" + address, ImportController.XLSX).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void a_cursor_that_no_page_gave_does_not_tell_where_credits_changed_hands() {
    Timelines timelines = gateway.bean(Timelines.class);
    List<Timelines.Moved> moves =
        timelines.moves(batch, new SerialRange(1, issued()), Long.MIN_VALUE);
    assertThat(moves).hasSizeLessThan(Timelines.ENTRIES_A_QUERY);
    Map<Long, Long> lastOf = new HashMap<>();
    moves.forEach(moved -> lastOf.put(moved.entry(), moved.seq()));
    Map<Long, String> actions = new HashMap<>();
    timelines
        .entries(lastOf.keySet())
        .forEach(told -> actions.put(told.seq(), told.entry().text("action").orElseThrow()));
    assertThat(actions).containsValues("transferCredits", "freezeCredits", "issueCredits");
    String address = "/timelines/serials/" + batch + "-1-" + issued() + "?cursor=";
    for (Timelines.Moved moved : moves) {
      boolean ends = lastOf.get(moved.entry()) == moved.seq();
      String action = actions.get(moved.entry());
      String cursor = address + Paging.cursor(moved.seq());
      assertThat(ask(Optional.empty(), cursor).statusCode())
          .as(action)
          .isEqualTo(
              ends && !List.of("transferCredits", "freezeCredits").contains(action) ? 200 : 400);
      assertThat(ask(Optional.of(gateway.innerMongolia()), cursor).statusCode())
          .as(action)
          .isEqualTo(ends ? 200 : 400);
    }
    for (long elsewhere : List.of(Long.MIN_VALUE, -2L, 0L, Long.MAX_VALUE)) {
      assertThat(
              ask(Optional.of(gateway.innerMongolia()), address + Paging.cursor(elsewhere))
                  .statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void a_page_that_ends_at_a_hidden_act_goes_on_without_saying_where_it_is() {
    OpenMarket open = OpenMarket.of(gateway, EAST + 2, "HIDDEN");
    MarketChapter market = open.market();
    market.sell(Part.OWNER, 5, MarketChapter.OPENING.value());
    String instrument = market.instrument().value();
    Caller office =
        new Caller(new Actor(gateway.beijing().id(), RunningGateway.BEIJING, Set.of(Role.OFFICE)));
    Timelines timelines = gateway.bean(Timelines.class);
    long hidden =
        timelines
            .after(
                new Timelines.Wanted(
                    instrument, false, Optional.empty(), Optional.empty(), List.of()),
                -1)
            .stream()
            .filter(told -> told.entry().text("action").orElseThrow().equals("placeListing"))
            .mapToLong(Timelines.Told::seq)
            .max()
            .orElseThrow();
    TimelineController controller =
        new TimelineController(
            new TimelineAnswers(
                timelines,
                gateway.bean(Reader.class),
                gateway.bean(Found.class),
                gateway.bean(Confidence.class),
                gateway.bean(LetGoLines.class),
                1),
            gateway.bean(SerialTimeline.class),
            gateway.bean(SignedTexts.class));

    TimelineController.TimelinePage first =
        controller.timeline("instruments", instrument, none(), Optional.empty(), office);

    assertThat(first.items())
        .extracting(item -> item.action().orElseThrow())
        .containsExactly("proposeOpeningPrice", "openInstrument");
    String next = first.next().orElseThrow();
    assertThat(next).doesNotMatch(Paging.CURSOR).isNotEqualTo(Paging.cursor(hidden));
    TimelineController.TimelinePage second =
        controller.timeline("Instruments", instrument, none(), first.next(), office);
    assertThat(second.items()).isEmpty();
    assertThat(second.next()).isEmpty();
    Caller another =
        new Caller(
            new Actor(
                gateway.innerMongolia().id(), RunningGateway.INNER_MONGOLIA, Set.of(Role.OFFICE)));
    assertThatThrownBy(
            () -> controller.timeline("instruments", instrument, none(), first.next(), another))
        .isInstanceOf(RequestException.class);
    assertThatThrownBy(
            () -> controller.timeline("projects", project.value(), none(), first.next(), office))
        .as("it is of another timeline")
        .isInstanceOf(RequestException.class);
    for (long position : List.of(hidden, hidden - 1, 0L)) {
      assertThat(
              ask(
                      Optional.of(gateway.beijing()),
                      "/timelines/instruments/" + instrument + "?cursor=" + Paging.cursor(position))
                  .statusCode())
          .as("a cursor that no page gave")
          .isEqualTo(400);
    }
  }

  private static Optional<Integer> none() {
    return Optional.empty();
  }

  @Test
  void a_retirement_is_told_with_what_was_corrected_about_it() {
    assertThat(actions(told(Optional.empty(), "/timelines/retirements/" + retirement)))
        .containsExactly("retireCredits", "correctRecord");
  }

  @Test
  void the_signed_text_is_for_whom_the_act_is_and_not_for_whoever_was_at_its_other_end() {
    String own = "/instructions/" + transfer + "/signed";
    assertThat(ask(Optional.empty(), own).statusCode()).isEqualTo(404);
    assertThat(ask(the(Part.BUYER), own).statusCode()).isEqualTo(404);
    HttpResponse<String> text = told(the(Part.TRADER), own);
    assertThat(text.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/jose");
    SignedInstruction signed =
        SignedInstruction.parse(text.body().getBytes(StandardCharsets.US_ASCII));
    assertThat(signed.instruction().id()).isEqualTo(transfer);
    assertThat(told(Optional.of(gateway.innerMongolia()), own).body()).isEqualTo(text.body());
    JsonNode told =
        RunningGateway.json(told(Optional.empty(), "/timelines/retirements/" + retirement))
            .at("/items/0");
    assertThat(told.path("signed").asString())
        .isEqualTo("/api/v1/instructions/" + retirement + "/signed");
    assertThat(gateway.get(told.path("signed").asString()).statusCode()).isEqualTo(200);
    assertThat(ask(Optional.empty(), "/instructions/" + ofRetirement + "/signed").statusCode())
        .isEqualTo(200);
    String hidden = "/instructions/" + ofFreeze + "/signed";
    assertThat(ask(Optional.empty(), hidden).statusCode()).as("it names a freeze").isEqualTo(404);
    assertThat(ask(Optional.of(gateway.authority()), hidden).statusCode()).isEqualTo(200);
  }

  @Test
  void orders_and_trades_in_an_instrument_are_told_to_its_exchange_and_each_to_its_parties() {
    OpenMarket open = OpenMarket.of(gateway, EAST + 1, "TIMELINE");
    MarketChapter market = open.market();
    market.sell(Part.OWNER, 5, MarketChapter.OPENING.value());
    market.take(Part.BUYER, 2, MarketChapter.OPENING.value());
    market.closeDay();
    String address = "/timelines/instruments/" + market.instrument();
    assertThat(actions(told(Optional.empty(), address)))
        .containsExactly("proposeOpeningPrice", "openInstrument", "closeTradingDay");
    assertThat(actions(told(Optional.of(open.stage().person(Part.EXCHANGE)), address)))
        .containsExactly(
            "proposeOpeningPrice",
            "openInstrument",
            "placeListing",
            "takeListings",
            "closeTradingDay",
            "collectFees");
    assertThat(actions(told(Optional.of(open.stage().person(Part.BUYER)), address)))
        .as("its own act with what everybody is told")
        .containsExactly(
            "proposeOpeningPrice", "openInstrument", "takeListings", "closeTradingDay");
    assertThat(actions(told(Optional.of(open.stage().person(Part.TRADER)), address)))
        .containsExactly("proposeOpeningPrice", "openInstrument", "closeTradingDay");
    String seller = "/timelines/participants/" + open.stage().id(Part.OWNER);
    HttpResponse<String> strangers = told(Optional.empty(), seller);
    assertThat(actions(strangers))
        .as("what came back to it at the end of the day is no act of its own")
        .doesNotContain("closeTradingDay", "placeListing", "takeListings");
    assertThat(actions(told(Optional.of(open.stage().person(Part.OWNER)), seller)))
        .contains("placeListing", "takeListings", "closeTradingDay");
    JsonNode batches =
        RunningGateway.json(
            gateway.get("/api/v1/batches?project=" + market.instrument().project()));
    String serials = "/timelines/serials/" + batches.at("/items/0/id").asString() + "-1-500";
    assertThat(told(Optional.empty(), serials).body())
        .doesNotContain("closeTradingDay", "takeListings", stageId(open, Part.BUYER));
  }

  private static String stageId(OpenMarket open, Part part) {
    return open.stage().id(part).value();
  }

  @Test
  void the_search_box_finds_an_instruction_that_is_public_and_none_that_was_refused() {
    InstructionId refused = Person.newInstruction();
    sendCorrection(refused, "RETIREMENT", Person.newInstruction());
    Journal.Entry entry = gateway.bean(Journal.class).find(refused).orElseThrow();
    assertThat(entry.text("code")).isPresent();
    assertThat(told(Optional.empty(), "/search?q=" + refused).body())
        .doesNotContain("correctRecord");
    assertThat(told(Optional.empty(), "/search?q=" + ofRetirement).body())
        .contains("correctRecord");
  }

  @Test
  void what_cannot_be_asked_for_is_said() {
    String address = "/timelines/projects/" + project;
    assertThat(ask(Optional.empty(), "/timelines/herds/1").statusCode()).isEqualTo(404);
    assertThat(ask(Optional.empty(), "/timelines/projects/" + transfer).statusCode())
        .isEqualTo(404);
    assertThat(ask(Optional.empty(), "/timelines/batches/x").statusCode()).isEqualTo(400);
    assertThat(ask(Optional.empty(), address + "?limit=0").statusCode()).isEqualTo(400);
    assertThat(ask(Optional.empty(), address + "?cursor=x").statusCode()).isEqualTo(400);
    assertThat(ask(Optional.empty(), address + "?vintage=2024").statusCode()).isEqualTo(400);
  }
}
