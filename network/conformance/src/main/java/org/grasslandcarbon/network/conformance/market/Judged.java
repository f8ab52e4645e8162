// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;

/**
 * What blocks say of an instruction, which is what the ledger has judged, whatever a gateway says.
 *
 * @param id the instruction
 * @param outcome {@code APPLIED} or the code of the refusal
 * @param trades the trades that it made, in their order
 */
public record Judged(InstructionId id, String outcome, List<Trade> trades) {
  public Judged {
    trades = List.copyOf(trades);
  }

  public boolean isApplied() {
    return outcome.equals(Verdict.APPLIED);
  }

  /**
   * The instructions of blocks in the order in which they were judged: that of the blocks, in them
   * of the transactions, and in them of the texts.
   */
  public static List<Judged> of(List<LedgerBlock> blocks) {
    List<Judged> judged = new ArrayList<>();
    for (LedgerBlock block : blocks) {
      block.transactions().forEach(transaction -> add(transaction, judged));
    }
    return judged;
  }

  private static void add(LedgerTransaction transaction, List<Judged> judged) {
    Map<InstructionId, List<Trade>> trades = new HashMap<>();
    for (StateWrite write : transaction.writes()) {
      read(write, Trade.TYPE)
          .ifPresent(
              trade ->
                  trades.computeIfAbsent(trade.instruction(), any -> new ArrayList<>()).add(trade));
    }
    trades.values().forEach(each -> each.sort(Comparator.comparing(Trade::number)));
    Map<InstructionId, JournalEntry> entries = new HashMap<>();
    for (StateWrite write : transaction.writes()) {
      read(write, JournalEntry.TYPE).ifPresent(entry -> entries.put(entry.id(), entry));
    }
    // What was proposed again although it was judged before has no entry here.
    for (byte[] argument : texts(transaction)) {
      InstructionId id = SignedInstruction.parse(argument).instruction().id();
      Optional.ofNullable(entries.remove(id))
          .ifPresent(
              entry ->
                  judged.add(
                      new Judged(
                          id,
                          entry.code().map(Enum::name).orElse(Verdict.APPLIED),
                          trades.getOrDefault(id, List.of()))));
    }
  }

  /** The first argument is the function's name. */
  private static List<byte[]> texts(LedgerTransaction transaction) {
    List<byte[]> arguments = transaction.arguments();
    return arguments.isEmpty() || !new String(arguments.get(0), UTF_8).equals("submit")
        ? List.of()
        : arguments.subList(1, arguments.size());
  }

  private static <R extends LedgerRecord> Optional<R> read(StateWrite write, RecordType<R> type) {
    boolean isOne = RecordTypes.of(write.key()).filter(type::equals).isPresent();
    return isOne && !write.delete()
        ? Optional.of(Codec.read(write.value(), type.recordClass()))
        : Optional.empty();
  }
}
