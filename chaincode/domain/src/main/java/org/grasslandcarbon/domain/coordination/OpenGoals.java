// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * How many goals of a proposer are not decided, so that nobody fills the table at which all regions
 * vote. Whoever proposed them can have each decided after its last day, so that none keeps its
 * proposer waiting for others. Appeals are not counted: of an assessment there is one, and it has
 * its own last day.
 *
 * @param by who proposed them
 * @param open how many
 */
public record OpenGoals(ParticipantId by, @Least(0) @Most(OPEN_MOST) int open)
    implements LedgerRecord {

  /** The type of these counts. */
  public static final RecordType<OpenGoals> TYPE =
      new RecordType<>("OPEN_GOALS", OpenGoals.class, Visibility.PUBLIC);

  /** Two a week for a year: more than regions can talk about with one office. */
  static final int OPEN_MOST = 100;

  /** The key of a proposer's. */
  static Key<OpenGoals> key(ParticipantId by) {
    return TYPE.key(by.value());
  }

  static OpenGoals of(Records records, ParticipantId by) {
    return records.find(key(by)).orElseGet(() -> new OpenGoals(by, 0));
  }

  /** Whether goals of a kind are counted. */
  static boolean counts(GoalKind kind) {
    return kind != GoalKind.APPEAL;
  }

  /** Whether one more can be proposed. */
  boolean hasRoom() {
    return open < OPEN_MOST;
  }

  OpenGoals proposed() {
    return new OpenGoals(by, open + 1);
  }

  /** After one was decided; whatever became of it. */
  OpenGoals decided() {
    return new OpenGoals(by, open - 1);
  }

  @Override
  public Key<OpenGoals> key() {
    return key(by);
  }
}
