// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Shape;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;

/** Whatever a report that can be computed says, it has a page of flags that can be stored. */
class FlagsPropertyTest {
  private static final int REPORTS = 120;

  private final Random random = new Random(20261130);

  @Test
  void every_report_has_at_most_forty_flags_that_are_stored_and_do_not_depend_on_order() {
    Set<FlagCode> seen = EnumSet.noneOf(FlagCode.class);
    for (int i = 0; i < REPORTS; i++) {
      Survey survey = random.nextInt(3) == 0 ? Survey.byDepth() : Survey.honest();
      for (int more = random.nextInt(5); more > 0; more--) {
        survey.and("S" + (survey.strata.size() + 1));
      }
      disturb(survey);
      List<Flag> flags = survey.flags();
      assertThat(flags).hasSizeLessThanOrEqualTo(Flag.FLAGS_MOST);
      for (Flag flag : flags) {
        seen.add(flag.code());
        Shape.check(flag);
        assertThat(Codec.read(Codec.write(flag), Flag.class)).isEqualTo(flag);
      }
      Collections.shuffle(survey.rows, random);
      assertThat(survey.flags()).isEqualTo(flags);
    }
    assertThat(seen).as("the disturbances reach many codes").hasSizeGreaterThan(10);
  }

  private void disturb(Survey survey) {
    for (int i = 0; i < survey.rows.size(); i++) {
      Datum row = survey.rows.get(i);
      boolean isFree = !row.symbol().equals("SOIL_YEARS") && !row.symbol().equals("CORES");
      if (isFree && random.nextInt(12) == 0) {
        BigDecimal factor = BigDecimal.valueOf(random.nextInt(400) + 50, 2);
        survey.rows.set(
            i,
            new Datum(
                row.sample(),
                row.stratum(),
                row.symbol(),
                row.unit(),
                new Decimal(
                    row.value().value().multiply(factor).setScale(6, RoundingMode.HALF_EVEN)),
                row.year()));
      }
    }
    // Where layers are too light or herds fell the computation would refuse.
    survey.change(
        row -> row.symbol().equals("SOIL_MASS") || row.symbol().equals("LAYER_DEPTH"),
        value -> value.multiply(BigDecimal.valueOf(100)));
    survey.yearly("S1", "LK_DISPLACED", "t CO2e", "1", 2024);
    if (random.nextBoolean()) {
      survey.stocking.remove(2023);
    }
    if (random.nextBoolean()) {
      survey.yearly("S1", "LK_DISPLACED_PRIOR", "t CO2e", "1", 2024);
      survey.sample("S1", "WP-1", "C_TREE", "t C/ha", "1");
      survey.sample("S1", "WP-2", "C_TREE", "t C/ha", String.valueOf(random.nextInt(20)));
    }
  }
}
