// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.ledger.BatchRefusedException;
import org.grasslandcarbon.gateway.ledger.Ledger;
import org.grasslandcarbon.gateway.ledger.PendingTransaction;
import org.grasslandcarbon.gateway.ledger.SubmittedBatch;
import org.grasslandcarbon.gateway.ledger.TryAgainException;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.grasslandcarbon.gateway.ledger.UnknownOutcomeException;

/**
 * A ledger that does what the next step of a script says, and without one applies what it gets,
 * each id once, as the real one does.
 */
final class ScriptedLedger implements Ledger {
  /** One step: what happens to a batch. */
  interface Step extends Function<List<byte[]>, SubmittedBatch> {}

  private final Deque<Step> script = new ConcurrentLinkedDeque<>();
  private final Map<InstructionId, Sha256> journal = new HashMap<>();
  private final Map<InstructionId, String> verdicts = new HashMap<>();
  private final Set<InstructionId> poison = new HashSet<>();
  private final List<Integer> attempts = new CopyOnWriteArrayList<>();
  private ErrorCode poisonCode = ErrorCode.MALFORMED;
  private long block = 10;

  @Override
  public SubmittedBatch submit(List<byte[]> instructions) {
    attempts.add(instructions.size());
    // Without the lock: a step may wait for the test.
    Step step = script.poll();
    return step == null ? apply(instructions) : step.apply(instructions);
  }

  ScriptedLedger then(Step step) {
    script.add(step);
    return this;
  }

  ScriptedLedger thenFails(Reason reason, int times) {
    for (int i = 0; i < times; i++) {
      then(
          batch -> {
            throw new TryAgainException(reason, "as the script says", null);
          });
    }
    return this;
  }

  /** Its batch gets to the ledger, or not, and nobody hears of it until the given settlings. */
  ScriptedLedger thenIsUnknown(boolean arrives, int unansweredSettlings) {
    return then(
        batch -> {
          SubmittedBatch result = arrives ? apply(batch) : null;
          throw new UnknownOutcomeException(
              new Pending(result, unansweredSettlings), "as the script says", null);
        });
  }

  private static final class Pending implements PendingTransaction {
    private final SubmittedBatch result;
    private int unanswered;

    private Pending(SubmittedBatch result, int unanswered) {
      this.result = result;
      this.unanswered = unanswered;
    }

    @Override
    public String transactionId() {
      return "pending";
    }

    @Override
    public SubmittedBatch settle() {
      if (result == null || unanswered-- > 0) {
        throw new UnknownOutcomeException(this, "still not known", null);
      }
      return result;
    }
  }

  /** Refuses every batch with this instruction. */
  ScriptedLedger poisonedBy(InstructionId id, ErrorCode code) {
    poison.add(id);
    poisonCode = code;
    return this;
  }

  /** Judges this instruction so, without a journal entry. */
  ScriptedLedger judges(InstructionId id, ErrorCode code) {
    verdicts.put(id, code.name());
    return this;
  }

  /** What becomes of a batch without a script; for steps. */
  SubmittedBatch applied(List<byte[]> batch) {
    return apply(batch);
  }

  private synchronized SubmittedBatch apply(List<byte[]> batch) {
    List<SignedInstruction> instructions = batch.stream().map(SignedInstruction::parse).toList();
    if (instructions.stream().anyMatch(each -> poison.contains(each.instruction().id()))) {
      throw new BatchRefusedException(poisonCode, Detail.told("有毒", "poison"), null);
    }
    block++;
    List<Verdict> answers = new ArrayList<>();
    Map<InstructionId, Sha256> written = new HashMap<>();
    for (SignedInstruction each : instructions) {
      InstructionId id = each.instruction().id();
      String refusal = verdicts.get(id);
      if (refusal != null) {
        answers.add(new Verdict(refusal, Optional.of("as the script says"), Optional.of("如脚本所述")));
      } else if (journal.putIfAbsent(id, each.digest()) != null) {
        answers.add(
            new Verdict("DUPLICATE", Optional.of("instruction " + id), Optional.of("指令 " + id)));
      } else {
        written.put(id, each.digest());
        answers.add(new Verdict(Verdict.APPLIED, Optional.empty(), Optional.empty()));
      }
    }
    return new SubmittedBatch("tx" + block, block, answers, written);
  }

  /** The sizes of the batches that were submitted, in order. */
  List<Integer> attempts() {
    return List.copyOf(attempts);
  }

  synchronized boolean has(byte[] jws) {
    SignedInstruction signed = SignedInstruction.parse(jws);
    return signed.digest().equals(journal.get(signed.instruction().id()));
  }

  synchronized long block() {
    return block;
  }
}
