// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * What the block log says, arranged for reading: world state, history, transaction ids. It is
 * derived, so it is written without waiting for the disk; after a crash the blocks that it lacks
 * are applied again.
 *
 * <p>The store keeps its pages consistent when the process dies, because the operating system then
 * still has everything that was written. When the machine itself stopped, pages may be missing
 * without a trace. A marker therefore names the boot of the machine in which the index was opened;
 * if it is found again after another boot, the index is thrown away.
 */
final class LedgerIndex implements AutoCloseable {
  /** Pages kept in memory; reads beyond it go to the file. */
  private static final int CACHE_MEBIBYTES = 64;

  /**
   * Written to the file when this much has changed or this many blocks have come, so that little is
   * redone.
   */
  private static final int MAX_UNSAVED_BYTES = 16 << 20;

  private static final int MAX_UNSAVED_BLOCKS = 512;

  /**
   * The file is compacted now and then, moving at most this much at a time, so that it does not
   * grow without bound.
   */
  private static final int SAVES_BETWEEN_COMPACTIONS = 16;

  private static final int COMPACTION_FILL_PERCENT = 60;
  private static final int COMPACTION_BYTES = 16 << 20;

  /** Where the index is in the peer's directory. */
  static final String DIRECTORY = "index";

  private static final String FILE = "index.mv";
  private static final String HEIGHT = "height";

  private final Path marker;
  private final MVStore store;
  private final MVMap<StateKey, StateValue> state;
  private final MVMap<StateKey, Long> history;
  private final MVMap<String, TransactionPosition> transactions;
  private final MVMap<String, Long> progress;
  private volatile Roots published;
  private long unsavedBytes;
  private int unsavedBlocks;
  private int saves;

  private record Roots(
      long height,
      RootReference<StateKey, StateValue> state,
      RootReference<StateKey, Long> history,
      RootReference<String, TransactionPosition> transactions) {}

  private LedgerIndex(Path marker, MVStore store) {
    this.marker = marker;
    this.store = store;
    state =
        store.openMap(
            "state",
            new MVMap.Builder<StateKey, StateValue>()
                .keyType(IndexTypes.Key.INSTANCE)
                .valueType(IndexTypes.Value.INSTANCE));
    history =
        store.openMap(
            "history",
            new MVMap.Builder<StateKey, Long>()
                .keyType(IndexTypes.Key.INSTANCE)
                .valueType(LongDataType.INSTANCE));
    transactions =
        store.openMap(
            "transactions",
            new MVMap.Builder<String, TransactionPosition>()
                .keyType(StringDataType.INSTANCE)
                .valueType(IndexTypes.Position.INSTANCE));
    progress =
        store.openMap(
            "progress",
            new MVMap.Builder<String, Long>()
                .keyType(StringDataType.INSTANCE)
                .valueType(LongDataType.INSTANCE));
    publish();
  }

  /** An index in a file that nobody will open again, for comparing. */
  static LedgerIndex temporary(Path file) {
    return new LedgerIndex(null, openStore(file));
  }

  /**
   * Opens the index, or an empty one when there is none that can be trusted.
   *
   * @throws MVStoreException when the file cannot be read; it is then to be discarded
   */
  static LedgerIndex open(Path directory) throws IOException {
    OwnerOnlyFiles.createDirectories(directory);
    Path marker = directory.resolve("opened");
    Optional<String> boot = bootOfThisMachine();
    if (Files.exists(marker) && !boot.equals(Optional.of(Files.readString(marker)))) {
      discard(directory);
    }
    OwnerOnlyFiles.write(marker, boot.orElse("unknown"));
    MVStore store = openStore(directory.resolve(FILE));
    try {
      return new LedgerIndex(marker, store);
    } catch (MVStoreException e) {
      store.closeImmediately();
      throw e;
    }
  }

  /** Throws the index away; the next opening makes it again from the blocks. */
  static void discard(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(FILE));
  }

  private static MVStore openStore(Path file) {
    return new MVStore.Builder()
        .fileName(file.toString())
        .autoCommitDisabled()
        .cacheSize(CACHE_MEBIBYTES)
        .open();
  }

  /** Linux names every boot; elsewhere every unclean end means that the index is made anew. */
  private static Optional<String> bootOfThisMachine() {
    try {
      return Optional.of(Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The number of blocks that have been applied. */
  long height() {
    return published.height();
  }

  /**
   * Applies the next block. Applying a block again that was partly applied before gives the same.
   */
  void apply(
      long block, BlockUpdates updates, List<String> ids, List<TransactionPosition> positions) {
    for (Map.Entry<StateKey, StateValue> update : updates.sorted().entrySet()) {
      if (update.getValue() == null) {
        state.remove(update.getKey());
      } else {
        state.put(update.getKey(), update.getValue());
        unsavedBytes += update.getValue().value().size() + 100L;
      }
    }
    for (int i = 0; i < updates.historySize(); i++) {
      history.put(historyKey(updates.historyKey(i), updates.historyVersion(i)), 0L);
      unsavedBytes += 100;
    }
    for (int i = 0; i < ids.size(); i++) {
      // The first occurrence stays: a second copy of a transaction is a duplicate and changes
      // nothing.
      transactions.putIfAbsent(ids.get(i), positions.get(i));
    }
    progress.put(HEIGHT, block + 1);
    publish();
    unsavedBlocks++;
    if (unsavedBytes >= MAX_UNSAVED_BYTES || unsavedBlocks >= MAX_UNSAVED_BLOCKS) {
      save();
    }
  }

  private void publish() {
    Long height = progress.get(HEIGHT);
    published =
        new Roots(
            height == null ? 0 : height,
            state.flushAndGetRoot(),
            history.flushAndGetRoot(),
            transactions.flushAndGetRoot());
  }

  private void save() {
    store.commit();
    unsavedBytes = 0;
    unsavedBlocks = 0;
    if (++saves % SAVES_BETWEEN_COMPACTIONS == 0) {
      store.compact(COMPACTION_FILL_PERCENT, COMPACTION_BYTES);
    }
  }

  /**
   * The state after the last applied block; what is applied later does not show in it. Must be
   * closed.
   */
  Snapshot snapshot() {
    // The pages in use must be pinned before the roots are read, or a compaction could free them in
    // between.
    MVStore.TxCounter usage = store.registerVersionUsage();
    return new IndexSnapshot(usage, published);
  }

  /**
   * Where a transaction is, as of the last block that was applied completely: whoever learns from
   * here that a transaction is committed must also find its writes in the next snapshot.
   */
  Optional<TransactionPosition> transaction(String id) {
    MVStore.TxCounter usage = store.registerVersionUsage();
    try {
      return Optional.ofNullable(transactions.get(published.transactions().root, id));
    } finally {
      store.deregisterVersionUsage(usage);
    }
  }

  private static StateKey historyKey(StateKey key, Version version) {
    byte[] bytes = key.bytes();
    return StateKey.ofBytes(
        ByteBuffer.allocate(bytes.length + 16)
            .putInt(bytes.length)
            .put(bytes)
            .putLong(version.block())
            .putInt(version.transaction())
            .array());
  }

  private final class IndexSnapshot implements Snapshot {
    private final MVStore.TxCounter usage;
    private final Roots roots;

    private IndexSnapshot(MVStore.TxCounter usage, Roots roots) {
      this.usage = usage;
      this.roots = roots;
    }

    @Override
    public long height() {
      return roots.height();
    }

    @Override
    public StateValue get(StateKey key) {
      return state.get(roots.state().root, key);
    }

    @Override
    public StateCursor range(StateKey from, StateKey to) {
      var cursor = state.cursor(roots.state(), from, null, false);
      return () -> {
        if (!cursor.hasNext()) {
          return null;
        }
        StateKey key = cursor.next();
        return key.compareTo(to) < 0 ? Map.entry(key, cursor.getValue()) : null;
      };
    }

    @Override
    public HistoryCursor historyNewestFirst(StateKey key) {
      StateKey last = historyKey(key, new Version(Long.MAX_VALUE, Integer.MAX_VALUE));
      int prefix = 4 + key.bytes().length;
      var cursor = history.cursor(roots.history(), last, null, true);
      return () -> {
        if (!cursor.hasNext()) {
          return null;
        }
        byte[] found = cursor.next().bytes();
        if (found.length != last.bytes().length
            || !Arrays.equals(found, 0, prefix, last.bytes(), 0, prefix)) {
          return null;
        }
        ByteBuffer version = ByteBuffer.wrap(found, prefix, 12);
        return new Version(version.getLong(), version.getInt());
      };
    }

    @Override
    public Iterator<String> entries() {
      var states = state.cursor(roots.state(), null, null, false);
      var histories = history.cursor(roots.history(), null, null, false);
      var ids = transactions.cursor(roots.transactions(), null, null, false);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return states.hasNext() || histories.hasNext() || ids.hasNext();
        }

        @Override
        public String next() {
          if (states.hasNext()) {
            return "state " + states.next() + " = " + states.getValue();
          }
          if (histories.hasNext()) {
            return "history " + HexFormat.of().formatHex(histories.next().bytes());
          }
          return "transaction " + ids.next() + " = " + ids.getValue();
        }
      };
    }

    @Override
    public void close() {
      store.deregisterVersionUsage(usage);
    }
  }

  /** Saves everything and waits for the disk, so that the next opening has nothing to redo. */
  @Override
  public void close() throws IOException {
    if (marker == null) {
      store.closeImmediately();
      return;
    }
    store.commit();
    store.sync();
    store.close();
    Files.deleteIfExists(marker);
  }

  /** Closes without saving, after a failure. */
  void abandon() {
    store.closeImmediately();
  }
}
