// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Name;

/**
 * Many listings of one hand on one side in a short time, or listings of a day that are many times
 * what is traded on a day (exchange's rules art. 44 (3)).
 */
final class DenseOrders implements Detector {
  private static final Setting ORDERS =
      Setting.of("orders", 20, 2, 1_000, "时段内同一方向的挂牌数", "Listings of a side in the time");
  private static final Setting MINUTES =
      Setting.of("minutes", 10, 1, 240, "时段长度（分钟）", "Minutes of the time");
  private static final Setting TIMES =
      Setting.of(
          "times",
          10,
          2,
          1_000,
          "单日挂牌量为日均成交量的倍数",
          "Times the average day's trades, listed in a day");

  @Override
  public String name() {
    return "DENSE_ORDERS";
  }

  @Override
  public Clause clause() {
    return Clause.ORDERS;
  }

  @Override
  public Name title() {
    return Name.of("大额或密集申报", "Large or dense orders");
  }

  @Override
  public Name means() {
    return Name.of(
        "同一方在短时间内同方向多次挂牌，或单日挂牌量数倍于日均成交量。",
        "One hand lists many times on one side in a short time, or lists many times in a day what is"
            + " traded on an average day.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(ORDERS, MINUTES, TIMES);
  }

  @Override
  public List<Signal> find(Trading trading, Settings settings) {
    List<Signal> found = new ArrayList<>();
    trading
        .ordersByInstrument()
        .forEach(
            (instrument, orders) -> {
              List<Deal> deals =
                  trading.dealsByInstrument().getOrDefault(instrument, List.of()).stream()
                      .filter(Deal::isListed)
                      .toList();
              long days = deals.stream().map(Deal::day).distinct().count();
              long average = days == 0 ? 0 : Trading.tonnes(deals.stream()) / days;
              orders.stream()
                  .collect(
                      Collectors.groupingBy(
                          each ->
                              each.day()
                                  + " "
                                  + trading.hands().name(each.participant())
                                  + " "
                                  + each.side(),
                          TreeMap::new,
                          Collectors.toList()))
                  .values()
                  .forEach(same -> look(instrument, same, average, settings, found));
            });
    return found;
  }

  /** Of one hand, day and side. */
  private void look(
      String instrument, List<Order> same, long average, Settings settings, List<Signal> found) {
    Duration time = Duration.ofMinutes(settings.get(MINUTES));
    int first = 0;
    int most = 0;
    int mostAt = 0;
    for (int last = 0; last < same.size(); last++) {
      while (Duration.between(same.get(first).at(), same.get(last).at()).compareTo(time) > 0) {
        first++;
      }
      if (last - first + 1 > most) {
        most = last - first + 1;
        mostAt = first;
      }
    }
    long tonnes = same.stream().mapToLong(Order::quantity).sum();
    LocalDate day = same.get(0).day();
    if (most >= settings.get(ORDERS)) {
      List<Order> dense = same.subList(mostAt, mostAt + most);
      found.add(
          signal(
              instrument,
              dense,
              day,
              zh("%s 分钟内同方向挂牌 %s 次")
                  .en("within %s minutes %s listings of a side", settings.get(MINUTES), most)));
    } else if (average > 0 && tonnes >= Math.multiplyExact(average, settings.get(TIMES))) {
      found.add(
          signal(
              instrument,
              same,
              day,
              zh("单日挂牌 %s 吨，日均成交 %s 吨")
                  .en("%s t listed in a day, %s t traded on an average day", tonnes, average)));
    }
  }

  private Signal signal(String instrument, List<Order> some, LocalDate day, Detail why) {
    return Signal.of(
        this,
        instrument,
        some.stream().map(Order::participant).toList(),
        day,
        day,
        some.stream().map(Order::id).toList(),
        why);
  }
}
