// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.participant.ReinstateParticipant;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.project.BenefitShare;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** What somebody might try to get more out of a market than is theirs, each played. */
class MarketGamingTest {
  private static TradingTerms free() {
    TradingTerms terms = TestMarket.terms("/openListingsMost", "200");
    return Edited.with(Edited.with(terms, "/ordersPerMinute", "600"), "/turnaroundDays", "0");
  }

  @Test
  void two_hundred_tiny_listings_do_not_lock_a_side() {
    TestMarket market = new TestMarket(free());
    ParticipantId locker = market.trader(0);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(1_000), locker));
    List<InstructionId> tiny = new ArrayList<>();
    for (int i = 0; i < InstrumentBook.SIDE_MOST; i++) {
      tiny.add(market.ledger.apply(locker, market.sell(1, 10_500)));
    }
    assertThat(market.verdict(market.owner, market.sell(500, 10_501))).isEqualTo("BOOK_FULL");
    Verdict equal = market.ledger.submit(market.owner, market.sell(500, 10_500));
    assertThat(equal.code()).isEqualTo("BOOK_FULL");
    assertThat(equal.detail().orElseThrow()).contains("better than 10500 fen");
    // A better price is always let in, and the newest of the worst goes with all that it had.
    InstructionId better = market.ledger.apply(market.owner, market.sell(500, 10_499));
    assertThat(market.book().sells()).hasSize(InstrumentBook.SIDE_MOST);
    assertThat(market.book().sells().get(0).listing()).isEqualTo(better);
    assertThat(market.listing(tiny.get(199)).state()).isEqualTo(Listing.State.LAPSED);
    assertThat(market.listing(tiny.get(198)).state()).isEqualTo(Listing.State.OPEN);
    assertThat(market.held(locker)).isEqualTo(801);
    // The other side is not touched by it.
    ParticipantId buyer = market.trader(10_000_000);
    assertThat(market.verdict(buyer, market.buy(1, 10_000))).isEqualTo("APPLIED");
  }

  @Test
  void two_hundred_tiny_wishes_do_not_lock_the_other_side_either() {
    TestMarket market = new TestMarket(free());
    ParticipantId locker = market.trader(10_000_000);
    for (int i = 0; i < InstrumentBook.SIDE_MOST; i++) {
      market.ledger.apply(locker, market.buy(1, 9_500));
    }
    long left = market.cash(locker);
    ParticipantId buyer = market.trader(10_000_000);
    assertThat(market.verdict(buyer, market.buy(1, 9_500))).isEqualTo("BOOK_FULL");
    assertThat(market.verdict(buyer, market.buy(1, 9_501))).isEqualTo("APPLIED");
    assertThat(market.cash(locker)).isEqualTo(left + 9_500 + 57);
  }

  @Test
  void one_tonne_that_somebody_sends_stops_no_sale() {
    TestMarket market = new TestMarket(Edited.with(free(), "/turnaroundDays", "5"));
    ParticipantId rival = market.trader(0);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(1), rival));
    long before = market.held(market.owner);
    market.ledger.apply(rival, new TransferCredits(market.batch, Tonnes.of(1), market.owner));
    assertThat(market.held(market.owner)).isEqualTo(before + 1);
    market.ledger.apply(market.owner, market.sell(500, 10_000));
    // What came free of payment is what waits, as if it had been bought.
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(300), rival));
    Verdict early = market.ledger.submit(rival, market.sell(300, 10_000));
    assertThat(early.code()).isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(early.detail().orElseThrow())
        .contains("of the 300 t that can be sold, 300 t came free");
  }

  @Test
  void dust_sent_every_day_does_not_keep_what_was_received_long_ago_from_being_sold() {
    TestMarket market = new TestMarket(Edited.with(free(), "/turnaroundDays", "5"));
    ParticipantId holder = market.trader(0);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(1_000), holder));
    for (int day = 0; day < 2 * Holding.RECEIPTS_MOST; day++) {
      market.nextDay();
      market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(1), holder));
    }
    Holding holding = market.ledger.find(Holding.key(market.batch, holder)).orElseThrow();
    assertThat(holding.receipts()).hasSize(Holding.RECEIPTS_MOST);
    assertThat(holding.receipts().stream().mapToLong(each -> each.tonnes().value()).sum())
        .isEqualTo(market.held(holder));
    // Of the dust, that of the last days waits, with what was joined to it.
    assertThat(market.verdict(holder, market.sell(market.held(holder), 10_000)))
        .isEqualTo("OPPOSITE_TRADE_TOO_SOON");
    assertThat(market.verdict(holder, market.sell(500, 10_000))).isEqualTo("APPLIED");
    assertThat(market.verdict(holder, market.sell(500, 10_000))).isEqualTo("APPLIED");
  }

  @Test
  void times_that_go_back_and_forth_around_midnight_make_nothing_new() {
    TestMarket market = new TestMarket(Edited.with(free(), "/turnaroundDays", "5"));
    ParticipantId holder = market.trader(0);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(1_000), holder));
    for (int day = 0; day < 6; day++) {
      market.nextDay();
    }
    for (int i = 0; i < 2 * Holding.RECEIPTS_MOST; i++) {
      market.setTime(i % 2 == 0 ? "23:59:00" : "00:01:00");
      market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(1), holder));
    }
    Holding holding = market.ledger.find(Holding.key(market.batch, holder)).orElseThrow();
    assertThat(holding.receipts())
        .extracting(Holding.Receipt::tonnes)
        .containsExactly(Tonnes.of(2L * Holding.RECEIPTS_MOST), Tonnes.of(1_000));
  }

  @Test
  void what_is_taken_to_be_used_is_used_in_the_same_act() {
    TestMarket market = new TestMarket(Edited.with(free(), "/holdingMost", "10"));
    market.ledger.apply(market.owner, market.sell(60, 10_000));
    market.ledger.apply(market.owner, market.sell(60, 10_001));
    ParticipantId buyer = market.trader(10_000_000);
    assertThat(market.verdict(buyer, market.takeSells(100, 10_001))).isEqualTo("HOLDING_LIMIT");
    InstructionId id = market.ledger.apply(buyer, market.takeAndRetire(100, 10_001));
    assertThat(market.held(buyer)).isZero();
    Retirement used = market.ledger.find(Retirement.key(id)).orElseThrow();
    assertThat(used.serials().quantity()).isEqualTo(Tonnes.of(100));
    assertThat(used.holder()).isEqualTo(buyer);
    assertThat(market.ledger.records(Trade.TYPE).map(Trade::tonnes))
        .containsExactly(Tonnes.of(60), Tonnes.of(40));
  }

  @Test
  void one_participant_cannot_fill_a_side_where_the_rule_says_how_many_it_may_list() {
    TestMarket market = new TestMarket(Edited.with(free(), "/openListingsMost", "20"));
    for (int i = 0; i < 20; i++) {
      market.ledger.apply(market.owner, market.sell(1, 10_500));
    }
    assertThat(market.verdict(market.owner, market.sell(1, 10_000))).isEqualTo("TOO_MANY_ORDERS");
  }

  @Test
  void a_taking_over_many_tiny_listings_stops_before_it_is_too_long() {
    TestMarket market = new TestMarket(free());
    ParticipantId buyer = market.trader(10_000_000);
    for (int i = 0; i < InstrumentBook.SIDE_MOST; i++) {
      market.ledger.apply(market.owner, market.sell(1, 10_000));
    }
    // Five movements a fill, of which 990 are let in.
    TakeListings all = Edited.with(market.takeSells(200, 10_000), "/allOrNothing", "true");
    Verdict verdict = market.ledger.submit(buyer, all);
    assertThat(verdict.code()).isEqualTo("TOO_MANY_FILLS");
    assertThat(verdict.detail().orElseThrow()).contains("198 listings");
    InstructionId some = market.ledger.apply(buyer, market.takeSells(200, 10_000));
    assertThat(market.ledger.journal(some).postings()).hasSize(198 * 5);
    assertThat(market.held(buyer)).isEqualTo(198);
    assertThat(market.book().sells()).hasSize(2);
  }

  @Test
  void a_sale_over_many_wishes_is_not_stopped_by_serials_that_it_does_not_move() {
    TestMarket market = new TestMarket(free());
    ParticipantId seller = market.trader(0);
    // Two thousand blocks of one serial each, as a holding may have.
    market.write(Edited.with(Holding.none(market.batch, seller), "/held", crumbs(2_000)));
    ParticipantId buyer = market.trader(10_000_000);
    for (int i = 0; i < 5; i++) {
      market.ledger.apply(buyer, market.buy(2, 10_000));
    }
    TakeListings all = Edited.with(market.takeBuys(10, 10_000), "/allOrNothing", "true");
    assertThat(market.verdict(seller, all)).isEqualTo("APPLIED");
  }

  /** Two listings of one seller, in so many blocks of one serial each. */
  private static TestMarket listedInCrumbs(int first, int second) {
    TestMarket market = new TestMarket(free());
    ParticipantId seller = market.trader(0);
    market.write(Edited.with(Holding.none(market.batch, seller), "/held", crumbs(first + second)));
    market.ledger.apply(seller, market.sell(first, 10_000));
    market.ledger.apply(seller, market.sell(second, 10_001));
    return market;
  }

  @Test
  void a_taking_moves_so_many_blocks_of_serials_and_stops_before_more() {
    int most = TakeListings.RANGES_MOST;
    TestMarket market = listedInCrumbs(3_000, most - 2_999);
    ParticipantId buyer = market.trader(200_000_000);
    TakeListings all = Edited.with(market.takeSells(most + 1, 10_001), "/allOrNothing", "true");
    assertThat(market.verdict(buyer, all)).isEqualTo("TOO_MANY_FILLS");
    assertThat(market.verdict(buyer, Edited.with(all, "/quantity", "" + most)))
        .isEqualTo("APPLIED");
    assertThat(market.held(buyer)).isEqualTo(most);

    TestMarket again = listedInCrumbs(3_000, most - 2_999);
    ParticipantId content = again.trader(200_000_000);
    again.ledger.apply(content, again.takeSells(most + 1, 10_001));
    assertThat(again.held(content)).isEqualTo(3_000);
  }

  @Test
  void closing_a_day_stops_once_it_has_given_back_more_blocks_of_serials_than_that() {
    int most = CloseTradingDay.RANGES_MOST;
    for (int over : new int[] {0, 1}) {
      TestMarket market = listedInCrumbs(3_000, most - 3_000 + over);
      market.ledger.apply(market.owner, market.sell(1, 10_002));
      market.ledger.apply(market.exchange, market.close());
      assertThat(market.book().sells()).hasSize(over);
    }
  }

  private static String crumbs(int serials) {
    StringBuilder crumbs = new StringBuilder("[");
    for (int i = 0; i < serials; i++) {
      crumbs.append(i == 0 ? "" : ",");
      crumbs.append("\"").append(2 * i + 1).append('-').append(2 * i + 1).append("\"");
    }
    return crumbs.append("]").toString();
  }

  @Test
  void a_listing_that_nobody_ends_is_ended_by_whoever_wants_to_trade() {
    TestMarket market = new TestMarket();
    ParticipantId buyer = market.trader(10_000_000);
    InstructionId old = market.ledger.apply(market.owner, market.sell(10, 10_000));
    market.nextDay();
    assertThat(market.verdict(buyer, market.takeSells(10, 10_000))).isEqualTo("BOOK_NOT_CLOSED");
    // In hours, and not by the exchange: the day is one of before.
    market.ledger.apply(buyer, market.close());
    assertThat(market.listing(old).state()).isEqualTo(Listing.State.LAPSED);
    assertThat(market.held(market.owner)).isEqualTo(100_000);
    assertThat(market.verdict(buyer, market.takeSells(10, 10_000))).isEqualTo("NOTHING_TO_TAKE");
    assertThat(market.verdict(buyer, market.buy(10, 10_000))).isEqualTo("APPLIED");
  }

  @Test
  void more_listings_than_one_instruction_ends_are_ended_by_several() {
    TestMarket market = new TestMarket(free());
    ParticipantId buyer = market.trader(10_000_000);
    for (int i = 0; i < 150; i++) {
      market.ledger.apply(market.owner, market.sell(1, 10_000));
      market.ledger.apply(buyer, market.buy(1, 9_000));
    }
    for (int left : new int[] {200, 100, 0}) {
      InstructionId close = market.ledger.apply(market.exchange, market.close());
      assertThat(market.ledger.journal(close).references())
          .anyMatch(each -> each.type().equals("listingsLeft") && each.id().equals("" + left));
    }
    assertThat(market.verdict(market.exchange, market.close())).isEqualTo("WRONG_STATE");
    assertThat(market.held(market.owner)).isEqualTo(100_000);
    assertThat(market.cash(buyer)).isEqualTo(10_000_000);
  }

  @Test
  void shares_are_due_of_what_a_shell_was_given_and_once_only() {
    TestMarket market = new TestMarket(free());
    ParticipantId cooperative = market.ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    market.share(new BenefitShare(6_000, Name.of("合作社", "Cooperative"), Optional.of(cooperative)));
    ParticipantId shell = market.trader(0);
    ParticipantId buyer = market.trader(10_000_000);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(100), shell));
    market.ledger.apply(shell, market.sell(100, 10_000));
    market.ledger.apply(buyer, market.takeSells(60, 10_000));
    // 600,000 less 3,600: 60 % of 596,400.
    assertThat(market.cash(cooperative)).isEqualTo(357_840);
    // The buyer owes nothing when it sells on: of what it adds, only the 40 t never sold share.
    market.ledger.apply(shell, new WithdrawListing(market.book().sells().get(0).listing()));
    market.ledger.apply(shell, new TransferCredits(market.batch, Tonnes.of(40), buyer));
    market.ledger.apply(buyer, market.sell(100, 10_000));
    ParticipantId last = market.trader(10_000_000);
    market.ledger.apply(last, market.takeSells(100, 10_000));
    // Net 994,000, of which 40 %: 60 % of 397,600.
    assertThat(market.cash(cooperative)).isEqualTo(357_840 + 238_560);
  }

  @Test
  void one_tonne_does_not_set_tomorrow_s_base() {
    TestMarket market = new TestMarket(free());
    ParticipantId buyer = market.trader(100_000_000);
    market.ledger.apply(market.owner, market.sell(99, 11_000));
    market.ledger.apply(buyer, market.takeSells(99, 11_000));
    market.ledger.apply(market.exchange, market.close());
    assertThat(market.book().base()).isEqualTo(Fen.of(TestMarket.BASE));
    market.nextDay();
    market.ledger.apply(market.owner, market.sell(100, 11_000));
    market.ledger.apply(buyer, market.takeSells(100, 11_000));
    market.nextDay();
    // Nobody closed the day: the first order of the next finds the base that it led to.
    assertThat(market.verdict(buyer, market.buy(1, 12_100))).isEqualTo("APPLIED");
    assertThat(market.book().base()).isEqualTo(Fen.of(11_000));
  }

  @Test
  void two_who_trade_with_each_other_do_not_set_a_base_that_wants_more_parties() {
    TestMarket market = new TestMarket(Edited.with(free(), "/basePartiesLeast", "3"));
    ParticipantId buyer = market.trader(100_000_000);
    for (int i = 0; i < 5; i++) {
      market.ledger.apply(market.owner, market.sell(100, 11_000));
      market.ledger.apply(buyer, market.takeSells(100, 11_000));
    }
    market.ledger.apply(market.exchange, market.close());
    assertThat(market.book().base()).isEqualTo(Fen.of(TestMarket.BASE));
    market.nextDay();
    market.ledger.apply(market.owner, market.sell(100, 11_000));
    market.ledger.apply(buyer, market.takeSells(99, 11_000));
    market.ledger.apply(market.trader(100_000_000), market.takeSells(1, 11_000));
    market.ledger.apply(market.exchange, market.close());
    assertThat(market.book().base()).isEqualTo(Fen.of(11_000));
  }

  @Test
  void many_small_fills_do_not_make_a_fee_of_nothing() {
    TestMarket market = new TestMarket(free());
    market.write(market.book().withBase(Fen.of(80)));
    ParticipantId buyer = market.trader(1_000_000);
    for (int i = 0; i < 100; i++) {
      market.ledger.apply(market.owner, market.sell(1, 80));
    }
    // 6 per mille of 0.80 yuan is 0.48 fen, which alone would be none: of 80.00 yuan it is 48.
    market.ledger.apply(buyer, market.takeSells(100, 80));
    assertThat(market.cash(buyer)).isEqualTo(1_000_000 - 8_000 - 48);
  }

  @Test
  void takings_in_flight_when_a_day_is_closed_are_before_or_after_it() {
    TestMarket market = new TestMarket();
    ParticipantId buyer = market.trader(10_000_000);
    InstructionId sale = market.ledger.apply(market.owner, market.sell(10, 10_000));
    byte[] before = sign(market, buyer, market.takeSells(4, 10_000));
    byte[] close = sign(market, market.exchange, market.close());
    byte[] after = sign(market, buyer, market.takeSells(4, 10_000));
    byte[] listed = sign(market, market.owner, market.sell(1, 10_000));
    assertThat(market.ledger.submit(before, close, after, listed))
        .extracting(Verdict::code)
        .containsExactly("APPLIED", "APPLIED", "MARKET_CLOSED", "MARKET_CLOSED");
    assertThat(market.held(buyer)).isEqualTo(4);
    assertThat(market.held(market.owner)).isEqualTo(99_996);
    assertThat(market.listing(sale).state()).isEqualTo(Listing.State.LAPSED);
    assertThat(market.listing(sale).remaining()).isEqualTo(Tonnes.of(6));
  }

  private static byte[] sign(
      TestMarket market, ParticipantId who, org.grasslandcarbon.domain.ledger.Action action) {
    return market.ledger.sign(TestLedger.newInstruction(), who, action);
  }

  @Test
  void of_many_who_want_the_same_the_first_are_served_in_their_order() {
    TestMarket market = new TestMarket();
    market.ledger.apply(market.owner, market.sell(1_000, 10_000));
    List<byte[]> takings = new ArrayList<>();
    List<ParticipantId> buyers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      buyers.add(market.trader(100_000_000));
      takings.add(
          sign(
              market,
              buyers.get(i),
              Edited.with(market.takeSells(25, 10_000), "/allOrNothing", "true")));
    }
    List<Verdict> verdicts = market.ledger.submit(takings.toArray(byte[][]::new));
    assertThat(verdicts.subList(0, 40)).extracting(Verdict::code).containsOnly("APPLIED");
    assertThat(verdicts.subList(40, 60)).extracting(Verdict::code).containsOnly("NOTHING_TO_TAKE");
    for (int i = 0; i < 40; i++) {
      assertThat(market.ledger.find(Trade.key(market.instrument, i + 1)).orElseThrow().buyer())
          .isEqualTo(buyers.get(i));
    }
  }

  @Test
  void a_price_that_a_dead_owner_proposed_gives_way_to_another_holder_s() {
    TestMarket market = new TestMarket();
    var other = new org.grasslandcarbon.domain.value.InstrumentId("GCS-152502-2024-0001-2023");
    market.write(
        new OpeningPrice(
            market.ledger.time(),
            market.owner,
            other,
            Fen.of(30_000),
            Optional.empty(),
            market.venue));
    ParticipantId heir = market.trader(0);
    var batch = org.grasslandcarbon.domain.value.BatchId.of(other.project(), other.vintage(), 1);
    var issued =
        market.ledger.find(org.grasslandcarbon.domain.credit.Batch.key(market.batch)).orElseThrow();
    market.write(Edited.with(Edited.with(issued, "/id", "\"" + batch + "\""), "/vintage", "2023"));
    market.write(
        Holding.none(batch, heir).withHeld(org.grasslandcarbon.domain.value.SerialRanges.of(1, 1)));
    market.ledger.apply(heir, new ProposeOpeningPrice(other, Fen.of(9_000), market.venue));
    assertThat(
            market.verdict(
                market.exchange, new OpenInstrument(other, Fen.of(30_000), market.venue)))
        .isEqualTo("NO_OPENING_PRICE");
    assertThat(
            market.verdict(market.exchange, new OpenInstrument(other, Fen.of(9_000), market.venue)))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_suspended_participant_s_listing_at_the_best_price_is_passed_over() {
    TestMarket market = new TestMarket(free());
    ParticipantId authority = market.ledger.the(Role.AUTHORITY);
    ParticipantId suspended = market.trader(0);
    ParticipantId buyer = market.trader(100_000_000);
    market.ledger.apply(market.owner, new TransferCredits(market.batch, Tonnes.of(50), suspended));
    InstructionId best = market.ledger.apply(suspended, market.sell(50, 9_900));
    market.ledger.apply(market.owner, market.sell(50, 10_000));
    market.ledger.apply(authority, new SuspendParticipant(suspended, "checked"));
    market.ledger.apply(buyer, market.takeSells(20, 10_000));
    assertThat(market.listing(best).remaining()).isEqualTo(Tonnes.of(50));
    assertThat(market.book().sells().get(1).remaining()).isEqualTo(Tonnes.of(30));
    assertThat(market.verdict(buyer, market.takeSells(20, 9_900))).isEqualTo("NOTHING_TO_TAKE");
    // It is back in its place when it is in order again, and goes back to it with the day.
    market.ledger.apply(authority, new ReinstateParticipant(suspended, "in order"));
    market.ledger.apply(buyer, market.takeSells(20, 10_000));
    assertThat(market.listing(best).remaining()).isEqualTo(Tonnes.of(30));
    market.ledger.apply(authority, new SuspendParticipant(suspended, "checked"));
    market.ledger.apply(market.exchange, market.close());
    assertThat(market.held(suspended)).isEqualTo(30);
  }

  @Test
  void a_suspended_participant_s_listing_does_not_keep_others_from_listing() {
    TestMarket market = new TestMarket(free());
    ParticipantId authority = market.ledger.the(Role.AUTHORITY);
    ParticipantId suspended = market.trader(10_000_000);
    ParticipantId other = market.trader(10_000_000);
    InstructionId best = market.ledger.apply(suspended, market.buy(50, 10_100));
    InstructionId second = market.ledger.apply(other, market.buy(50, 10_000));
    market.ledger.apply(authority, new SuspendParticipant(suspended, "checked"));
    Verdict crossing = market.ledger.submit(market.owner, market.sell(10, 10_000));
    assertThat(crossing.code()).isEqualTo("WOULD_CROSS");
    assertThat(crossing.detail().orElseThrow()).contains("10000 fen");
    assertThat(market.listing(best).state()).isEqualTo(Listing.State.OPEN);
    market.ledger.apply(market.owner, market.sell(10, 10_100));
    assertThat(market.listing(best).state()).isEqualTo(Listing.State.LAPSED);
    assertThat(market.cash(suspended)).isEqualTo(10_000_000);
    assertThat(market.listing(second).state()).isEqualTo(Listing.State.OPEN);
  }
}
