// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.time.Duration;
import java.util.Objects;

/**
 * When a block is cut from the transactions that wait.
 *
 * @param maxMessages the most transactions in a block
 * @param absoluteMaxBytes the most bytes in a block; a single larger transaction is refused when it
 *     is submitted
 * @param preferredMaxBytes a block is cut before a transaction that would make it larger than this,
 *     unless it is the only one
 * @param interval zero: cut whenever the committer is idle, which gives the lowest delay and, under
 *     load, blocks that form by themselves; otherwise the longest time a transaction waits for
 *     others, as an orderer's batch timeout
 */
public record BlockCutting(
    int maxMessages, int absoluteMaxBytes, int preferredMaxBytes, Duration interval) {

  /** A block must still fit into a gRPC message of 100 MiB together with its private values. */
  private static final int LARGEST_BLOCK_BYTES = 49 << 20;

  /** Fabric's sizes, and no waiting. */
  public static final BlockCutting WHEN_IDLE =
      new BlockCutting(500, LARGEST_BLOCK_BYTES, 2 << 20, Duration.ZERO);

  /** Refuses sizes that make no sense, with {@link IllegalArgumentException}. */
  public BlockCutting {
    Objects.requireNonNull(interval);
    if (maxMessages < 1
        || preferredMaxBytes < 1
        || absoluteMaxBytes < preferredMaxBytes
        || absoluteMaxBytes > LARGEST_BLOCK_BYTES
        || interval.isNegative()) {
      throw new IllegalArgumentException(
          "A block needs at least one message, 1 <= preferred <= absolute <= "
              + LARGEST_BLOCK_BYTES
              + " bytes and an interval that is not negative.");
    }
  }

  /** The same sizes with another interval. */
  public BlockCutting withInterval(Duration newInterval) {
    return new BlockCutting(maxMessages, absoluteMaxBytes, preferredMaxBytes, newInterval);
  }

  /** The same sizes and interval with another number of messages. */
  public BlockCutting withMaxMessages(int newMaxMessages) {
    return new BlockCutting(newMaxMessages, absoluteMaxBytes, preferredMaxBytes, interval);
  }
}
