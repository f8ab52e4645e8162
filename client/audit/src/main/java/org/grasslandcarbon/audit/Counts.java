// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

/**
 * What was looked at.
 *
 * @param configurations configuration blocks after the first
 * @param instructions instructions in valid transactions of the registry
 * @param rerun transactions whose rules were run again
 * @param signatures signatures of creators and endorsers that were verified
 * @param transactions transactions, valid or not
 * @param valid valid ones
 */
public record Counts(
    long configurations,
    long instructions,
    long rerun,
    long signatures,
    long transactions,
    long valid) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  Counts plus(Counts more) {
    return new Counts(
        configurations + more.configurations,
        instructions + more.instructions,
        rerun + more.rerun,
        signatures + more.signatures,
        transactions + more.transactions,
        valid + more.valid);
  }
}
