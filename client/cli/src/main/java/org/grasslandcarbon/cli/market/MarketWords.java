// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.List;
import org.grasslandcarbon.cli.noun.ShortVerb;
import org.grasslandcarbon.domain.ledger.Noun.Verb;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.market.WithdrawListing;
import tools.jackson.databind.node.JsonNodeFactory;

/** What people who trade type daily, in the order of a day. */
public final class MarketWords {
  private static final String ONE_ZH = "唯一的交易标的";
  private static final String ONE_EN = "the only instrument that is traded";
  private static final String BATCH_ZH = "签名者在该标的下的唯一批次";
  private static final String BATCH_EN = "the only batch of it that the signer has";

  private MarketWords() {}

  /** The commands of the noun. */
  public static List<Object> all() {
    return List.of(
        new MarketBoard(),
        new MarketBook(),
        new MarketBars(),
        new MarketTrades(),
        list().spec(),
        bid().spec(),
        take().spec(),
        withdraw().spec(),
        new MarketQuote(),
        MarketBuy.spec());
  }

  private static ShortVerb list() {
    return ShortVerb.of(
            Verb.of("list", PlaceListing.TYPE).on("instrument"),
            "挂牌卖出",
            "Lists credits to sell for the rest of the day")
        .saying("side", "SELL")
        .or("instrument", ONE_ZH, ONE_EN, MarketDefaults::instrument)
        .or("batch", BATCH_ZH, BATCH_EN, MarketDefaults::batch);
  }

  private static ShortVerb bid() {
    return ShortVerb.of(
            Verb.of("bid", PlaceListing.TYPE).on("instrument"),
            "挂牌买入",
            "Lists a wish to buy for the rest of the day")
        .saying("side", "BUY")
        .without("batch")
        .or("instrument", ONE_ZH, ONE_EN, MarketDefaults::instrument);
  }

  private static ShortVerb take() {
    return ShortVerb.of(
            Verb.of("take", TakeListings.TYPE).on("instrument"),
            "摘牌：以不差于限价的最优价格成交",
            "Takes what is listed, the best price first, never beyond the limit")
        .or("side", "买入 BUY", "BUY", (arguments, session) -> MarketDefaults.text("BUY"))
        .or("instrument", ONE_ZH, ONE_EN, MarketDefaults::instrument)
        .or("batch", BATCH_ZH + "（仅卖出）", BATCH_EN + ", for a sale", MarketDefaults::batchOfSale)
        .or(
            "allOrNothing",
            "允许部分成交 false",
            "false: a part will do",
            (arguments, session) -> JsonNodeFactory.instance.booleanNode(false));
  }

  private static ShortVerb withdraw() {
    return ShortVerb.of(
        Verb.of("withdraw", WithdrawListing.TYPE).on("listing"),
        "撤单：撤回挂牌的未成交部分",
        "Takes back what of a listing is not filled");
  }
}
