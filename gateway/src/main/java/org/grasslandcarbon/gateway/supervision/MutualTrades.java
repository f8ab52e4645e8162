// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.Name;

/**
 * Two accounts that trade with each other again and again (exchange's rules art. 44 (2)): two that
 * are related, in any direction; two that nobody has said to be related, in both directions, and
 * mostly with each other.
 */
final class MutualTrades implements Detector {
  private static final Setting RELATED =
      Setting.of("related", 3, 1, 1_000, "关联账户之间的成交日次数", "Dealings of related accounts");
  private static final Setting RELATED_SHARE =
      Setting.of(
          "relatedPerMille",
          200,
          1,
          1_000,
          "占较小一方成交量的千分比（关联账户）",
          "Of the smaller one's tonnes, per mille, of related accounts");
  private static final Setting ROUNDS =
      Setting.of("rounds", 2, 1, 1_000, "每个方向的成交日次数（固定账户）", "Dealings in each direction");
  private static final Setting SHARE =
      Setting.of(
          "sharePerMille",
          500,
          1,
          1_000,
          "占双方各自成交量的千分比（固定账户）",
          "Of the tonnes of either, per mille");

  @Override
  public String name() {
    return "MUTUAL_TRADES";
  }

  @Override
  public Clause clause() {
    return Clause.MUTUAL;
  }

  @Override
  public Name title() {
    return Name.of("互相交易", "Mutual trades");
  }

  @Override
  public Name means() {
    return Name.of(
        "关联账户之间多次成交，或两个账户主要彼此往返成交；同一日同一方向的成交计为一次。",
        "Related accounts deal with each other several times, or two accounts deal to and fro and"
            + " mostly with each other; what goes one way on one day is one dealing.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(RELATED, RELATED_SHARE, ROUNDS, SHARE);
  }

  /** What two accounts did with each other, the one with the lower code first. */
  private static final class Pair {
    private final List<Flow> there = new ArrayList<>();
    private final List<Flow> back = new ArrayList<>();

    private long tonnes() {
      return Stream.concat(there.stream(), back.stream()).mapToLong(Flow::tonnes).sum();
    }

    private List<Flow> all() {
      return Stream.concat(there.stream(), back.stream()).toList();
    }
  }

  @Override
  public List<Signal> find(Trading trading, Settings settings) {
    List<Signal> found = new ArrayList<>();
    trading
        .dealsByInstrument()
        .forEach((instrument, deals) -> found.addAll(find(instrument, deals, trading, settings)));
    return found;
  }

  private List<Signal> find(
      String instrument, List<Deal> deals, Trading trading, Settings settings) {
    SortedMap<String, Pair> pairs = new TreeMap<>();
    SortedMap<String, Long> volume = new TreeMap<>();
    for (Flow flow : Flow.of(deals)) {
      volume.merge(flow.seller(), flow.tonnes(), Math::addExact);
      volume.merge(flow.buyer(), flow.tonnes(), Math::addExact);
      boolean there = flow.seller().compareTo(flow.buyer()) < 0;
      String name = there ? flow.seller() + " " + flow.buyer() : flow.buyer() + " " + flow.seller();
      Pair pair = pairs.computeIfAbsent(name, each -> new Pair());
      (there ? pair.there : pair.back).add(flow);
    }
    List<Signal> found = new ArrayList<>();
    pairs.forEach(
        (name, pair) -> {
          String one = name.substring(0, name.indexOf(' '));
          String other = name.substring(name.indexOf(' ') + 1);
          long less = Math.min(volume.get(one), volume.get(other));
          long more = Math.max(volume.get(one), volume.get(other));
          boolean related =
              trading.hands().areRelated(one, other)
                  && pair.all().size() >= settings.get(RELATED)
                  && Trading.perMille(pair.tonnes(), less) >= settings.get(RELATED_SHARE);
          boolean fixed =
              Math.min(pair.there.size(), pair.back.size()) >= settings.get(ROUNDS)
                  && Trading.perMille(pair.tonnes(), more) >= settings.get(SHARE);
          if (related || fixed) {
            found.add(signal(instrument, one, other, pair, related, less));
          }
        });
    return found;
  }

  private Signal signal(
      String instrument, String one, String other, Pair pair, boolean related, long less) {
    List<Flow> all = pair.all();
    int there = pair.there.size();
    int back = pair.back.size();
    return Signal.of(
        this,
        instrument,
        List.of(one, other),
        all.stream().map(Flow::day).min(LocalDate::compareTo).orElseThrow(),
        all.stream().map(Flow::day).max(LocalDate::compareTo).orElseThrow(),
        Flow.ids(all),
        related
            ? zh("关联账户之间成交 %s 次、%s 吨，较小一方共成交 %s 吨")
                .en(
                    "related accounts dealt %s times with each other, %s t of the smaller one's %s",
                    there + back, pair.tonnes(), less)
            : zh("两个账户往返成交 %s 次与 %s 次，共 %s 吨，占双方成交的大部分")
                .en(
                    "two accounts dealt %s times there and %s times back, %s t, most of what either"
                        + " traded",
                    there, back, pair.tonnes()));
  }
}
