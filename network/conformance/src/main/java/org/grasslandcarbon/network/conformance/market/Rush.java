// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.gateway.commit.FinalOutcome;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.network.conformance.HeadlessGateway;

/**
 * Many instructions at the same time: each gateway gets its share of them from several senders, all
 * of whom begin together.
 */
final class Rush {
  /** As requests come to a gateway: while the inbox syncs one, others arrive. */
  private static final int SENDERS = 8;

  /** Longer than the slowest network takes for what is sent here; then something is stuck. */
  private static final int MINUTES_MOST = 5;

  private final List<HeadlessGateway> gateways;
  private final List<InstructionText> texts;
  private final List<AtomicInteger> next = new ArrayList<>();
  private final CountDownLatch together = new CountDownLatch(1);

  private Rush(List<HeadlessGateway> gateways, List<InstructionText> texts) {
    this.gateways = gateways;
    this.texts = texts;
    for (int gateway = 0; gateway < gateways.size(); gateway++) {
      next.add(new AtomicInteger(gateway));
    }
  }

  /** Brings all, to the gateways in turn, and returns when the last has its outcome. */
  static List<Sent> through(List<HeadlessGateway> gateways, List<InstructionText> texts) {
    return new Rush(gateways, texts).run();
  }

  private List<Sent> run() {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS * gateways.size());
    try {
      List<CompletableFuture<List<CompletableFuture<Sent>>>> sending = new ArrayList<>();
      for (int i = 0; i < SENDERS * gateways.size(); i++) {
        int gateway = i % gateways.size();
        sending.add(CompletableFuture.supplyAsync(() -> send(gateway), senders));
      }
      together.countDown();
      return sending.stream()
          .flatMap(each -> each.join().stream())
          .map(each -> each.orTimeout(MINUTES_MOST, TimeUnit.MINUTES).join())
          .toList();
    } finally {
      senders.shutdown();
    }
  }

  /** What one of a gateway's senders brings to it. */
  private List<CompletableFuture<Sent>> send(int gateway) {
    List<CompletableFuture<Sent>> sent = new ArrayList<>();
    awaitTogether();
    AtomicInteger turn = next.get(gateway);
    for (int i = turn.getAndAdd(gateways.size());
        i < texts.size();
        i = turn.getAndAdd(gateways.size())) {
      long before = System.nanoTime();
      Receipt receipt = gateways.get(gateway).accept(texts.get(i));
      long stored = System.nanoTime();
      sent.add(
          gateways
              .get(gateway)
              .whenFinal(receipt)
              .thenApply(outcome -> told(outcome, gateway, before, stored)));
    }
    return sent;
  }

  private void awaitTogether() {
    try {
      together.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before it began", e);
    }
  }

  private static Sent told(FinalOutcome outcome, int gateway, long before, long stored) {
    return new Sent(
        outcome.id(),
        gateway,
        before,
        stored,
        System.nanoTime(),
        outcome.verdict().code(),
        outcome.block().orElse(-1));
  }
}
