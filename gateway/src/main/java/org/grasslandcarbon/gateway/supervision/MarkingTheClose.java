// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Name;

/**
 * Whose trades in the last minutes of days pull the price away from the day's (exchange's rules
 * art. 44 (6)): the day's average is the next day's base. On several days, since one late purchase
 * is nothing.
 */
final class MarkingTheClose implements Detector {
  private static final Setting MINUTES =
      Setting.of("minutes", 10, 1, 120, "收市前分钟数", "Minutes before the end of trading");
  private static final Setting MOVE =
      Setting.of(
          "perMille",
          20,
          1,
          1_000,
          "偏离当日此前均价的千分比",
          "Distance from the day's average before, per mille");
  private static final Setting SHARE =
      Setting.of(
          "sharePerMille",
          500,
          1,
          1_000,
          "占收市前成交量的千分比",
          "Of what is traded in these minutes, per mille");
  private static final Setting DAYS =
      Setting.of("days", 2, 1, 92, "期间内的最少交易日数", "Trading days in the period");

  @Override
  public String name() {
    return "MARKING_THE_CLOSE";
  }

  @Override
  public Clause clause() {
    return Clause.OTHER;
  }

  @Override
  public Name title() {
    return Name.of("影响收市价格", "Marking the close");
  }

  @Override
  public Name means() {
    return Name.of(
        "同一方多日在收市前以偏离当日均价的价格摘牌，占收市前成交的大部分。",
        "One hand takes listings shortly before the end of several days at prices away from the"
            + " day's average, and most of what is traded then.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(MINUTES, MOVE, SHARE, DAYS);
  }

  @Override
  public List<Signal> find(Trading trading, Settings settings) {
    List<Signal> found = new ArrayList<>();
    trading
        .dealsByInstrument()
        .forEach(
            (instrument, deals) -> {
              SortedMap<String, List<Deal>> marks = new TreeMap<>();
              deals.stream()
                  .filter(Deal::isListed)
                  .collect(Collectors.groupingBy(Deal::day, TreeMap::new, Collectors.toList()))
                  .values()
                  .forEach(day -> look(day, trading, settings, marks));
              marks
                  .values()
                  .forEach(
                      late -> {
                        TreeSet<LocalDate> days =
                            late.stream()
                                .map(Deal::day)
                                .collect(Collectors.toCollection(TreeSet::new));
                        if (days.size() >= settings.get(DAYS)) {
                          found.add(signal(instrument, late, days, settings));
                        }
                      });
            });
    return found;
  }

  /** Of one day: adds by hand what it took late at a price away from the day's. */
  private static void look(
      List<Deal> day, Trading trading, Settings settings, SortedMap<String, List<Deal>> marks) {
    Integer end = trading.ends().get(day.get(0).venue().value());
    if (end == null) {
      return;
    }
    int from = end - settings.get(MINUTES);
    List<Deal> before = day.stream().filter(each -> minute(each) < from).toList();
    List<Deal> late = day.stream().filter(each -> minute(each) >= from).toList();
    long average = Trading.average(before);
    if (average == 0) {
      return;
    }
    long tonnes = Trading.tonnes(late.stream());
    late.stream()
        .collect(
            Collectors.groupingBy(
                each -> trading.hands().name(each.aggressor()), TreeMap::new, Collectors.toList()))
        .forEach(
            (hand, own) -> {
              boolean most =
                  Trading.perMille(Trading.tonnes(own.stream()), tonnes) >= settings.get(SHARE);
              if (most && Trading.apart(Trading.average(own), average) >= settings.get(MOVE)) {
                marks.computeIfAbsent(hand, each -> new ArrayList<>()).addAll(own);
              }
            });
  }

  private static int minute(Deal deal) {
    return BeijingTime.minute(deal.at());
  }

  private Signal signal(
      String instrument, List<Deal> late, TreeSet<LocalDate> days, Settings settings) {
    return Signal.of(
        this,
        instrument,
        late.stream().map(Deal::aggressor).toList(),
        days.first(),
        days.last(),
        late.stream().map(Deal::id).toList(),
        zh("%s 个交易日在收市前 %s 分钟内以偏离当日均价的价格摘牌，共 %s 吨")
            .en(
                "on %s days, in the last %s minutes, listings taken away from the day's average, %s t",
                days.size(), settings.get(MINUTES), Trading.tonnes(late.stream())));
  }
}
