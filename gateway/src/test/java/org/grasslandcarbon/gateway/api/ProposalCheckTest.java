// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.SubmitBoundary;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.Shifted;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What would become of a proposal, before anybody has a key. */
@ExtendWith(GatewayExtension.class)
class ProposalCheckTest {
  /** Where no other test of the gateway has land. */
  private static final int EAST = 40;

  private final RunningGateway gateway;

  ProposalCheckTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private HttpResponse<String> post(String body) {
    return gateway.exchange(
        HttpRequest.newBuilder(gateway.uri("/api/v1/proposal-checks"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonNode checked(ProposeProject proposal) {
    HttpResponse<String> answer = post(Codec.text(proposal));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private String projectsOf(Person owner) {
    return RunningGateway.json(gateway.get("/api/v1/projects?owner=" + owner.id()))
        .path("total")
        .asString();
  }

  /** Its western edge lies eighty centimetres within the project beside it. */
  private static Boundary overlapping() {
    return Codec.read(
        "{\"type\":\"Polygon\",\"coordinates\":[[[120.19999,43.95],[120.3,43.95],[120.3,44],"
            + "[120.19999,44],[120.19999,43.95]]]}",
        Boundary.class);
  }

  @Test
  void a_proposal_is_judged_as_the_ledger_judges_it_and_nothing_is_written() {
    Land example = Land.ofExample();
    Land land = new Land(Shifted.east(example.boundary(), EAST), example.strataHectares());
    Setting setting =
        new Setting(RunningGateway.XILINHOT, land, ExampleMethodology.flaggedTraining(), 2023, 2);
    GatewayStage stage = new GatewayStage(gateway);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR);
    Person owner = stage.person(Part.OWNER);
    ProposeProject proposal =
        Edited.with(
            setting.proposal(stage.id(Part.VALIDATOR)), "/design/expectedTonnesPerYear", "33100");

    HttpResponse<String> early = post(Codec.text(proposal));
    assertThat(RunningGateway.json(early).path("code").asString())
        .as(early.body())
        .isEqualTo("CERTIFIER_NOT_ACCREDITED");
    participants.accredit(Part.VALIDATOR);

    JsonNode answer = checked(proposal);
    assertThat(answer.at("/flags/0/code").asString()).isEqualTo("EXPECTED_RATE");
    assertThat(answer.path("boundaryHectares").asString())
        .isEqualTo(land.boundary().areaHectares().toString());
    assertThat(answer.path("training").asBoolean()).isTrue();
    assertThat(answer.path("squares")).isNotEmpty();
    assertThat(answer.path("sharedLand")).isEmpty();
    assertThat(projectsOf(owner)).isEqualTo("0");

    InstructionId part = sent(owner, new SubmitBoundary(BoundaryLine.of(land.boundary())));
    ProposeProject inParts =
        new ProposeProject(Optional.empty(), Optional.of(List.of(part)), proposal.design());
    assertThat(checked(inParts)).isEqualTo(answer);

    InstructionId project = sent(owner, proposal);
    JsonNode published = RunningGateway.json(gateway.get("/api/v1/projects/" + project));
    for (String member : List.of("boundaryHectares", "design", "flags", "training")) {
      assertThat(published.path(member)).as(member).isEqualTo(answer.path(member));
    }

    JsonNode again = RunningGateway.json(post(Codec.text(proposal)));
    JsonNode refused = RunningGateway.json(gateway.send(owner, proposal));
    assertThat(refused.path("code").asString()).isEqualTo("LAND_ALREADY_CLAIMED");
    assertThat(again.path("code")).isEqualTo(refused.path("code"));
    assertThat(again.path("detail")).isEqualTo(refused.path("detail"));

    Boundary overlapping = overlapping();
    ProposeProject beside =
        new ProposeProject(
            overlapping,
            Edited.with(
                proposal.design(), "/areaHectares", "\"" + overlapping.areaHectares() + "\""));
    JsonNode sliver = checked(beside);
    assertThat(sliver.at("/sharedLand/0/project").asString()).isEqualTo(project.value());
    assertThat(sliver.at("/design/areaHectares").asString())
        .as("the sliver is taken off")
        .isNotEqualTo(overlapping.areaHectares().toString());
  }

  private InstructionId sent(Person owner, Action action) {
    JsonNode outcome = RunningGateway.json(gateway.send(owner, action));
    assertThat(outcome.path("status").asString()).as(outcome.toString()).isEqualTo("APPLIED");
    return new InstructionId(outcome.path("id").asString());
  }

  @Test
  void what_is_no_proposal_is_malformed() {
    for (String body : List.of("", "null", "[]", "1", "{", "{}", "{\"design\":{}}")) {
      HttpResponse<String> answer = post(body);
      assertThat(answer.statusCode()).as("%s: %s", body, answer.body()).isEqualTo(400);
      assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("MALFORMED");
    }
  }

  @Test
  void more_than_an_instruction_holds_is_not_read() {
    HttpResponse<String> answer = post("{\"design\":\"" + "x".repeat(64 * 1024) + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("TOO_LARGE");
  }
}
