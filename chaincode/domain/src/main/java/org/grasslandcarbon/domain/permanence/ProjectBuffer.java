// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What is in the buffers of all batches of a project, without what is on hold. It is found by the
 * project's crediting history, which knows how many batches each vintage has.
 */
final class ProjectBuffer {
  /**
   * From how many batches one instruction takes: each can cost two postings, and a journal entry
   * holds 1,000. Yearly reports of the longest crediting period leave far fewer.
   */
  static final int BATCHES_MOST = 400;

  private ProjectBuffer() {}

  /** The batches of a project, oldest first; none before its first issuance. */
  static List<BatchId> batches(Records records, InstructionId project) {
    return records
        .find(Project.key(project))
        .flatMap(Project::number)
        .flatMap(
            number ->
                records.find(CreditingHistory.key(project)).map(each -> each.batchIds(number)))
        .orElse(List.of());
  }

  /** The keys of the buffers of a project. */
  static List<Key<?>> keys(Records records, InstructionId project) {
    return batches(records, project).stream().<Key<?>>map(BufferHolding::key).toList();
  }

  /**
   * What is in the buffers of a project, oldest first: within a project the order of batches is
   * that of vintages and then of issuance.
   */
  static List<Credits> of(Act act, InstructionId project) {
    return batches(act, project).stream()
        .sorted()
        .map(batch -> new Credits(batch, BufferHolding.of(act, batch).buffered()))
        .filter(part -> !part.serials().isEmpty())
        .toList();
  }

  /** The first parts up to a quantity, of so many batches at most, oldest first. */
  static List<Credits> oldest(List<Credits> parts, Tonnes quantity, int batchesMost) {
    List<Credits> taken = new ArrayList<>();
    Tonnes missing = quantity;
    for (Credits part : parts) {
      if (missing.isZero() || taken.size() == batchesMost) {
        return taken;
      }
      SerialRanges some =
          missing.isAtLeast(part.serials().quantity())
              ? part.serials()
              : part.serials().takeLowest(missing).taken();
      taken.add(new Credits(part.batch(), some));
      missing = missing.minus(some.quantity());
    }
    return taken;
  }

  /** How many credits some parts are. */
  static Tonnes quantity(List<Credits> parts) {
    return parts.stream().map(each -> each.serials().quantity()).reduce(Tonnes.ZERO, Tonnes::plus);
  }
}
