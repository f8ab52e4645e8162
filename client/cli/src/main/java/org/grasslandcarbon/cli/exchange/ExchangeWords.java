// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.grasslandcarbon.cli.market.MarketDefaults;
import org.grasslandcarbon.cli.noun.ShortVerb;
import org.grasslandcarbon.domain.ledger.Noun.Verb;
import org.grasslandcarbon.domain.market.HaltInstrument;
import org.grasslandcarbon.domain.market.OpenTradingDay;
import org.grasslandcarbon.domain.market.ResumeInstrument;
import org.grasslandcarbon.domain.value.BeijingTime;

/** What an exchange types daily, and its clerk. */
public final class ExchangeWords {
  private ExchangeWords() {}

  /** The commands of the noun. */
  public static List<Object> all() {
    return List.of(
        open().spec(),
        new ExchangeClose(),
        ShortVerb.of(
                Verb.of("halt", HaltInstrument.TYPE).on("instrument"),
                "停牌，理由公开",
                "Halts the trading of an instrument, for a reason that everybody reads")
            .spec(),
        ShortVerb.of(
                Verb.of("resume", ResumeInstrument.TYPE).on("instrument"),
                "复牌",
                "Resumes the trading of an instrument")
            .spec(),
        new ExchangeRun());
  }

  private static ShortVerb open() {
    return ShortVerb.of(
            Verb.of("open", OpenTradingDay.TYPE).on("venue"), "开市", "Opens the trading day")
        .or(
            "venue",
            "签名者唯一的交易场所",
            "the only venue that is the signer's",
            (arguments, session) -> MarketDefaults.text(OwnVenue.of(null, session).value()))
        .or(
            "day",
            "当日（北京时间）",
            "today in Beijing",
            (arguments, session) ->
                MarketDefaults.text(BeijingTime.day(Instant.now(Clock.systemUTC())).toString()));
  }
}
