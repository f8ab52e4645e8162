// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.unicode.Characters;
import org.grasslandcarbon.domain.unicode.Characters.Kind;
import org.grasslandcarbon.domain.unicode.Folding;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * How often one author has commented in one publicity of a project, so that nobody can use up all
 * the comments that a certifier can answer.
 *
 * @param author who, see {@link #author}
 * @param comments how many
 * @param firstComment the number of the first comment of that publicity, which tells it from others
 * @param project the project
 */
public record CommentCount(
    @Most(AUTHOR_MOST) String author, int comments, int firstComment, InstructionId project)
    implements LedgerRecord {

  /** Hexadecimal digits of a digest. */
  static final int AUTHOR_MOST = 64;

  /** The type of these counts. */
  public static final RecordType<CommentCount> TYPE =
      new RecordType<>("COMMENT_COUNT", CommentCount.class, Visibility.PUBLIC);

  /**
   * Who is counted: a participant by its id, and whose comment an office passes on by the digest of
   * the letters and digits of the name.
   */
  static String author(Optional<String> named, ParticipantId sender) {
    return named.map(name -> Sha256.of(letters(name)).value()).orElse(sender.value());
  }

  /** Whatever the case and width, and without what stands between letters or after them. */
  private static String letters(String name) {
    String folded = Folding.folded(name);
    StringBuilder letters = new StringBuilder();
    folded.codePoints().filter(CommentCount::tells).forEachOrdered(letters::appendCodePoint);
    return letters.isEmpty() ? folded : letters.toString();
  }

  private static boolean tells(int c) {
    Kind kind = Characters.kind(c);
    return kind == Kind.LETTER || kind == Kind.MARK || c >= '0' && c <= '9';
  }

  /** The key of an author's count. */
  static Key<CommentCount> key(InstructionId project, String author) {
    return TYPE.key(project.value(), author);
  }

  /** An author's count in the publicity that begins with a comment's number. */
  static CommentCount in(Records records, InstructionId project, String author, int firstComment) {
    return records
        .find(key(project, author))
        .filter(found -> found.firstComment == firstComment)
        .orElseGet(() -> new CommentCount(author, 0, firstComment, project));
  }

  /** The count with one more. */
  CommentCount plusOne() {
    return new CommentCount(author, comments + 1, firstComment, project);
  }

  @Override
  public Key<CommentCount> key() {
    return key(project, author);
  }
}
