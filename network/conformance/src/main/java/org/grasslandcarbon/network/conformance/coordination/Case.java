// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

/**
 * One mechanism.
 *
 * @param name its number and what it is, e.g. {@code E01_gap_assessment}
 * @param play plays it and tells what was read
 */
public record Case(String name, Play play) {
  /** What a case does. */
  @FunctionalInterface
  public interface Play {
    /** Reads, has something changed by an instruction, and reads again. */
    void on(CaseLedger ledger, Findings seen);
  }
}
