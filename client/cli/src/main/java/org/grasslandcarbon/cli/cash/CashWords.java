// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.cash;

import java.util.List;
import org.grasslandcarbon.cli.market.MarketDefaults;
import org.grasslandcarbon.cli.noun.ShortVerb;
import org.grasslandcarbon.domain.ledger.Noun.Verb;
import org.grasslandcarbon.domain.settlement.RequestWithdrawal;

/** What those who have money at a bank type, beside what is made from the catalogue. */
public final class CashWords {
  private CashWords() {}

  /** The commands that stand at the noun besides. */
  public static List<Object> all() {
    return List.of(new CashBalance(), request().spec());
  }

  private static ShortVerb request() {
    return ShortVerb.of(
            Verb.of("request", RequestWithdrawal.TYPE), "申请出金", "Asks the bank to pay money out")
        .or("asset", "CNY", "CNY", (arguments, session) -> MarketDefaults.text("CNY"))
        .or(
            "bank",
            "签名者有该资金的唯一银行",
            "the only bank at which the signer has it",
            MarketDefaults::bank);
  }
}
