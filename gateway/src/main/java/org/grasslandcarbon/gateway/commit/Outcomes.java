// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.inbox.Receipt;

/**
 * Where those who sent an instruction wait for its outcome. An outcome is final when it is on the
 * ledger and the projection has reached its block, so that a read after it sees it.
 */
public final class Outcomes {
  /**
   * Completes when the instruction of a receipt is final; at once if it is already.
   *
   * @return fails with a {@code RegistryException OVERLOADED} when too many wait, and with a {@link
   *     java.util.concurrent.TimeoutException} after the longest wait
   */
  public CompletableFuture<FinalOutcome> whenFinal(Receipt receipt) {
    throw new UnsupportedOperationException();
  }

  /**
   * Completes when an instruction with this id, sent to this gateway, is final; at once if one has
   * become so lately. Whether the id is in the inbox is the caller's to look up first: nothing ever
   * completes the wait for an id that was not sent here.
   *
   * @return fails as {@link #whenFinal(Receipt)} does
   */
  public CompletableFuture<FinalOutcome> whenFinal(InstructionId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * The projection has stored a block and all before it. Called after its database transaction, and
   * once at start with where it stands. Returns quickly; waiters run on other threads.
   */
  public void projected(long block) {
    throw new UnsupportedOperationException();
  }
}
