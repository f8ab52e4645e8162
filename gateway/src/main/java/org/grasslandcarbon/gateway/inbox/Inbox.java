// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.value.InstructionId;

/** The durable inbox of one gateway. Safe for use by many threads. */
public final class Inbox implements AutoCloseable {
  /** Opens the inbox of a directory, which is created when absent and locked while open. */
  public static Inbox open(Path directory, InboxLimits limits, Clock clock) {
    throw new UnsupportedOperationException();
  }

  private Inbox() {}

  /**
   * Stores an instruction; it is on disk when this returns. A text that is in the inbox already is
   * not stored again.
   *
   * @param parsed the instruction, taken apart
   * @param jws the same, as it was sent
   * @throws RegistryException {@code OVERLOADED} when the inbox is full, {@code INTERNAL} when its
   *     disk has failed
   */
  public Receipt accept(SignedInstruction parsed, byte[] jws) {
    throw new UnsupportedOperationException();
  }

  /** The newest instruction with an id that has no outcome yet. */
  public Optional<QueuedInstruction> find(InstructionId id) {
    throw new UnsupportedOperationException();
  }

  /** The newest remembered refusal, without a journal entry, of an instruction. */
  public Optional<RefusedUnjournaled> findRefusal(InstructionId id) {
    throw new UnsupportedOperationException();
  }

  /** Instructions without an outcome. */
  public int size() {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes the oldest instructions that nobody has taken; waits for at least one. What was taken and
   * not finished is there to be taken again after a restart.
   */
  public List<QueuedInstruction> take(int maxCount, long maxBytes) throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** Forgets instructions whose outcome is on the ledger and projected. */
  public void finish(Collection<QueuedInstruction> done) {
    throw new UnsupportedOperationException();
  }

  /** Forgets an instruction that was refused without a journal entry, and remembers the refusal. */
  public void refuse(QueuedInstruction instruction, RefusedUnjournaled refusal) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
