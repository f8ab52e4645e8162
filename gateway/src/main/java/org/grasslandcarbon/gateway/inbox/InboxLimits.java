// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

/**
 * How much an inbox holds. Beyond it senders are told that the system is busy, which is better than
 * a queue that takes minutes to drain.
 *
 * @param instructionsMost instructions without an outcome
 * @param bytesMost bytes of their texts, which are held in memory as well as on disk
 * @param segmentBytes size at which a new segment file is begun
 * @param refusalsMost refusals without a journal entry that are remembered at least; at most twice
 *     as many are
 */
public record InboxLimits(
    int instructionsMost, long bytesMost, long segmentBytes, int refusalsMost) {
  /** Some ten seconds of work for a ledger that takes 2,000 instructions a second. */
  public static final InboxLimits DEFAULT = new InboxLimits(20_000, 64L << 20, 16L << 20, 10_000);
}
