// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.HeadlessGateway;
import org.grasslandcarbon.network.conformance.OfficeGateway;
import org.grasslandcarbon.network.conformance.market.Judged;
import org.grasslandcarbon.network.conformance.market.Signed;
import org.grasslandcarbon.network.standalone.OpenedLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The trading day of the fault scenario without faults, through two whole gateways of one ledger.
 */
class TradingDayTest {
  private static final int ACTS = 160;

  /** So many traders at the same time at each gateway. */
  private static final int AT_ONCE = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data;

  @Test
  void what_is_traded_through_two_gateways_is_what_a_book_on_paper_makes_of_it()
      throws InterruptedException {
    try (OpenedLedger opened = OpenedLedger.open(data, true);
        OfficeGateway first = new OfficeGateway(opened.ledger(), data.resolve("first"));
        OfficeGateway second = new OfficeGateway(opened.ledger(), data.resolve("second"));
        HeadlessGateway blocks =
            new HeadlessGateway(
                opened.ledger().newChannel(), opened.ledger().identity(), data.resolve("blocks"))) {
      ExampleSigners founders = new ExampleSigners(data);
      TradingDay day = new TradingDay(first.client(), founders);
      long from = height(first.client());
      List<Signed> signed = signed(day);
      List<String> told = trade(signed, List.of(first.client(), second.client()));
      List<Judged> judged = Judged.of(blocks.blocks(from, height(first.client()) - 1));
      InstructionSigner authority = founders.get("authority");
      for (OfficeGateway gateway : List.of(first, second)) {
        MarketState state =
            new MarketReading(gateway.client(), day, authority).state(day.opening().traders());
        assertThat(MarketInvariants.violations(day.opening(), signed, judged, state)).isEmpty();
        assertThat(state.trades()).hasSizeGreaterThan(ACTS / 10);
      }
      assertThat(told).contains(Verdict.APPLIED, "NOTHING_TO_TAKE");
    }
  }

  private static long height(RegistryClient client) {
    return client.publicReads().status().path("height").asLong();
  }

  private static List<Signed> signed(TradingDay day) {
    Random random = new Random(2026);
    List<Signed> signed = new ArrayList<>();
    for (int i = 0; i < ACTS; i++) {
      signed.add(day.next(random));
    }
    return signed;
  }

  /** Brings all, to the gateways in turn, and returns when both have read all there is. */
  private static List<String> trade(List<Signed> signed, List<RegistryClient> gateways)
      throws InterruptedException {
    ExecutorService traders = Executors.newFixedThreadPool(AT_ONCE * gateways.size());
    try {
      List<CompletableFuture<String>> outcomes = new ArrayList<>();
      for (Signed each : signed) {
        RegistryClient gateway = gateways.get(outcomes.size() % gateways.size());
        outcomes.add(CompletableFuture.supplyAsync(() -> outcome(gateway, each), traders));
      }
      List<String> told = outcomes.stream().map(CompletableFuture::join).toList();
      Waiting.until(
          "both gateways have read all there is",
          PATIENCE,
          () -> gateways.stream().allMatch(TradingDayTest::hasReadAll));
      return told;
    } finally {
      traders.shutdown();
    }
  }

  private static boolean hasReadAll(RegistryClient gateway) {
    JsonNode status = gateway.publicReads().status();
    return status.path("projectedBlock").asLong() + 1 == status.path("height").asLong();
  }

  private static String outcome(RegistryClient gateway, Signed signed) {
    try {
      gateway.submit(signed.text(), PATIENCE);
      return Verdict.APPLIED;
    } catch (RegistryProblem e) {
      return e.code();
    }
  }
}
