// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What reversals have left a project to answer for: those that nobody has verified yet, and the
 * tonnes that its buffer could not cover. Transfers and retirements never read it.
 *
 * @param lost verified losses of all reversals that are settled
 * @param open reversals that are reported and not settled, in the order of their reports
 * @param project the project
 * @param shortfall verified loss that neither the buffer nor the owner has made good
 */
public record Reversals(
    Tonnes lost, @Most(OPEN_MOST) List<InstructionId> open, InstructionId project, Tonnes shortfall)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<Reversals> TYPE =
      new RecordType<>("REVERSALS", Reversals.class, Visibility.PUBLIC);

  /** Fires and droughts of several years; more are a sign that nobody verifies. */
  public static final int OPEN_MOST = 20;

  public Reversals {
    open = List.copyOf(open);
  }

  /** The key of a project's reversals. */
  public static Key<Reversals> key(InstructionId project) {
    return TYPE.key(project.value());
  }

  /** A project's reversals as they stand; none when none was ever reported. */
  public static Reversals of(Records records, InstructionId project) {
    return records
        .find(key(project))
        .orElseGet(() -> new Reversals(Tonnes.ZERO, List.of(), project, Tonnes.ZERO));
  }

  /** With one more that waits for its settlement. */
  public Reversals withReported(InstructionId reversal) {
    List<InstructionId> more = new ArrayList<>(open);
    more.add(reversal);
    return new Reversals(lost, more, project, shortfall);
  }

  /** Without one that is settled, with its loss and what of it the buffer could not cover. */
  public Reversals withSettled(InstructionId reversal, Tonnes loss, Tonnes uncovered) {
    return new Reversals(
        lost.plus(loss),
        open.stream().filter(each -> !each.equals(reversal)).toList(),
        project,
        shortfall.plus(uncovered));
  }

  /** With so much of the shortfall made good. */
  public Reversals withCompensation(Tonnes cancelled) {
    return new Reversals(lost, open, project, shortfall.minus(cancelled));
  }

  @Override
  public Key<Reversals> key() {
    return key(project);
  }
}
