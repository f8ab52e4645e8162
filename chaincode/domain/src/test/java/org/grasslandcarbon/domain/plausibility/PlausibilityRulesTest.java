// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Limit;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Rule;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.junit.jupiter.api.Test;

class PlausibilityRulesTest {
  private static Rule rule(FlagCode code, String unit, String value) {
    return new Rule(
        code, Optional.of(new Limit(unit, Decimal.of(value))), Severity.FINDING, "test");
  }

  private static Optional<String> problem(Rule... rules) {
    return new PlausibilityRules(List.of(rules)).problem().map(Detail::en);
  }

  @Test
  void a_code_has_one_rule() {
    Rule rule = rule(FlagCode.OUTLIER, "1", "3");
    assertThat(problem(rule)).isEmpty();
    assertThat(problem(rule, rule)).contains("OUTLIER stands twice");
  }

  @Test
  void a_limit_is_there_where_the_code_has_one_in_its_unit_and_not_below_zero() {
    Rule without = new Rule(FlagCode.OUTLIER, Optional.empty(), Severity.NOTE, "test");
    assertThat(problem(without)).contains("OUTLIER needs a limit, in 1");
    assertThat(problem(rule(FlagCode.OUTLIER, "%", "3"))).contains("OUTLIER needs a limit, in 1");
    assertThat(problem(rule(FlagCode.OUTLIER, "1", "-0.1")))
        .contains("the limit of OUTLIER is not below zero");
    assertThat(problem(rule(FlagCode.OUTLIER, "1", "0"))).isEmpty();
    assertThat(problem(rule(FlagCode.FIXED_DEPTH, "1", "3"))).contains("FIXED_DEPTH has no limit");
    assertThat(problem(new Rule(FlagCode.FIXED_DEPTH, Optional.empty(), Severity.NOTE, "test")))
        .isEmpty();
  }

  @Test
  void flags_are_written_and_read_to_the_byte() {
    Flag flag = Survey.honest().times("WP-2", "OC", "1.1").the(FlagCode.SOIL_GAIN);
    byte[] written = Codec.write(flag);
    assertThat(Codec.read(written, Flag.class)).isEqualTo(flag);
    assertThat(new String(written, StandardCharsets.UTF_8))
        .startsWith("{\"code\":\"SOIL_GAIN\",\"figures\":[{\"name\":\"SOIL_GAIN S1\",")
        .endsWith("\"severity\":\"FINDING\",\"stratum\":\"S1\"}");
  }
}
