// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The chain of blocks and the state that follows from it. One thread commits; any number read.
 *
 * <p>The order within a commit is what makes it durable: validate, append to the log and wait for
 * the disk, bring the index up to date, and only then let anybody see the new height.
 */
final class Ledger implements AutoCloseable {
  /**
   * Consumers usually want the newest blocks, several of them the same; older ones are read from
   * the log.
   */
  private static final int CACHED_BLOCKS = 32;

  /**
   * Larger blocks are not worth the memory: reading them from the log costs little beside sending
   * them.
   */
  private static final int LARGEST_CACHED_BLOCK_BYTES = 1 << 20;

  private final ChannelConfiguration configuration;
  private final BlockLog log;
  private final LedgerIndex index;
  private final TransactionCheck check;
  private final BlockValidation validation;
  private final SigningIdentity orderer;

  private final Map<Long, BlockAndPrivateData> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, BlockAndPrivateData> eldest) {
          return size() > CACHED_BLOCKS;
        }
      };

  private final Object heightChanged = new Object();
  private volatile long height;
  private volatile boolean closed;
  private ByteString lastHash;
  private ByteString commitHash;

  private Ledger(
      ChannelConfiguration configuration,
      BlockLog log,
      LedgerIndex index,
      Membership membership,
      SigningIdentity orderer) {
    this.configuration = configuration;
    this.log = log;
    this.index = index;
    this.orderer = orderer;
    check = new TransactionCheck(membership);
    validation =
        new BlockValidation(
            configuration.channel(), List.copyOf(configuration.applicationCertificates().keySet()));
  }

  static Ledger open(
      BlockLog log,
      LedgerIndex index,
      ChannelConfiguration configuration,
      Membership membership,
      SigningIdentity orderer,
      BlockCutting cutting,
      Clock clock)
      throws IOException {
    Ledger ledger = new Ledger(configuration, log, index, membership, orderer);
    ledger.checkComplete();
    if (log.height() == 0) {
      log.append(
          BlockAndPrivateData.newBuilder()
              .setBlock(configuration.toBlock(cutting, clock.instant()))
              .build());
    }
    ledger.checkBelongs();
    ledger.redo();
    Block last = ledger.block(log.height() - 1);
    ledger.lastHash = Blocks.headerHash(last.getHeader());
    ledger.commitHash = Blocks.commitHash(last);
    ledger.height = log.height();
    return ledger;
  }

  /** A log that was put back from an old backup, with its note, may still have a newer index. */
  private void checkComplete() {
    if (index.height() > log.height()) {
      throw BlockLoss.missing(log.height(), index.height()).knownToIndex(log.directory());
    }
  }

  private void checkBelongs() {
    ChannelConfiguration stored = ChannelConfiguration.read(block(0));
    if (!stored.channel().equals(configuration.channel())) {
      throw mismatch("channel " + stored.channel() + ", not of " + configuration.channel());
    }
    Set<String> organisations = stored.applicationCertificates().keySet();
    if (!organisations.equals(configuration.applicationCertificates().keySet())) {
      throw mismatch(
          "the organisations "
              + organisations
              + ", not of "
              + configuration.applicationCertificates().keySet());
    }
    if (!stored.equals(configuration)) {
      throw mismatch("other keys of its organisations than the ones stored beside it");
    }
  }

  private static EmbeddedPeerException mismatch(String what) {
    return new EmbeddedPeerException(
        EmbeddedPeerException.Reason.CONFIGURATION_MISMATCH,
        "The directory holds a ledger of " + what + ".");
  }

  /** Applies the blocks that the index lacks; they were validated when they were committed. */
  private void redo() throws IOException {
    for (long number = index.height(); number < log.height(); number++) {
      BlockAndPrivateData content = log.read(number);
      List<TxValidationCode> codes = Blocks.codes(content.getBlock());
      List<String> ids = new ArrayList<>();
      BlockUpdates updates = new BlockUpdates();
      try (Snapshot state = index.snapshot()) {
        for (int i = 0; i < codes.size(); i++) {
          CheckedTransaction transaction = check.read(content.getBlock().getData().getData(i));
          ids.add(transaction.id());
          if (codes.get(i) == TxValidationCode.VALID && transaction.results() != null) {
            new WriteApplication(state, updates, new Version(number, i))
                .apply(transaction.results(), content.getPrivateDataMapMap().get((long) i));
          }
        }
      }
      applyToIndex(index, number, updates, ids, codes);
    }
  }

  static void applyToIndex(
      LedgerIndex index,
      long block,
      BlockUpdates updates,
      List<String> ids,
      List<TxValidationCode> codes) {
    List<String> known = new ArrayList<>();
    List<TransactionPosition> positions = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!ids.get(i).isEmpty()) {
        known.add(ids.get(i));
        positions.add(new TransactionPosition(block, i, codes.get(i)));
      }
    }
    index.apply(block, updates, known, positions);
  }

  /**
   * Makes the next block of these transactions. When this returns, the block is on disk and
   * visible.
   *
   * @throws IOException when it cannot be written; whether it will be there after the next opening
   *     is then unknown
   */
  CommittedBlock commit(
      List<CheckedTransaction> transactions, Map<Integer, TxPvtReadWriteSet> privateData)
      throws IOException {
    long number = log.height();
    List<ByteString> envelopes =
        transactions.stream().map(CheckedTransaction::envelope).collect(Collectors.toList());
    BlockHeader header = Blocks.header(number, lastHash, envelopes);
    BlockValidation.Result result;
    try (Snapshot state = index.snapshot()) {
      result =
          validation.validate(
              number, transactions, state, id -> index.transaction(id).isPresent(), privateData);
    }
    ByteString newCommitHash = CommitHash.of(result.codes(), result.updates(), commitHash);
    Block block = Blocks.block(header, envelopes, result.codes(), orderer, newCommitHash);
    BlockAndPrivateData content = withPrivateData(block, privateData, result.codes());
    log.append(content);
    lastHash = Blocks.headerHash(header);
    commitHash = newCommitHash;
    List<String> ids =
        transactions.stream().map(CheckedTransaction::id).collect(Collectors.toList());
    applyToIndex(index, number, result.updates(), ids, result.codes());
    remember(content);
    height = number + 1;
    synchronized (heightChanged) {
      heightChanged.notifyAll();
    }
    return new CommittedBlock(block, ids, result.codes());
  }

  private static BlockAndPrivateData withPrivateData(
      Block block, Map<Integer, TxPvtReadWriteSet> privateData, List<TxValidationCode> codes) {
    BlockAndPrivateData.Builder content = BlockAndPrivateData.newBuilder().setBlock(block);
    Map<Long, TxPvtReadWriteSet> valid = new HashMap<>();
    privateData.forEach(
        (transaction, values) -> {
          if (codes.get(transaction) == TxValidationCode.VALID) {
            valid.put((long) transaction, values);
          }
        });
    return content.putAllPrivateDataMap(valid).build();
  }

  private void remember(BlockAndPrivateData content) {
    if (content.getSerializedSize() <= LARGEST_CACHED_BLOCK_BYTES) {
      synchronized (recent) {
        recent.put(content.getBlock().getHeader().getNumber(), content);
      }
    }
  }

  ChannelConfiguration configuration() {
    return configuration;
  }

  /** The number of blocks that are on disk and visible in the state. */
  long height() {
    return height;
  }

  /** A block below the height. */
  Block block(long number) {
    return content(number).getBlock();
  }

  BlockAndPrivateData content(long number) {
    synchronized (recent) {
      BlockAndPrivateData cached = recent.get(number);
      if (cached != null) {
        return cached;
      }
    }
    try {
      return log.read(number);
    } catch (IOException e) {
      throw new UncheckedIOException("Block " + number + " cannot be read.", e);
    }
  }

  /** A transaction of a block, read without checking it again. */
  CheckedTransaction transaction(ByteString envelope) {
    return check.read(envelope);
  }

  Snapshot snapshot() {
    return index.snapshot();
  }

  Optional<TransactionPosition> position(String transactionId) {
    return index.transaction(transactionId);
  }

  /**
   * Waits until there is a block of this number.
   *
   * @return false when the ledger was closed first
   */
  boolean awaitBlock(long number, java.util.function.BooleanSupplier cancelled)
      throws InterruptedException {
    synchronized (heightChanged) {
      while (height <= number && !closed && !cancelled.getAsBoolean()) {
        heightChanged.wait();
      }
      return height > number && !closed && !cancelled.getAsBoolean();
    }
  }

  /** Makes waiting readers look whether they have been cancelled. */
  void wakeReaders() {
    synchronized (heightChanged) {
      heightChanged.notifyAll();
    }
  }

  /** Replays every block into an index of its own and compares. */
  VerificationReport verify(Membership membership, java.nio.file.Path workingFile)
      throws IOException {
    return new LedgerVerification(configuration, membership, log, index).run(workingFile);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    wakeReaders();
    try {
      index.close();
    } finally {
      log.close();
    }
  }
}
