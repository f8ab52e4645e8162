// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.util.List;

/**
 * What {@link EmbeddedPeer#verify()} found.
 *
 * @param blocks how many blocks were replayed
 * @param transactions how many transactions were in them
 * @param problems one sentence for each thing that is not as it should be, at most {@value
 *     #MAX_PROBLEMS}
 */
public record VerificationReport(long blocks, long transactions, List<String> problems) {
  /** After so many problems the rest says nothing new. */
  public static final int MAX_PROBLEMS = 20;

  /** Copies the list. */
  public VerificationReport {
    problems = List.copyOf(problems);
  }

  /** Whether nothing was wrong. */
  public boolean isClean() {
    return problems.isEmpty();
  }
}
