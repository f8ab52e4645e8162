// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.monitoring.CreditingHistory;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * The buffers of all batches of a project during one instruction, without what is on hold. It finds
 * them by the project's crediting history, which knows how many batches each vintage has.
 */
final class ProjectBuffer {
  /**
   * From how many batches one instruction takes: each can cost two postings, and a journal entry
   * holds 1,000. Yearly reports of the longest crediting period leave far fewer.
   */
  static final int BATCHES_MOST = 400;

  private final Act act;

  /** By batch: within a project the order of ids is that of vintages and then of issuance. */
  private final Map<BatchId, SerialRanges> free = new TreeMap<>();

  private ProjectBuffer(Act act) {
    this.act = act;
  }

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

  /** The buffers of a project as they stand. */
  static ProjectBuffer of(Act act, InstructionId project) {
    ProjectBuffer buffer = new ProjectBuffer(act);
    for (BatchId batch : batches(act, project)) {
      act.find(BufferHolding.key(batch))
          .map(BufferHolding::buffered)
          .filter(serials -> !serials.isEmpty())
          .ifPresent(serials -> buffer.free.put(batch, serials));
    }
    return buffer;
  }

  /** The first parts up to a quantity, of so many batches at most, oldest first. */
  static List<Reversal.Part> oldest(List<Reversal.Part> parts, Tonnes quantity, int batchesMost) {
    List<Reversal.Part> taken = new ArrayList<>();
    Tonnes missing = quantity;
    for (Reversal.Part part : parts) {
      if (missing.isZero() || taken.size() == batchesMost) {
        return taken;
      }
      SerialRanges some =
          missing.isAtLeast(part.serials().quantity())
              ? part.serials()
              : part.serials().takeLowest(missing).taken();
      taken.add(new Reversal.Part(part.batch(), some));
      missing = missing.minus(some.quantity());
    }
    return taken;
  }

  /** How many credits some parts are. */
  static Tonnes quantity(List<Reversal.Part> parts) {
    return parts.stream().map(each -> each.serials().quantity()).reduce(Tonnes.ZERO, Tonnes::plus);
  }

  /** What it has, oldest first. */
  List<Reversal.Part> parts() {
    return free.entrySet().stream()
        .map(each -> new Reversal.Part(each.getKey(), each.getValue()))
        .toList();
  }

  /** Writes the buffer without a part of it. */
  void take(Reversal.Part part) {
    set(part.batch(), free.get(part.batch()).minus(part.serials()));
  }

  /** Writes the buffer with a part given back. */
  void giveBack(Reversal.Part part) {
    set(part.batch(), free.getOrDefault(part.batch(), SerialRanges.NONE).plus(part.serials()));
  }

  private void set(BatchId batch, SerialRanges serials) {
    free.put(batch, serials);
    act.write(new BufferHolding(batch, serials));
  }
}
