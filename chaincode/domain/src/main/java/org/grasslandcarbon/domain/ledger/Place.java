// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

/**
 * One side of a movement: an account together with the record that says what is in it. {@link
 * Act#move} writes both sides and the posting at once, so that they cannot disagree.
 *
 * @param <W> what can be there
 */
public interface Place<W extends Worth> {
  /** The account that the posting names. */
  Account account();

  /** Writes the record without what leaves, all of which must be there. */
  void release(Act act, W leaving);

  /** Writes the record with what arrives. */
  void receive(Act act, W arriving);
}
