// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.grasslandcarbon.network.conformance.market.Signed;

/**
 * Instructions through the four offices' gateways in turn, as many a second as are wanted, whose
 * clients remember what they were promised.
 *
 * <p>An instruction that a gateway has acknowledged is never sent again: its client only asks, and
 * that gateway only, so that one that loses it is found out. One of which nobody knows whether it
 * arrived is sent again, to the next office's gateway, as a careful client does.
 */
public final class Load implements AutoCloseable {
  /** Says what is sent. */
  @FunctionalInterface
  interface Acts {
    /**
     * The next instruction, by chance.
     *
     * @param random nobody else asks it meanwhile
     */
    Signed next(Random random);
  }

  private static final int RETRY_MS = 1_000;

  /** Clients wait for earlier instructions rather than send ever more. */
  private static final int OPEN_MOST = 400;

  private final Network network;
  private final Acts acts;
  private final Clients clients = new Clients();
  private final Random random;
  private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(2);

  private final ConcurrentLinkedQueue<Errand> errands = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Map<Office, AtomicInteger> acknowledged = new EnumMap<>(Office.class);
  private final Map<Office, List<String>> told = new EnumMap<>(Office.class);
  private final AtomicLong lastToldNanos = new AtomicLong(System.nanoTime());
  private final AtomicLong longestSilenceNanos = new AtomicLong();
  private volatile boolean sending;

  // Of the thread that sends only.
  private int turn;

  Load(Network network, Acts acts, long seed) {
    this.network = network;
    this.acts = acts;
    this.random = new Random(seed);
    for (Office office : Office.values()) {
      acknowledged.put(office, new AtomicInteger());
      told.put(office, Collections.synchronizedList(new ArrayList<>()));
    }
  }

  /** Begins to send. */
  void start(int perSecond) {
    sending = true;
    schedule.scheduleAtFixedRate(
        this::sendNext, 0, 1_000_000_000L / perSecond, TimeUnit.NANOSECONDS);
  }

  /** Sends nothing new from now on; what was sent is followed to its end. */
  void stopSending() {
    sending = false;
  }

  private void sendNext() {
    if (sending && open.get() < OPEN_MOST) {
      Errand errand = newErrand();
      follow(errand, Office.values()[turn++ % Office.values().length]);
    }
  }

  /**
   * Sends one more instruction to several gateways at the same time; each is asked for its outcome.
   */
  public void sendToEach(List<Office> gateways) {
    Errand errand = newErrand();
    gateways.forEach(gateway -> follow(errand, gateway));
  }

  /** Sends some more instructions to a gateway. */
  public List<Errand> send(int count, Office gateway) {
    List<Errand> sent = Stream.generate(this::newErrand).limit(count).toList();
    sendAlso(sent, gateway);
    return sent;
  }

  /** Sends the same instructions to another gateway too. */
  public void sendAlso(List<Errand> sent, Office gateway) {
    sent.forEach(errand -> follow(errand, gateway));
  }

  /** Sends on, after a pause. */
  void resume() {
    sending = true;
  }

  private Errand newErrand() {
    synchronized (random) {
      Errand errand = new Errand(acts.next(random));
      errands.add(errand);
      return errand;
    }
  }

  /** Sends an errand to a gateway and follows it until its outcome is told. */
  private void follow(Errand errand, Office gateway) {
    open.incrementAndGet();
    send(errand, gateway);
  }

  private void send(Errand errand, Office gateway) {
    clients.send(address(gateway), errand).thenAccept(said -> next(errand, gateway, said));
  }

  private void ask(Errand errand, Office gateway) {
    clients.ask(address(gateway), errand).thenAccept(said -> next(errand, gateway, said));
  }

  private void next(Errand errand, Office gateway, Clients.Said said) {
    if (said instanceof Clients.Said.Outcome outcome) {
      errand.told(gateway, outcome.outcome());
      noteTold(gateway, errand.text().id() + " " + outcome.outcome());
      open.decrementAndGet();
    } else if (said instanceof Clients.Said.Received) {
      if (!errand.isAcknowledged()) {
        errand.acknowledged(gateway);
        acknowledged.get(gateway).incrementAndGet();
      }
      later(() -> ask(errand, gateway));
    } else if (errand.isAcknowledged()) {
      later(() -> ask(errand, gateway));
    } else {
      later(() -> send(errand, gateway.next()));
    }
  }

  private void later(Runnable step) {
    if (!schedule.isShutdown()) {
      schedule.schedule(step, RETRY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void noteTold(Office gateway, String outcome) {
    told.get(gateway).add(outcome);
    long now = System.nanoTime();
    long silence = now - lastToldNanos.getAndSet(now);
    longestSilenceNanos.accumulateAndGet(silence, Math::max);
  }

  private URI address(Office gateway) {
    return network.gateway(gateway);
  }

  /** How many outcomes a gateway's clients have been told so far. */
  public int told(Office gateway) {
    return told.get(gateway).size();
  }

  /** What a gateway's clients have been told after the first so many outcomes. */
  List<String> toldAfter(Office gateway, int count) {
    List<String> all = told.get(gateway);
    synchronized (all) {
      return List.copyOf(all.subList(count, all.size()));
    }
  }

  /** How many outcomes all clients have been told so far. */
  public int told() {
    return told.values().stream().mapToInt(List::size).sum();
  }

  /** How many instructions a gateway has acknowledged without an outcome so far. */
  public int acknowledged(Office gateway) {
    return acknowledged.get(gateway).get();
  }

  /** How many instructions have no outcome yet. */
  public int open() {
    return open.get();
  }

  /** Returns when a gateway has told its clients outcomes, beginning now. */
  public void awaitOutcomes(Office gateway, int count, Duration most) throws InterruptedException {
    int before = told(gateway);
    Waiting.until(
        gateway + "'s gateway tells outcomes", most, () -> told(gateway) >= before + count);
  }

  /** Returns when every gateway has told its clients outcomes, beginning now. */
  public void awaitOutcomesEverywhere(int count, Duration most) throws InterruptedException {
    Map<Office, Integer> before = new EnumMap<>(Office.class);
    for (Office office : Office.values()) {
      before.put(office, told(office));
    }
    for (Office office : Office.values()) {
      Waiting.until(
          office + "'s gateway tells outcomes",
          most,
          () -> told(office) >= before.get(office) + count);
    }
  }

  /** All that was signed. */
  List<Signed> signed() {
    return errands.stream().map(Errand::signed).toList();
  }

  List<Promise> promises() {
    return errands.stream().map(Errand::promise).toList();
  }

  /** What came of the load, in one line. */
  String summary() {
    List<Double> waits = new ArrayList<>();
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Errand errand : errands) {
      if (errand.isSettled()) {
        waits.add(errand.waitedSeconds());
        errand.promise().told().forEach(each -> outcomes.merge(each, 1, Integer::sum));
      }
    }
    return String.format(
        Locale.ROOT,
        "%d instructions, %s; longest wait for an outcome %.1f s, longest time without any %.1f s",
        errands.size(),
        outcomes,
        waits.isEmpty() ? 0 : Collections.max(waits),
        longestSilenceNanos.get() / 1e9);
  }

  @Override
  public void close() {
    schedule.shutdownNow();
  }
}
