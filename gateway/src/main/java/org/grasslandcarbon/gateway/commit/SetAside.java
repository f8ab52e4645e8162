// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;

/**
 * Instructions that a defect of ours keeps from the ledger. They stay in the inbox, are tried again
 * by themselves now and then, and meanwhile the others go on. There are no more of them than the
 * inbox holds. For two threads: one commits, one asks how many there are.
 */
final class SetAside {
  /** A defect is mended by a new version, and that by a restart, which tries everything again. */
  private static final Duration WAIT_MOST = Duration.ofHours(1);

  private final Duration firstWait;
  private final InstantSource clock;

  // Guarded by this, both by the inbox's number.
  private final Map<Long, Duration> waits = new HashMap<>();
  private final SortedMap<Long, Waiting> aside = new TreeMap<>();

  private record Waiting(QueuedInstruction instruction, Instant due) {}

  SetAside(Duration firstWait, InstantSource clock) {
    this.firstWait = firstWait;
    this.clock = clock;
  }

  /** Leaves an instruction alone for a while, twice as long as the last time. */
  synchronized void add(QueuedInstruction instruction) {
    Duration wait =
        waits.merge(instruction.sequence(), firstWait, (before, first) -> before.multipliedBy(2));
    Duration limited = wait.compareTo(WAIT_MOST) > 0 ? WAIT_MOST : wait;
    waits.put(instruction.sequence(), limited);
    aside.put(instruction.sequence(), new Waiting(instruction, clock.instant().plus(limited)));
  }

  /** Those whose time has come, in the order in which they were received. */
  synchronized List<QueuedInstruction> takeDue() {
    Instant now = clock.instant();
    List<QueuedInstruction> taken =
        aside.values().stream()
            .filter(each -> !each.due().isAfter(now))
            .map(Waiting::instruction)
            .toList();
    taken.forEach(each -> aside.remove(each.sequence()));
    return taken;
  }

  /** How long until one is due; at most a while. */
  synchronized Duration untilDue(Duration most) {
    Instant now = clock.instant();
    return aside.values().stream()
        .map(each -> Duration.between(now, each.due()))
        .filter(until -> until.compareTo(most) < 0)
        .min(Comparator.naturalOrder())
        .orElse(most);
  }

  /** It has come to an end after all. */
  synchronized void forget(QueuedInstruction instruction) {
    waits.remove(instruction.sequence());
  }

  synchronized int size() {
    return aside.size();
  }
}
