// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.commit.FinalOutcome;
import org.grasslandcarbon.network.conformance.HeadlessGateway;
import org.grasslandcarbon.network.conformance.Traders;

/**
 * Transfers by the registry: signed instructions, stored in a gateway's inbox (synced), committed
 * in groups and read back as a block. All rules apply and every one gets its journal entry.
 */
final class RegistryLoad implements AutoCloseable {
  private static final int UNDER_WAY_MOST = 2_000;
  private static final int SENDERS = 64;

  private final HeadlessGateway gateway;
  private final Traders traders;
  private final int holders;
  private TrainingCredits.Issued issued;

  RegistryLoad(BenchTarget target, Path inbox, int holders) {
    this.gateway = new HeadlessGateway(target.newChannel(), target.identity(), inbox);
    this.holders = holders;
    this.traders = new Traders(holders, target.signers().get("office-beijing"));
  }

  /** Issues credits and gives every trader enough of them for spread rounds of this size. */
  void prepare(BenchTarget target, int instructions) throws InterruptedException {
    issued = TrainingCredits.issue(target.signers(), gateway);
    mustBring(traders.admissions());
    Tonnes share = Tonnes.of(2L * instructions / holders + 10);
    mustBring(traders.shares(issued.owner(), issued.batch(), share));
  }

  /** Brings what a round presupposes. */
  void mustBring(List<InstructionText> texts) throws InterruptedException {
    Map<String, Integer> ends = bring(texts);
    if (!ends.keySet().equals(Set.of(Round.DONE))) {
      throw new IllegalStateException("Not all was applied: " + ends);
    }
  }

  /** Signs instructions by which each of the traders sends to another. */
  List<InstructionText> spread(int instructions) {
    return IntStream.range(0, instructions)
        .parallel()
        .mapToObj(i -> pay(traders.get(i % holders), recipient(i * 7 + 1)))
        .toList();
  }

  /** Signs instructions by which one holder sends to all. */
  List<InstructionText> hot(int instructions) {
    return IntStream.range(0, instructions)
        .parallel()
        .mapToObj(i -> pay(issued.owner(), recipient(i)))
        .toList();
  }

  private ParticipantId recipient(int i) {
    return traders.get(i % holders).participant();
  }

  private InstructionText pay(InstructionSigner from, ParticipantId to) {
    return sign(from, new TransferCredits(issued.batch(), Tonnes.of(1), to));
  }

  static InstructionText sign(InstructionSigner who, Action action) {
    return who.sign(InstructionSigner.newId(), action, Duration.ofHours(1));
  }

  /**
   * Brings instructions to the ledger and waits for the last. Several senders at once, as requests
   * come to a gateway: each waits until the inbox has synced its instruction.
   *
   * @return how many ended how
   */
  Map<String, Integer> bring(List<InstructionText> texts) throws InterruptedException {
    Map<String, Integer> ends = new ConcurrentHashMap<>();
    Semaphore underWay = new Semaphore(UNDER_WAY_MOST);
    AtomicInteger next = new AtomicInteger();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < Math.min(SENDERS, texts.size()); i++) {
      Thread sender = new Thread(() -> send(texts, next, underWay, ends), "sender-" + i);
      sender.start();
      senders.add(sender);
    }
    for (Thread sender : senders) {
      sender.join();
    }
    underWay.acquire(UNDER_WAY_MOST);
    return ends;
  }

  private void send(
      List<InstructionText> texts,
      AtomicInteger next,
      Semaphore underWay,
      Map<String, Integer> ends) {
    for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
      underWay.acquireUninterruptibly();
      gateway
          .whenFinal(gateway.accept(texts.get(i)))
          .whenComplete(
              (outcome, failure) -> {
                ends.merge(end(outcome, failure), 1, Integer::sum);
                underWay.release();
              });
    }
  }

  private static String end(FinalOutcome outcome, Throwable failure) {
    if (failure != null) {
      return failure.toString();
    }
    String code = outcome.verdict().code();
    return code.equals(Verdict.APPLIED) ? Round.DONE : code;
  }

  /** By which the instructions go to the ledger. */
  HeadlessGateway gateway() {
    return gateway;
  }

  /** The traders, for those who need their public keys. */
  Traders traders() {
    return traders;
  }

  @Override
  public void close() {
    gateway.close();
  }
}
