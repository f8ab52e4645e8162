// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one round of a benchmark came to.
 *
 * @param name what was done
 * @param ends how many ended how: {@link #DONE}, or the code of a failure
 * @param seconds from the first that was sent to the last answer
 * @param processorMilliseconds processor time used meanwhile, by kind of process or thread
 */
record Round(
    String name,
    Map<String, Integer> ends,
    double seconds,
    Map<String, Double> processorMilliseconds) {
  /** How an act ends that is on the ledger, valid and applied. */
  static final String DONE = "done";

  /** Work that says how its acts ended. */
  @FunctionalInterface
  interface Work {
    Map<String, Integer> run() throws InterruptedException;
  }

  /** Does the work and measures it; says so on standard error, because a run takes minutes. */
  static Round of(String name, BenchTarget target, Work work) throws InterruptedException {
    Map<String, Double> before = target.processorMilliseconds();
    long start = System.nanoTime();
    Map<String, Integer> ends = work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Double> used = new TreeMap<>(target.processorMilliseconds());
    used.replaceAll((kind, time) -> time - before.getOrDefault(kind, 0.0));
    Round round = new Round(name, new TreeMap<>(ends), seconds, used);
    System.err.printf(
        Locale.ROOT, "%s: %s, %.1f a second%n", name, round.ends(), round.donePerSecond());
    return round;
  }

  int done() {
    return ends.getOrDefault(DONE, 0);
  }

  /** The failures, by code. */
  Map<String, Integer> failures() {
    Map<String, Integer> failures = new LinkedHashMap<>(ends);
    failures.remove(DONE);
    return failures;
  }

  double donePerSecond() {
    return done() / seconds;
  }

  /** Processor milliseconds of a kind for each act that was done. */
  double processorMillisecondsEach(String kind) {
    return processorMilliseconds.getOrDefault(kind, 0.0) / Math.max(done(), 1);
  }
}
