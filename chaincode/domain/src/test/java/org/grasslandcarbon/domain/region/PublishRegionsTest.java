// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;

/** The ledger's date in these tests is 3 March 2025. */
class PublishRegionsTest {
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
  private static final RegionCode BANNER = new RegionCode("150929");

  private final TestLedger ledger = new TestLedger();

  private static PublishRegions.Division division(RegionCode code, Optional<LocalDate> validTo) {
    return new PublishRegions.Division(code, Name.of("四子王旗", "Siziwang Banner"), FROM, validTo);
  }

  private String publish(PublishRegions.Division... divisions) {
    return ledger.submit(ledger.the(Role.AUTHORITY), new PublishRegions(List.of(divisions))).code();
  }

  @Test
  void a_new_division_is_published() {
    assertThat(publish(division(BANNER, Optional.empty()))).isEqualTo("APPLIED");
    assertThat(ledger.find(Region.key(BANNER)).orElseThrow().isValidOn(FROM)).isTrue();
  }

  @Test
  void a_division_without_its_province_is_refused() {
    RegionCode gansu = new RegionCode("620000");
    RegionCode sunan = new RegionCode("620721");
    assertThat(publish(division(sunan, Optional.empty()))).isEqualTo("UNKNOWN_REGION");
    assertThat(publish(division(sunan, Optional.empty()), division(gansu, Optional.empty())))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_division_ends_on_a_day_that_has_not_passed() {
    publish(division(BANNER, Optional.empty()));
    LocalDate today = LocalDate.of(2025, 3, 3);
    assertThat(publish(division(BANNER, Optional.of(today.minusDays(1))))).isEqualTo("WRONG_STATE");
    assertThat(publish(division(BANNER, Optional.of(today)))).isEqualTo("APPLIED");
    assertThat(ledger.find(Region.key(BANNER)).orElseThrow().isValidOn(today.plusDays(1)))
        .isFalse();
  }

  @Test
  void a_published_division_is_not_changed_otherwise() {
    publish(division(BANNER, Optional.empty()));
    assertThat(publish(division(BANNER, Optional.empty()))).isEqualTo("WRONG_STATE");
    LocalDate end = LocalDate.of(2026, 1, 1);
    assertThat(
            publish(
                new PublishRegions.Division(
                    BANNER, Name.of("别名", "Another name"), FROM, Optional.of(end))))
        .isEqualTo("WRONG_STATE");
    assertThat(
            publish(
                new PublishRegions.Division(
                    BANNER,
                    Name.of("四子王旗", "Siziwang Banner"),
                    FROM.plusDays(1),
                    Optional.of(end))))
        .isEqualTo("WRONG_STATE");
    assertThat(publish(division(BANNER, Optional.of(end)))).isEqualTo("APPLIED");
    assertThat(publish(division(BANNER, Optional.of(end.plusDays(1))))).isEqualTo("WRONG_STATE");
  }
}
