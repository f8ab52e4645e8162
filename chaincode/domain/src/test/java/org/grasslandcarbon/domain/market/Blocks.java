// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/** Offers of blocks in a test's market and what is done with them. */
record Blocks(TestMarket market) {
  /** An offer to sell, for as long as the rule has it. */
  OfferBlockTrade sell(ParticipantId to, long tonnes, long price) {
    return sell(to, tonnes, price, market.ledger.time().plus(Duration.ofDays(5)));
  }

  OfferBlockTrade sell(ParticipantId to, long tonnes, long price, Instant until) {
    return new OfferBlockTrade(
        Optional.of(market.batch),
        to,
        market.instrument,
        Fen.of(price),
        Tonnes.of(tonnes),
        Side.SELL,
        until);
  }

  /** An offer to buy, for as long as the rule has it. */
  OfferBlockTrade buy(ParticipantId from, long tonnes, long price) {
    return new OfferBlockTrade(
        Optional.empty(),
        from,
        market.instrument,
        Fen.of(price),
        Tonnes.of(tonnes),
        Side.BUY,
        market.ledger.time().plus(Duration.ofDays(5)));
  }

  /** An offer of the owner's to sell that stands. */
  InstructionId offered(ParticipantId to, long tonnes, long price) {
    return market.ledger.apply(market.owner, sell(to, tonnes, price));
  }

  /** The acceptance of an offer to sell. */
  AcceptBlockTrade accept(InstructionId offer) {
    return new AcceptBlockTrade(Optional.empty(), offer);
  }

  /** The acceptance of an offer to buy. */
  AcceptBlockTrade deliver(InstructionId offer) {
    return new AcceptBlockTrade(Optional.of(market.batch), offer);
  }

  /** The next day is traded by other terms. */
  void nextDayWith(TradingTerms terms) {
    market.ledger.apply(
        market.exchange,
        Edited.with(market.rule(terms), "/validFrom", "\"" + market.day().plusDays(1) + "\""));
    market.nextDay();
  }
}
