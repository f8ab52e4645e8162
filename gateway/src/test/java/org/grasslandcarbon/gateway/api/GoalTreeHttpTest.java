// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.example.AssessmentChapter;
import org.grasslandcarbon.domain.example.GoalChapter;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OwnGateway;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Goals as trees and loops over HTTP, on a ledger on which everything came from instructions. */
@ExtendWith(GatewayExtension.class)
@OwnGateway
class GoalTreeHttpTest {
  private static final String TREE = "/api/v1/coordination/goal-tree";
  private static final String LOOP = "/api/v1/coordination/loop";
  private static final String HOME = RunningGateway.XILINHOT.value();

  private final RunningGateway gateway;
  private final GatewayStage stage;
  private final LocalDate today = BeijingTime.day(Instant.now());

  GoalTreeHttpTest(RunningGateway gateway) {
    this.gateway = gateway;
    stage = new GatewayStage(gateway);
  }

  private JsonNode read(String path) {
    HttpResponse<String> answer = gateway.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private static JsonNode of(JsonNode list, String region) {
    return list.valueStream()
        .filter(each -> each.path("region").asString().equals(region))
        .findFirst()
        .orElseThrow();
  }

  private static String number(JsonNode row, String name) {
    JsonNode number = row.path("numbers").path(name);
    return number.path("value").asString(number.path("missing").asString(""));
  }

  /** What of an action waits for the office. */
  private JsonNode waits(String action) {
    HttpResponse<String> answer =
        gateway.getAs(gateway.innerMongolia(), "/api/v1/work?action=" + action);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer).path("items");
  }

  /** One test, because each number needs what was played before it. */
  @Test
  void a_goal_is_revised_on_a_report_and_each_number_leads_to_records() {
    gateway.publishCalendar(today.getYear());
    gateway.publishCalendar(today.getYear() + 1);
    AssessmentChapter assessment = new AssessmentChapter(stage, RunningGateway.XILINHOT, today);
    assessment.publishCriteria(true);
    assessment.report(240);
    assessment.assign(RunningGateway.BEIJING);
    InstructionId assessed = assessment.assess();
    GoalChapter goals = new GoalChapter(stage, RunningGateway.XILINHOT, today);
    InstructionId goal = goals.propose();

    JsonNode open = read(TREE + "?goal=" + goal);
    assertThat(open.path("state").asString()).isEqualTo("OPEN");
    assertThat(number(open, "votes")).isEqualTo("0");
    assertThat(number(open, "quorum")).isEqualTo("1");
    assertThat(open.path("quorumReached").booleanValue(true)).isFalse();
    assertThat(number(of(open.path("targets"), "150000"), "coveragePercent")).isEqualTo("60");

    assertThat(waits("voteOnGoal").at("/0/subject").asString()).isEqualTo(goal.value());
    assertThat(waits("voteOnGoal").at("/0/due").asString())
        .isEqualTo(open.path("lastDay").asString());
    assertThat(waits("decideGoal")).isEmpty();
    goals.vote(goal, GoalVote.Choice.YES);
    assertThat(waits("voteOnGoal")).isEmpty();
    assertThat(waits("decideGoal").at("/0/subject").asString()).isEqualTo(goal.value());
    goals.decide(goal);
    assertThat(waits("decideGoal")).isEmpty();
    JsonNode adopted = read(TREE + "?goal=" + goal);
    assertThat(adopted.path("state").asString()).isEqualTo("ADOPTED");
    assertThat(number(adopted, "daysToDecide")).isEqualTo("0");
    assertThat(number(adopted, "tasksOnTimePercent")).isEqualTo("NOTHING_DUE");
    assertThat(number(of(adopted.path("targets"), HOME), "shareOfParentPercent")).isEqualTo("60");
    assertThat(of(adopted.path("targets"), "150000").at("/breach/kind").asString())
        .isEqualTo("CHILDREN_BELOW_PARENT");

    InstructionId revision = goals.revise(goal, assessed);
    goals.vote(revision, GoalVote.Choice.YES);
    goals.decide(revision);
    JsonNode revised = read(TREE + "?goal=" + revision);
    assertThat(number(of(revised.path("targets"), HOME), "shareOfParentPercent")).isEqualTo("100");
    assertThat(number(revised, "proposalsAdoptedPercent")).isEqualTo("0");
    assertThat(revised.path("versions").valueStream())
        .extracting(each -> each.path("goal").asString())
        .containsExactly(goal.value(), revision.value());
    JsonNode before = read(TREE + "?goal=" + goal);
    assertThat(before.path("state").asString()).isEqualTo("SUPERSEDED");
    assertThat(number(of(before.path("targets"), HOME), "shareOfParentPercent"))
        .isEqualTo("NOT_IN_FORCE");
    leads(revised);

    String asked = "?region=" + HOME + "&year=" + assessment.year();
    JsonNode loop = read(LOOP + asked);
    JsonNode round = loop.at("/rounds/0");
    assertThat(round.path("closed").booleanValue(false)).isTrue();
    assertThat(round.path("assessment").asString()).isEqualTo("/assessments/" + assessed);
    assertThat(round.at("/steps/6/day").asString()).isEqualTo(today.toString());
    assertThat(round.at("/revisions/0/changes/0/before").asString()).isEqualTo("600");
    assertThat(round.at("/revisions/0/changes/0/after").asString()).isEqualTo("1000");
    leads(loop);
    files(revision, asked);
    refusals(assessed, assessment.year());
  }

  /** Every address that an answer names is one that everybody may read. */
  private void leads(JsonNode answer) {
    List<String> addresses =
        answer.findValues("from").stream()
            .flatMap(
                each ->
                    each.isArray()
                        ? each.valueStream().map(JsonNode::asString)
                        : Stream.of(each.asString()))
            .distinct()
            .toList();
    assertThat(addresses).isNotEmpty();
    for (String each : addresses) {
      assertThat(gateway.get("/api/v1" + each).statusCode()).as(each).isEqualTo(200);
    }
  }

  private void files(InstructionId goal, String asked) {
    String tree =
        new String(
            gateway.getFile(TREE + "?goal=" + goal, "text/csv").body(), StandardCharsets.UTF_8);
    // Thirteen numbers of the goal, four of each of two regions, five of each of two targets.
    assertThat(tree.lines()).hasSize(1 + 13 + 2 * 4 + 2 * 5);
    assertThat(tree).contains("shareOfParentPercent").contains(HOME);
    String loop =
        new String(gateway.getFile(LOOP + asked, "text/csv").body(), StandardCharsets.UTF_8);
    assertThat(loop).contains("REVISED").contains("targetBefore").contains(goal.value());
    for (String path : List.of(TREE + "?goal=" + goal, LOOP + asked)) {
      assertThat(gateway.getFile(path, ImportController.XLSX).statusCode()).isEqualTo(200);
    }
  }

  private void refusals(InstructionId noGoal, int year) {
    for (String wrong :
        List.of(
            TREE,
            TREE + "?goal=abc",
            TREE + "?goal=" + noGoal,
            TREE + "?goal=" + noGoal + "&unknown=1",
            LOOP,
            LOOP + "?region=" + HOME,
            LOOP + "?year=" + year,
            LOOP + "?region=000000&year=" + year,
            LOOP + "?region=999999&year=" + year,
            LOOP + "?region=" + HOME + "&year=1999",
            LOOP + "?region=" + HOME + "&year=" + (today.getYear() + 1),
            LOOP + "?region=" + HOME + "&year=x")) {
      HttpResponse<String> answer = gateway.get(wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("BAD_REQUEST");
    }
  }
}
