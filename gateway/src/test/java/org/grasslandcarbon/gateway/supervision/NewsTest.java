// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.market.HaltInstrument;
import org.grasslandcarbon.domain.market.ResumeInstrument;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.projection.RecordedBlocks;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Halts are news, also when the instrument is traded again. */
class NewsTest {
  private final TestMarket market = new TestMarket();
  private final RecordedBlocks blocks = new RecordedBlocks(market.ledger, "n");
  private final JdbcConnectionPool pool = MemoryDatabase.open();

  @AfterEach
  void close() {
    pool.dispose();
  }

  private List<News> halts(Period period) {
    blocks.cut();
    ProjectedLedger projected = new ProjectedLedger(pool);
    projected.project(blocks);
    Scope authority =
        Scope.ofMarkets(
            new Actor(
                new ParticipantId("91110000600037341L"),
                RegionCode.NATION,
                Set.of(Role.AUTHORITY)));
    return new ObservedMarket(projected.reader(), projected.timelines())
        .read(period, authority, Optional.empty()).news().stream()
            .filter(each -> each.what().en().contains("halt"))
            .toList();
  }

  @Test
  void a_halt_is_news_of_its_instrument_at_its_time_after_it_has_ended_as_well() {
    ParticipantId buyer = market.trader(100_000_000);
    market.ledger.apply(market.owner, market.sell(300, TestMarket.BASE));
    market.ledger.apply(buyer, market.takeSells(200, TestMarket.BASE));
    String quoted = "a text with \"action\":\"haltInstrument\" in it";
    InstructionId halt =
        market.ledger.apply(
            market.exchange, new HaltInstrument(market.book().instrument(), quoted));
    Instant at = market.ledger.time();
    market.ledger.advance(Duration.ofMinutes(5));
    market.ledger.apply(market.exchange, new ResumeInstrument(market.book().instrument(), quoted));
    LocalDate day = BeijingTime.day(at);

    assertThat(halts(new Period(day.minusDays(3), day)))
        .singleElement()
        .satisfies(
            news -> {
              assertThat(news.id()).isEqualTo(halt.value());
              assertThat(news.instrument()).isEqualTo(market.book().instrument().value());
              assertThat(news.at()).isEqualTo(at);
            });
  }

  @Test
  void without_a_halt_there_is_no_such_news() {
    ParticipantId buyer = market.trader(100_000_000);
    market.ledger.apply(market.owner, market.sell(300, TestMarket.BASE));
    market.ledger.apply(buyer, market.takeSells(200, TestMarket.BASE));
    LocalDate day = BeijingTime.day(market.ledger.time());
    assertThat(halts(new Period(day.minusDays(3), day))).isEmpty();
  }
}
