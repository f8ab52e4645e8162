// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.grasslandcarbon.audit.blocks.BlockHashes;
import org.grasslandcarbon.audit.blocks.WholeEntries;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.channel.OrdererSignatures;
import org.grasslandcarbon.audit.ledger.LedgerTransaction;
import org.grasslandcarbon.audit.ledger.VerifiedAhead;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;

/**
 * A block with everything checked that needs no state: its hashes, and all signatures in it.
 *
 * @param block the block
 * @param headerHash the hash by which the next one names it
 * @param dataHashIsRight whether its header has the hash of its contents
 * @param recut why its entries are not each one whole transaction; empty when they are
 * @param orderers the signatures under its header; absent for the first block, which nobody signs
 * @param transactions its transactions
 */
record PreparedBlock(
    Block block,
    ByteString headerHash,
    boolean dataHashIsRight,
    Optional<Detail> recut,
    Optional<OrdererSignatures> orderers,
    List<LedgerTransaction> transactions) {
  /** Instructions that one thread takes at a time. */
  private static final int TOGETHER = 16;

  PreparedBlock {
    transactions = List.copyOf(transactions);
  }

  /**
   * Prepares a block, its transactions beside each other.
   *
   * @param instructions takes the instructions, to verify them as well
   */
  static PreparedBlock of(
      Block block, Configuration configuration, VerifiedAhead instructions, Executor executor) {
    List<CompletableFuture<LedgerTransaction>> reading = new ArrayList<>();
    for (ByteString bytes : block.getData().getDataList()) {
      reading.add(
          CompletableFuture.supplyAsync(
              () -> LedgerTransaction.read(bytes, configuration), executor));
    }
    Optional<OrdererSignatures> orderers =
        block.getHeader().getNumber() == 0
            ? Optional.empty()
            : Optional.of(
                OrdererSignatures.of(
                    configuration,
                    slot(block, BlockMetadataIndex.SIGNATURES),
                    BlockHashes.headerBytes(block.getHeader())));
    List<LedgerTransaction> transactions = reading.stream().map(CompletableFuture::join).toList();
    verify(transactions, instructions, executor);
    return new PreparedBlock(
        block,
        BlockHashes.headerHash(block.getHeader()),
        BlockHashes.dataHash(block).equals(block.getHeader().getDataHash()),
        isConfiguration(block)
            ? Optional.empty()
            : WholeEntries.fault(block.getData().getDataList()),
        orderers,
        transactions);
  }

  /** Instructions are many in a transaction, so that they are shared out by the dozen. */
  private static void verify(
      List<LedgerTransaction> transactions, VerifiedAhead instructions, Executor executor) {
    List<CompletableFuture<Void>> verifying = new ArrayList<>();
    for (LedgerTransaction each : transactions) {
      List<ByteString> arguments = each.instructions();
      for (int from = 0; from < arguments.size(); from += TOGETHER) {
        List<ByteString> some =
            arguments.subList(from, Math.min(arguments.size(), from + TOGETHER));
        verifying.add(
            CompletableFuture.runAsync(
                () -> some.forEach(jws -> instructions.prepare(jws.toByteArray())), executor));
      }
    }
    verifying.forEach(CompletableFuture::join);
  }

  /** A part of a block's metadata; empty when there is none. */
  static ByteString slot(Block block, BlockMetadataIndex index) {
    return index.getNumber() < block.getMetadata().getMetadataCount()
        ? block.getMetadata().getMetadata(index.getNumber())
        : ByteString.EMPTY;
  }

  /** Whether a block is there for a configuration, as orderers make them. */
  static boolean isConfiguration(Block block) {
    return block.getData().getDataCount() == 1
        && LedgerTransaction.isConfiguration(block.getData().getData(0));
  }

  long number() {
    return block.getHeader().getNumber();
  }
}
