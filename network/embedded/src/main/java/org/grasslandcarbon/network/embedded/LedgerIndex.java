// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.type.DataType;

/**
 * What the block log says, arranged for reading: world state, history, transaction ids. It is
 * derived, so it is written without waiting for the disk; after a crash the blocks that it lacks
 * are applied again.
 *
 * <p>The store keeps its pages consistent when the process dies, because the operating system then
 * still has everything that was written. When the machine itself stopped, pages may be missing
 * without a trace. A marker therefore names the boot of the machine in which the index was opened;
 * if it is found again after another boot, the index is thrown away.
 *
 * <p>It is never believed on its word. Every page is under a checksum that is verified when it is
 * read ({@link IndexTypes}), and all entries together under another ({@link IndexContents}), which
 * {@link #check} verifies. An index that is found to be damaged says so, once to whoever opened it
 * and to every reader from then on.
 */
final class LedgerIndex implements AutoCloseable {
  /** Where the index is in the peer's directory. */
  static final String DIRECTORY = "index";

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

  /** How many entries a check reads before it looks whether it is to stop. */
  private static final int ENTRIES_BETWEEN_LOOKS = 1_000;

  /** Of the present layout. An index of another is not read, and deleted. */
  private static final String FILE = "index-2.mv";

  private static final String CONTENTS = "contents";

  /** Hears that an index is damaged, once, on the thread that has found out. */
  interface DamageListener {
    void damaged(LedgerIndex index, Throwable cause);
  }

  private final Path marker;
  private final MVStore store;
  private final DamageListener listener;
  private final MVMap<StateKey, StateValue> state;
  private final MVMap<StateKey, Boolean> history;
  private final MVMap<String, TransactionPosition> transactions;
  private final MVMap<String, IndexContents> progress;
  private volatile Roots published;
  private volatile boolean unusable;
  private IndexContents contents;
  private long unsavedBytes;
  private int unsavedBlocks;
  private int saves;

  private record Roots(
      IndexContents contents,
      RootReference<StateKey, StateValue> state,
      RootReference<StateKey, Boolean> history,
      RootReference<String, TransactionPosition> transactions) {}

  private LedgerIndex(Path marker, MVStore store, DamageListener listener) {
    this.marker = marker;
    this.store = store;
    this.listener = listener;
    state = map("state", IndexTypes.Key.INSTANCE, IndexTypes.Value.INSTANCE);
    history = map("history", IndexTypes.Key.INSTANCE, IndexTypes.Nothing.INSTANCE);
    transactions = map("transactions", IndexTypes.Name.INSTANCE, IndexTypes.Position.INSTANCE);
    progress = map("progress", IndexTypes.Name.INSTANCE, IndexTypes.Contents.INSTANCE);
    IndexContents stored = progress.get(CONTENTS);
    contents = stored == null ? IndexContents.NOTHING : stored;
    publish();
  }

  private <K, V> MVMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
    return store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
  }

  /** An index in a file that nobody will open again, for comparing. */
  static LedgerIndex temporary(Path file) throws IOException {
    return opened(null, file, (index, cause) -> {});
  }

  /**
   * Opens the index, or an empty one when there is none that can be trusted.
   *
   * @param listener hears of damage that is found later
   * @throws UnusableIndexException when the file cannot be read; it is then to be discarded
   */
  static LedgerIndex open(Path directory, DamageListener listener) throws IOException {
    OwnerOnlyFiles.createDirectories(directory);
    Path marker = directory.resolve("opened");
    Optional<String> boot = bootOfThisMachine();
    if (Files.exists(marker) && !boot.equals(Optional.of(Files.readString(marker)))) {
      discard(directory);
    }
    OwnerOnlyFiles.write(marker, boot.orElse("unknown"));
    deleteExcept(directory, FILE);
    return opened(marker, directory.resolve(FILE), listener);
  }

  private static LedgerIndex opened(Path marker, Path file, DamageListener listener)
      throws IOException {
    // The store would make a file that others can read; an empty one is as good as none to it.
    OwnerOnlyFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    MVStore store = null;
    try {
      store =
          new MVStore.Builder()
              .fileName(file.toString())
              .autoCommitDisabled()
              // Nor when much has changed: a block is saved whole or not at all.
              .autoCommitBufferSize(0)
              .cacheSize(CACHE_MEBIBYTES)
              .open();
      return new LedgerIndex(marker, store, listener);
    } catch (RuntimeException e) {
      // The store checks little of what it reads, so that anything may come of a damaged file.
      if (store != null) {
        store.closeImmediately();
      }
      throw new UnusableIndexException(e);
    }
  }

  /** Throws the index away; the next opening makes it again from the blocks. */
  static void discard(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      deleteExcept(directory, "");
    }
  }

  private static void deleteExcept(Path directory, String name) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String found = file.getFileName().toString();
        if (found.endsWith(".mv") && !found.equals(name)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Linux names every boot; elsewhere every unclean end means that the index is made anew. */
  private static Optional<String> bootOfThisMachine() {
    try {
      return Optional.of(Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads or writes the store; whatever it throws means that it cannot be relied on any more. */
  private <T> T using(Supplier<T> work) {
    if (unusable) {
      throw new UnusableIndexException(null);
    }
    try {
      return work.get();
    } catch (UnusableIndexException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unusable(e);
    }
  }

  private UnusableIndexException unusable(Throwable cause) {
    boolean first;
    synchronized (this) {
      first = !unusable;
      unusable = true;
    }
    if (first) {
      listener.damaged(this, cause);
    }
    return new UnusableIndexException(cause);
  }

  /** Whether it can be read, as far as is known. */
  boolean isUsable() {
    return !unusable;
  }

  /** The number of blocks that have been applied. */
  long height() {
    return published.contents().height();
  }

  /**
   * Applies the next block.
   *
   * @throws UnusableIndexException when the index is damaged
   */
  void apply(
      long block, BlockUpdates updates, List<String> ids, List<TransactionPosition> positions) {
    using(
        () -> {
          applyState(updates);
          applyHistory(updates);
          applyTransactions(ids, positions);
          contents = contents.atHeight(block + 1);
          progress.put(CONTENTS, contents);
          publish();
          unsavedBlocks++;
          if (unsavedBytes >= MAX_UNSAVED_BYTES || unsavedBlocks >= MAX_UNSAVED_BLOCKS) {
            save();
          }
          return null;
        });
  }

  private void applyState(BlockUpdates updates) {
    for (Map.Entry<StateKey, StateValue> update : updates.sorted().entrySet()) {
      StateKey key = update.getKey();
      StateValue value = update.getValue();
      StateValue before = value == null ? state.remove(key) : state.put(key, value);
      if (before != null) {
        contents = contents.without(IndexContents.entry(key, before));
      }
      if (value != null) {
        contents = contents.with(IndexContents.entry(key, value));
        unsavedBytes += value.value().size() + 100L;
      }
    }
  }

  private void applyHistory(BlockUpdates updates) {
    for (int i = 0; i < updates.historySize(); i++) {
      StateKey key = historyKey(updates.historyKey(i), updates.historyVersion(i));
      if (history.put(key, Boolean.TRUE) == null) {
        contents = contents.with(IndexContents.entry(key));
      }
      unsavedBytes += 100;
    }
  }

  private void applyTransactions(List<String> ids, List<TransactionPosition> positions) {
    for (int i = 0; i < ids.size(); i++) {
      // The first occurrence stays: a second copy of a transaction is a duplicate and changes
      // nothing.
      if (transactions.putIfAbsent(ids.get(i), positions.get(i)) == null) {
        contents = contents.with(IndexContents.entry(ids.get(i), positions.get(i)));
      }
    }
  }

  private void publish() {
    published =
        new Roots(
            contents,
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
   *
   * @throws UnusableIndexException when the index is damaged
   */
  Snapshot snapshot() {
    return using(
        () -> {
          // The pages in use must be pinned before the roots are read, or a compaction could free
          // them in between.
          MVStore.TxCounter usage = store.registerVersionUsage();
          return new IndexSnapshot(usage, published);
        });
  }

  /**
   * Where a transaction is, as of the last block that was applied completely: whoever learns from
   * here that a transaction is committed must also find its writes in the next snapshot.
   *
   * @throws UnusableIndexException when the index is damaged
   */
  Optional<TransactionPosition> transaction(String id) {
    return using(
        () -> {
          MVStore.TxCounter usage = store.registerVersionUsage();
          try {
            return Optional.ofNullable(transactions.get(published.transactions().root, id));
          } finally {
            store.deregisterVersionUsage(usage);
          }
        });
  }

  /**
   * Reads every entry, and with it every page, and compares them with what there should be
   * altogether.
   *
   * @param stop ends the check early
   * @throws UnusableIndexException when the index is damaged
   */
  void check(BooleanSupplier stop) {
    try (Snapshot snapshot = snapshot()) {
      if (!((IndexSnapshot) snapshot).isWhole(stop)) {
        throw unusable(new IllegalStateException("The index has other entries than it should."));
      }
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
      return roots.contents().height();
    }

    @Override
    public boolean isUsable() {
      return LedgerIndex.this.isUsable();
    }

    @Override
    public StateValue get(StateKey key) {
      return using(() -> state.get(roots.state().root, key));
    }

    @Override
    public StateCursor range(StateKey from, StateKey to) {
      var cursor = using(() -> state.cursor(roots.state(), from, null, false));
      return () ->
          using(
              () -> {
                if (!cursor.hasNext()) {
                  return null;
                }
                StateKey key = cursor.next();
                return key.compareTo(to) < 0 ? Map.entry(key, cursor.getValue()) : null;
              });
    }

    @Override
    public HistoryCursor historyNewestFirst(StateKey key) {
      StateKey last = historyKey(key, new Version(Long.MAX_VALUE, Integer.MAX_VALUE));
      int prefix = 4 + key.bytes().length;
      var cursor = using(() -> history.cursor(roots.history(), last, null, true));
      return () -> using(() -> cursor.hasNext() ? version(cursor.next(), last, prefix) : null);
    }

    private static Version version(StateKey found, StateKey wanted, int prefix) {
      byte[] bytes = found.bytes();
      if (bytes.length != wanted.bytes().length
          || !Arrays.equals(bytes, 0, prefix, wanted.bytes(), 0, prefix)) {
        return null;
      }
      ByteBuffer version = ByteBuffer.wrap(bytes, prefix, 12);
      return new Version(version.getLong(), version.getInt());
    }

    @Override
    public Iterator<String> entries() {
      var states = states();
      var histories = histories();
      var ids = ids();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return using(() -> states.hasNext() || histories.hasNext() || ids.hasNext());
        }

        @Override
        public String next() {
          return using(this::nextText);
        }

        private String nextText() {
          if (states.hasNext()) {
            return "state " + states.next() + " = " + states.getValue();
          }
          if (histories.hasNext()) {
            return "history " + HexFormat.of().formatHex(histories.next().bytes());
          }
          if (ids.hasNext()) {
            return "transaction " + ids.next() + " = " + ids.getValue();
          }
          throw new NoSuchElementException();
        }
      };
    }

    private Cursor<StateKey, StateValue> states() {
      return using(() -> state.cursor(roots.state(), null, null, false));
    }

    private Cursor<StateKey, Boolean> histories() {
      return using(() -> history.cursor(roots.history(), null, null, false));
    }

    private Cursor<String, TransactionPosition> ids() {
      return using(() -> transactions.cursor(roots.transactions(), null, null, false));
    }

    /** Whether the entries are what they should be altogether; true when stopped before the end. */
    private boolean isWhole(BooleanSupplier stop) {
      Tally tally = new Tally(stop);
      var states = states();
      while (tally.goesOn(() -> states.hasNext())) {
        tally.add(() -> IndexContents.entry(states.next(), states.getValue()));
      }
      var histories = histories();
      while (tally.goesOn(() -> histories.hasNext())) {
        tally.add(() -> IndexContents.entry(histories.next()));
      }
      var ids = ids();
      while (tally.goesOn(() -> ids.hasNext())) {
        tally.add(() -> IndexContents.entry(ids.next(), ids.getValue()));
      }
      return tally.stopped || tally.found.equals(roots.contents());
    }

    /** What has been found so far. */
    private final class Tally {
      private final BooleanSupplier stop;
      private IndexContents found = IndexContents.NOTHING.atHeight(roots.contents().height());
      private boolean stopped;

      private Tally(BooleanSupplier stop) {
        this.stop = stop;
      }

      private boolean goesOn(Supplier<Boolean> more) {
        if (found.entries() % ENTRIES_BETWEEN_LOOKS == 0 && stop.getAsBoolean()) {
          stopped = true;
        }
        return !stopped && using(more);
      }

      private void add(Supplier<Long> entry) {
        found = found.with(using(entry));
      }
    }

    @Override
    public void close() {
      if (isUsable()) {
        store.deregisterVersionUsage(usage);
      }
    }
  }

  /** Saves everything and waits for the disk, so that the next opening has nothing to redo. */
  @Override
  public void close() throws IOException {
    if (marker == null || unusable) {
      abandon();
      return;
    }
    unusable = true;
    try {
      store.commit();
      store.sync();
      store.close();
    } finally {
      store.closeImmediately();
    }
    Files.deleteIfExists(marker);
  }

  /** Closes without saving, after a failure. */
  void abandon() {
    unusable = true;
    store.closeImmediately();
  }
}
