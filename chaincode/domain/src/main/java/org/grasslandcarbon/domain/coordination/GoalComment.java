// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A comment on a goal in consultation. Its words stand in the document store; the ledger has their
 * digest, and nothing of who of the public wrote them.
 *
 * @param at transaction time
 * @param behalf for whom an office passes it on
 * @param by the participant that sent it
 * @param goal the goal
 * @param id the instruction
 * @param number 1 for the sender's first on the goal
 * @param text the digest of the words
 */
public record GoalComment(
    Instant at,
    Optional<Behalf> behalf,
    ParticipantId by,
    InstructionId goal,
    InstructionId id,
    int number,
    Sha256 text)
    implements LedgerRecord {

  /** The type of comments on goals. */
  public static final RecordType<GoalComment> TYPE =
      new RecordType<>("GOAL_COMMENT", GoalComment.class, Visibility.PUBLIC);

  /** For whom an office sends a comment. */
  public enum Behalf {
    /** Somebody who is not admitted (社会公众). */
    PUBLIC
  }

  /** The key of a comment on a goal. */
  public static Key<GoalComment> key(InstructionId goal, InstructionId id) {
    return TYPE.key(goal.value(), id.value());
  }

  @Override
  public Key<GoalComment> key() {
    return key(goal, id);
  }
}
