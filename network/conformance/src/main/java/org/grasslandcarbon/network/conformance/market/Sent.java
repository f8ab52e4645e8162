// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import org.grasslandcarbon.domain.value.InstructionId;

/**
 * An instruction as its sender saw it.
 *
 * @param id the instruction
 * @param gateway the number of the gateway that it was brought to, from 0
 * @param sentNanos when it was brought, on this machine's clock
 * @param storedNanos when the gateway had stored it
 * @param toldNanos when its outcome was told
 * @param outcome {@code APPLIED}, or the code of the refusal
 * @param block the block that has it; -1 when none has
 */
record Sent(
    InstructionId id,
    int gateway,
    long sentNanos,
    long storedNanos,
    long toldNanos,
    String outcome,
    long block) {

  long waitedNanos() {
    return toldNanos - sentNanos;
  }
}
