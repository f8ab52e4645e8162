// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.Name;

/**
 * Who bought or sold much more than otherwise in the days before something became known (exchange's
 * rules art. 44 (1)). Only what is on the ledger counts as news.
 */
final class NewsTrading implements Detector {
  private static final Setting DAYS =
      Setting.of("days", 5, 1, 30, "消息公布前的日历日数", "Calendar days before the news");
  private static final Setting SHARE =
      Setting.of(
          "sharePerMille",
          500,
          1,
          1_000,
          "净买卖量占同期成交量的千分比",
          "Net tonnes of what was traded, per mille");
  private static final Setting TIMES =
      Setting.of("times", 3, 1, 100, "为其平日净买卖量的倍数", "Times what it trades otherwise");
  private static final Setting TONNES =
      Setting.of("tonnes", 1_000, 1, 1_000_000_000, "净买卖量（吨）", "Net tonnes");

  @Override
  public String name() {
    return "NEWS_TRADING";
  }

  @Override
  public Clause clause() {
    return Clause.NEWS;
  }

  @Override
  public Name title() {
    return Name.of("消息公布前大量买卖", "Trading ahead of news");
  }

  @Override
  public Name means() {
    return Name.of(
        "同一方在签发、逆转、抵销规则公布或停牌前的净买卖量占成交量的大部分，且远大于其平日。",
        "One hand's net trading before an issuance, a reversal, an offset rule or a halt is most of"
            + " what was traded and far more than it trades otherwise.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(DAYS, SHARE, TIMES, TONNES);
  }

  @Override
  public List<Signal> find(Trading trading, Settings settings) {
    List<Signal> found = new ArrayList<>();
    SortedMap<String, List<Deal>> all = trading.dealsByInstrument();
    for (News news : trading.news()) {
      List<Deal> deals = all.getOrDefault(news.instrument(), List.of());
      Instant from = news.at().minus(Duration.ofDays(settings.get(DAYS)));
      List<Deal> before =
          deals.stream()
              .filter(each -> !each.at().isBefore(from) && each.at().isBefore(news.at()))
              .toList();
      List<Deal> otherwise =
          deals.stream()
              .filter(each -> each.at().isBefore(from) || !each.at().isBefore(news.at()))
              .toList();
      long traded = Trading.tonnes(before.stream());
      Map<String, Long> usual = net(otherwise, trading.hands());
      long windows = windows(trading, settings.get(DAYS));
      net(before, trading.hands())
          .forEach(
              (hand, tonnes) -> {
                long net = Math.abs(tonnes);
                long usually = Math.abs(usual.getOrDefault(hand, 0L)) / windows;
                if (net >= settings.get(TONNES)
                    && Trading.perMille(net, traded) >= settings.get(SHARE)
                    && net >= Math.multiplyExact(usually, settings.get(TIMES))) {
                  found.add(signal(news, hand, tonnes, traded, usually, before, trading));
                }
              });
    }
    return found;
  }

  /** How many windows of equal length the rest of the period has. */
  private static long windows(Trading trading, int days) {
    long rest = trading.from().until(trading.to(), ChronoUnit.DAYS) + 1 - days;
    return Math.max(1, rest / days);
  }

  private static SortedMap<String, Long> net(List<Deal> deals, Hands hands) {
    SortedMap<String, Long> net = new TreeMap<>();
    for (Deal deal : deals) {
      net.merge(hands.name(deal.buyer()), deal.tonnes(), Math::addExact);
      net.merge(hands.name(deal.seller()), -deal.tonnes(), Math::addExact);
    }
    return net;
  }

  private Signal signal(
      News news,
      String hand,
      long tonnes,
      long traded,
      long usually,
      List<Deal> before,
      Trading trading) {
    List<Deal> own =
        before.stream()
            .filter(
                each ->
                    trading.hands().name(each.buyer()).equals(hand)
                        || trading.hands().name(each.seller()).equals(hand))
            .toList();
    List<String> who =
        own.stream()
            .flatMap(each -> Stream.of(each.buyer(), each.seller()))
            .filter(each -> trading.hands().name(each).equals(hand))
            .toList();
    List<String> evidence = new ArrayList<>(List.of(news.id()));
    own.forEach(each -> evidence.add(each.id()));
    return Signal.of(
        this,
        news.instrument(),
        who,
        own.get(0).day(),
        own.get(own.size() - 1).day(),
        evidence,
        tonnes > 0
            ? zh("%s公布前净买入 %s 吨，同期成交 %s 吨，平日同样长的时间净买卖 %s 吨")
                .en(
                    "before %s %s t net were bought of %s t traded then, otherwise %s t in as many"
                        + " days",
                    news.what(), tonnes, traded, usually)
            : zh("%s公布前净卖出 %s 吨，同期成交 %s 吨，平日同样长的时间净买卖 %s 吨")
                .en(
                    "before %s %s t net were sold of %s t traded then, otherwise %s t in as many"
                        + " days",
                    news.what(), -tonnes, traded, usually));
  }
}
