// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.market.Judged;

/** What happens to a market when nodes end in the middle of a trading day. */
final class TradingFaults {
  private static final Duration GOES_ON = Duration.ofSeconds(180);
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(300);

  /** Beside the transfers, which go on; all of it meets in one book, through four gateways. */
  private static final int PER_SECOND = 12;

  private static final int OUTCOMES = 8;

  /** Fewer would say little. */
  private static final int TRADES_LEAST = 20;

  private static final int SHOWN_MOST = 8;

  private TradingFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "trading-day",
            "in the middle of a trading day a gateway, a peer and a chaincode are killed and started"
                + " again, each at another office; book, credits and money are right everywhere",
            false,
            TradingFaults::trade));
  }

  private static void trade(Network network, Load load) throws InterruptedException {
    ExampleSigners founders = new ExampleSigners(network.data());
    TradingDay day = new TradingDay(new RegistryClient(network.gateway(Office.BEIJING)), founders);
    List<OfficeReading> offices =
        Arrays.stream(Office.values()).map(each -> new OfficeReading(network, each)).toList();
    long from = offices.get(0).status().path("height").asLong();
    // A gateway refuses those whom its own peer does not know yet, and that is final.
    Waiting.until(
        "all offices know who trades",
        GOES_ON,
        () ->
            offices.stream()
                .allMatch(each -> each.status().path("projectedBlock").asLong() + 1 >= from));
    try (Load trading = new Load(network, day, "trading-day".hashCode())) {
      trading.start(PER_SECOND);
      trading.awaitOutcomesEverywhere(OUTCOMES, GOES_ON);
      kill(network, trading, Office.TIANJIN, Node.GATEWAY);
      kill(network, trading, Office.HEBEI, Node.PEER);
      kill(network, trading, Office.INNER_MONGOLIA, Node.CHAINCODE);
      trading.stopSending();
      load.stopSending();
      Waiting.until(
          "every instruction has an outcome",
          SETTLED_WITHIN,
          () -> trading.open() == 0 && load.open() == 0);
      long height = Rest.await(offices);
      List<String> violations = new ArrayList<>();
      InstructionSigner authority = founders.get("authority");
      violations.addAll(promises(trading, offices, from, height, day, authority));
      violations.addAll(market(network, trading, offices, from, height, day, authority));
      load.resume();
      FaultFailed.require(
          violations.isEmpty(),
          String.join("\n   ", violations.subList(0, Math.min(SHOWN_MOST, violations.size()))));
    }
  }

  /** The other offices trade on meanwhile; with the node back, all do. */
  private static void kill(Network network, Load trading, Office office, Node node)
      throws InterruptedException {
    network.kill(office, node);
    for (Office other : office.others()) {
      trading.awaitOutcomes(other, OUTCOMES, GOES_ON);
    }
    network.start(office, node);
    trading.awaitOutcomesEverywhere(OUTCOMES, GOES_ON);
  }

  private static List<String> promises(
      Load trading,
      List<OfficeReading> offices,
      long from,
      long height,
      TradingDay day,
      InstructionSigner reader) {
    List<Promise> promises = trading.promises();
    List<OfficeState> states =
        offices.parallelStream()
            .map(each -> each.state(from, height, promises, List.of(), day.batch(), reader))
            .toList();
    return Invariants.violations(promises, Map.of(), states);
  }

  private static List<String> market(
      Network network,
      Load trading,
      List<OfficeReading> offices,
      long from,
      long height,
      TradingDay day,
      InstructionSigner reader) {
    List<String> violations = new ArrayList<>();
    List<MarketState> states = new ArrayList<>();
    for (Office office : Office.values()) {
      List<Judged> judged = offices.get(office.ordinal()).judged(from, height);
      MarketState state =
          new MarketReading(new RegistryClient(network.gateway(office)), day, reader)
              .state(day.opening().traders());
      MarketInvariants.violations(day.opening(), trading.signed(), judged, state)
          .forEach(each -> violations.add(office + ": " + each));
      states.add(state);
      if (!state.equals(states.get(0))) {
        violations.add(office + "'s gateway says otherwise of the market than the first one's");
      }
    }
    int trades = states.get(0).trades().size();
    if (trades < TRADES_LEAST) {
      violations.add("only " + trades + " trades were made");
    }
    return violations;
  }
}
