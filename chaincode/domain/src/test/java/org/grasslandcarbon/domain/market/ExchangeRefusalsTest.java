// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an exchange does is refused for the first thing that is wrong. */
class ExchangeRefusalsTest {
  private final TestMarket market = new TestMarket();
  private final TestLedger ledger = market.ledger;
  private final ParticipantId stranger = ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
  private final VenueId nowhere = VenueId.of(market.exchange, "NOWHERE");
  private final InstrumentId unopened = new InstrumentId("GCS-152502-2024-0009-2024");

  private String verdict(Action action) {
    return market.verdict(market.exchange, action);
  }

  private String detail(Action action) {
    return ledger.submit(market.exchange, action).detail().orElseThrow();
  }

  private PublishTradingRule rule() {
    return market.rule(TestMarket.terms("/turnaroundDays", "3"));
  }

  private static String day(LocalDate day) {
    return "\"" + day + "\"";
  }

  @Test
  void a_rule_is_refused_for_the_first_thing_that_is_wrong() {
    PublishTradingRule rule =
        Edited.with(rule(), "/venue", "\"" + VenueId.of(stranger, "OTHER") + "\"");
    assertThat(verdict(rule)).isEqualTo("NOT_ALLOWED");
    PublishTradingRule today = rule();
    assertThat(detail(Edited.without(today, "/sources/0"))).contains("auction");
    String source = "{\"assumed\":true,\"source\":\"a\",\"term\":\"tick\"}";
    assertThat(detail(Edited.with(today, "/sources/-", source))).contains("tick is twice");
    assertThat(detail(Edited.with(today, "/bank", "\"" + market.owner + "\"")))
        .contains("no settlement bank");
    assertThat(detail(Edited.with(today, "/validFrom", day(market.day().minusDays(1)))))
        .contains("is before today");
    assertThat(detail(Edited.with(today, "/asset", "\"" + Asset.CNY_TRAINING + "\"")))
        .contains("settles in CNY");
    ParticipantId bank = ledger.admit(TestLedger.BEIJING, Role.BANK);
    assertThat(detail(Edited.with(today, "/bank", "\"" + bank + "\""))).contains("for good");
    // The day has been opened by the rule that held: another begins on a later one.
    assertThat(detail(today)).contains("has been opened");
    assertThat(verdict(today)).isEqualTo("BAD_TRADING_RULE");
    PublishTradingRule later = Edited.with(today, "/validFrom", day(market.day().plusDays(10)));
    assertThat(verdict(later)).isEqualTo("APPLIED");
    assertThat(detail(Edited.with(today, "/validFrom", day(market.day().plusDays(9)))))
        .contains("begins later");
    assertThat(verdict(later)).as("corrected before it begins").isEqualTo("APPLIED");
  }

  @Test
  void versions_of_a_venue_s_rules_have_a_limit() {
    Venue venue = ledger.find(Venue.key(market.venue)).orElseThrow();
    for (int i = venue.rules().size(); i < Venue.RULES_MOST; i++) {
      venue = venue.withRule(market.day().plusDays(1));
    }
    market.write(venue);
    assertThat(verdict(Edited.with(rule(), "/validFrom", day(market.day().plusDays(1)))))
        .isEqualTo("TOO_LARGE");
  }

  @Test
  void a_rule_holds_from_the_first_day_opened_on_or_after_its_date() {
    PublishTradingRule wide =
        Edited.with(
            market.rule(TestMarket.terms("/listing/limitPerMille", "300")),
            "/validFrom",
            day(market.day().plusDays(1)));
    ledger.apply(market.exchange, wide);
    ParticipantId trader = market.trader(1_000_000);
    assertThat(market.verdict(trader, market.buy(1, 8_000))).isEqualTo("PRICE_OUTSIDE_LIMITS");
    market.nextDay();
    assertThat(market.verdict(trader, market.buy(1, 8_000))).isEqualTo("APPLIED");
    assertThat(market.book().day().orElseThrow().rule()).isEqualTo(2);
  }

  @Test
  void an_opening_price_is_of_a_holder_for_a_venue_of_its_kind() {
    ProposeOpeningPrice proposal =
        new ProposeOpeningPrice(market.instrument, Fen.of(9_000), market.venue);
    assertThat(
            market.verdict(
                market.owner, new ProposeOpeningPrice(market.instrument, Fen.of(9_000), nowhere)))
        .isEqualTo("UNKNOWN_VENUE");
    assertThat(market.verdict(market.owner, proposal)).isEqualTo("INSTRUMENT_OPENED");
    InstrumentId training = new InstrumentId("GCST-152502-2024-0009-2024");
    assertThat(
            market.verdict(
                market.owner, new ProposeOpeningPrice(training, Fen.of(9_000), market.venue)))
        .isEqualTo("TRAINING_CREDITS");
    assertThat(
            market.verdict(
                market.owner, new ProposeOpeningPrice(unopened, Fen.of(9_000), market.venue)))
        .isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void an_instrument_is_opened_at_the_price_that_stands_within_the_rule_s_range() {
    assertThat(verdict(new OpenInstrument(market.instrument, Fen.of(9_000), nowhere)))
        .isEqualTo("UNKNOWN_VENUE");
    assertThat(
            market.verdict(
                stranger, new OpenInstrument(market.instrument, Fen.of(9_000), market.venue)))
        .isEqualTo("NOT_ALLOWED");
    assertThat(verdict(new OpenInstrument(market.instrument, Fen.of(9_000), market.venue)))
        .isEqualTo("INSTRUMENT_OPENED");
    assertThat(verdict(new OpenInstrument(unopened, Fen.of(9_000), market.venue)))
        .isEqualTo("NO_OPENING_PRICE");

    propose(30_001);
    OpenInstrument other = new OpenInstrument(unopened, Fen.of(9_000), market.venue);
    assertThat(verdict(other)).isEqualTo("NO_OPENING_PRICE");
    assertThat(detail(other)).contains("30001 fen stand");
    assertThat(verdict(new OpenInstrument(unopened, Fen.of(30_001), market.venue)))
        .isEqualTo("PRICE_OUTSIDE_LIMITS");
    propose(999);
    assertThat(verdict(new OpenInstrument(unopened, Fen.of(999), market.venue)))
        .isEqualTo("PRICE_OUTSIDE_LIMITS");
    propose(9_000);
    assertThat(verdict(new OpenInstrument(unopened, Fen.of(9_000), market.venue)))
        .isEqualTo("UNKNOWN_BATCH");
  }

  /** A proposal as it would stand had there been credits. */
  private void propose(long price) {
    market.write(
        new OpeningPrice(
            ledger.time(), market.owner, unopened, Fen.of(price), Optional.empty(), market.venue));
  }

  @Test
  void an_opening_price_between_ticks_is_refused_with_the_nearest() {
    TestMarket ten = new TestMarket(TestMarket.terms("/tick", "10"));
    ten.write(
        new OpeningPrice(
            ten.ledger.time(), ten.owner, unopened, Fen.of(9_004), Optional.empty(), ten.venue));
    var verdict =
        ten.ledger.submit(ten.exchange, new OpenInstrument(unopened, Fen.of(9_004), ten.venue));
    assertThat(verdict.code()).isEqualTo("PRICE_OFF_TICK");
    assertThat(verdict.detail().orElseThrow()).contains("9000 and 9010");
  }

  @Test
  void nothing_is_opened_at_a_venue_whose_rules_have_not_begun() {
    PublishTradingRule later =
        Edited.with(
            Edited.with(rule(), "/venue", "\"" + nowhere + "\""),
            "/validFrom",
            day(market.day().plusDays(5)));
    ledger.apply(market.exchange, later);
    market.write(
        new OpeningPrice(
            ledger.time(), market.owner, unopened, Fen.of(9_000), Optional.empty(), nowhere));
    assertThat(verdict(new OpenInstrument(unopened, Fen.of(9_000), nowhere)))
        .isEqualTo("BAD_TRADING_RULE");
    assertThat(verdict(new OpenTradingDay(market.day(), nowhere))).isEqualTo("BAD_TRADING_RULE");
  }

  @Test
  void a_day_is_opened_once_on_itself_and_by_its_exchange() {
    LocalDate today = market.day();
    assertThat(verdict(new OpenTradingDay(today, nowhere))).isEqualTo("UNKNOWN_VENUE");
    assertThat(market.verdict(stranger, new OpenTradingDay(today, market.venue)))
        .isEqualTo("NOT_ALLOWED");
    assertThat(verdict(new OpenTradingDay(today.plusDays(1), market.venue)))
        .isEqualTo("NOT_A_TRADING_DAY");
    assertThat(verdict(new OpenTradingDay(today, market.venue))).isEqualTo("WRONG_STATE");
    LocalDate saturday = LocalDate.of(2025, 3, 8);
    ledger.advance(java.time.Duration.between(today.atStartOfDay(), saturday.atStartOfDay()));
    assertThat(verdict(new OpenTradingDay(saturday, market.venue))).isEqualTo("NOT_A_TRADING_DAY");
    LocalDate nextYear = LocalDate.of(2026, 3, 2);
    ledger.advance(java.time.Duration.between(saturday.atStartOfDay(), nextYear.atStartOfDay()));
    assertThat(verdict(new OpenTradingDay(nextYear, market.venue))).isEqualTo("NO_CALENDAR");
  }

  @Test
  void a_day_is_closed_by_its_exchange_at_any_time_and_by_others_after_hours() {
    assertThat(verdict(new CloseTradingDay(unopened))).isEqualTo("UNKNOWN_INSTRUMENT");
    assertThat(verdict(market.close())).as("nothing was ever listed").isEqualTo("WRONG_STATE");
    ParticipantId trader = market.trader(1_000_000);
    ledger.apply(trader, market.buy(1, 9_900));
    // Nobody ends another's listings by a clock that is ahead.
    market.setTime("15:09:59.999");
    assertThat(market.verdict(stranger, market.close())).isEqualTo("HOURS_NOT_OVER");
    market.setTime("15:10:00");
    assertThat(market.verdict(trader, market.close())).isEqualTo("APPLIED");
  }

  @Test
  void a_halt_is_of_its_exchange_and_has_one_end() {
    HaltInstrument halt = new HaltInstrument(market.instrument, "checked");
    ResumeInstrument resume = new ResumeInstrument(market.instrument, "in order");
    assertThat(verdict(new HaltInstrument(unopened, "checked"))).isEqualTo("UNKNOWN_INSTRUMENT");
    assertThat(verdict(new ResumeInstrument(unopened, "checked"))).isEqualTo("UNKNOWN_INSTRUMENT");
    assertThat(market.verdict(stranger, halt)).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(resume)).isEqualTo("WRONG_STATE");
    assertThat(verdict(halt)).isEqualTo("APPLIED");
    assertThat(verdict(halt)).isEqualTo("WRONG_STATE");
    assertThat(market.verdict(stranger, resume)).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(resume)).isEqualTo("APPLIED");
  }

  @Test
  void fees_are_collected_by_their_exchange_when_there_are_any() {
    CollectFees collect = new CollectFees(market.instrument);
    assertThat(verdict(new CollectFees(unopened))).isEqualTo("UNKNOWN_INSTRUMENT");
    assertThat(market.verdict(stranger, collect)).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(collect)).isEqualTo("WRONG_STATE");
    ParticipantId trader = market.trader(1_000_000);
    ledger.apply(market.owner, market.sell(10, 10_000));
    ledger.apply(trader, market.takeSells(7, 10_000));
    // 70,000 fen: 420 of each side; a fifth of 840 is 168 fen for the reserve.
    assertThat(verdict(collect)).isEqualTo("APPLIED");
    assertThat(market.cash(market.exchange)).isEqualTo(672);
    assertThat(ledger.find(VenueReserve.key(market.venue)).orElseThrow().amount())
        .isEqualTo(Fen.of(168));
    assertThat(market.book().fees()).isEqualTo(Fen.ZERO);
  }

  /** Of 61 fen: 30.5, 1.525 and 1.22 fen. */
  @ParameterizedTest
  @CsvSource({"500, 31", "25, 2", "20, 1", "0, 0", "1000, 61"})
  void the_reserve_s_share_of_fees_is_half_up_to_the_fen_and_the_rest_is_the_exchange_s(
      int perMille, long share) {
    TestMarket other =
        new TestMarket(
            Edited.with(
                TestMarket.terms("/reservePerMille", "" + perMille),
                "/listing/sellerFeePerMillion",
                "0"));
    ParticipantId trader = other.trader(1_000_000);
    other.ledger.apply(other.owner, other.sell(1, 10_100));
    other.ledger.apply(trader, other.takeSells(1, 10_100));
    assertThat(other.book().fees()).isEqualTo(Fen.of(61));
    other.ledger.apply(other.exchange, new CollectFees(other.instrument));
    assertThat(
            other.ledger.records(VenueReserve.TYPE).mapToLong(each -> each.amount().value()).sum())
        .isEqualTo(share);
    assertThat(other.cash(other.exchange)).isEqualTo(61 - share);
  }

  @Test
  void a_base_price_is_set_anew_when_nothing_was_traded_for_long_and_nothing_is_listed() {
    TestMarket quiet = new TestMarket(TestMarket.terms("/rebaseAfterDays", "2"));
    ParticipantId trader = quiet.trader(100_000_000);
    RebaseInstrument rebase =
        new RebaseInstrument(quiet.instrument, Fen.of(5_000), "no trade for long");
    assertThat(
            quiet.verdict(
                quiet.exchange, Edited.with(rebase, "/instrument", "\"" + unopened + "\"")))
        .isEqualTo("UNKNOWN_INSTRUMENT");
    assertThat(quiet.verdict(quiet.owner, rebase)).isEqualTo("NOT_ALLOWED");
    quiet.ledger.apply(quiet.owner, quiet.sell(1_000, 10_500));
    quiet.ledger.apply(trader, quiet.takeSells(999, 10_500));
    quiet.nextDay();
    quiet.nextDay();
    assertThat(quiet.verdict(quiet.exchange, rebase)).isEqualTo("BOOK_NOT_CLOSED");
    quiet.ledger.apply(trader, quiet.close());
    assertThat(quiet.verdict(quiet.exchange, Edited.with(rebase, "/price", "999")))
        .isEqualTo("PRICE_OUTSIDE_LIMITS");
    assertThat(quiet.verdict(quiet.exchange, rebase)).isEqualTo("APPLIED");
    assertThat(quiet.verdict(trader, quiet.buy(1, 5_500))).isEqualTo("APPLIED");
    assertThat(quiet.verdict(trader, quiet.buy(1, 5_501))).isEqualTo("PRICE_OUTSIDE_LIMITS");
    quiet.ledger.apply(quiet.exchange, quiet.close());
    quiet.ledger.apply(quiet.exchange, rebase);
  }

  @Test
  void a_base_price_set_anew_is_not_undone_by_a_day_that_nobody_closed() {
    TestMarket quiet = new TestMarket(TestMarket.terms("/rebaseAfterDays", "2"));
    ParticipantId trader = quiet.trader(100_000_000);
    quiet.ledger.apply(quiet.owner, quiet.sell(1_000, 10_500));
    quiet.ledger.apply(trader, quiet.takeSells(1_000, 10_500));
    RebaseInstrument rebase =
        new RebaseInstrument(quiet.instrument, Fen.of(5_000), "no trade for long");
    quiet.nextDay();
    assertThat(quiet.verdict(quiet.exchange, rebase)).isEqualTo("WRONG_STATE");
    quiet.nextDay();
    quiet.ledger.apply(quiet.exchange, rebase);
    assertThat(quiet.verdict(trader, quiet.buy(1, 9_000))).isEqualTo("PRICE_OUTSIDE_LIMITS");
    assertThat(quiet.verdict(trader, quiet.buy(1, 5_000))).isEqualTo("APPLIED");
  }

  @Test
  void nothing_is_set_anew_at_a_venue_that_has_not_had_a_day() {
    ledger.apply(
        market.exchange,
        Edited.with(
            Edited.with(rule(), "/venue", "\"" + nowhere + "\""), "/validFrom", day(market.day())));
    InstrumentBook book = market.book();
    InstrumentId other = new InstrumentId("GCS-152502-2024-0001-2023");
    market.write(
        Edited.with(
            Edited.with(Edited.with(book, "/venue", "\"" + nowhere + "\""), "/tradedDay", "0"),
            "/instrument",
            "\"" + other + "\""));
    assertThat(verdict(new RebaseInstrument(other, Fen.of(9_000), "early")))
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void an_instrument_is_listed_from_the_trading_day_after_it_was_opened() {
    market.write(Edited.with(market.book(), "/listableFrom", day(market.day().plusDays(1))));
    ParticipantId trader = market.trader(1_000_000);
    assertThat(market.verdict(trader, market.buy(1, 9_900))).isEqualTo("MARKET_CLOSED");
    market.nextDay();
    assertThat(market.verdict(trader, market.buy(1, 9_900))).isEqualTo("APPLIED");
  }

  @Test
  void credits_received_longer_ago_than_a_venue_remembers_do_not_wait_for_ever() {
    TestMarket slow =
        new TestMarket(
            Edited.with(
                TestMarket.terms("/turnaroundDays", "" + TradingTerms.TURNAROUND_MOST),
                "/holdingMostPerMille",
                "1000"));
    ParticipantId trader = slow.trader(0);
    slow.ledger.apply(slow.owner, new TransferCredits(slow.batch, Tonnes.of(10), trader));
    for (int i = 1; i < TradingTerms.TURNAROUND_MOST; i++) {
      slow.nextDay();
    }
    assertThat(slow.verdict(trader, slow.sell(10, 10_000))).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    slow.nextDay();
    assertThat(slow.verdict(trader, slow.sell(10, 10_000))).isEqualTo("APPLIED");
  }

  @Test
  void terms_that_cannot_be_traded_by_are_not_published() {
    PublishTradingRule rule = Edited.with(rule(), "/validFrom", day(market.day().plusDays(1)));
    for (List<String> wrong :
        List.of(
            List.of("/terms/openingHighest", "999", "the highest not below the lowest"),
            List.of("/terms/tick", "1001", "from one tick up"),
            List.of("/terms/orderLeast", "1000001", "not below the smallest"),
            List.of("/terms/lot", "3", "multiples of the lot"))) {
      PublishTradingRule bad = Edited.with(rule, wrong.get(0), wrong.get(1));
      assertThat(verdict(bad)).as(wrong.toString()).isEqualTo("BAD_TRADING_RULE");
      assertThat(detail(bad)).contains(wrong.get(2));
    }
    assertThat(verdict(rule)).isEqualTo("APPLIED");
  }
}
