// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.OffsetMarket;
import org.grasslandcarbon.domain.offset.OffsetReason;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.offset.PublishOffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.junit.jupiter.api.Test;

class MarketRoomTest {
  private static final CreditSupply.Lot XILINHOT =
      new CreditSupply.Lot(
          LocalDate.of(2024, 1, 1), new RegionCode("152502"), LocalDate.of(2024, 12, 31));

  /** A ledger that has the rules that are known, each as its market's first and only row. */
  private static UnitOfWork ledger(PublishOffsetRule... rules) {
    SortedMap<String, byte[]> none = new TreeMap<>();
    UnitOfWork work =
        new UnitOfWork(
            new StateStore() {
              @Override
              public List<byte[]> getAll(List<String> keys) {
                return Arrays.asList(keys.stream().map(none::get).toArray(byte[][]::new));
              }

              @Override
              public void putAll(SortedMap<String, byte[]> entries) {
                throw new UnsupportedOperationException("nothing is stored here");
              }
            });
    for (PublishOffsetRule rule : rules) {
      work.write(
          new OffsetMarket(
              rule.status() == OffsetRule.Status.EXAMPLE,
              rule.market(),
              List.of(new OffsetMarket.Years(rule.firstYear(), rule.lastYear(), false))));
      work.write(
          new OffsetRule(
              rule.document(),
              rule.firstYear(),
              rule.lastYear(),
              rule.market(),
              rule.name(),
              rule.published(),
              Instant.parse("2026-01-01T00:00:00Z"),
              rule.sources(),
              rule.status(),
              rule.terms(),
              rule.unread(),
              1));
    }
    work.keep();
    return work;
  }

  private static PublishOffsetRule known(String market, int year) {
    return PublishedOffsets.all().stream()
        .filter(each -> each.market().value().equals(market) && each.firstYear() == year)
        .findFirst()
        .orElseThrow();
  }

  private static MarketRoom room(UnitOfWork ledger, String market, int year, boolean training) {
    return MarketRoom.of(
        null,
        ledger,
        new Compliance(new MarketId(market), year),
        training,
        Optional.empty(),
        () -> {});
  }

  @Test
  void a_market_without_a_rule_of_the_year_is_not_known() {
    UnitOfWork ledger = ledger(known("CN-11", 2024));
    assertThat(room(ledger, "CN-11", 2023, false).unknown()).contains(NoFigure.NO_RULE);
    assertThat(room(ledger, "CN-12", 2024, false).unknown()).contains(NoFigure.NO_RULE);
    assertThat(room(ledger, "CN-12", 2024, false).from()).containsExactly("offset-markets/CN-12");
  }

  @Test
  void a_rule_that_nobody_has_read_says_nothing() {
    MarketRoom hubei = room(ledger(known("CN-42", 2024)), "CN-42", 2025, false);
    assertThat(hubei.unknown()).contains(NoFigure.NOT_LOADED);
    assertThat(hubei.from()).containsExactly("offset-rules/CN-42/0001");
  }

  @Test
  void rules_in_force_take_no_grassland_credits_and_say_why() {
    MarketRoom beijing = room(ledger(known("CN-11", 2024)), "CN-11", 2025, false);
    assertThat(beijing.unknown()).isEmpty();
    assertThat(beijing.refuses(XILINHOT)).contains(OffsetReason.KIND_NOT_TAKEN);
    MarketRoom named = room(ledger(known("CN-11-BHO", 2016)), "CN-11-BHO", 2025, false);
    assertThat(named.refuses(XILINHOT)).contains(OffsetReason.RULE_HISTORICAL);
  }

  @Test
  void what_enterprises_may_use_is_not_told_to_everybody() {
    MarketRoom practice = room(ledger(PublishedOffsets.example()), "CN-EXAMPLE", 2025, true);
    assertThat(practice.refuses(XILINHOT)).isEmpty();
    assertThat(practice.room(XILINHOT, 100).missing()).contains(NoFigure.BASE_NOT_PUBLIC);
    assertThat(practice.room(XILINHOT, 100).value()).isEmpty();
  }
}
