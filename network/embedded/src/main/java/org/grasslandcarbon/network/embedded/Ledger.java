// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grasslandcarbon.disk.AppendOnlyFile;
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
  private final DerivedIndex index;
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
      DerivedIndex index,
      TransactionCheck check,
      SigningIdentity orderer) {
    this.configuration = configuration;
    this.log = log;
    this.index = index;
    this.orderer = orderer;
    this.check = check;
    validation =
        new BlockValidation(
            configuration.channel(), List.copyOf(configuration.applicationCertificates().keySet()));
  }

  /**
   * Opens the ledger of a log, with its index, which is made again where it is missing or damaged.
   */
  static Ledger open(
      BlockLog log,
      Path indexDirectory,
      ChannelConfiguration configuration,
      Membership membership,
      SigningIdentity orderer,
      BlockCutting cutting,
      Clock clock)
      throws IOException {
    TransactionCheck check = new TransactionCheck(membership);
    DerivedIndex index = DerivedIndex.open(indexDirectory, log, check);
    try {
      Ledger ledger = new Ledger(configuration, log, index, check, orderer);
      ledger.begin(cutting, clock);
      return ledger;
    } catch (IOException | RuntimeException e) {
      index.abandon();
      throw e;
    }
  }

  private void begin(BlockCutting cutting, Clock clock) throws IOException {
    checkComplete();
    if (log.height() == 0) {
      log.append(
          BlockAndPrivateData.newBuilder()
              .setBlock(configuration.toBlock(cutting, clock.instant()))
              .build());
    }
    checkBelongs();
    index.catchUp();
    Block last = block(log.height() - 1);
    lastHash = Blocks.headerHash(last.getHeader());
    commitHash = Blocks.commitHash(last);
    height = log.height();
    index.checkInFull();
  }

  /** A log that was put back from an old backup, with its note, may still have a newer index. */
  private void checkComplete() {
    if (index.height() > log.height()) {
      throw BlockLoss.missing(log.height(), index.height()).knownToIndex(log.directory());
    }
  }

  private void checkBelongs() {
    if (!ChannelConfiguration.read(block(0)).equals(configuration)) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.CONFIGURATION_MISMATCH,
          "账本目录 " + log.directory() + " 中 organisations 的密钥不属于这个账本；未作任何更改。请恢复与区块日志同属一份备份的密钥。",
          "The keys in organisations of "
              + log.directory()
              + " are other keys than this ledger's; nothing was changed. Restore those of the same"
              + " backup as the block log.");
    }
  }

  /**
   * Makes the next block of these transactions. When this returns, the block is on disk and
   * visible.
   *
   * @throws UnusableIndexException while the index is made again; nothing has been written
   * @throws IOException when it cannot be written; the ledger is as before
   * @throws AppendOnlyFile.SyncFailure when nobody knows whether it will be there after the next
   *     opening
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
    index.apply(number, result.updates(), ids, result.codes());
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
  VerificationReport verify(Membership membership) throws IOException {
    return index.verify(configuration, membership);
  }

  /** Makes the index again if it was found to be damaged; without this it is done in a while. */
  void remakeIndexIfUnusable() throws IOException {
    index.remakeIfUnusable();
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
