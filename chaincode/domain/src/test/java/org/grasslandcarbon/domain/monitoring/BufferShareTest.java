// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.grasslandcarbon.domain.quantification.Quantification.Breakdown;
import org.grasslandcarbon.domain.quantification.Quantification.Vintage;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

class BufferShareTest {
  private static final Decimal TWELVE = Decimal.of("12");

  private static Vintage vintage(int year, String tonnes, String base) {
    DateRange days = new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    Decimal zero = Decimal.of("0");
    return new Vintage(
        Optional.of(new Breakdown(Decimal.of(base), Decimal.of(tonnes), zero, zero)),
        days,
        Decimal.of(tonnes),
        year);
  }

  private static BufferShare share(List<Vintage> vintages) {
    return BufferShare.of(vintages, Allocation.of(vintages, Decimal.of("0")), TWELVE);
  }

  @Test
  void the_share_is_of_the_base_of_all_years_and_divided_by_tonnes() {
    BufferShare share = share(List.of(vintage(2023, "100", "150"), vintage(2024, "300", "50")));
    // 12 % of 200 is 24, a quarter of it of the first year.
    assertThat(share.withheld(2023)).isEqualTo(Tonnes.of(6));
    assertThat(share.withheld(2024)).isEqualTo(Tonnes.of(18));
  }

  @Test
  void the_share_is_rounded_up_once() {
    BufferShare share = share(List.of(vintage(2023, "50", "50.1"), vintage(2024, "50", "50.1")));
    // 12.024 becomes 13, of which seven fall to the first year.
    assertThat(share.withheld(2023)).isEqualTo(Tonnes.of(7));
    assertThat(share.withheld(2024)).isEqualTo(Tonnes.of(6));
  }

  @Test
  void a_base_below_zero_withholds_nothing() {
    assertThat(share(List.of(vintage(2023, "100", "-80"))).withheld(2023)).isEqualTo(Tonnes.ZERO);
  }

  @Test
  void no_more_is_withheld_than_is_issued() {
    assertThat(share(List.of(vintage(2023, "5", "1000"))).withheld(2023)).isEqualTo(Tonnes.of(5));
  }

  @Test
  void a_year_without_tonnes_bears_nothing() {
    BufferShare share = share(List.of(vintage(2023, "-20", "100"), vintage(2024, "120", "100")));
    assertThat(share.withheld(2023)).isEqualTo(Tonnes.ZERO);
    assertThat(share.withheld(2024)).isEqualTo(Tonnes.of(24));
  }

  @Test
  void without_a_base_each_batch_gives_its_own_share() {
    List<Vintage> plain = new ArrayList<>();
    for (Vintage each : List.of(vintage(2023, "10", "0"), vintage(2024, "100", "0"))) {
      plain.add(new Vintage(each.days(), each.tonnes(), each.year()));
    }
    BufferShare share = share(plain);
    assertThat(share.withheld(2023)).isEqualTo(Tonnes.of(2));
    assertThat(share.withheld(2024)).isEqualTo(Tonnes.of(12));
  }

  @Test
  void shares_of_batches_add_up_and_are_never_above_their_tonnes() {
    Random random = new Random(76);
    for (int i = 0; i < 2_000; i++) {
      List<Vintage> vintages = new ArrayList<>();
      for (int year = 2020; year <= 2020 + random.nextInt(6); year++) {
        vintages.add(
            vintage(
                year,
                String.valueOf(random.nextInt(400) - 100),
                String.valueOf(random.nextInt(4_000) - 1_000)));
      }
      Allocation allocation = Allocation.of(vintages, Decimal.of("0"));
      BufferShare share = BufferShare.of(vintages, allocation, TWELVE);
      long base =
          vintages.stream()
              .mapToLong(each -> each.breakdown().orElseThrow().bufferBase().value().longValue())
              .sum();
      long due = Math.max(0, Math.floorDiv(base * 12 + 99, 100));
      long withheld = 0;
      for (Allocation.Share each : allocation.shares()) {
        assertThat(each.tonnes().isAtLeast(share.withheld(each.year()))).isTrue();
        withheld += share.withheld(each.year()).value();
      }
      assertThat(withheld).isEqualTo(Math.min(due, allocation.total().value()));
    }
  }
}
