// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * What must hold when many take from one instrument: nobody oversells, everybody gets what a book
 * on paper gives in the ledger's order, nobody is refused for anything else, a gateway lets nobody
 * pass who came later, and no gateway lets its people wait much longer than another.
 *
 * <p>It knows only what it is given, so that a test can give it what must not be.
 */
final class RushRules {
  /** By how much the slowest gateway's median wait may exceed the fastest's. */
  static final int WAIT_RATIO_MOST = 5;

  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final Map<InstructionId, Signed> signed;
  private final List<Sent> sent;
  private final List<Judged> judged;
  private final List<String> violations = new ArrayList<>();

  private RushRules(List<Signed> signed, List<Sent> sent, List<Judged> judged) {
    this.signed =
        signed.stream().collect(Collectors.toMap(each -> each.text().id(), Function.identity()));
    this.sent = sent;
    this.judged = judged.stream().filter(each -> this.signed.containsKey(each.id())).toList();
  }

  /**
   * Everything that does not hold; empty when all does.
   *
   * @param signed all that was signed, listings too
   * @param sent the takings as their senders saw them
   * @param judged what the blocks say, in their order
   */
  static List<String> violations(List<Signed> signed, List<Sent> sent, List<Judged> judged) {
    RushRules rules = new RushRules(signed, sent, judged);
    rules.oneOutcome();
    rules.noOverselling();
    rules.onPaper();
    rules.arrivalOrder();
    rules.waits();
    return rules.violations;
  }

  private void oneOutcome() {
    Map<InstructionId, String> outcomes = new HashMap<>();
    for (Judged each : judged) {
      if (outcomes.put(each.id(), each.outcome()) != null) {
        violations.add(each.id() + " was judged twice");
      }
    }
    for (Sent each : sent) {
      if (!each.outcome().equals(outcomes.get(each.id()))) {
        violations.add(
            each.id() + " was told " + each.outcome() + " and is " + outcomes.get(each.id()));
      }
    }
  }

  /** Of each listing no more is sold than was listed, and no serial number twice. */
  private void noOverselling() {
    Map<InstructionId, Long> left = new HashMap<>();
    for (Signed each : signed.values()) {
      if (each.action() instanceof PlaceListing listing) {
        left.put(each.text().id(), listing.quantity().value());
      }
    }
    Set<String> sold = new HashSet<>();
    for (Trade trade : trades()) {
      InstructionId listing = trade.sellerListing().orElseThrow();
      if (left.merge(listing, -trade.tonnes().value(), Long::sum) < 0) {
        violations.add("of " + listing + " more is sold than was listed: trade " + trade.number());
      }
      trade.serials().ranges().stream()
          .flatMapToLong(range -> LongStream.rangeClosed(range.start(), range.end()))
          .mapToObj(serial -> trade.batch() + "-" + serial)
          .filter(serial -> !sold.add(serial))
          .forEach(serial -> violations.add(serial + " is sold twice"));
    }
  }

  private List<Trade> trades() {
    return judged.stream().flatMap(each -> each.trades().stream()).toList();
  }

  private void onPaper() {
    PaperDay paper = new PaperDay(Set.of());
    judged.forEach(each -> paper.play(signed.get(each.id()), each));
    violations.addAll(paper.violations());
  }

  /** Who was stored before another was sent, at one gateway, is judged before it. */
  private void arrivalOrder() {
    Map<InstructionId, Sent> bySender =
        sent.stream().collect(Collectors.toMap(Sent::id, Function.identity()));
    Map<Integer, Sent> latest = new HashMap<>();
    for (Judged each : judged) {
      Sent now = bySender.get(each.id());
      if (now != null) {
        Sent before = latest.get(now.gateway());
        if (before != null && now.storedNanos() < before.sentNanos()) {
          violations.add(
              before.id() + " came after " + now.id() + " to one gateway and was judged before it");
        }
        if (before == null || now.sentNanos() > before.sentNanos()) {
          latest.put(now.gateway(), now);
        }
      }
    }
  }

  private void waits() {
    Map<Integer, Double> medians = medianWaits(sent);
    double slowest = medians.values().stream().mapToDouble(each -> each).max().orElseThrow();
    double fastest = medians.values().stream().mapToDouble(each -> each).min().orElseThrow();
    if (slowest > fastest * WAIT_RATIO_MOST) {
      violations.add(
          String.format(
              Locale.ROOT,
              "the slowest gateway's median wait is %.1f times the fastest's: ms by gateway %s",
              slowest / fastest,
              medians));
    }
  }

  /** How long takers waited at each gateway, the median in milliseconds. */
  static Map<Integer, Double> medianWaits(List<Sent> sent) {
    Map<Integer, List<Long>> waits =
        sent.stream()
            .collect(
                Collectors.groupingBy(
                    Sent::gateway,
                    TreeMap::new,
                    Collectors.mapping(Sent::waitedNanos, Collectors.toList())));
    Map<Integer, Double> medians = new TreeMap<>();
    waits.forEach(
        (gateway, nanos) ->
            medians.put(
                gateway,
                nanos.stream().sorted().toList().get(nanos.size() / 2) / NANOS_PER_MILLISECOND));
    return medians;
  }
}
