// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Visibility;

/** Who may see what of the market: prices and quantities everybody, whose they are few. */
final class MarketVisibility {
  /** Who supervises a market besides the parties. */
  static final Visibility SUPERVISORS =
      Visibility.to(Audience.EXCHANGE, Audience.OFFICES, Audience.COURT, Audience.AUDITOR);

  private static final Visibility PARTIES =
      Visibility.to(
          Audience.PARTIES, Audience.EXCHANGE, Audience.OFFICES, Audience.COURT, Audience.AUDITOR);

  /**
   * A book: everybody sees it but for the listings, which are shown by level, and for blocks, which
   * stand outside of the quotes until the day is over.
   */
  static final Visibility BOOK =
      Visibility.PUBLIC
          .except("/buys", SUPERVISORS)
          .except("/sells", SUPERVISORS)
          .except("/fees", SUPERVISORS)
          .except("/day/block", SUPERVISORS)
          .except("/day/parties", SUPERVISORS)
          .except("/day/uncounted", SUPERVISORS);

  /** A trade: everybody sees what was traded, the parties who did. */
  static final Visibility TRADE =
      Visibility.PUBLIC
          .of("/buyer", "/seller")
          .except("/buyer", PARTIES)
          .except("/seller", PARTIES)
          .except("/buyerListing", PARTIES)
          .except("/sellerListing", PARTIES)
          .except("/firstSold", PARTIES)
          .except("/instruction", PARTIES)
          .except("/buyerFee", PARTIES)
          .except("/buyerSettlementFee", PARTIES)
          .except("/sellerFee", PARTIES)
          .except("/sellerSettlementFee", PARTIES)
          .except("/serials", PARTIES)
          .except("/shares", PARTIES);

  /**
   * An auction: everybody sees what is offered and what was bid, the applicant what it has set
   * aside, and nobody but supervisors who has bid.
   */
  static final Visibility AUCTION =
      Visibility.PUBLIC
          .of("/participant")
          .except("/bids", SUPERVISORS)
          .except("/participant", PARTIES)
          .except("/cash", PARTIES)
          .except("/serials", PARTIES)
          .except("/feeCharged", PARTIES)
          .except("/settlementCharged", PARTIES);

  /** What is a participant's own at a venue. */
  static final Visibility OWN = PARTIES;

  private MarketVisibility() {}
}
