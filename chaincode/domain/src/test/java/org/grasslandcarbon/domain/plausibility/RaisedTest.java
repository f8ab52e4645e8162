// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.plausibility.Flag.Value;
import org.grasslandcarbon.domain.plausibility.FlagCode.Bound;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Limit;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Rule;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RaisedTest {
  private static final Optional<String> S1 = Optional.of("S1");

  private final Raised raised =
      new Raised(
          new PlausibilityRules(Stream.of(FlagCode.values()).map(RaisedTest::rule).toList()));

  private static Rule rule(FlagCode code) {
    return new Rule(
        code,
        code.bound() == Bound.NONE
            ? Optional.empty()
            : Optional.of(new Limit(code.unit(), Decimal.of("2.5"))),
        Severity.FINDING,
        "test");
  }

  private static Figure figure(String value) {
    return Figure.of(Decimal.of(value));
  }

  private List<FlagCode> codes(FlagCode code, String value) {
    raised.measured(code, S1, "X", figure(value));
    return raised.flags().stream().map(Flag::code).toList();
  }

  @ParameterizedTest
  @EnumSource
  void at_the_limit_itself_only_a_code_that_says_so_is_raised(FlagCode code) {
    assertThat(codes(code, "2.5").isEmpty()).isEqualTo(code.bound() != Bound.AT_LEAST);
  }

  @ParameterizedTest
  @EnumSource
  void above_the_limit_is_above(FlagCode code) {
    assertThat(codes(code, "2.500000000001").isEmpty())
        .isEqualTo(code.bound() == Bound.BELOW || code.bound() == Bound.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void below_the_limit_is_below(FlagCode code) {
    assertThat(codes(code, "2.499999999999").isEmpty()).isEqualTo(code.bound() != Bound.BELOW);
  }

  @Test
  void of_a_code_and_stratum_the_worst_is_told() {
    raised.measured(FlagCode.SOIL_GAIN, S1, "A", figure("3"));
    raised.measured(FlagCode.SOIL_GAIN, S1, "B", figure("9"), new Value("C", "1", figure("1")));
    raised.measured(FlagCode.SOIL_GAIN, S1, "D", figure("9"));
    raised.measured(FlagCode.SOIL_GAIN, Optional.of("S2"), "E", figure("4"));
    raised.measured(FlagCode.CARBON_LOW, S1, "F", figure("2"));
    raised.measured(FlagCode.CARBON_LOW, S1, "G", figure("1"));
    assertThat(raised.flags())
        .extracting(flag -> flag.code() + " " + flag.figures().get(0).name())
        .containsExactly("SOIL_GAIN B", "SOIL_GAIN E", "CARBON_LOW G");
    assertThat(raised.flags().get(0).figures())
        .extracting(each -> each.name() + " " + each.value() + " " + each.unit())
        .containsExactly("B 9 t CO2e/ha/yr", "C 1 1", "LIMIT 2.5 t CO2e/ha/yr");
  }

  @Test
  void a_code_without_a_rule_is_not_raised() {
    Raised none = new Raised(new PlausibilityRules(List.of()));
    none.measured(FlagCode.SOIL_GAIN, S1, "A", figure("3"));
    none.seen(FlagCode.FIXED_DEPTH, S1, figure("3"));
    assertThat(none.flags()).isEmpty();
  }

  private void everywhere(FlagCode code, int strata) {
    for (int i = 1; i <= strata; i++) {
      raised.measured(code, Optional.of("S" + i), "OF S" + i, Figure.of(i == 7 ? 900 : 3));
    }
  }

  @Test
  void forty_flags_are_told_one_by_one() {
    everywhere(FlagCode.SOIL_GAIN, 30);
    everywhere(FlagCode.OUTLIER, 10);
    assertThat(raised.flags()).hasSize(40).allMatch(flag -> flag.stratum().isPresent());
  }

  @Test
  void of_more_than_forty_the_code_of_most_strata_is_told_once_with_its_worst() {
    everywhere(FlagCode.SOIL_GAIN, 31);
    everywhere(FlagCode.OUTLIER, 10);
    List<Flag> flags = raised.flags();
    assertThat(flags).hasSize(11);
    assertThat(flags.get(0).stratum()).isEmpty();
    assertThat(flags.get(0).figures())
        .extracting(each -> each.name() + " " + each.value())
        .containsExactly("OF S7 900", "LIMIT 2.5", "STRATA 31");
  }

  @Test
  void whatever_is_raised_there_are_at_most_forty_and_no_code_is_lost() {
    List<FlagCode> all = new ArrayList<>();
    for (FlagCode code : FlagCode.values()) {
      for (int i = 1; i <= 100; i++) {
        Optional<String> stratum = Optional.of("S" + i);
        raised.measured(code, stratum, "X", Figure.of(code.bound() == Bound.BELOW ? 1 : 3));
        if (code.bound() == Bound.NONE) {
          raised.seen(code, stratum, Figure.ZERO, new Value("X", "1", Figure.ZERO));
        }
      }
      all.add(code);
    }
    assertThat(raised.flags()).hasSizeLessThanOrEqualTo(Flag.FLAGS_MOST);
    assertThat(raised.flags().stream().map(Flag::code)).containsExactlyElementsOf(all);
  }
}
