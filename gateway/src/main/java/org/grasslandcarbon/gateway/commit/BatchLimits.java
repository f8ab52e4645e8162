// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.time.Duration;
import org.grasslandcarbon.domain.registry.Registry;

/**
 * How much goes into one transaction and how long a batch is tried as it is.
 *
 * @param instructionsMost instructions of a batch; the chaincode takes no more than {@value
 *     Registry#BATCH_INSTRUCTIONS_MOST}
 * @param bytesMost bytes of their texts: with what they write, well below Fabric's 10 MB a block
 * @param settlingsMost how often one asks after a transaction of unknown outcome before proposing
 *     anew, which the ledger's rule of one outcome an id makes safe
 * @param mismatchesMost how often endorsers may disagree about one instruction before it is
 *     finished with {@code INTERNAL}. With the waits in between that is more than a minute and a
 *     half: a peer that lags behind catches up in less, as was seen not to be so in three seconds.
 * @param contestsMost how often a batch may lose against other gateways, by conflict or mismatch,
 *     before it is split: what touches less is less often touched by others. Without this a gateway
 *     that has fallen behind sends ever larger batches, which lose ever more surely; one was seen
 *     to bring nothing for two minutes.
 * @param refusalsMost how often a batch is refused as a whole with a code that may pass before it
 *     is split, or, of one instruction, finished with that code
 * @param defectsMost how often a batch fails through the gateway's settings, or in a way that
 *     nothing explains, before it is split: one instruction may be the reason, and the others must
 *     not wait for it
 * @param asideFor how long one instruction that fails in a way that nothing explains is left alone
 *     before it is tried again; longer each time
 */
public record BatchLimits(
    int instructionsMost,
    long bytesMost,
    int settlingsMost,
    int mismatchesMost,
    int contestsMost,
    int refusalsMost,
    int defectsMost,
    Duration asideFor) {

  /** Measured: beyond 500 instructions a batch the throughput hardly grows and the wait does. */
  public static final BatchLimits DEFAULT =
      new BatchLimits(500, 1L << 20, 3, 30, 6, 3, 3, Duration.ofMinutes(1));

  public BatchLimits {
    if (instructionsMost < 1 || instructionsMost > Registry.BATCH_INSTRUCTIONS_MOST) {
      throw new IllegalArgumentException(
          "a batch has 1 to " + Registry.BATCH_INSTRUCTIONS_MOST + " instructions");
    }
  }
}
