// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.judicial.EnforceTransfer;
import org.grasslandcarbon.domain.judicial.FreezeCash;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.judicial.ReleaseCredits;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.testing.ForwardMarket;
import org.grasslandcarbon.domain.testing.TestAuction;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/**
 * What others rely on already goes on when its owner's credits are frozen, and is frozen when it
 * comes back (LEDGER section 6: what is in other escrow pays out frozen).
 */
class FreezeWhatIsBoundTest {
  private static final long MONEY = 10_000_000;

  private final ForwardMarket market = new ForwardMarket();
  private final ParticipantId buyer = market.trader(MONEY);

  private FreezeCredits freezing(BatchId batch, Optional<Tonnes> quantity) {
    return new FreezeCredits(batch, Sha256.of("ruling"), market.owner, quantity, "claim");
  }

  private InstructionId freeze(BatchId batch) {
    return market.apply(market.projects.authority, freezing(batch, Optional.empty()));
  }

  private Holding holding(BatchId batch) {
    return Holding.of(market.ledger::find, batch, market.owner);
  }

  @Test
  void credits_that_are_set_aside_for_a_buyer_who_does_not_pay_come_back_frozen() {
    InstructionId bound = market.sold(buyer, 500);
    BatchId batch = market.issue();
    long rest = market.ownersPart(batch) - 500;
    InstructionId freeze = freeze(batch);
    assertThat(holding(batch).held()).isEqualTo(SerialRanges.NONE);
    assertThat(holding(batch).frozenUnder(freeze).quantity()).isEqualTo(Tonnes.of(rest));
    assertThat(holding(batch).awaited().orElseThrow().tonnes()).isEqualTo(Tonnes.of(500));
    assertThat(market.ledger.find(Freeze.key(freeze)).orElseThrow().awaited())
        .contains(Tonnes.of(500));

    market.timeOut(bound);
    market.apply(market.owner, new DefaultForward(bound));
    assertThat(holding(batch).held()).isEqualTo(SerialRanges.NONE);
    assertThat(holding(batch).frozenUnder(freeze).quantity()).isEqualTo(Tonnes.of(rest + 500));
    assertThat(holding(batch).awaited()).isEmpty();
  }

  @Test
  void no_more_is_frozen_than_the_document_says() {
    InstructionId bound = market.sold(buyer, 500);
    BatchId batch = market.issue();
    long rest = market.ownersPart(batch) - 500;
    InstructionId freeze =
        market.apply(
            market.projects.authority, freezing(batch, Optional.of(Tonnes.of(rest + 200))));
    assertThat(holding(batch).awaited().orElseThrow().tonnes()).isEqualTo(Tonnes.of(200));
    market.timeOut(bound);
    market.apply(market.owner, new DefaultForward(bound));
    assertThat(holding(batch).held().quantity()).isEqualTo(Tonnes.of(300));
    assertThat(holding(batch).frozenUnder(freeze).quantity()).isEqualTo(Tonnes.of(rest + 200));
  }

  @Test
  void more_than_there_is_and_will_come_back_is_refused_and_nothing_is_awaited_twice() {
    market.sold(buyer, 500);
    BatchId batch = market.issue();
    Tonnes all = Tonnes.of(market.ownersPart(batch));
    assertThat(
            market.verdict(
                market.projects.authority, freezing(batch, Optional.of(all.plus(Tonnes.of(1))))))
        .isEqualTo("INSUFFICIENT_CREDITS");
    freeze(batch);
    assertThat(market.verdict(market.projects.authority, freezing(batch, Optional.empty())))
        .isEqualTo("CREDITS_FROZEN");
  }

  @Test
  void what_the_buyer_pays_for_is_the_buyers_and_the_freeze_waits_no_more() {
    InstructionId bound = market.sold(buyer, 500);
    BatchId batch = market.issue();
    freeze(batch);
    market.apply(buyer, new DeliverForward(bound));
    assertThat(Holding.of(market.ledger::find, batch, buyer).held().quantity())
        .isEqualTo(Tonnes.of(500));
    assertThat(holding(batch).awaited()).isEmpty();
  }

  @Test
  void who_releases_all_releases_what_was_to_come_too() {
    InstructionId bound = market.sold(buyer, 500);
    BatchId batch = market.issue();
    long rest = market.ownersPart(batch) - 500;
    InstructionId freeze = freeze(batch);
    market.apply(
        market.projects.authority,
        new ReleaseCredits(Sha256.of("closed"), freeze, Optional.of(Tonnes.of(1)), "in part"));
    assertThat(holding(batch).awaited()).isPresent();
    market.apply(
        market.projects.authority,
        new ReleaseCredits(Sha256.of("closed"), freeze, Optional.empty(), "closed"));
    assertThat(holding(batch).awaited()).isEmpty();
    market.timeOut(bound);
    market.apply(market.owner, new DefaultForward(bound));
    assertThat(holding(batch).held().quantity()).isEqualTo(Tonnes.of(rest + 500));
  }

  @Test
  void a_freeze_that_only_waits_can_be_released_once() {
    market.sold(buyer, 500);
    BatchId batch = market.issue();
    InstructionId freeze = freeze(batch);
    market.apply(
        market.projects.authority,
        new EnforceTransfer(
            Sha256.of("judgment"), freeze, Optional.empty(), "to the creditor", buyer));
    ReleaseCredits release =
        new ReleaseCredits(Sha256.of("closed"), freeze, Optional.empty(), "closed");
    assertThat(market.verdict(market.projects.authority, release)).isEqualTo("APPLIED");
    assertThat(holding(batch).awaited()).isEmpty();
    assertThat(market.verdict(market.projects.authority, release)).isEqualTo("WRONG_STATE");
  }

  @Test
  void what_an_auction_gives_back_in_its_next_step_comes_back_frozen() {
    TestMarket auctions = new TestMarket();
    TestAuction auction =
        new TestAuction(auctions, auctions.owner, Side.SELL, 1_005, 9_000)
            .open(AuctionOpening.Pricing.PAY_AS_BID);
    ParticipantId loser = auctions.trader(MONEY);
    auction.buys(loser, 10, 9_000);
    ParticipantId winner = auctions.trader(MONEY);
    auction.buys(winner, 10, 9_500);
    for (int i = 0; i < 99; i++) {
      auction.buys(auctions.trader(MONEY), 10, 10_000);
    }
    auction.revealAll();
    auction.close(loser);
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSING);
    assertThat(auction.bid(winner).state()).isEqualTo(AuctionBid.State.WON);

    InstructionId money =
        auctions.ledger.apply(
            auctions.ledger.the(Role.AUTHORITY),
            new FreezeCash(
                Optional.empty(), Asset.CNY, auctions.bank, Sha256.of("ruling"), loser, "claim"));
    InstructionId credits =
        auctions.ledger.apply(
            auctions.ledger.the(Role.AUTHORITY),
            new FreezeCredits(
                auctions.batch, Sha256.of("ruling"), auctions.owner, Optional.empty(), "claim"));
    assertThat(account(auctions, loser).awaited().orElseThrow().amount())
        .isEqualTo(Fen.of(TestAuction.cost(10, 9_000)));
    auction.close(winner);
    assertThat(auction.now().state()).isEqualTo(Auction.State.CLOSED);
    // Of the last bid five tonnes were left: the rest of its money, and no credit, comes back.
    assertThat(account(auctions, loser).frozenUnder(money))
        .isEqualTo(Fen.of(MONEY - TestAuction.cost(5, 9_000)));
    assertThat(account(auctions, loser).awaited()).isEmpty();
    assertThat(auctions.held(auctions.owner)).isZero();
    Holding sellers = Holding.of(auctions.ledger::find, auctions.batch, auctions.owner);
    assertThat(sellers.frozenUnder(credits).quantity()).isEqualTo(Tonnes.of(100_000 - 1_005));
    assertThat(sellers.awaited()).isEmpty();
  }

  private static CashAccount account(TestMarket of, ParticipantId whose) {
    return CashAccount.of(of.ledger::find, whose, of.bank, Asset.CNY);
  }

  @Test
  void a_freeze_can_await_all_that_may_bind_one_participant() {
    assertThat(OpenOffers.CONTRACTS_MOST + OpenOffers.AUCTIONS_MOST)
        .isLessThanOrEqualTo(Holding.AWAITED_MOST)
        .isLessThanOrEqualTo(CashAccount.AWAITED_MOST);
  }
}
