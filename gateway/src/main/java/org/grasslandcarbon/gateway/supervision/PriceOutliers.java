// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.value.Name;

/**
 * Prices far from the last one (exchange's rules art. 44 (3)): of listings and of trades in the
 * book, each told of whoever decided on the price, and of blocks, which stand outside of it.
 */
final class PriceOutliers implements Detector {
  private static final Setting LISTED =
      Setting.of(
          "perMille",
          60,
          1,
          1_000,
          "偏离前一挂牌成交价的千分比",
          "Distance from the last listed price, per mille");
  private static final Setting BLOCK =
      Setting.of("blockPerMille", 200, 1, 1_000, "大宗成交价的偏离千分比", "The same of blocks, per mille");
  private static final Setting TIMES =
      Setting.of("times", 2, 1, 1_000, "期间内的最少次数", "Times in the period");

  @Override
  public String name() {
    return "PRICE_OUTLIER";
  }

  @Override
  public Clause clause() {
    return Clause.ORDERS;
  }

  @Override
  public Name title() {
    return Name.of("价格明显偏离", "Prices far from the last");
  }

  @Override
  public Name means() {
    return Name.of(
        "同一方多次以明显偏离前一挂牌成交价的价格挂牌或成交。",
        "One hand lists or trades several times at prices far from the last listed trade.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(LISTED, BLOCK, TIMES);
  }

  /** What one hand did far from the last price. */
  private static final class Far {
    private final List<String> evidence = new ArrayList<>();
    private final List<String> who = new ArrayList<>();
    private LocalDate first;
    private LocalDate last;
    private long most;

    private void add(String id, String participant, LocalDate day, long apart) {
      evidence.add(id);
      who.add(participant);
      first = first == null || day.isBefore(first) ? day : first;
      last = last == null || day.isAfter(last) ? day : last;
      most = Math.max(most, apart);
    }
  }

  @Override
  public List<Signal> find(Trading trading, Settings settings) {
    List<Signal> found = new ArrayList<>();
    SortedMap<String, List<Order>> orders = trading.ordersByInstrument();
    trading
        .dealsByInstrument()
        .forEach(
            (instrument, deals) -> {
              SortedMap<String, Far> far = new TreeMap<>();
              lookAtDeals(deals, trading.hands(), settings, far);
              lookAtOrders(
                  orders.getOrDefault(instrument, List.of()),
                  deals.stream().filter(Deal::isListed).toList(),
                  trading.hands(),
                  settings,
                  far);
              far.values().stream()
                  .filter(each -> each.evidence.size() >= settings.get(TIMES))
                  .forEach(each -> found.add(signal(instrument, each)));
            });
    return found;
  }

  private static void lookAtDeals(
      List<Deal> deals, Hands hands, Settings settings, SortedMap<String, Far> far) {
    long last = 0;
    for (Deal deal : deals) {
      long apart = last == 0 ? 0 : Trading.apart(deal.price(), last);
      boolean block = deal.mode() == Trade.Mode.BLOCK;
      if (deal.isListed() && apart >= settings.get(LISTED)
          || block && apart >= settings.get(BLOCK)) {
        add(far, hands, deal.aggressor(), deal.id(), deal.day(), apart);
        if (block) {
          add(far, hands, deal.seller(), deal.id(), deal.day(), apart);
        }
      }
      last = deal.isListed() ? deal.price() : last;
    }
  }

  private static void lookAtOrders(
      List<Order> orders,
      List<Deal> listed,
      Hands hands,
      Settings settings,
      SortedMap<String, Far> far) {
    int next = 0;
    long last = 0;
    for (Order order : orders) {
      while (next < listed.size() && listed.get(next).at().isBefore(order.at())) {
        last = listed.get(next++).price();
      }
      long apart = last == 0 ? 0 : Trading.apart(order.price(), last);
      if (apart >= settings.get(LISTED)) {
        add(far, hands, order.participant(), order.id(), order.day(), apart);
      }
    }
  }

  private static void add(
      SortedMap<String, Far> far,
      Hands hands,
      String participant,
      String id,
      LocalDate day,
      long apart) {
    far.computeIfAbsent(hands.name(participant), each -> new Far())
        .add(id, participant, day, apart);
  }

  private Signal signal(String instrument, Far far) {
    return Signal.of(
        this,
        instrument,
        far.who,
        far.first,
        far.last,
        far.evidence,
        zh("%s 次挂牌或成交偏离前一挂牌成交价，最多千分之 %s")
            .en(
                "%s listings or trades away from the last listed price, by up to %s per mille",
                far.evidence.size(), far.most));
  }
}
