// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.blocks.BlockReader;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;

/**
 * What an endorsed transaction says before it is signed and sent. A peer prepared it for us: that
 * it is what we asked for is checked, not believed.
 *
 * @param verdicts the chaincode's answer
 * @param journaled the journal entries it will write
 */
record EndorsedBatch(List<Verdict> verdicts, Map<InstructionId, Sha256> journaled) {

  /**
   * Reads a transaction with the call that we proposed.
   *
   * @param call the function's name and its arguments
   * @throws LedgerSettingsException when it is something else
   */
  static LedgerTransaction mustBeOurs(
      Transaction transaction, List<byte[]> call, BlockReader reader) {
    try {
      PreparedTransaction prepared = PreparedTransaction.parseFrom(transaction.getBytes());
      LedgerTransaction read =
          reader
              .read(prepared.getEnvelope(), 0)
              .orElseThrow(() -> new LedgerSettingsException("the peer prepared nothing", null));
      if (!read.id().equals(transaction.getTransactionId()) || !sameCall(read, call)) {
        throw new LedgerSettingsException("the peer prepared another transaction than ours", null);
      }
      return read;
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw new LedgerSettingsException("the peer prepared something unreadable", e);
    }
  }

  /** A transaction that judges no instructions. */
  static EndorsedBatch withoutInstructions() {
    return new EndorsedBatch(List.of(), Map.of());
  }

  private static boolean sameCall(LedgerTransaction read, List<byte[]> call) {
    return Arrays.deepEquals(read.arguments().toArray(), call.toArray());
  }

  /** The verdicts on a batch and the entries it writes. */
  static EndorsedBatch of(byte[] result, LedgerTransaction transaction) {
    try {
      List<Verdict> verdicts = List.of(Codec.read(result, Verdict[].class));
      if (verdicts.size() != transaction.arguments().size() - 1) {
        throw new LedgerSettingsException("the chaincode's verdicts are not one each", null);
      }
      return new EndorsedBatch(verdicts, journaled(transaction.writes()));
    } catch (RegistryException e) {
      throw new LedgerSettingsException(
          "the chaincode's answer cannot be read; is it of another version? " + e.getMessage(), e);
    }
  }

  private static Map<InstructionId, Sha256> journaled(List<StateWrite> writes) {
    Map<InstructionId, Sha256> entries = new HashMap<>();
    for (StateWrite write : writes) {
      boolean entry =
          Keys.isComposite(write.key())
              && Keys.parts(write.key()).get(0).equals(JournalEntry.TYPE.name());
      if (entry) {
        JournalEntry read = Codec.read(write.value(), JournalEntry.class);
        entries.put(read.id(), read.digest());
      }
    }
    return entries;
  }

  SubmittedBatch inBlock(String transactionId, long block) {
    return new SubmittedBatch(transactionId, block, verdicts, journaled);
  }
}
