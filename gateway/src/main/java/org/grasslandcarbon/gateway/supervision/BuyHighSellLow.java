// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
      Setting.of("perMille", 30, 1, 1_000, "卖出均价低于买入均价的千分比", "Sold below what was paid, per mille");

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
        "同一方多次买入和卖出，卖出均价明显低于买入均价；同一日与同一对手的成交计为一次。",
        "One hand buys and sells several times, at an average well below what it paid; trades with"
            + " one counterparty on one day are one.");
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
    List<Deal> bought =
        deals.stream().filter(each -> trading.hands().name(each.buyer()).equals(hand)).toList();
    List<Deal> sold =
        deals.stream().filter(each -> trading.hands().name(each.seller()).equals(hand)).toList();
    int dealings = Math.min(Flow.of(bought).size(), Flow.of(sold).size());
    long paid = Trading.average(bought);
    long got = Trading.average(sold);
    if (dealings >= settings.get(DEALINGS)
        && got < paid
        && Trading.apart(got, paid) >= settings.get(LOSS)) {
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
              zh("买入均价每吨 %s 分，卖出均价每吨 %s 分，各至少 %s 次")
                  .en(
                      "bought at %s fen a tonne on average and sold at %s, each at least %s times",
                      paid, got, dealings)));
    }
  }
}
