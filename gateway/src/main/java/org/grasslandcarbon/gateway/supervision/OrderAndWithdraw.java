// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.Name;

/**
 * Listings that are withdrawn, often or much (exchange's rules art. 44 (4); 虚假申报): of one hand on
 * one day, and most of what it listed. What lapses with the day does not count.
 */
final class OrderAndWithdraw implements Detector {
  private static final Setting ORDERS =
      Setting.of("orders", 5, 1, 1_000, "单日撤单次数", "Listings withdrawn in a day");
  private static final Setting TIMES =
      Setting.of("times", 5, 1, 1_000, "或撤单量为当日成交量的倍数", "Or times the day's trades, withdrawn");
  private static final Setting SHARE =
      Setting.of(
          "sharePerMille", 700, 1, 1_000, "占其当日挂牌量的千分比", "Of what it listed that day, per mille");

  @Override
  public String name() {
    return "ORDER_AND_WITHDRAW";
  }

  @Override
  public Clause clause() {
    return Clause.WITHDRAWALS;
  }

  @Override
  public Name title() {
    return Name.of("申报后撤销", "Orders that are withdrawn");
  }

  @Override
  public Name means() {
    return Name.of(
        "同一方单日多次或大量撤回挂牌，且占其挂牌量的大部分。",
        "One hand withdraws listings often or many tonnes of them in a day, and most of what it"
            + " listed.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(ORDERS, TIMES, SHARE);
  }

  @Override
  public List<Signal> find(Trading trading, Settings settings) {
    List<Signal> found = new ArrayList<>();
    Map<String, Map<LocalDate, Long>> traded =
        trading.deals().stream()
            .filter(Deal::isListed)
            .collect(
                Collectors.groupingBy(
                    Deal::instrument,
                    Collectors.groupingBy(Deal::day, Collectors.summingLong(Deal::tonnes))));
    trading
        .ordersByInstrument()
        .forEach(
            (instrument, orders) ->
                orders.stream()
                    .collect(
                        Collectors.groupingBy(
                            each -> each.day() + " " + trading.hands().name(each.participant()),
                            TreeMap::new,
                            Collectors.toList()))
                    .values()
                    .forEach(
                        same ->
                            look(
                                same,
                                traded
                                    .getOrDefault(instrument, Map.of())
                                    .getOrDefault(same.get(0).day(), 0L),
                                settings,
                                found)));
    return found;
  }

  /** Of one hand and day, on which some was traded of the instrument. */
  private void look(List<Order> same, long traded, Settings settings, List<Signal> found) {
    List<Order> withdrawn = same.stream().filter(Order::isWithdrawn).toList();
    if (withdrawn.isEmpty()) {
      return;
    }
    long back = withdrawn.stream().mapToLong(Order::remaining).sum();
    long listed = same.stream().mapToLong(Order::quantity).sum();
    boolean often = withdrawn.size() >= settings.get(ORDERS);
    boolean much = traded > 0 && back >= Math.multiplyExact(traded, settings.get(TIMES));
    if ((often || much) && Trading.perMille(back, listed) >= settings.get(SHARE)) {
      found.add(
          Signal.of(
              this,
              same.get(0).instrument(),
              withdrawn.stream().map(Order::participant).toList(),
              same.get(0).day(),
              same.get(0).day(),
              withdrawn.stream().map(Order::id).toList(),
              zh("撤单 %s 次、%s 吨，挂牌 %s 吨，当日成交 %s 吨")
                  .en(
                      "%s listings of %s t withdrawn of %s t listed; %s t were traded that day",
                      withdrawn.size(), back, listed, traded)));
    }
  }
}
