// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.value.Name;

/**
 * Credits that come back to where they came from in some steps (exchange's rules art. 44 (2); 循环
 * 对敲). A step goes on from whoever got them or from one of the same hand, with about as many
 * tonnes. A ring that a relation closes is one as it stands; accounts that nobody has said to be
 * related must go round more than once, since that happens to honest traders.
 */
final class WashRings implements Detector {
  /**
   * Steps that are tried for one instrument: some seconds. Honest markets need a few a trade, since
   * most who buy do not sell the same tonnes again.
   */
  static final int TRIES_MOST = 2_000_000;

  /** For all instruments, shared evenly: a busy one takes nothing from the others. */
  private static final int TRIES_IN_ALL_MOST = 20_000_000;

  private static final Setting DAYS =
      Setting.of("days", 30, 1, 92, "一圈的最长日历日数", "Calendar days that a ring takes at most");
  private static final Setting STEPS =
      Setting.of("steps", 4, 2, 5, "一圈的最多成交步数", "Steps of a ring at most");
  private static final Setting TOLERANCE =
      Setting.of(
          "tolerancePerMille", 200, 0, 900, "各步数量之差的千分比", "By how much steps differ, per mille");
  private static final Setting ROUNDS =
      Setting.of("rounds", 2, 1, 100, "无关联记载时的最少圈数", "Rounds of accounts not known to be related");
  private static final Setting TONNES =
      Setting.of("tonnes", 10, 1, 1_000_000_000, "每步最少数量（吨）", "Tonnes of a step at least");

  @Override
  public String name() {
    return "WASH_RING";
  }

  @Override
  public Clause clause() {
    return Clause.MUTUAL;
  }

  @Override
  public Name title() {
    return Name.of("循环交易", "Wash rings");
  }

  @Override
  public Name means() {
    return Name.of(
        "数量相近的减排量经若干步成交回到原卖方或其关联账户。",
        "About the same tonnes come back to their seller, or to an account related to it, in some"
            + " steps.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(DAYS, STEPS, TOLERANCE, ROUNDS, TONNES);
  }

  @Override
  public List<Signal> find(Trading trading, Settings settings) {
    return look(trading, settings).signals();
  }

  @Override
  public Findings look(Trading trading, Settings settings) {
    SortedMap<String, List<Deal>> byInstrument = trading.dealsByInstrument();
    int tries = Math.min(TRIES_MOST, TRIES_IN_ALL_MOST / Math.max(1, byInstrument.size()));
    List<Signal> found = new ArrayList<>();
    List<String> incomplete = new ArrayList<>();
    byInstrument.forEach(
        (instrument, deals) -> {
          Search search = new Search(instrument, deals, trading.hands(), settings, tries);
          found.addAll(search.signals());
          if (search.tries > tries) {
            incomplete.add(instrument);
          }
        });
    return new Findings(found, incomplete);
  }

  /** Rings of the same accounts. */
  private static final class Rings {
    private final Set<Flow> flows = new LinkedHashSet<>();
    private int count;
    private boolean related;
  }

  /** Looks for the rings of one instrument. */
  private final class Search {
    private final String instrument;
    private final Hands hands;
    private final Settings settings;
    private final List<Flow> flows;
    private final Map<String, NavigableMap<LocalDate, List<Flow>>> bySeller = new HashMap<>();
    private final SortedMap<String, Rings> rings = new TreeMap<>();
    private final Deque<Flow> way = new ArrayDeque<>();
    private final int triesMost;
    private int tries;

    /** What may follow the first step on the way, by seller, each the oldest first. */
    private final Map<String, List<Flow>> candidates = new HashMap<>();

    Search(String instrument, List<Deal> deals, Hands hands, Settings settings, int triesMost) {
      this.instrument = instrument;
      this.hands = hands;
      this.settings = settings;
      this.triesMost = triesMost;
      this.flows =
          Flow.of(deals).stream().filter(each -> each.tonnes() >= settings.get(TONNES)).toList();
      flows.forEach(
          each ->
              bySeller
                  .computeIfAbsent(each.seller(), seller -> new TreeMap<>())
                  .computeIfAbsent(each.day(), day -> new ArrayList<>())
                  .add(each));
    }

    List<Signal> signals() {
      for (Flow first : flows) {
        // Within one hand nothing has left it that could come back.
        if (!hands.areOne(first.seller(), first.buyer())) {
          way.addLast(first);
          candidates.clear();
          goOn(first, first);
          way.removeLast();
        }
      }
      List<Signal> found = new ArrayList<>();
      rings.forEach(
          (names, ring) -> {
            if (ring.related || ring.count >= settings.get(ROUNDS)) {
              found.add(signal(names, ring));
            }
          });
      return found;
    }

    private void goOn(Flow first, Flow last) {
      for (String holder : hands.of(last.buyer())) {
        List<Flow> all = candidates.computeIfAbsent(holder, seller -> candidates(first, seller));
        for (Flow next : all.subList(later(all, last), all.size())) {
          if (++tries > triesMost) {
            return;
          }
          way.addLast(next);
          if (hands.areOne(next.buyer(), first.seller())) {
            remember(first, next);
          } else if (way.size() < settings.get(STEPS)) {
            goOn(first, next);
          }
          way.removeLast();
        }
      }
    }

    private List<Flow> candidates(Flow first, String seller) {
      NavigableMap<LocalDate, List<Flow>> days = bySeller.get(seller);
      return days == null
          ? List.of()
          : days
              .subMap(first.day(), true, first.day().plusDays(settings.get(DAYS)), true)
              .values()
              .stream()
              .flatMap(List::stream)
              .filter(each -> isAboutAsMany(first, each))
              .filter(each -> !hands.areOne(each.seller(), each.buyer()))
              .toList();
    }

    /** Where those begin that are later than a step: none is on the way already. */
    private static int later(List<Flow> all, Flow last) {
      int from = 0;
      int to = all.size();
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (all.get(middle).begins().isAfter(last.begins())) {
          to = middle;
        } else {
          from = middle + 1;
        }
      }
      return from;
    }

    private boolean isAboutAsMany(Flow first, Flow next) {
      return Trading.apart(next.tonnes(), first.tonnes()) <= settings.get(TOLERANCE);
    }

    private void remember(Flow first, Flow last) {
      Set<String> names = new TreeSet<>();
      boolean related = !last.buyer().equals(first.seller());
      Flow before = null;
      for (Flow each : way) {
        names.add(each.seller());
        names.add(each.buyer());
        related |= before != null && !before.buyer().equals(each.seller());
        before = each;
      }
      Rings same = rings.computeIfAbsent(String.join(" ", names), each -> new Rings());
      // A ring that begins elsewhere on the same way round is the same ring.
      if (same.flows.addAll(way)) {
        same.count++;
      }
      same.related |= related;
    }

    private Signal signal(String names, Rings ring) {
      List<Flow> all = List.copyOf(ring.flows);
      LocalDate from = all.stream().map(Flow::day).min(LocalDate::compareTo).orElseThrow();
      LocalDate to = all.stream().map(Flow::day).max(LocalDate::compareTo).orElseThrow();
      long tonnes = all.stream().mapToLong(Flow::tonnes).max().orElseThrow();
      return Signal.of(
          WashRings.this,
          instrument,
          List.of(names.split(" ")),
          from,
          to,
          Flow.ids(all),
          ring.related
              ? zh("至多 %s 吨经 %s 笔往来回到关联账户")
                  .en(
                      "up to %s t came back to a related account in %s dealings",
                      tonnes, all.size())
              : zh("至多 %s 吨在同一组账户中循环 %s 圈，共 %s 笔往来")
                  .en(
                      "up to %s t went round the same accounts %s times, in %s dealings",
                      tonnes, ring.count, all.size()));
    }
  }
}
