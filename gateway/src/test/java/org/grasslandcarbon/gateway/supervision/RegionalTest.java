// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.projection.RecordedBlocks;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sums of what is held and moved by division, and of what is refused, of a market of two days. */
class RegionalTest {
  private static final String BEIJING = TestLedger.BEIJING.value();
  private static final String XILINHOT = TestLedger.XILINHOT.value();

  private final TestMarket market = new TestMarket();
  private final RecordedBlocks blocks = new RecordedBlocks(market.ledger, "r");
  private final ParticipantId near = market.ledger.admit(TestLedger.XILINHOT, Role.TRADER);
  private final ParticipantId far = market.trader(100_000_000);
  private final ParticipantId farther = market.trader(100_000_000);
  private JdbcConnectionPool pool;
  private ProjectedLedger projected;

  @BeforeEach
  void play() {
    give(market.owner, near, 1_000);
    give(market.owner, far, 500);
    market.ledger.apply(market.owner, market.sell(300, TestMarket.BASE));
    market.ledger.apply(farther, market.takeSells(200, TestMarket.BASE));
    market.ledger.apply(far, market.takeAndRetire(40, TestMarket.BASE));
    for (int i = 0; i < 6; i++) {
      refuse(near);
    }
    refuse(far);
    blocks.cut();
    pool = MemoryDatabase.open();
    projected = new ProjectedLedger(pool);
    projected.project(blocks);
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  private void give(ParticipantId from, ParticipantId to, long tonnes) {
    market.ledger.apply(from, transfer(to, tonnes));
  }

  private TransferCredits transfer(ParticipantId to, long tonnes) {
    return new TransferCredits(market.batch, Tonnes.of(tonnes), to);
  }

  private void refuse(ParticipantId who) {
    market.ledger.submit(
        market.ledger.sign(TestLedger.newInstruction(), who, transfer(market.owner, 1_000_000)));
  }

  private static Scope as(Role role, RegionCode region) {
    return Scope.ofRegions(
        new Actor(new ParticipantId("91110000600037341L"), region, Set.of(role)));
  }

  private static Scope authority() {
    return as(Role.AUTHORITY, RegionCode.NATION);
  }

  private RegionalHoldings holdings() {
    return new RegionalHoldings(projected.reader(), projected.letGoLines());
  }

  private Period today() {
    LocalDate day = BeijingTime.day(market.ledger.time());
    return new Period(day.minusDays(3), day);
  }

  @Test
  void what_is_held_is_summed_by_the_divisions_of_holders_and_of_the_land() {
    assertThat(holdings().held(authority(), false))
        .containsExactly(
            new RegionalHoldings.Held(XILINHOT, BEIJING, 2, Optional.empty(), 700, false),
            new RegionalHoldings.Held(XILINHOT, XILINHOT, 2, Optional.empty(), 99_260, false));
    long all =
        holdings().held(authority(), true).stream().mapToLong(RegionalHoldings.Held::tonnes).sum();
    assertThat(all).as("all that was issued but what was retired").isEqualTo(99_960);
    assertThat(holdings().held(authority(), true))
        .hasSize(4)
        .contains(
            new RegionalHoldings.Held(
                XILINHOT, XILINHOT, 1, Optional.of(near.value()), 1_000, false));
  }

  @Test
  void an_office_is_told_of_its_holders_and_of_others_only_what_they_have_of_its_land() {
    assertThat(holdings().held(as(Role.OFFICE, TestLedger.INNER_MONGOLIA), true))
        .containsExactly(
            new RegionalHoldings.Held(
                XILINHOT, XILINHOT, 1, Optional.of(market.owner.value()), 98_260, false),
            new RegionalHoldings.Held(
                XILINHOT, XILINHOT, 1, Optional.of(near.value()), 1_000, false),
            new RegionalHoldings.Held(
                XILINHOT, RegionalHoldings.ELSEWHERE, 2, Optional.empty(), 700, false));
    assertThat(holdings().held(as(Role.OFFICE, TestLedger.BEIJING), false))
        .as("holders of its own; the land is another's")
        .containsExactly(
            new RegionalHoldings.Held(XILINHOT, BEIJING, 2, Optional.empty(), 700, false));
    assertThat(holdings().held(as(Role.OFFICE, new RegionCode("130000")), true)).isEmpty();
  }

  @Test
  void what_moved_is_told_once_and_what_was_set_aside_has_not_moved() {
    assertThat(holdings().moved(authority(), today()))
        .containsExactly(
            new RegionalHoldings.Moved(
                Optional.empty(), 1, Optional.of(XILINHOT), 100_000, false, "ISSUANCE"),
            new RegionalHoldings.Moved(
                Optional.of(BEIJING), 1, Optional.empty(), 40, false, "RETIRED"),
            new RegionalHoldings.Moved(
                Optional.of(XILINHOT), 3, Optional.of(BEIJING), 740, false, "TRANSFER"),
            new RegionalHoldings.Moved(
                Optional.of(XILINHOT), 1, Optional.of(XILINHOT), 1_000, false, "TRANSFER"));
    assertThat(holdings().moved(as(Role.OFFICE, TestLedger.BEIJING), today()))
        .extracting(RegionalHoldings.Moved::from)
        .containsExactly(Optional.of(BEIJING), Optional.of(RegionalHoldings.ELSEWHERE));
    assertThat(holdings().moved(as(Role.OFFICE, new RegionCode("130000")), today())).isEmpty();
    LocalDate later = today().to().plusDays(1);
    assertThat(holdings().moved(authority(), new Period(later, later))).isEmpty();
  }

  @Test
  void who_is_refused_again_and_again_is_told_to_its_office() {
    RepeatedRefusals refusals = new RepeatedRefusals(projected.journal(), projected.reader());
    assertThat(refusals.report(authority(), today(), 5, entry -> true).items())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.participant()).isEqualTo(near.value());
              assertThat(each.code()).isEqualTo(ErrorCode.INSUFFICIENT_CREDITS.name());
              assertThat(each.action()).isEqualTo("transferCredits");
              assertThat(each.count()).isEqualTo(6);
            });
    assertThat(refusals.report(authority(), today(), 1, entry -> true).items()).hasSize(2);
    assertThat(
            refusals
                .report(
                    authority(),
                    today(),
                    1,
                    entry -> entry.text("participant").orElseThrow().equals(far.value()))
                .items())
        .as("what is kept from the one who asks is not counted for it")
        .extracting(RepeatedRefusals.Refused::participant)
        .containsExactly(far.value());
    assertThat(
            refusals.report(as(Role.OFFICE, TestLedger.BEIJING), today(), 1, entry -> true).items())
        .extracting(RepeatedRefusals.Refused::participant)
        .containsExactly(far.value());
    LocalDate later = today().to().plusDays(1);
    assertThat(refusals.report(authority(), new Period(later, later), 1, entry -> true).items())
        .isEmpty();
  }

  @Test
  void when_there_are_more_entries_than_are_looked_at_it_says_since_when_all_were_counted() {
    Journal journal = projected.journal();
    Instant from = Instant.EPOCH;
    Instant before = market.ledger.time().plusSeconds(1);
    assertThat(journal.eachRefusal(from, before, 200_000, entry -> {})).isEqualTo(from);
    for (int i = 0; i < 2_000; i++) {
      market.ledger.advance(Duration.ofSeconds(2));
      refuse(i % 2 == 0 ? near : far);
    }
    blocks.cut();
    ProjectedLedger more = new ProjectedLedger(pool);
    more.project(blocks);
    Instant since =
        more.journal().eachRefusal(from, market.ledger.time().plusSeconds(1), 1, entry -> {});
    assertThat(since).isAfter(from).isBefore(market.ledger.time());
  }

  @Test
  void nobody_but_who_supervises_regions_is_told() {
    for (Role role : List.of(Role.TRADER, Role.OWNER, Role.EXCHANGE, Role.BANK, Role.CERTIFIER)) {
      assertThatThrownBy(() -> as(role, RegionCode.NATION))
          .as(role.name())
          .isInstanceOf(RequestException.class);
    }
    assertThat(as(Role.AUDITOR, TestLedger.BEIJING).hasAll()).isTrue();
  }

  @Test
  void a_period_has_a_beginning_an_end_and_a_limit() {
    LocalDate today = LocalDate.of(2025, 3, 31);
    assertThat(Period.of(Optional.empty(), Optional.empty(), today, 92))
        .isEqualTo(new Period(LocalDate.of(2025, 3, 2), today));
    assertThat(Period.of(Optional.of(today), Optional.empty(), today, 1))
        .isEqualTo(new Period(today, today));
    assertThatThrownBy(() -> Period.of(Optional.of(today.plusDays(1)), Optional.empty(), today, 92))
        .isInstanceOf(RequestException.class);
    assertThatThrownBy(
            () -> Period.of(Optional.of(today.minusDays(92)), Optional.empty(), today, 92))
        .isInstanceOf(RequestException.class);
  }
}
