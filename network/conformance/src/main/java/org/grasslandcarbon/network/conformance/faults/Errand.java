// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.network.conformance.market.Signed;

/** One instruction of the load, and what its client was told. Safe for use by many threads. */
public final class Errand {
  private final Signed signed;
  private final long sentNanos = System.nanoTime();
  private final Set<String> told = new TreeSet<>();
  private Optional<Office> acknowledgedBy = Optional.empty();
  private long toldNanos;

  Errand(Signed signed) {
    this.signed = signed;
  }

  InstructionText text() {
    return signed.text();
  }

  /** What was signed. */
  Signed signed() {
    return signed;
  }

  /** A gateway says that it holds the instruction. */
  synchronized void acknowledged(Office gateway) {
    if (acknowledgedBy.isEmpty()) {
      acknowledgedBy = Optional.of(gateway);
    }
  }

  /** A gateway says how the instruction ended: {@code APPLIED}, or the code of the refusal. */
  synchronized void told(Office gateway, String outcome) {
    acknowledged(gateway);
    told.add(outcome);
    toldNanos = System.nanoTime();
  }

  /** Whether a gateway has said that it holds it, or how it ended. */
  public synchronized boolean isAcknowledged() {
    return acknowledgedBy.isPresent();
  }

  /** Whether its client was told an outcome. */
  public synchronized boolean isSettled() {
    return !told.isEmpty();
  }

  /** How long its client waited for the outcome. */
  synchronized double waitedSeconds() {
    return (toldNanos - sentNanos) / 1e9;
  }

  /** What is to be held against the ledger. */
  synchronized Promise promise() {
    String id = text().id().value();
    String from = text().participant().value();
    boolean isHeld = acknowledgedBy.isPresent();
    return signed.action() instanceof TransferCredits transfer
        ? new Promise(
            id,
            from,
            transfer.recipient().value(),
            transfer.quantity().value(),
            isHeld,
            Set.copyOf(told))
        : new Promise(id, from, from, 0, isHeld, Set.copyOf(told));
  }
}
