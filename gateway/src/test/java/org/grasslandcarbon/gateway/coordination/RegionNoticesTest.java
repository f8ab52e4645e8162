// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.PlanStatement;
import org.grasslandcarbon.domain.coordination.PublishNotice;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.region.PublishRegions;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.gateway.testing.WholeDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a scorecard tells of notices that are in force. */
@ExtendWith(GatewayExtension.class)
class RegionNoticesTest {
  private static final RegionCode PROVINCE = RunningGateway.INNER_MONGOLIA;

  private final RunningGateway gateway;
  private final LocalDate today = WholeDay.today();

  RegionNoticesTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private InstructionId publish(
      Person who,
      RegionCode region,
      NoticeKind kind,
      NoticeFields fields,
      Optional<InstructionId> replaces,
      LocalDate from) {
    InstructionId id = new InstructionId(UUID.randomUUID().toString());
    HttpResponse<String> answer =
        gateway.send(
            who,
            id,
            new PublishNotice(
                Sha256.of("notice"),
                fields,
                kind,
                region,
                replaces,
                Optional.empty(),
                "通知 Notice",
                from,
                Optional.empty()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return id;
  }

  /** Divisions that GB/T 2260 does not have, and no other test. */
  private void divisions(RegionCode... codes) {
    HttpResponse<String> answer =
        gateway.send(
            gateway.authority(),
            new InstructionId(UUID.randomUUID().toString()),
            new PublishRegions(
                Stream.of(codes)
                    .map(
                        code ->
                            new PublishRegions.Division(
                                code,
                                Name.of("练习地区", "Region for practice"),
                                LocalDate.of(2020, 1, 1),
                                Optional.empty()))
                    .toList()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private InstructionId standard(
      Person who,
      RegionCode region,
      String code,
      String version,
      Optional<InstructionId> replaces,
      LocalDate from) {
    return publish(
        who,
        region,
        NoticeKind.STANDARD,
        Codec.read(
            "{\"standard\":{\"code\":\"%s\",\"mandatory\":true,\"version\":\"%s\"}}"
                .formatted(code, version),
            NoticeFields.class),
        replaces,
        from);
  }

  private InstructionId plan(
      PlanStatement.Explicitness explicitness,
      RegionCode region,
      Optional<InstructionId> replaces,
      LocalDate from) {
    return publish(
        gateway.innerMongolia(),
        region,
        NoticeKind.PLAN,
        Codec.read(
            "{\"plan\":{\"explicitness\":\"%s\",\"from\":2026,\"to\":2030}}"
                .formatted(explicitness),
            NoticeFields.class),
        replaces,
        from);
  }

  private JsonNode scorecard(RegionCode region) {
    HttpResponse<String> answer = gateway.get("/api/v1/coordination/scorecard?region=" + region);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private List<String> standards(RegionCode region, String code) {
    return scorecard(region)
        .path("standards")
        .valueStream()
        .filter(each -> each.path("code").asString().equals(code))
        .map(each -> each.path("version").asString() + " of " + each.path("region").asString())
        .toList();
  }

  @Test
  void of_a_standard_the_nearest_divisions_version_counts_that_is_in_force() {
    String code = "NEAREST-" + UUID.randomUUID();
    RegionCode league = new RegionCode("156900");
    RegionCode county = new RegionCode("156901");
    divisions(league, county);
    standard(gateway.authority(), RegionCode.NATION, code, "1", Optional.empty(), today);
    assertThat(standards(county, code)).containsExactly("1 of 000000");
    InstructionId second =
        standard(gateway.innerMongolia(), PROVINCE, code, "2", Optional.empty(), today);
    standard(gateway.innerMongolia(), league, code, "3", Optional.empty(), today.plusDays(1));
    assertThat(standards(county, code)).containsExactly("2 of 150000");
    standard(gateway.innerMongolia(), PROVINCE, code, "2a", Optional.of(second), today);
    assertThat(standards(county, code)).containsExactly("2a of 150000");
    // What holds in a county does not hold in the divisions that it lies in, nor elsewhere.
    standard(gateway.innerMongolia(), county, code, "4", Optional.empty(), today);
    assertThat(standards(county, code)).containsExactly("4 of 156901");
    assertThat(standards(league, code)).containsExactly("2a of 150000");
    assertThat(standards(RunningGateway.BEIJING, code)).containsExactly("1 of 000000");
    assertThat(standards(RegionCode.NATION, code)).containsExactly("1 of 000000");
  }

  @Test
  void a_division_has_its_own_plan_that_is_in_force_and_the_number_of_its_others() {
    RegionCode league = new RegionCode("156800");
    RegionCode county = new RegionCode("156801");
    divisions(league, county);
    assertThat(scorecard(county).has("plan")).isFalse();
    InstructionId first =
        plan(PlanStatement.Explicitness.IMPLICIT, county, Optional.empty(), today);
    JsonNode told = scorecard(county).path("plan");
    assertThat(told.path("explicitness").asString()).isEqualTo("IMPLICIT");
    assertThat(told.path("earlier").asInt(-1)).isZero();
    assertThat(told.path("firstYear").asInt()).isEqualTo(2026);
    assertThat(told.path("lastYear").asInt()).isEqualTo(2030);
    assertThat(told.path("since").asString()).isEqualTo(today.toString());
    assertThat(told.path("from").asString()).isEqualTo("/notices/" + first);
    InstructionId second =
        plan(PlanStatement.Explicitness.EXPLICIT, county, Optional.of(first), today);
    JsonNode later = scorecard(county).path("plan");
    assertThat(later.path("explicitness").asString()).isEqualTo("EXPLICIT");
    assertThat(later.path("earlier").asInt()).isEqualTo(1);
    assertThat(later.path("from").asString()).isEqualTo("/notices/" + second);
    assertThat(gateway.get("/api/v1" + later.path("from").asString()).statusCode()).isEqualTo(200);
    assertThat(scorecard(league).at("/plan/from").asString("")).isNotEqualTo("/notices/" + second);
  }
}
