// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.credit.CreditUse;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.offset.RecordObligation;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestAuction;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credits for use abroad are on no market, so that whoever buys there can surrender at once. */
class LabelledCreditsTest {
  private static final long PRICE = 10_000;
  private static final MarketId OFFSETS = new MarketId("CN-15");
  private static final int YEAR = 2025;

  private final TestMarket market =
      new TestMarket(
          Edited.with(
              Edited.with(TestMarket.terms("/turnaroundDays", "0"), "/ordersPerMinute", "600"),
              "/openListingsMost",
              "200"));
  private final ParticipantId owner = market.owner;

  private SerialRanges held(ParticipantId who) {
    return Holding.of(market.ledger::find, market.batch, who).held();
  }

  private ExportLabel labels() {
    return ExportLabel.of(market.ledger::find, market.batch);
  }

  /** Sets the lowest of what somebody holds apart, without all that is asked for it. */
  private void label(ParticipantId holder, long tonnes) {
    SerialRanges free = labels().without(held(holder));
    ExportLabel after = labels();
    for (SerialRange each : free.takeLowest(Tonnes.of(tonnes)).taken().ranges()) {
      after =
          after.with(
              new ExportLabel.Label(market.ledger.time(), TestLedger.newInstruction(), each));
    }
    market.write(after);
  }

  /** Leaves the owner so many credits, some of which are labelled. */
  private void ownerHas(long tonnes, long labelled) {
    market.ledger.apply(
        owner,
        new TransferCredits(
            market.batch, Tonnes.of(market.held(owner) - tonnes), market.trader(0)));
    label(owner, labelled);
  }

  private void requireLabelled(ParticipantId who, Action action) {
    Verdict verdict = market.ledger.submit(who, action);
    assertThat(verdict.code()).isEqualTo("CREDITS_LABELLED");
    assertThat(verdict.detail().orElseThrow()).contains("40 t of them labelled");
  }

  @Test
  void a_listing_takes_the_lowest_credits_without_a_label_and_no_others() {
    ownerHas(100, 40);
    SerialRanges free = labels().without(held(owner));
    requireLabelled(owner, market.sell(61, PRICE));
    InstructionId listing = market.ledger.apply(owner, market.sell(60, PRICE));
    assertThat(market.listing(listing).serials()).isEqualTo(free);
    assertThat(market.verdict(owner, market.sell(1, PRICE))).isEqualTo("CREDITS_LABELLED");
    assertThat(market.verdict(owner, market.sell(41, PRICE))).isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void a_sale_to_those_who_buy_delivers_no_labelled_credits() {
    ownerHas(100, 40);
    SerialRanges free = labels().without(held(owner));
    ParticipantId buyer = market.trader(1_000_000_000);
    market.ledger.apply(buyer, market.buy(30, PRICE));
    market.ledger.apply(buyer, market.buy(70, PRICE));
    requireLabelled(owner, market.takeBuys(61, PRICE));
    market.ledger.apply(owner, market.takeBuys(60, PRICE));
    assertThat(held(buyer)).isEqualTo(free);
  }

  @Test
  void a_block_is_offered_and_delivered_without_labelled_credits() {
    ownerHas(12_000, 40);
    SerialRanges free = labels().without(held(owner));
    Blocks blocks = new Blocks(market);
    ParticipantId buyer = market.trader(1_000_000_000);
    requireLabelled(owner, blocks.sell(buyer, 11_961, PRICE));
    InstructionId offer = blocks.offered(buyer, 11_960, PRICE);
    assertThat(market.ledger.find(BlockOffer.key(offer)).orElseThrow().serials()).isEqualTo(free);
  }

  @Test
  void an_offer_to_buy_a_block_is_accepted_with_credits_without_a_label() {
    ownerHas(12_000, 40);
    SerialRanges free = labels().without(held(owner));
    Blocks blocks = new Blocks(market);
    ParticipantId buyer = market.trader(1_000_000_000);
    InstructionId more = market.ledger.apply(buyer, blocks.buy(owner, 11_961, PRICE));
    requireLabelled(owner, blocks.deliver(more));
    InstructionId all = market.ledger.apply(buyer, blocks.buy(owner, 11_960, PRICE));
    market.ledger.apply(owner, blocks.deliver(all));
    assertThat(held(buyer)).isEqualTo(free);
  }

  @Test
  void an_auction_sells_no_labelled_credits() {
    ownerHas(600, 40);
    requireLabelled(owner, sale(561));
    assertThat(market.verdict(owner, sale(560))).isEqualTo("APPLIED");
  }

  private ApplyForAuction sale(long tonnes) {
    return TestAuction.application(market, Side.SELL, tonnes, PRICE);
  }

  @Test
  void a_bid_that_sells_sets_no_labelled_credits_aside() {
    ownerHas(600, 40);
    SerialRanges free = labels().without(held(owner));
    ParticipantId buyer = market.trader(1_000_000_000);
    TestAuction auction =
        new TestAuction(market, buyer, Side.BUY, 600, PRICE).open(AuctionOpening.Pricing.UNIFORM);
    market.deposit(owner, 10_000_000);
    requireLabelled(owner, auction.toSell(auction.sealed(owner, 100, PRICE), 561));
    market.ledger.apply(owner, auction.toSell(auction.sealed(owner, 100, PRICE), 560));
    assertThat(market.ledger.find(AuctionBid.key(auction.id, owner)).orElseThrow().serials())
        .isEqualTo(free);
  }

  @Test
  void labelled_credits_keep_nobody_from_buying_to_surrender() {
    ParticipantId buyer = market.trader(1_000_000_000);
    ParticipantId authority = market.ledger.the(Role.AUTHORITY);
    market.ledger.apply(
        authority,
        Edited.with(
            Edited.with(PublishedOffsets.example(), "/market", "\"" + OFFSETS + "\""),
            "/status",
            "\"IN_FORCE\""));
    market.ledger.apply(
        authority,
        new RecordObligation(
            new OffsetBases(Optional.of(Tonnes.of(100_000)), Optional.empty(), Optional.empty()),
            Sha256.of("decision"),
            buyer,
            OFFSETS,
            YEAR));
    ownerHas(100, 40);
    market.ledger.apply(owner, market.sell(50, PRICE));
    TakeListings surrender =
        Edited.with(
            Edited.with(
                Edited.with(market.takeAndRetire(50, PRICE), "/retire/purpose", "\"COMPLIANCE\""),
                "/retire/beneficiary/code",
                "\"" + buyer + "\""),
            "/retire/compliance",
            "{\"market\":\"%s\",\"year\":%s}".formatted(OFFSETS, YEAR));
    InstructionId id = market.ledger.apply(buyer, surrender);
    SerialRanges used = market.ledger.find(Retirement.key(id)).orElseThrow().serials();
    assertThat(used.quantity()).isEqualTo(Tonnes.of(50));
    assertThat(used.common(labels().serials()).isEmpty()).isTrue();
    assertThat(surrender.retire().map(CreditUse::purpose)).contains(Retirement.Purpose.COMPLIANCE);
  }

  /** What listings and blocks have set aside. */
  private SerialRanges offered() {
    return Stream.concat(
            market.ledger.records(Listing.TYPE).map(Listing::serials),
            market.ledger.records(BlockOffer.TYPE).map(BlockOffer::serials))
        .reduce(SerialRanges.NONE, SerialRanges::plus);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatever_is_labelled_and_traded_no_label_is_ever_on_the_market(long seed) {
    Random random = new Random(seed);
    List<ParticipantId> all = new ArrayList<>(List.of(owner));
    for (int i = 0; i < 3; i++) {
      all.add(market.trader(1_000_000_000));
    }
    TreeMap<String, Integer> outcomes = new TreeMap<>();
    Blocks blocks = new Blocks(market);
    ownerHas(30_000, 0);
    for (ParticipantId trader : all.subList(1, all.size())) {
      market.ledger.apply(owner, new TransferCredits(market.batch, Tonnes.of(3_000), trader));
    }
    for (int i = 0; i < 80; i++) {
      ParticipantId who = all.get(random.nextInt(all.size()));
      ParticipantId other = all.get(random.nextInt(all.size()));
      long some = 1 + random.nextInt(300);
      SerialRanges labelled = labels().serials();
      int what = random.nextInt(6);
      if (what == 0) {
        if (labels().without(held(who)).ranges().size() + labels().labels().size()
            < ExportLabel.LABELS_MOST) {
          label(who, Math.min(some / 10, labels().without(held(who)).quantity().value()));
        }
        assertThat(labels().serials().common(offered()).isEmpty()).isTrue();
        continue;
      }
      Action action =
          switch (what) {
            case 1 -> market.sell(some, PRICE);
            case 2 -> market.takeSells(some, PRICE);
            case 3 -> new TransferCredits(market.batch, Tonnes.of(some), other);
            case 4 -> blocks.sell(other, 10_000 + some, PRICE);
            default -> market.takeAndRetire(some, PRICE);
          };
      outcomes.merge(what + market.verdict(who, action), 1, Integer::sum);
      assertThat(labelled.common(offered()).isEmpty()).as("seed %s, act %s", seed, i).isTrue();
      assertThat(
              market
                  .ledger
                  .records(Trade.TYPE)
                  .skip(Math.max(0, trades))
                  .allMatch(trade -> trade.serials().common(labelled).isEmpty()))
          .isTrue();
      trades = market.ledger.records(Trade.TYPE).count();
    }
    assertThat(outcomes).containsKeys("1APPLIED", "2APPLIED", "3APPLIED", "5APPLIED");
  }

  private long trades;
}
