// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import java.time.Duration;

/**
 * How long each stage of a transaction may take. The SDK has no deadlines of its own, so that
 * without these a dead peer would hold a batch for ever.
 *
 * @param endorse simulation on the endorsing peers; somewhat longer than Fabric's own 30 s, so that
 *     the peer's more telling error arrives first
 * @param submit handing the transaction to the orderers
 * @param commitStatus waiting for the block
 */
public record Deadlines(Duration endorse, Duration submit, Duration commitStatus) {
  /** What suits Fabric's default settings. */
  public static final Deadlines DEFAULT =
      new Deadlines(Duration.ofSeconds(35), Duration.ofSeconds(35), Duration.ofSeconds(60));
}
