// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.Name;

/**
 * Who buys dear and sells cheap again and again moves money to somebody, or prices (exchange's
 * rules art. 44 (5)). What a hand trades within itself does not count here.
 */
final class BuyHighSellLow implements Detector {
  private static final Setting DEALINGS =
      Setting.of("dealings", 3, 1, 1_000, "买入与卖出各自的最少次数", "Purchases, and sales, at least");
  private static final Setting LOSS =
      Setting.of(
          "perMille",
          15,
          1,
          1_000,
          "与他人成交均价相比的损失（千分比）",
          "Loss against what others paid, per mille");

  @Override
  public String name() {
    return "BUY_HIGH_SELL_LOW";
  }

  @Override
  public Clause clause() {
    return Clause.HIGH_LOW;
  }

  @Override
  public Name title() {
    return Name.of("高买低卖", "Buying high and selling low");
  }

  @Override
  public Name means() {
    return Name.of(
        "同一方多次以高于当日他人成交均价买入、低于均价卖出；同一日与同一对手的成交计为一次。",
        "One hand buys above and sells below what others pay on the day, several times each; trades"
            + " with one counterparty on one day are one.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(DEALINGS, LOSS);
  }

  @Override
  public List<Signal> find(Trading trading, Settings settings) {
    List<Signal> found = new ArrayList<>();
    trading
        .dealsByInstrument()
        .forEach(
            (instrument, deals) -> {
              List<Deal> outward =
                  deals.stream()
                      .filter(each -> !trading.hands().areOne(each.buyer(), each.seller()))
                      .toList();
              SortedSet<String> hands = new TreeSet<>();
              outward.forEach(each -> hands.add(trading.hands().name(each.buyer())));
              hands.forEach(hand -> look(instrument, hand, outward, trading, settings, found));
            });
    return found;
  }

  private void look(
      String instrument,
      String hand,
      List<Deal> deals,
      Trading trading,
      Settings settings,
      List<Signal> found) {
    Prices others = new Prices(deals, hand, trading.hands());
    List<Deal> bought = new ArrayList<>();
    List<Deal> sold = new ArrayList<>();
    long dear = 0;
    long cheap = 0;
    long worth = 0;
    for (Deal deal : deals) {
      boolean buys = trading.hands().name(deal.buyer()).equals(hand);
      boolean sells = trading.hands().name(deal.seller()).equals(hand);
      long price = others.on(deal.day());
      if ((buys || sells) && price > 0) {
        (buys ? bought : sold).add(deal);
        long difference = Math.multiplyExact(deal.price() - price, deal.tonnes());
        dear += buys ? difference : 0;
        cheap += buys ? 0 : -difference;
        worth = Math.addExact(worth, Math.multiplyExact(price, deal.tonnes()));
      }
    }
    int dealings = Math.min(Flow.of(bought).size(), Flow.of(sold).size());
    long lost = dear > 0 && cheap > 0 ? Trading.perMille(dear + cheap, worth) : 0;
    if (dealings >= settings.get(DEALINGS) && lost >= settings.get(LOSS)) {
      List<Deal> all =
          Stream.concat(bought.stream(), sold.stream()).sorted(Trading.IN_TIME).toList();
      found.add(
          Signal.of(
              this,
              instrument,
              Stream.concat(bought.stream().map(Deal::buyer), sold.stream().map(Deal::seller))
                  .toList(),
              all.get(0).day(),
              all.get(all.size() - 1).day(),
              all.stream().map(Deal::id).toList(),
              zh("买入高于、卖出低于当日他人成交均价，各至少 %s 次，合计损失为成交金额的千分之 %s")
                  .en(
                      "bought above and sold below what others paid on the day, each at least %s"
                          + " times, at a loss of %s per mille",
                      dealings, lost)));
    }
  }

  /** What others than a hand paid on each day; on a day without any, what they paid last. */
  private static final class Prices {
    private final TreeMap<LocalDate, Long> averages = new TreeMap<>();

    Prices(List<Deal> deals, String hand, Hands hands) {
      deals.stream()
          .filter(Deal::isListed)
          .filter(each -> !hands.name(each.buyer()).equals(hand))
          .filter(each -> !hands.name(each.seller()).equals(hand))
          .collect(Collectors.groupingBy(Deal::day))
          .forEach((day, some) -> averages.put(day, Trading.average(some)));
    }

    /** Fen a tonne; 0 where nobody else has traded yet. */
    long on(LocalDate day) {
      Map.Entry<LocalDate, Long> known = averages.floorEntry(day);
      return known == null ? 0 : known.getValue();
    }
  }
}
