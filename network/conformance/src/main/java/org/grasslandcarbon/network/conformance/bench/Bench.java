// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.network.conformance.faults.Network;
import org.grasslandcarbon.network.conformance.faults.Office;

/**
 * The registry against a plain chaincode of one transfer a transaction, on the same ledger, in one
 * run, so that their ratios mean something. What is compared, and how fairly, is told in {@code
 * docs/internals/benchmarks.md}.
 */
final class Bench {
  private final BenchTarget target;
  private final BenchSize size;
  private final PlainLoad plain;
  private final RegistryLoad registry;
  private final TradeLoad trades;
  private final List<Round> otherPlain = new ArrayList<>();

  private Bench(BenchTarget target, BenchSize size, PlainLoad plain, RegistryLoad registry) {
    this.target = target;
    this.size = size;
    this.plain = plain;
    this.registry = registry;
    this.trades = new TradeLoad(target, registry, size);
  }

  /**
   * Takes {@code embedded}, or {@code fabric} with the directory of the network's scripts, that of
   * its data, its first port and the first office's MSP id; then perhaps the numbers of
   * instructions and of plain transfers of a round.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> rest = List.of(arguments).subList(1, arguments.length);
    Path work = Files.createTempDirectory("grassland-bench");
    try {
      if (arguments[0].equals("fabric")) {
        FabricTarget target =
            new FabricTarget(
                new Network(
                    Path.of(rest.get(0)), Path.of(rest.get(1)), Integer.parseInt(rest.get(2))),
                Office.BEIJING,
                rest.get(3));
        print(target, BenchSize.FABRIC.with(rest.subList(4, rest.size())), work);
      } else {
        try (EmbeddedTarget target = new EmbeddedTarget(work.resolve("data"))) {
          print(target, BenchSize.EMBEDDED.with(rest), work);
        }
      }
    } finally {
      delete(work);
    }
  }

  private static void print(BenchTarget target, BenchSize size, Path work)
      throws InterruptedException {
    System.out.print(run(target, size, work.resolve("inbox")).text());
  }

  /** Runs all of it. */
  static BenchReport run(BenchTarget target, BenchSize size, Path inbox)
      throws InterruptedException {
    try (PlainLoad plain = new PlainLoad(target);
        RegistryLoad registry = new RegistryLoad(target, inbox, size.holders())) {
      return new Bench(target, size, plain, registry).run();
    }
  }

  private BenchReport run() throws InterruptedException {
    target.companions().ifPresent(BenchTarget.Companions::stop);
    plain.open(size.transfers());
    registry.prepare(target, size.instructions());
    warmUp();
    Round plainSpread =
        bestPlain("plain, spread", atOnce -> plain.spread(size.transfers(), atOnce));
    Round plainHot = bestPlain("plain, one account", atOnce -> plain.hot(size.transfers(), atOnce));
    Round plainInTurn =
        Round.of(
            "plain, one account, one at a time",
            target,
            () -> plain.hot(Math.max(1, size.transfers() / 4), 1));
    List<InstructionText> spread = registry.spread(size.instructions());
    List<InstructionText> hot = registry.hot(size.instructions());
    Round registrySpread =
        Round.of(
            "registry, spread over " + size.holders() + " holders",
            target,
            () -> registry.bring(spread));
    Round registryHot = Round.of("registry, one holder to all", target, () -> registry.bring(hot));
    List<Round> spreadRounds = new ArrayList<>(List.of(plainSpread, registrySpread));
    Latencies plainAlone = new Latencies("plain submit");
    Latencies registryAlone = new Latencies("instruction, from inbox to final");
    alone(plainAlone, registryAlone);
    List<Round> tradeRounds = trades();
    if (target.companions().isPresent()) {
      spreadRounds.add(spreadBesideCompanions(target.companions().get()));
    }
    return new BenchReport(
        target.name(),
        size,
        spreadRounds,
        List.of(plainHot, plainInTurn, registryHot),
        tradeRounds,
        otherPlain,
        List.of(plainAlone, registryAlone),
        VerificationLimit.perSecond(spread, registry.traders()));
  }

  /** Takings: of one instrument, and spread over many; after as many of each to warm up. */
  private List<Round> trades() throws InterruptedException {
    trades.prepare();
    registry.bring(trades.spread());
    registry.bring(trades.hot());
    List<InstructionText> hot = trades.hot();
    Round hotTrades = Round.of("trades, one hot instrument", target, () -> registry.bring(hot));
    List<InstructionText> spread = trades.spread();
    Round spreadTrades =
        Round.of(
            "trades, spread over " + size.instruments() + " instruments",
            target,
            () -> registry.bring(spread));
    return List.of(hotTrades, spreadTrades);
  }

  /** Once more with the gateways beside it, after as much again for them to warm up. */
  private Round spreadBesideCompanions(BenchTarget.Companions companions)
      throws InterruptedException {
    companions.start();
    registry.bring(registry.spread(size.instructions()));
    List<InstructionText> spread = registry.spread(size.instructions());
    return Round.of(
        "registry, the same, all offices' gateways reading along",
        target,
        () -> registry.bring(spread));
  }

  private void warmUp() throws InterruptedException {
    plain.spread(size.transfers(), size.atOnce().get(0));
    registry.bring(registry.spread(size.instructions()));
    registry.bring(registry.hot(size.instructions()));
  }

  /** Transfers with so many at once. */
  @FunctionalInterface
  private interface Transfers {
    Map<String, Integer> run(int atOnce) throws InterruptedException;
  }

  /** The best of several numbers of clients at once, which is the best that clients can choose. */
  private Round bestPlain(String name, Transfers transfers) throws InterruptedException {
    List<Round> rounds = new ArrayList<>();
    for (int atOnce : size.atOnce()) {
      rounds.add(Round.of(name + ", " + atOnce + " at once", target, () -> transfers.run(atOnce)));
    }
    Round best = rounds.stream().max(Comparator.comparing(Round::donePerSecond)).orElseThrow();
    rounds.remove(best);
    otherPlain.addAll(rounds);
    return best;
  }

  /** One at a time and in turn, so that what else the machine does meets both alike. */
  private void alone(Latencies plainAlone, Latencies registryAlone) throws InterruptedException {
    for (int i = 0; i < size.alone(); i++) {
      plainAlone.time(() -> plain.spread(1, 1));
      List<InstructionText> one = registry.hot(1);
      registryAlone.time(() -> registry.bring(one));
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
