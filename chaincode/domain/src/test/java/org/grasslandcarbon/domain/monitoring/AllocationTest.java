// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {
  private static List<Quantification.Vintage> vintages(List<String> tonnes) {
    List<Quantification.Vintage> vintages = new ArrayList<>();
    for (String each : tonnes) {
      int year = 2021 + vintages.size();
      vintages.add(
          new Quantification.Vintage(
              new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
              Decimal.of(each),
              year));
    }
    return vintages;
  }

  @ParameterizedTest
  @CsvSource({
    // Fractions run into the next year.
    "10.6 10.6, 0, 2021:10 2022:11, 0.2",
    "0.4 0.4 0.4, 0, 2023:1, 0.2",
    "7, 0, 2021:7, 0",
    // A year below zero takes from the years before it, the latest first ...
    "10 5 -4, 0, 2021:10 2022:1, 0",
    "10 5 -7.5, 0, 2021:7, 0.5",
    // ... and what is still missing from the years after it.
    "3 -5 9, 0, 2023:7, 0",
    "-2 10, 0, 2022:8, 0",
    "3 -1 2, 0, 2021:2 2023:2, 0",
    // Nothing is issued unless the sum is a tonne.
    "5 -5, 0, '', 0",
    "5 -6, 0, '', -1",
    "0.999999, 0, '', 0.999999",
    // A loss of an earlier report comes first.
    "10 10, -4.5, 2021:5 2022:10, 0.5",
    "10 10, -20, '', 0",
    "10 10, -100, '', -80",
    // A part of a tonne that an earlier report left completes the first tonne it can.
    "0.7 10, 0.5, 2021:1 2022:10, 0.2",
    "0.2 0.2, 0.5, '', 0.9",
    "-0.3 4, 0.5, 2022:4, 0.2"
  })
  void years_share_the_whole_tonnes(
      String tonnes, String broughtForward, String shares, String carriedForward) {
    Allocation allocation =
        Allocation.of(vintages(Arrays.asList(tonnes.split(" "))), Decimal.of(broughtForward));
    assertThat(
            allocation.shares().stream()
                .map(share -> share.year() + ":" + share.tonnes())
                .collect(Collectors.joining(" ")))
        .isEqualTo(shares);
    assertThat(allocation.carriedForward()).hasToString(carriedForward);
  }

  @Test
  void the_sum_is_the_total_rounded_down_and_no_year_is_ahead_of_what_follows() {
    Random random = new Random(4);
    for (int round = 0; round < 5_000; round++) {
      List<String> tonnes = new ArrayList<>();
      int years = 1 + random.nextInt(6);
      BigDecimal total = BigDecimal.ZERO;
      for (int i = 0; i < years; i++) {
        BigDecimal each = BigDecimal.valueOf(random.nextInt(200_000_000) - 60_000_000, 6);
        tonnes.add(each.toPlainString());
        total = total.add(each);
      }
      Allocation allocation = Allocation.of(vintages(tonnes), Decimal.of("0"));
      BigDecimal whole = total.max(BigDecimal.ZERO).setScale(0, RoundingMode.FLOOR);
      assertThat(allocation.total().value()).isEqualTo(whole.longValueExact());
      assertThat(allocation.carriedForward().value()).isEqualByComparingTo(total.subtract(whole));
      requireNoYearAhead(tonnes, allocation);
    }
  }

  /** Up to the end of each year there are never more tonnes than at the end of any later year. */
  private static void requireNoYearAhead(List<String> tonnes, Allocation allocation) {
    for (int i = 0; i < tonnes.size(); i++) {
      int year = 2021 + i;
      long issued =
          allocation.shares().stream()
              .filter(share -> share.year() <= year)
              .mapToLong(share -> share.tonnes().value())
              .sum();
      BigDecimal running = BigDecimal.ZERO;
      for (int j = 0; j < tonnes.size(); j++) {
        running = running.add(new BigDecimal(tonnes.get(j)));
        if (j >= i && issued > 0) {
          assertThat(running).isGreaterThanOrEqualTo(BigDecimal.valueOf(issued));
        }
      }
    }
  }
}
