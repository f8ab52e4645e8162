// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.RefusalCount;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Journals the refusals of a batch, so many a participant and hour as the registry rule says: a
 * refusal costs its signer nothing, and the ledger keeps its entry for ever.
 *
 * <p>Who is refused is known only when the rules have run. So the counts are read then, in one
 * request for the whole batch: an instruction that is applied reads none, and no count is a reason
 * for two gateways to stand in each other's way unless both refuse the same participant.
 */
final class RefusalJournal {
  private final UnitOfWork work;
  private final Instant time;
  private final LocalDate today;

  /** In the order of the batch, by id: an id is refused once. */
  private final Map<InstructionId, Case> waiting = new LinkedHashMap<>();

  RefusalJournal(UnitOfWork work, Instant time) {
    this.work = work;
    this.time = time;
    this.today = BeijingTime.day(time);
  }

  /** Takes a refused instruction, which has no verdict yet. */
  void add(Case refused) {
    waiting.put(refused.id(), refused);
  }

  /**
   * Decides now when a refusal of an id is waiting, because a later instruction of the batch has it
   * too: is it a repetition, or is the id still free? About all, since they count in their order.
   */
  void settle(InstructionId id) {
    if (waiting.containsKey(id)) {
      decideAll();
    }
  }

  /** Decides about all that are waiting. */
  void decideAll() {
    List<Key<?>> keys = new ArrayList<>();
    waiting.values().forEach(each -> keys.add(RefusalCount.key(each.participant())));
    if (!keys.isEmpty()) {
      keys.add(RegistryRules.KEY);
      work.load(keys);
    }
    waiting.values().forEach(this::decide);
    waiting.clear();
  }

  private void decide(Case refused) {
    RefusalCount count = RefusalCount.at(time, work, refused.participant());
    int most = RegistryRules.refusalsPerHour(work, today);
    if (count.count() >= most) {
      refused.leaveUnjournaled(most);
    } else {
      work.write(count.plusOne());
      refused.journal(work, time);
    }
  }
}
