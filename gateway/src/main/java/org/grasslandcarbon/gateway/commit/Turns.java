// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grasslandcarbon.gateway.blocks.Attempt;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;

/**
 * Whose turn it is when gateways stand in each other's way.
 *
 * <p>Of several transactions that touch the same records, a block lets the first win and the others
 * lose. Left to chance, a gateway whose batch is large loses again and again, because what takes
 * longer to endorse is older when it is ordered. But blocks name the losers, and every gateway
 * reads the same blocks: so those who lost stand in a queue that all of them see, in the order in
 * which they lost, and while there is one only its head proposes. Nobody has to talk to anybody,
 * and nothing depends on it: who has heard nothing proposes as ever. A head that does not come,
 * because it has ended or loses on purpose, is waited for only so long and then not again for a
 * while.
 *
 * <p>An organisation has one place in the queue, however many certificates it uses. For two
 * threads: one reads blocks, one commits.
 */
public final class Turns {
  /** How long the head of the queue is waited for: a flight, on a slow day. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How long one that did not come in that time has no place in the queue. */
  static final Duration DISREGARD = Duration.ofSeconds(20);

  /** Who lost longer ago than this is not waited for: we are behind the ledger ourselves. */
  static final Duration NEWS = Duration.ofSeconds(5);

  /** How long others are let go first altogether, however many there are and whatever they do. */
  static final Duration WAIT_MOST = PATIENCE.multipliedBy(4);

  /** How soon to look again while it is another's turn. */
  static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  /** Our own block comes in this time, unless we are behind and learn nothing by waiting. */
  static final Duration OUR_BLOCK = Duration.ofMillis(250);

  private final String ours;
  private final InstantSource clock;

  // Guarded by this.
  // Since when who stands in the queue, the head first.
  private final Map<String, Instant> queue = new LinkedHashMap<>();
  private final Map<String, Instant> disregardedUntil = new HashMap<>();
  private Instant headSince = Instant.MIN;
  private Instant lastLoss = Instant.MIN;
  private long readBlock = -1;
  private long ourBlock = -1;
  private Instant ourBlockUntil = Instant.MIN;

  /**
   * @param ours our organisation's MSP id
   */
  public Turns(String ours, InstantSource clock) {
    this.ours = ours;
    this.clock = clock;
  }

  /** Takes notice of a block; of one that was noticed before, again. */
  public synchronized void read(LedgerBlock block) {
    Instant now = clock.instant();
    readBlock = Math.max(readBlock, block.number());
    String head = head();
    Instant since = headSince;
    for (Attempt attempt : block.attempts()) {
      if (attempt.won()) {
        leave(attempt.mspId(), now);
      } else if (attempt.timestamp().isAfter(now.minus(NEWS))) {
        lastLoss = now;
        join(attempt.mspId(), now);
      }
    }
    if (head != null && head.equals(head())) {
      // Who wins and loses in one block, by two gateways or on purpose, has not begun a new turn.
      headSince = since;
    }
  }

  private String head() {
    return queue.isEmpty() ? null : queue.keySet().iterator().next();
  }

  private void join(String mspId, Instant now) {
    boolean welcome = !now.isBefore(disregardedUntil.getOrDefault(mspId, Instant.MIN));
    if (welcome && !queue.containsKey(mspId)) {
      if (queue.isEmpty()) {
        headSince = now;
      }
      queue.put(mspId, now);
    }
  }

  private void leave(String mspId, Instant now) {
    if (mspId.equals(head())) {
      headSince = now;
    }
    queue.remove(mspId);
  }

  /** Takes notice that we have won in a block, which may say who lost against us. */
  synchronized void won(long block) {
    ourBlock = block;
    ourBlockUntil = clock.instant().plus(OUR_BLOCK);
  }

  /** Who comes to the head because those before have been forgotten begins a turn now. */
  private void forgetOld(Instant now) {
    String head = head();
    queue.values().removeIf(since -> !now.isBefore(since.plus(WAIT_MOST)));
    if (head != null && !head.equals(head())) {
      headSince = now;
    }
  }

  /** How long to wait before asking again; zero when nobody is before us. */
  synchronized Duration untilOurs() {
    Instant now = clock.instant();
    boolean contested = lastLoss.isAfter(now.minus(NEWS));
    if (contested && readBlock < ourBlock && now.isBefore(ourBlockUntil)) {
      return LOOK_AGAIN;
    }
    forgetOld(now);
    if (!queue.isEmpty() && !now.isBefore(headSince.plus(PATIENCE))) {
      disregardedUntil.put(head(), now.plus(DISREGARD));
      leave(head(), now);
    }
    return queue.isEmpty() || head().equals(ours) ? Duration.ZERO : LOOK_AGAIN;
  }
}
