// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grasslandcarbon.domain.coordination.AnswerCase;
import org.grasslandcarbon.domain.coordination.AssignMandate;
import org.grasslandcarbon.domain.coordination.BarrierKind;
import org.grasslandcarbon.domain.coordination.CaseKind;
import org.grasslandcarbon.domain.coordination.CoordinationCase;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.OpenCase;
import org.grasslandcarbon.domain.coordination.PublishNotice;
import org.grasslandcarbon.domain.coordination.RefusalGround;
import org.grasslandcarbon.domain.coordination.ReportIndicators;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.OwnGateway;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.gateway.testing.WholeDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** How regions answered, against what they were asked; who is responsible; what was in the way. */
@ExtendWith(GatewayExtension.class)
@OwnGateway
class SharingTest {
  private static final String BASE = "/api/v1/coordination/";
  private static final RegionCode XILINHOT = RunningGateway.XILINHOT;
  private static final RegionCode LEAGUE = new RegionCode("152500");

  private final RunningGateway gateway;
  private final LocalDate today = WholeDay.today();
  private final int year = today.getYear();

  SharingTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private InstructionId does(Person person, Action action) {
    InstructionId id = new InstructionId(UUID.randomUUID().toString());
    HttpResponse<String> answer = gateway.send(person, id, action);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return id;
  }

  private void assign(
      RegionCode region,
      MandateFunction function,
      Optional<ParticipantId> holder,
      Optional<ParticipantId> delegate,
      int level) {
    does(
        gateway.authority(),
        new AssignMandate(
            delegate,
            Sha256.of("decision"),
            today,
            function,
            holder,
            level,
            region,
            Optional.empty()));
  }

  private InstructionId ask(
      Person by,
      CaseKind kind,
      MandateFunction function,
      Optional<CoordinationCase.Behalf> behalf) {
    return does(
        by,
        new OpenCase(
            behalf,
            function,
            kind,
            Optional.empty(),
            XILINHOT,
            Optional.empty(),
            Sha256.of("question")));
  }

  private InstructionId askForInformation() {
    return ask(
        gateway.beijing(), CaseKind.INFORMATION, MandateFunction.MONITORING, Optional.empty());
  }

  private void answer(InstructionId id, Optional<RefusalGround> ground) {
    does(
        gateway.innerMongolia(),
        new AnswerCase(
            ground.isPresent() ? AnswerCase.Kind.REFUSED : AnswerCase.Kind.ANSWERED,
            id,
            ground.isPresent() ? Optional.empty() : Optional.of(Sha256.of("answer")),
            Optional.empty(),
            ground,
            Optional.empty(),
            Optional.empty()));
  }

  private JsonNode asked(Optional<Person> by, String path) {
    HttpResponse<String> answer =
        by.map(person -> gateway.getAs(person, BASE + path))
            .orElseGet(() -> gateway.get(BASE + path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private static String value(JsonNode row, String number) {
    return row.path("numbers").path(number).path("value").asString("none");
  }

  private static String missing(JsonNode row, String number) {
    return row.path("numbers").path(number).path("missing").asString("");
  }

  /** One test, because each number needs what was played before it. */
  @Test
  void numbers_are_what_was_played_and_are_told_to_those_who_may_see_where_they_come_from() {
    gateway.publishCalendar(year);
    gateway.publishCalendar(year + 1);
    ParticipantId office = gateway.innerMongolia().id();
    assign(
        RunningGateway.INNER_MONGOLIA,
        MandateFunction.MONITORING,
        Optional.of(office),
        Optional.empty(),
        4);
    assign(XILINHOT, MandateFunction.PUBLIC_FEEDBACK, Optional.empty(), Optional.of(office), 1);
    InstructionId answered = askForInformation();
    InstructionId refused = askForInformation();
    InstructionId open = askForInformation();
    answer(answered, Optional.empty());
    answer(refused, Optional.of(RefusalGround.LOCAL_RULE));

    pairs(answered, refused, open);
    directory(office);
    feedback();
    barriers(refused);
    files();
    refusals();
  }

  private void pairs(InstructionId answered, InstructionId refused, InstructionId open) {
    JsonNode answer = asked(Optional.of(gateway.beijing()), "sharing");
    assertThat(answer.path("total").asInt()).isEqualTo(1);
    assertThat(answer.path("board").path("from").asString()).isEqualTo(year + "-01-01");
    JsonNode row = answer.at("/board/rows/0");
    assertThat(row.path("kind").asString()).isEqualTo("INFORMATION");
    assertThat(row.path("fromRegion").asString()).isEqualTo("110000");
    assertThat(row.path("toRegion").asString()).isEqualTo(XILINHOT.value());
    assertThat(value(row, "asked")).isEqualTo("3");
    assertThat(value(row, "answeredOnTime")).isEqualTo("1");
    assertThat(value(row, "answeredLate")).isEqualTo("0");
    assertThat(value(row, "refusedPercent")).isEqualTo("33.33");
    assertThat(value(row, "open")).isEqualTo("1");
    assertThat(value(row, "overdue")).isEqualTo("0");
    assertThat(value(row, "medianDays")).isEqualTo("0");
    assertThat(value(row, "sharingIndex")).isEqualTo("0.3333");
    assertThat(row.at("/numbers/answeredOnTime/from/0").asString())
        .isEqualTo("information-cases/" + answered);
    assertThat(row.at("/numbers/refused/from/0").asString())
        .isEqualTo("information-cases/" + refused);
    assertThat(row.at("/numbers/open/from/0").asString()).isEqualTo("information-cases/" + open);

    JsonNode provinces = asked(Optional.of(gateway.authority()), "sharing?level=PROVINCE");
    assertThat(provinces.at("/board/rows/0/toRegion").asString()).isEqualTo("150000");
    JsonNode other =
        asked(Optional.of(gateway.beijing()), "sharing?fromRegion=150000&toRegion=110000");
    assertThat(value(other.at("/board/rows/0"), "asked")).isEqualTo("0");
    assertThat(missing(other.at("/board/rows/0"), "sharingIndex")).isEqualTo("NOTHING_ASKED");
    assertThat(
            asked(
                    Optional.of(gateway.beijing()),
                    "sharing?from=" + (year - 1) + "-01-01&to=" + (year - 1) + "-12-31")
                .path("total")
                .asInt())
        .isZero();

    JsonNode anybody = asked(Optional.empty(), "sharing");
    assertThat(anybody.at("/board/rows")).isEmpty();
    assertThat(anybody.at("/board/withheld").valueStream().map(JsonNode::asString))
        .containsExactly("INFORMATION", "FEEDBACK", "SUPERVISION_REQUEST");
    Person trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    assertThat(asked(Optional.of(trader), "sharing").at("/board/rows")).isEmpty();
  }

  private void directory(ParticipantId office) {
    JsonNode all = asked(Optional.empty(), "directory?region=" + XILINHOT);
    assertThat(all.path("entries")).hasSize(MandateFunction.values().length);
    JsonNode monitoring =
        asked(Optional.empty(), "directory?region=" + XILINHOT + "&function=MONITORING")
            .at("/entries/0");
    assertThat(monitoring.path("responsible").asString()).isEqualTo(office.value());
    assertThat(monitoring.path("mandate").asString()).isEqualTo("150000");
    assertThat(monitoring.path("vacancies").valueStream().map(JsonNode::asString))
        .containsExactly(XILINHOT.value(), LEAGUE.value());
    assertThat(monitoring.has("level")).as("the county has no office of its own").isFalse();
    assertThat(monitoring.path("delegated").asBoolean()).isFalse();
    assertThat(monitoring.path("from").valueStream().map(JsonNode::asString))
        .containsExactly("mandates/150000/MONITORING");
    JsonNode feedback =
        asked(Optional.empty(), "directory?region=" + XILINHOT + "&function=PUBLIC_FEEDBACK")
            .at("/entries/0");
    assertThat(feedback.path("responsible").asString()).isEqualTo(office.value());
    assertThat(feedback.path("delegated").asBoolean()).isTrue();
    assertThat(feedback.path("level").asInt()).isEqualTo(1);
    assertThat(feedback.path("vacancies")).isEmpty();
    JsonNode before =
        asked(
                Optional.empty(),
                "directory?region=" + XILINHOT + "&function=MONITORING&day=" + today.minusDays(1))
            .at("/entries/0");
    assertThat(before.has("responsible")).isFalse();
    assertThat(before.path("vacancies")).hasSize(4);
    assertThat(before.has("mandate")).isFalse();

    JsonNode first =
        asked(Optional.empty(), "directory?region=150000&below=true&function=MONITORING&limit=1");
    assertThat(first.path("entries").valueStream().map(each -> each.path("region").asString()))
        .containsExactly("150000");
    String next = first.path("next").asString();
    assertThat(next).isEqualTo("150000");
    JsonNode second =
        asked(
            Optional.empty(),
            "directory?region=150000&below=true&function=MONITORING&limit=200&after=" + next);
    assertThat(second.path("entries").valueStream().map(each -> each.path("region").asString()))
        .doesNotContain("150000")
        .contains(XILINHOT.value())
        .allMatch(code -> code.startsWith("15"));
    assertThat(second.has("next")).isFalse();
  }

  /** The year is over for a board that looks back at it from two years on. */
  private void feedback() {
    SharingBoard later =
        new SharingBoard(
            gateway.bean(Reader.class), Clock.offset(Clock.systemUTC(), Duration.ofDays(731)));
    for (int i = 0; i < 3; i++) {
      ask(
          gateway.innerMongolia(),
          CaseKind.FEEDBACK,
          MandateFunction.PUBLIC_FEEDBACK,
          Optional.of(CoordinationCase.Behalf.PUBLIC));
    }
    Person herders = gateway.admit(XILINHOT, Role.OWNER);
    ask(herders, CaseKind.FEEDBACK, MandateFunction.PUBLIC_FEEDBACK, Optional.empty());
    ask(herders, CaseKind.FEEDBACK, MandateFunction.PUBLIC_FEEDBACK, Optional.empty());
    SharingBoard.Question wholeYear =
        publicly(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    assertThat(later.board(wholeYear, () -> {}).rows()).as("five cases and four voices").isEmpty();

    Person others = gateway.admit(XILINHOT, Role.OWNER);
    ask(others, CaseKind.FEEDBACK, MandateFunction.PUBLIC_FEEDBACK, Optional.empty());
    SharingBoard.Board told = later.board(wholeYear, () -> {});
    assertThat(told.withheld()).containsExactly(CaseKind.INFORMATION, CaseKind.SUPERVISION_REQUEST);
    assertThat(told.rows()).hasSize(1);
    SharingBoard.Row row = told.rows().get(0);
    assertThat(row.kind()).isEqualTo(CaseKind.FEEDBACK);
    assertThat(row.fromRegion()).isEmpty();
    assertThat(row.toRegion()).as("by province").isEqualTo(RunningGateway.INNER_MONGOLIA);
    assertThat(row.function()).contains(MandateFunction.PUBLIC_FEEDBACK);
    assertThat(row.numbers().get("asked").value().orElseThrow()).hasToString("6");
    assertThat(row.numbers().values()).allMatch(number -> number.from().isEmpty());
    assertThat(
            later
                .board(publicly(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 30)), () -> {})
                .withheld())
        .as("not a whole year")
        .contains(CaseKind.FEEDBACK);
    assertThat(
            later
                .board(publicly(LocalDate.of(year - 1, 1, 1), LocalDate.of(year, 12, 31)), () -> {})
                .withheld())
        .as("two years")
        .contains(CaseKind.FEEDBACK);
    assertThat(gateway.bean(SharingBoard.class).board(wholeYear, () -> {}).withheld())
        .as("a year that is not over")
        .contains(CaseKind.FEEDBACK);
    JsonNode office = asked(Optional.of(gateway.beijing()), "sharing?toRegion=" + XILINHOT);
    assertThat(value(office.at("/board/rows/1"), "asked")).isEqualTo("6");
    assertThat(office.at("/board/rows/1/fromRegion").isMissingNode()).isTrue();
    JsonNode page = asked(Optional.of(gateway.beijing()), "sharing?limit=1");
    assertThat(page.path("next").asInt()).isEqualTo(1);
    assertThat(page.at("/board/rows")).hasSize(1);
    JsonNode rest = asked(Optional.of(gateway.beijing()), "sharing?limit=1&skip=1");
    assertThat(rest.at("/board/rows/0/kind").asString()).isEqualTo("FEEDBACK");
    assertThat(rest.has("next")).isFalse();
  }

  private static SharingBoard.Question publicly(LocalDate from, LocalDate to) {
    return new SharingBoard.Question(
        from, Optional.empty(), SharingLevel.DIVISION, to, Optional.empty(), Optional.empty());
  }

  private void barriers(InstructionId refused) {
    InstructionId notice =
        does(
            gateway.beijing(),
            new PublishNotice(
                Sha256.of("notice"),
                NoticeFields.of(new NoticeFields.Barrier(BarrierKind.PROTECTIONISM, 5)),
                NoticeKind.BARRIER,
                XILINHOT,
                Optional.empty(),
                Optional.empty(),
                "Local rule",
                today,
                Optional.empty()));
    does(
        gateway.innerMongolia(),
        new ReportIndicators(
            Optional.of(
                List.of(
                    new ReportIndicators.BarrierReport(Sha256.of("memo"), BarrierKind.DATA, 2))),
            XILINHOT,
            Optional.empty(),
            Optional.empty(),
            year));
    String path = "barriers?from=" + (year - 1) + "&to=" + year;
    JsonNode answer = asked(Optional.of(gateway.beijing()), path);
    assertThat(answer.at("/board/refusalWeightsAssumed").asBoolean()).isTrue();
    assertThat(answer.at("/board/refusalWeights/LOCAL_RULE").asInt()).isEqualTo(4);
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    JsonNode last = answer.at("/board/rows/0");
    assertThat(last.path("year").asInt()).isEqualTo(year - 1);
    assertThat(value(last, "score")).isEqualTo("0");
    JsonNode now = answer.at("/board/rows/1");
    assertThat(now.path("region").asString()).isEqualTo(XILINHOT.value());
    assertThat(value(now, "noticeScore")).isEqualTo("5");
    assertThat(value(now, "reportedScore")).isEqualTo("2");
    assertThat(value(now, "refusalScore")).isEqualTo("4");
    assertThat(value(now, "score")).isEqualTo("11");
    assertThat(value(now, "change")).isEqualTo("11");
    assertThat(value(now, "publicScore")).isEqualTo("7");
    assertThat(value(now, "refused.LOCAL_RULE")).isEqualTo("1");
    assertThat(value(now, "noticed.PROTECTIONISM")).isEqualTo("1");
    assertThat(value(now, "reported.DATA")).isEqualTo("1");
    assertThat(now.at("/numbers/refusals/from/0").asString())
        .isEqualTo("information-cases/" + refused);
    assertThat(now.at("/numbers/notices/from/0").asString()).isEqualTo("notices/" + notice);
    assertThat(now.at("/numbers/reported/from/0").asString())
        .isEqualTo("indicator-reports/" + XILINHOT + "/" + year + "/real");

    JsonNode anybody = asked(Optional.empty(), path).at("/board/rows/1");
    assertThat(value(anybody, "publicScore")).isEqualTo("7");
    assertThat(missing(anybody, "score")).isEqualTo("WITHHELD");
    assertThat(missing(anybody, "refusals")).isEqualTo("WITHHELD");
    assertThat(anybody.path("numbers").has("refused.LOCAL_RULE")).isFalse();
    assertThat(asked(Optional.empty(), "barriers?region=110000").path("total").asInt()).isZero();
  }

  private void files() {
    String csv =
        new String(
            gateway
                .getFileAs(gateway.beijing(), BASE + "sharing?toRegion=" + XILINHOT, "text/csv")
                .body(),
            StandardCharsets.UTF_8);
    assertThat(csv).contains("sharingIndex", "0.3333", "information-cases/");
    String directory =
        new String(
            gateway.getFile(BASE + "directory?region=" + XILINHOT, "text/csv").body(),
            StandardCharsets.UTF_8);
    assertThat(directory.lines().count()).isEqualTo(1 + MandateFunction.values().length);
    for (String path : List.of("sharing", "barriers", "directory?region=150000&below=true")) {
      assertThat(
              gateway
                  .getFile(
                      BASE + path,
                      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                  .statusCode())
          .as(path)
          .isEqualTo(200);
    }
  }

  private void refusals() {
    for (String wrong :
        List.of(
            "sharing?from=2026-13-01",
            "sharing?from=2026-02-02&to=2026-02-01",
            "sharing?from=2001-01-01&to=2026-02-01",
            "sharing?level=COUNTY",
            "sharing?fromRegion=999999",
            "sharing?limit=501",
            "sharing?limit=0",
            "sharing?skip=-1",
            "sharing?unknown=1",
            "directory",
            "directory?region=999999",
            "directory?region=150000&below=maybe",
            "directory?region=150000&function=NONE",
            "directory?region=150000&day=yesterday",
            "directory?region=150000&limit=201",
            "directory?region=150000&after=abc",
            "barriers?to=" + (year + 1),
            "barriers?from=" + (year - 10),
            "barriers?from=1999",
            "barriers?from=2026-01-01",
            "barriers?region=abc")) {
      assertThat(gateway.get(BASE + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }
}
