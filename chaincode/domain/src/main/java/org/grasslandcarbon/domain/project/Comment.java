// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * A comment on a project in publicity.
 *
 * @param at transaction time
 * @param author whose it is, when an office passed it on
 * @param by the participant that sent it
 * @param number 1 for the project's first
 * @param project the project
 * @param text the comment
 */
public record Comment(
    Instant at,
    @Most(CommentOnProject.AUTHOR_MOST) Optional<String> author,
    ParticipantId by,
    int number,
    InstructionId project,
    @Most(CommentOnProject.TEXT_MOST) String text)
    implements LedgerRecord {

  /** The type of comments. */
  public static final RecordType<Comment> TYPE =
      new RecordType<>("COMMENT", Comment.class, Visibility.PUBLIC);

  /** The key of a project's comment. */
  public static Key<Comment> key(InstructionId project, int number) {
    return TYPE.key(project.value(), Keys.padded(number, 4));
  }

  @Override
  public Key<Comment> key() {
    return key(project, number);
  }
}
