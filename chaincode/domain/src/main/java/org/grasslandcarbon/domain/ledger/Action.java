// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.List;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * What an instruction asks for: its arguments as a record, with the rule beside them.
 * Implementations are records whose components are the members of {@code args}; an {@link
 * ActionType} names each.
 *
 * <p>A rule reads: who, load, check in order, write, postings. It is a pure function of the records
 * and the {@link Act}: no clock, no random source, no environment.
 */
public interface Action {

  /**
   * The keys that the arguments name, so that a whole batch is read in one request. Naming a key
   * costs little and missing one costs a round trip; it never changes a decision.
   */
  List<Key<?>> named(ParticipantId actor);

  /** The keys that the records under {@link #named} keys name in turn. */
  default List<Key<?>> following(ParticipantId actor, Records records) {
    return List.of();
  }

  /** The keys that the records under {@link #following} keys name in turn, where it goes so far. */
  default List<Key<?>> further(ParticipantId actor, Records records) {
    return List.of();
  }

  /**
   * Applies the rule.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException the first check that fails
   */
  void apply(Act act);
}
