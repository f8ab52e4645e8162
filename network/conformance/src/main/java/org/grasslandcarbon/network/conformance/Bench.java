// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.commit.FinalOutcome;
import org.grasslandcarbon.network.standalone.OpenedLedger;

/**
 * Durable instructions a second on the embedded peer, and signature verifications a second on one
 * core, measured in one run so that their ratio means something.
 *
 * <p>An instruction is counted when it has gone all the way: stored in the inbox (synced),
 * endorsed, ordered, committed (synced) and read back as a block. They are signed beforehand;
 * nothing else is left out. Every instruction must be applied.
 */
final class Bench {
  /** The batch of the example registry whose credits are moved, and who has them. */
  private static final BatchId BATCH = new BatchId("CN-GCS-632626-20210001-2022-001");

  private static final String HOLDER = "owner-golog";
  private static final int TRADERS = 200;
  private static final int UNDER_WAY_MOST = 2_000;
  private static final int SENDERS = 64;
  private static final int LONE_ROUNDS = 60;

  /** The holder has enough for four rounds of this many. */
  private static final int INSTRUCTIONS_MOST = 11_000;

  private final HeadlessGateway gateway;
  private final InstructionSigner holder;
  private final Traders traders;
  private final int instructions;

  private Bench(HeadlessGateway gateway, ExampleSigners signers, int instructions) {
    this.gateway = gateway;
    this.holder = signers.get(HOLDER);
    this.traders = new Traders(TRADERS, signers.get("office-beijing"));
    this.instructions = instructions;
  }

  /** Takes the number of instructions of a round, 10,000 by default. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int instructions = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    if (instructions < TRADERS || instructions > INSTRUCTIONS_MOST) {
      System.err.printf("a round has %d to %d instructions%n", TRADERS, INSTRUCTIONS_MOST);
      System.exit(2);
    }
    Path data = Files.createTempDirectory("grassland-bench");
    try (OpenedLedger opened = OpenedLedger.open(data, true);
        HeadlessGateway gateway = new HeadlessGateway(opened.ledger(), data.resolve("inbox"))) {
      new Bench(gateway, new ExampleSigners(data), instructions).run();
    } finally {
      delete(data);
    }
  }

  private void run() throws InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "%s, Java %s, %d processors, %d instructions a round%n",
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        instructions);
    bring(traders.admissions());
    bring(traders.shares(holder, BATCH, Tonnes.of(2L * instructions / TRADERS + 10)));
    List<InstructionText> warmUp = spread();
    bring(warmUp);
    bring(hot());

    double verifications = verificationsPerSecond(warmUp);
    List<InstructionText> spreadRound = spread();
    List<InstructionText> hotRound = hot();
    ThreadTimes threads = new ThreadTimes();
    double spread = rate(spreadRound);
    double hot = rate(hotRound);
    String whereTimeGoes = threads.since();
    double lone = loneMilliseconds();

    System.out.printf(Locale.ROOT, "%n%-52s %10s %8s%n", "", "a second", "ratio");
    row("signature verifications on one core (the limit)", verifications, verifications);
    row("durable instructions, " + TRADERS + " holders sending to others", spread, verifications);
    row("durable instructions, one holder sending to all", hot, verifications);
    System.out.printf(
        Locale.ROOT, "%na lone instruction, from inbox to final: %.1f ms (median)%n", lone);
    System.out.printf("%nprocessor time of the two rounds, by threads:%n%s", whereTimeGoes);
  }

  private static void row(String what, double perSecond, double limit) {
    System.out.printf(Locale.ROOT, "%-52s %,10.0f %8.2f%n", what, perSecond, perSecond / limit);
  }

  private List<InstructionText> spread() {
    return IntStream.range(0, instructions)
        .parallel()
        .mapToObj(i -> pay(traders.get(i % TRADERS), traders.get((i * 7 + 1) % TRADERS)))
        .toList();
  }

  private List<InstructionText> hot() {
    return IntStream.range(0, instructions)
        .parallel()
        .mapToObj(i -> pay(holder, traders.get(i % TRADERS)))
        .toList();
  }

  private static InstructionText pay(InstructionSigner from, InstructionSigner to) {
    return from.sign(
        InstructionSigner.newId(),
        new TransferCredits(BATCH, Tonnes.of(1), to.participant()),
        Duration.ofHours(1));
  }

  private double rate(List<InstructionText> texts) throws InterruptedException {
    long start = System.nanoTime();
    bring(texts);
    return texts.size() * 1e9 / (System.nanoTime() - start);
  }

  /**
   * Brings instructions to the ledger and waits for the last. Several senders at once, as requests
   * come to a gateway: each waits until the inbox has synced its instruction.
   */
  private void bring(List<InstructionText> texts) throws InterruptedException {
    Semaphore underWay = new Semaphore(UNDER_WAY_MOST);
    AtomicReference<String> wrong = new AtomicReference<>();
    AtomicInteger next = new AtomicInteger();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < Math.min(SENDERS, texts.size()); i++) {
      Thread sender = new Thread(() -> send(texts, next, underWay, wrong), "sender-" + i);
      sender.start();
      senders.add(sender);
    }
    for (Thread sender : senders) {
      sender.join();
    }
    underWay.acquire(UNDER_WAY_MOST);
    if (wrong.get() != null) {
      throw new IllegalStateException(wrong.get());
    }
  }

  private void send(
      List<InstructionText> texts,
      AtomicInteger next,
      Semaphore underWay,
      AtomicReference<String> wrong) {
    for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
      underWay.acquireUninterruptibly();
      gateway
          .whenFinal(gateway.accept(texts.get(i)))
          .whenComplete(
              (outcome, failure) -> {
                check(outcome, failure, wrong);
                underWay.release();
              });
    }
  }

  private static void check(
      FinalOutcome outcome, Throwable failure, AtomicReference<String> wrong) {
    if (failure != null) {
      wrong.set(failure.toString());
    } else if (!outcome.verdict().code().equals(Verdict.APPLIED)) {
      wrong.set(outcome.verdict().toString());
    }
  }

  private double loneMilliseconds() throws InterruptedException {
    List<Double> milliseconds = new ArrayList<>();
    for (int i = 0; i < LONE_ROUNDS; i++) {
      List<InstructionText> one = List.of(pay(holder, traders.get(i)));
      long start = System.nanoTime();
      bring(one);
      milliseconds.add((System.nanoTime() - start) / 1e6);
    }
    milliseconds.sort(Comparator.naturalOrder());
    return milliseconds.get(LONE_ROUNDS / 2);
  }

  /** Verifies real instructions with their real keys on this thread alone. */
  private double verificationsPerSecond(List<InstructionText> texts) {
    List<SignedInstruction> signed =
        texts.stream()
            .map(text -> SignedInstruction.parse(text.jws().getBytes()))
            .limit(5_000)
            .toList();
    ECPublicKeyParameters[] keys = new ECPublicKeyParameters[signed.size()];
    Arrays.setAll(keys, i -> EcdsaP256.publicKey(traders.get(i % TRADERS).key().jwk()));
    double best = 0;
    for (int round = 0; round < 4; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < keys.length; i++) {
        SignedInstruction each = signed.get(i);
        if (!EcdsaP256.verify(keys[i], each.signingInput(), each.signature())) {
          throw new IllegalStateException("a signature does not verify");
        }
      }
      best = Math.max(best, keys.length * 1e9 / (System.nanoTime() - start));
    }
    return best;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
