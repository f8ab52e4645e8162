// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.ReversalChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.reconciliation.Reconciliation;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OwnGateway;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A credit's whole life over HTTP, under a methodology for practice, and everything that can be
 * read of it. One test, because each step needs the one before.
 */
@ExtendWith(GatewayExtension.class)
@OwnGateway
class CreditLifeTest {
  private static final LocalDate FIRE = LocalDate.of(2024, 6, 1);

  private static final String CORRECTED = "It should read otherwise: ";

  private final RunningGateway gateway;
  private final Person trader;
  private final GatewayStage stage;

  CreditLifeTest(RunningGateway gateway) {
    this.gateway = gateway;
    trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    stage =
        new GatewayStage(gateway)
            .with(Part.TRADER, trader)
            .with(Part.COURT, gateway.admit(RunningGateway.BEIJING, Role.COURT));
  }

  private InstructionId apply(Person person, Action action) {
    InstructionId id = Person.newInstruction();
    HttpResponse<String> answer = gateway.send(person, id, action);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return id;
  }

  private JsonNode read(String path) {
    HttpResponse<String> answer = gateway.get("/api/v1" + path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private JsonNode readAs(Person person, String path) {
    HttpResponse<String> answer = gateway.getAs(person, "/api/v1" + path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  @Test
  void every_step_of_a_credits_life_can_be_read() {
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, Land.ofExample(), 2023, 2);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    InstructionId project =
        new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR))).play();
    String number = read("/projects/" + project).path("number").asString();
    assertProjectCanBeRead(project, number);
    new Preparation(gateway, number).assertAll();

    ReportChapter report = new ReportChapter(stage, setting, project);
    InstructionId submitted = report.submit();
    report.verify();
    report.approve();
    BatchId batch = report.issue().get(0);
    assertReportCanBeRead(submitted, project);
    long issued = read("/batches/" + batch).path("issued").asLong();
    CreditChapter credits = new CreditChapter(stage, batch);
    credits.transfer(Part.OWNER, Part.TRADER, 100);
    InstructionId retirement = credits.retire(Part.TRADER, 30);
    credits.freeze(Part.COURT, Part.TRADER, 20);
    InstructionId cancellation =
        apply(
            trader,
            new CancelCredits(
                batch,
                Optional.empty(),
                Optional.empty(),
                trader.id(),
                Tonnes.of(7),
                Cancellation.Reason.OTHER,
                "=1+1"));

    assertTotals(batch, issued);
    assertSerials(batch, retirement);
    assertRetirementCanBeRead(retirement, batch, number);
    assertThat(read("/cancellations/" + cancellation).path("quantity").asLong()).isEqualTo(7);
    assertThat(read("/cancellations?training=true").path("total").asInt()).isOne();
    assertThat(read("/cancellations?training=false").path("total").asInt()).isZero();
    assertThat(gateway.get("/api/v1/cancellations", "Accept", "text/csv").body())
        .contains(",'=1+1,");
    new PublicRegistry(gateway, project, number, submitted)
        .assertAll(batch, retirement, cancellation);
    assertAccounts(batch);
    assertConfidence(credits);
    ReversalChapter reversals = new ReversalChapter(stage, project);
    assertReversalCanBeRead(reversals, project, number);
    assertCancelledBufferCanBeRead(reversals);
    assertStockingCanBeRead(project, number);
    assertCorrectionsCanBeRead(retirement, project, batch);
    assertAllAgrees();
    assertDaysAreBeijings();
  }

  private void correct(String type, String... keyParts) {
    apply(
        gateway.authority(),
        new CorrectRecord(
            Sha256.of("letter"),
            List.of(keyParts),
            type,
            new CorrectRecord.Statement(CORRECTED + type, "更正 " + type)));
  }

  /** A corrected record shows its correction, to whom it is shown. */
  private void assertCorrectionsCanBeRead(
      InstructionId retirement, InstructionId project, BatchId batch) {
    correct("RETIREMENT", retirement.value());
    correct("PROJECT", project.value());
    correct("VALIDATION", project.value());
    correct("BOUNDARY", project.value());
    correct("BATCH", batch.value());
    correct("PARTICIPANT", trader.id().value());
    correct("JOURNAL", retirement.value());
    correct("HOLDING", batch.value(), trader.id().value());
    String freeze = readAs(trader, "/freezes").at("/items/0/id").asString();
    correct("FREEZE", freeze);
    PublicRegistry.assertNeverFound(gateway, freeze);

    assertCorrected(read("/retirements/" + retirement), "RETIREMENT");
    assertCorrected(read("/retirements?holder=" + trader.id()).at("/items/0"), "RETIREMENT");
    assertCorrected(read("/projects/" + project), "PROJECT");
    assertCorrected(read("/projects/" + project).path("validation"), "VALIDATION");
    assertCorrected(read("/projects/" + project + "/boundary").path("properties"), "BOUNDARY");
    assertCorrected(read("/batches/" + batch), "BATCH");
    assertCorrected(read("/serials/" + batch + "-1"), "BATCH");
    assertCorrected(readAs(trader, "/me"), "PARTICIPANT");
    assertCorrected(read("/instructions/" + retirement), "JOURNAL");
    assertCorrected(readAs(trader, "/holdings").at("/items/0"), "HOLDING");
    assertCorrected(readAs(trader, "/freezes/" + freeze), "FREEZE");
    assertThat(read("/batches/" + batch).path("corrections").size()).isOne();
    assertThat(gateway.get("/api/v1/retirements", "Accept", "text/csv").body())
        .contains("Corrections (zh),Corrections\r\n")
        .contains("更正 RETIREMENT," + CORRECTED + "RETIREMENT\r\n");
    assertThat(workbook("/api/v1/retirements")).contains(CORRECTED + "RETIREMENT");

    // What is not public is not told of by its correction either.
    JsonNode all = read("/corrections?limit=200");
    assertThat(all.path("items").findValuesAsString("recordType"))
        .contains("RETIREMENT", "PROJECT", "BATCH")
        .doesNotContain("FREEZE", "HOLDING", "JOURNAL");
    assertThat(all.path("total").asInt()).isEqualTo(all.path("items").size());
    assertThat(read("/corrections?type=retirement").path("total").asInt()).isOne();
    assertThat(gateway.get("/api/v1/corrections", "Accept", "text/csv").body())
        .contains(CORRECTED + "RETIREMENT")
        .doesNotContain(freeze);
    for (String hidden :
        List.of("FREEZE/" + freeze, "HOLDING/" + batch + ":" + trader.id(), "JOURNAL/" + freeze)) {
      assertThat(gateway.get("/api/v1/corrections/" + hidden).statusCode()).isEqualTo(404);
    }
  }

  private static void assertCorrected(JsonNode shown, String type) {
    assertThat(shown.at("/corrections/0/statement/en").asString(""))
        .as(shown.toString())
        .isEqualTo(CORRECTED + type);
  }

  /** 00:24 on the first of January in Beijing, when it is still December in UTC, is January's. */
  private void assertDaysAreBeijings() {
    assertDayIsJanuarys("retirement", "c_at", "/retirements?", false);
    assertDayIsJanuarys("cancellation", "c_at", "/cancellations?", false);
    assertDayIsJanuarys("reversal", "c_reported_at", "/reversals?", false);
    assertDayIsJanuarys("statement", "c_at", "/statement?", true);
  }

  private void assertDayIsJanuarys(String noun, String column, String list, boolean signed) {
    JdbcTemplate jdbc = gateway.bean(JdbcTemplate.class);
    String table =
        jdbc.queryForList("SELECT table_name FROM information_schema.tables", String.class).stream()
            .filter(each -> each.toLowerCase(Locale.ROOT).matches("v_" + noun + "_[0-9a-f]+"))
            .findFirst()
            .orElseThrow();
    // Other tests use the same gateway, which looks for rows that do not say what they should.
    jdbc.execute("ALTER TABLE " + table + " ADD COLUMN kept TIMESTAMP(6) WITH TIME ZONE");
    jdbc.update("UPDATE " + table + " SET kept = " + column);
    try {
      assertDayIsJanuarys(jdbc, noun, table, column, list, signed);
    } finally {
      jdbc.update("UPDATE " + table + " SET " + column + " = kept");
      jdbc.execute("ALTER TABLE " + table + " DROP COLUMN kept");
    }
  }

  private void assertDayIsJanuarys(
      JdbcTemplate jdbc, String noun, String table, String column, String list, boolean signed) {
    int rows =
        jdbc.update(
            "UPDATE " + table + " SET " + column + " = ?",
            Instant.parse("2025-12-31T16:24:00Z").atOffset(ZoneOffset.UTC));
    assertThat(rows).as(noun).isPositive();
    assertThat(total(list + "from=2026-01-01&to=2026-01-01", signed)).as(noun).isPositive();
    assertThat(total(list + "to=2025-12-31", signed)).as(noun).isZero();
    jdbc.update(
        "UPDATE " + table + " SET " + column + " = ?",
        Instant.parse("2025-12-31T15:59:59.999999Z").atOffset(ZoneOffset.UTC));
    assertThat(total(list + "from=2026-01-01", signed)).as(noun).isZero();
    assertThat(total(list + "from=2025-12-31&to=2025-12-31", signed)).as(noun).isPositive();
  }

  private int total(String path, boolean signed) {
    return (signed ? readAs(trader, path) : read(path)).path("total").asInt();
  }

  /** What was written down of all this agrees with itself and with the peer's state. */
  private void assertAllAgrees() {
    Reconciliation reconciliation = gateway.bean(Reconciliation.class);
    reconciliation.examineAll();
    Reconciliation.Report report = reconciliation.report();
    assertThat(report.differences()).isEmpty();
    assertThat(report.trouble()).isEmpty();
    assertThat(report.notCompared()).isEmpty();
    assertThat(read("/status").path("warnings")).isEmpty();
  }

  private void assertReversalCanBeRead(
      ReversalChapter reversals, InstructionId project, String number) {
    InstructionId id = reversals.report(10, FIRE);
    assertThat(read("/reversals?project=" + number + "&settled=false").path("total").asInt())
        .isEqualTo(1);
    assertThat(read("/projects/" + number).at("/reversals/open/0").asString())
        .isEqualTo(id.value());
    reversals.settle(id, 4);

    JsonNode settled = read("/reversals/" + id);
    assertThat(settled.path("settled").asBoolean()).isTrue();
    assertThat(settled.path("quantityHeld").asLong()).isEqualTo(10);
    assertThat(settled.path("quantityCancelled").asLong()).isEqualTo(4);
    assertThat(settled.path("training").asBoolean()).isTrue();
    assertThat(settled.at("/settlement/shortfall").asLong()).isZero();
    assertThat(read("/reversals?settled=false").path("total").asInt()).isZero();
    assertThat(read("/reversals?cause=FIRE&region=150000").path("total").asInt()).isEqualTo(1);
    assertThat(read("/reversals?cause=DROUGHT").path("total").asInt()).isZero();
    assertThat(gateway.get("/api/v1/reversals", "Accept", "text/csv").body())
        .startsWith("\uFEFFDate Reported,Reversal ID,Project ID,")
        .contains(number);
    assertThat(gateway.get("/api/v1/reversals/" + project).statusCode()).isEqualTo(404);
    assertThat(gateway.get("/api/v1/reversals?cause=FLOOD").statusCode()).isEqualTo(400);
  }

  private void assertStockingCanBeRead(InstructionId project, String number) {
    apply(
        stage.person(Part.OWNER),
        Edited.with(RecordStocking.TYPE.example(), "/project", "\"" + project + "\""));

    JsonNode balance = read("/stocking/" + number + "/2024");
    assertThat(balance.path("overloaded").asBoolean()).isFalse();
    assertThat(balance.path("projectNumber").asString()).isEqualTo(number);
    assertThat(balance.path("lines").isEmpty()).isFalse();
    assertThat(read("/stocking/" + project + "/2024")).isEqualTo(balance);
    assertThat(read("/stocking?project=" + number + "&year=2024").path("total").asInt())
        .isEqualTo(1);
    assertThat(read("/stocking?overloaded=true").path("total").asInt()).isZero();
    assertThat(gateway.get("/api/v1/stocking", "Accept", "text/csv").body())
        .startsWith("\uFEFFYear,Project ID,Sheep Units,")
        .contains(number);
    assertThat(gateway.get("/api/v1/stocking/" + number + "/2023").statusCode()).isEqualTo(404);
  }

  private void assertReportCanBeRead(InstructionId report, InstructionId project) {
    assertThat(read("/reports/" + report).path("state").asString()).isEqualTo("ISSUED");
    assertThat(read("/reports/" + report + "/quantification").path("round").asString())
        .isEqualTo("SUBMITTED");
    JsonNode explanation = read("/reports/" + report + "/explanation");
    assertThat(explanation.path("lines").size())
        .isEqualTo(
            read("/reports/" + report + "/quantification").at("/quantification/lines").size());
    assertThat(explanation.at("/equations/0/formula").asString()).isNotEmpty();
    assertThat(read("/reports?state=ISSUED&project=" + project).path("total").asInt()).isEqualTo(1);
    JsonNode batches = read("/batches?training=true&project=" + project);
    assertThat(batches.path("total").asInt()).isEqualTo(2);
  }

  private void assertProjectCanBeRead(InstructionId project, String number) {
    assertThat(number).startsWith("GCST-");
    JsonNode byNumber = read("/projects/" + number);
    assertThat(byNumber.path("id").asString()).isEqualTo(project.value());
    assertThat(byNumber.at("/validation/opinion").asString()).isEqualTo("POSITIVE");
    HttpResponse<String> boundary =
        gateway.get("/api/v1/projects/" + number + "/boundary", "Accept", "application/geo+json");
    assertThat(boundary.headers().firstValue("Content-Type")).contains("application/geo+json");
    JsonNode feature = RunningGateway.json(boundary);
    assertThat(feature.path("type").asString()).isEqualTo("Feature");
    assertThat(feature.at("/geometry/type").asString()).endsWith("Polygon");
    assertThat(read("/projects?q=" + number).path("total").asInt()).isEqualTo(1);
    String itself = "/projects?q=" + number;
    assertThat(read(itself + "&state=REGISTERED&region=152500&training=true").path("total").asInt())
        .isEqualTo(1);
    for (String other : List.of("&state=PUBLICITY", "&region=110000", "&training=false")) {
      assertThat(read(itself + other).path("total").asInt()).as(other).isZero();
    }
    assertThat(read("/projects?training=false").path("total").asInt()).isZero();
    assertThat(read("/projects/" + number + "/comments").path("total").asInt()).isZero();
    JsonNode history = read("/projects/" + number + "/history");
    assertThat(actions(history))
        .containsExactly("proposeProject", "validateProject", "registerProject");
    assertThat(history.path("items")).allMatch(each -> each.path("training").asBoolean());
    assertThat(read("/methodologies?training=true").path("total").asInt()).isEqualTo(1);
  }

  private static List<String> actions(JsonNode list) {
    List<String> actions = new ArrayList<>();
    list.path("items").forEach(item -> actions.add(item.path("action").asString()));
    return actions;
  }

  private void assertTotals(BatchId batch, long issued) {
    JsonNode totals = read("/batches/" + batch).path("totals");
    assertThat(totals.path("retired").asLong()).isEqualTo(30);
    assertThat(totals.has("frozen")).as("nobody is told of freezes").isFalse();
    assertThat(totals.path("cancelled").asLong()).isEqualTo(7);
    long sum = 0;
    for (JsonNode total : totals) {
      sum += total.asLong();
    }
    assertThat(sum).as("totals partition what was issued").isEqualTo(issued);
  }

  private void assertSerials(BatchId batch, InstructionId retirement) {
    JsonNode retired = read("/retirements/" + retirement);
    String first = retired.at("/serials/0").asString().split("-")[0];
    JsonNode credit = read("/serials/" + batch + "-" + first);
    assertThat(credit.path("status").asString()).isEqualTo("RETIRED");
    assertThat(credit.path("serial").asString()).startsWith("CN-GCST-152502-");
    assertThat(credit.path("training").asBoolean()).isTrue();
    assertThat(credit.path("retirement").asString()).isEqualTo(retirement.value());
    assertThat(read("/serials/" + batch + "-" + first + "-" + first)).isEqualTo(credit);
    long issued = read("/batches/" + batch).path("issued").asLong();
    List<String> statuses = new ArrayList<>();
    for (long serial = 1; serial <= issued; serial += Math.max(1, issued / 20)) {
      statuses.add(read("/serials/" + batch + "-" + serial).path("status").asString());
    }
    assertThat(statuses).contains("HELD").isSubsetOf("HELD", "BUFFERED", "RETIRED", "CANCELLED");
    assertThat(gateway.get("/api/v1/serials/" + batch + "-" + (issued + 1)).statusCode())
        .isEqualTo(404);
    assertBlocks(batch, retirement, issued);
  }

  /** What lists and files print is what can be looked up. */
  private void assertBlocks(BatchId batch, InstructionId retirement, long issued) {
    JsonNode whole = read("/serials/" + read("/batches/" + batch).path("serials").asString());
    assertThat(whole.path("quantity").asLong()).isEqualTo(issued);
    assertThat(whole.has("status")).isFalse();
    assertThat(whole.path("parts").findValuesAsString("status"))
        .as("what is frozen is held, and not told apart")
        .containsOnly("HELD", "BUFFERED", "RETIRED", "CANCELLED");
    long held = 0;
    long next = 1;
    for (JsonNode part : whole.path("parts")) {
      assertThat(part.path("serial").asString()).startsWith(batch + "-" + next + "-");
      next += part.path("quantity").asLong();
      held += part.path("status").asString().equals("HELD") ? part.path("quantity").asLong() : 0;
    }
    assertThat(next).isEqualTo(issued + 1);
    assertThat(held).isEqualTo(read("/batches/" + batch).at("/totals/held").asLong());
    assertThat(whole.toString())
        .as("nothing of holders or freezes")
        .doesNotContain(trader.id().value(), "frozen", "FROZEN");

    String printed =
        gateway
            .get("/api/v1/retirements?batch=" + batch, "Accept", "text/csv")
            .body()
            .lines()
            .skip(1)
            .flatMap(line -> Stream.of(line.split(",")))
            .filter(cell -> cell.startsWith(batch + "-"))
            .findFirst()
            .orElseThrow();
    for (String block : printed.split("; ")) {
      JsonNode retired = read("/serials/" + block);
      assertThat(retired.path("serial").asString()).isEqualTo(block);
      assertThat(retired.path("status").asString()).isEqualTo("RETIRED");
      assertThat(retired.path("retirement").asString()).isEqualTo(retirement.value());
      assertThat(read("/serials/" + block.toLowerCase(Locale.ROOT))).isEqualTo(retired);
    }
    assertThat(gateway.get("/api/v1/serials/" + batch + "-5-4").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/api/v1/serials/" + batch + "-1-" + (issued + 1)).body())
        .contains("NOT_FOUND", "1 to " + issued);
  }

  /** The lowest serials of the oldest batch that is left are in the buffer. */
  private void assertCancelledBufferCanBeRead(ReversalChapter reversals) {
    InstructionId settlement = reversals.settle(reversals.report(3, FIRE), 2);
    JsonNode all = read("/cancellations?instruction=" + settlement);
    assertThat(all.path("total").asInt()).isOne();
    JsonNode cancelled = all.at("/items/0");
    assertThat(cancelled.path("quantity").asLong()).isEqualTo(2);
    assertThat(cancelled.path("reason").asString()).isEqualTo("REVERSAL");
    assertThat(cancelled.has("holder")).isFalse();
    String batch = cancelled.path("batch").asString();
    assertThat(read("/cancellations/" + settlement + ":" + batch)).isEqualTo(cancelled);
    assertThat(read("/cancellations/" + settlement)).isEqualTo(cancelled);
    long first = Long.parseLong(cancelled.at("/serials/0").asString().split("-")[0]);
    JsonNode credit = read("/serials/" + batch + "-" + first);
    assertThat(credit.path("status").asString()).isEqualTo("CANCELLED");
    assertThat(credit.path("cancellation").asString()).isEqualTo(settlement.value());
    assertThat(read("/serials/" + batch + "-" + (first + 2)).path("status").asString())
        .isEqualTo("BUFFERED");
  }

  private void assertRetirementCanBeRead(InstructionId id, BatchId batch, String number) {
    JsonNode retirement = read("/retirements/" + id);
    assertThat(retirement.path("quantity").asLong()).isEqualTo(30);
    assertThat(retirement.path("projectNumber").asString()).isEqualTo(number);
    String certificate = retirement.path("certificateNumber").asString();
    assertThat(read("/retirements/" + certificate)).isEqualTo(retirement);
    assertThat(read("/retirements?beneficiary=practice+trader").path("total").asInt()).isEqualTo(1);
    assertThat(read("/retirements?project=" + number).path("total").asInt()).isEqualTo(1);
    assertThat(read("/retirements?batch=" + batch).path("total").asInt()).isEqualTo(1);
    assertRetirementIsFound(retirement);
    String today = LocalDate.now(ZoneOffset.ofHours(8)).toString();
    assertThat(read("/retirements?from=" + today + "&to=" + today).path("total").asInt())
        .isEqualTo(1);
    assertThat(read("/retirements?to=2020-01-01").path("total").asInt()).isZero();
    String csv = gateway.get("/api/v1/retirements", "Accept", "text/csv").body();
    assertThat(csv)
        .startsWith("\uFEFFStatus Effective,Project ID,Vintage,")
        .contains("练习交易主体,Practice trader")
        .contains(BeijingTime.text(Instant.parse(retirement.path("at").asString())))
        .doesNotContain(retirement.path("at").asString())
        .contains(certificate);
    assertThat(gateway.get("/api/v1/retirements?lang=zh", "Accept", "text/csv").body())
        .startsWith("\uFEFF注销时间,项目编号,年份,")
        .contains(certificate);
    assertThat(workbook("/api/v1/retirements"))
        .contains("Status Effective", "练习交易主体", certificate)
        .contains(BeijingTime.text(Instant.parse(retirement.path("at").asString())));
    assertThat(workbook("/api/v1/retirements?lang=zh&to=2020-01-01"))
        .contains("注销时间")
        .doesNotContain(certificate);
  }

  /** By each of what it says, in any case; and misspelt filters say so. */
  private void assertRetirementIsFound(JsonNode retirement) {
    String number = retirement.path("projectNumber").asString();
    String holder = retirement.path("holder").asString();
    for (String filter :
        List.of(
            "project=" + number,
            "project=" + number.toLowerCase(Locale.ROOT),
            "project=" + retirement.path("project").asString().toUpperCase(Locale.ROOT),
            "projectName=" + number.substring(0, 12).toLowerCase(Locale.ROOT),
            "vintage=" + retirement.path("vintage").asInt(),
            "purpose=" + retirement.path("purpose").asString(),
            "purpose=" + retirement.path("purpose").asString().toLowerCase(Locale.ROOT),
            "reason=" + retirement.path("reason").asString(),
            "batch=" + retirement.path("batch").asString().toLowerCase(Locale.ROOT),
            "holder=" + holder.toLowerCase(Locale.ROOT),
            "holderName=" + holder.substring(0, 12),
            "beneficiary=+PRACTICE%20Trader+",
            "beneficiary=%EF%BC%B0%EF%BC%B2%EF%BC%A1%EF%BC%A3tice")) {
      assertThat(read("/retirements?" + filter).path("total").asInt()).as(filter).isEqualTo(1);
    }
    for (String other :
        List.of(
            "vintage=1999",
            "purpose=EVENT",
            "holderName=nobody",
            "projectName=nowhere",
            "holder=" + gateway.authority().id())) {
      assertThat(read("/retirements?" + other).path("total").asInt()).as(other).isZero();
    }
    for (String misspelt :
        List.of(
            "project=GCS-152502-2024-1",
            "project=grassland",
            "purpose=VOLUNTRY",
            "vintage=MMXXV",
            "holder=91110000",
            "batch=CN-GCS-1",
            "projectname=x",
            "holderName=%E2%80%8B")) {
      HttpResponse<String> answer = gateway.get("/api/v1/retirements?" + misspelt);
      assertThat(answer.statusCode()).as(misspelt + answer.body()).isEqualTo(400);
    }
    String ofBatch = "/batches?project=" + number + "&vintage=" + retirement.path("vintage");
    assertThat(read(ofBatch + "&ownerName=PARTICIPANT").path("total").asInt())
        .isEqualTo(read(ofBatch + "&ownerName=participant").path("total").asInt());
    assertThat(read(ofBatch).path("total").asInt()).isOne();
    assertThat(
            read(
                "/retirements/"
                    + retirement.path("certificateNumber").asString().toLowerCase(Locale.ROOT)))
        .isEqualTo(retirement);
  }

  private static String texts(Path workbook) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        texts.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    // Characters beyond ASCII are written as references.
    return Pattern.compile("&#x([0-9a-fA-F]+);")
        .matcher(texts)
        .replaceAll(each -> Character.toString(Integer.parseInt(each.group(1), 16)));
  }

  /** The texts of a workbook's parts. */
  private String workbook(String path) {
    HttpResponse<byte[]> file = gateway.getFile(path, ImportController.XLSX);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("retirements.xlsx");
    try {
      Path stored = Files.createTempFile("list", ".xlsx");
      try {
        Files.write(stored, file.body());
        return texts(stored);
      } finally {
        Files.delete(stored);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertAccounts(BatchId batch) {
    JsonNode holdings = readAs(trader, "/holdings");
    assertThat(holdings.path("total").asInt()).isEqualTo(1);
    assertThat(holdings.at("/items/0/batch").asString()).isEqualTo(batch.value());
    assertThat(holdings.at("/items/0/available").asLong()).isEqualTo(100 - 30 - 20 - 7);
    assertThat(holdings.at("/items/0/frozenQuantity").asLong()).isEqualTo(20);
    JsonNode freezes = readAs(trader, "/freezes");
    assertThat(freezes.at("/items/0/quantity").asLong()).isEqualTo(20);
    assertThat(freezes.at("/items/0/stillFrozen").asBoolean()).isTrue();
    assertThat(freezes.at("/items/0/training").asBoolean()).isTrue();
    JsonNode statement = readAs(trader, "/statement?batch=" + batch);
    assertThat(actions(statement))
        .containsExactly(
            "transferCredits", "retireCredits", "freezeCredits", "freezeCredits", "cancelCredits");
    JsonNode last = statement.path("items").get(4);
    assertThat(last.path("amount").asLong()).isEqualTo(-7);
    assertThat(last.path("balance").asLong()).isEqualTo(63);
    assertThat(last.path("available").asLong()).isEqualTo(43);
    assertThat(last.path("serials").isArray()).isTrue();
    assertThat(last.path("training").asBoolean()).isTrue();
    HttpResponse<String> csv =
        gateway.get(
            "/api/v1/statement", "Authorization", "Bearer " + trader.token(), "Accept", "text/csv");
    assertThat(csv.body().lines()).hasSize(6);
    assertThat(csv.body().lines().skip(1)).allMatch(line -> line.endsWith(",true"));
    assertThat(readAs(stage.person(Part.OWNER), "/holdings").path("total").asInt()).isEqualTo(2);
  }

  private void assertConfidence(CreditChapter credits) {
    Person owner = stage.person(Part.OWNER);
    InstructionId transfer = credits.transfer(Part.OWNER, Part.TRADER, 1);
    String path = "/instructions/" + transfer;
    assertThat(read(path).has("postings")).as("a transfer is not public").isFalse();
    assertThat(read(path).path("status").asString()).isEqualTo("APPLIED");
    Person stranger = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    assertThat(readAs(stranger, path).has("postings")).isFalse();
    for (Person may : List.of(owner, trader, gateway.authority(), gateway.innerMongolia())) {
      assertThat(readAs(may, path).at("/postings/0/amount").asLong()).isEqualTo(1);
    }
    InstructionId retired = credits.retire(Part.OWNER, 1);
    assertThat(read("/instructions/" + retired).has("postings"))
        .as("a retirement is public")
        .isTrue();
  }
}
