// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Detail;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The state that the blocks lead to, with how far they were read, in one file: a commit holds both,
 * so that an audit that was interrupted goes on from a block's end. An older commit may be found
 * after a power failure; it is as good, since some blocks are then read once more. The file is
 * locked while it is open. One thread writes; others may find keys meanwhile.
 */
public final class LedgerState implements AutoCloseable {
  private static final String FILE = "audit.mv.db";

  /** Pages kept in memory; what makes the memory bounded, however large the state. */
  private static final int CACHE_MIB = 64;

  /** Changes kept in memory before they are written. */
  private static final int UNSAVED_BYTES_MOST = 16 * 1024 * 1024;

  /** Below this much of the file being in use, chunks are rewritten. */
  private static final int FILL_PERCENT_LEAST = 50;

  private static final int REWRITTEN_BYTES = 16 * 1024 * 1024;

  private static final String SCRATCH = "scratch.mv.db";

  private final MVStore store;
  private final MVMap<String, byte[]> state;
  private final MVMap<String, Long> transactions;
  private final MVMap<String, byte[]> notes;
  private final MVMap<Long, byte[]> findings;
  private final Path folder;
  private final Set<String> changedInBlock = new HashSet<>();

  /** The folder cannot be used. */
  public static final class UnusableException extends RuntimeException implements Bilingual {
    private static final long serialVersionUID = 1L;

    private final transient Detail detail;

    private UnusableException(Detail detail, Throwable cause) {
      super(detail.en(), cause);
      this.detail = detail;
    }

    @Override
    public Detail inWords() {
      return detail;
    }
  }

  private LedgerState(MVStore store, Path folder) {
    this.folder = folder;
    this.store = store;
    state = store.openMap("state", bytesByText());
    transactions =
        store.openMap(
            "transactions",
            new MVMap.Builder<String, Long>()
                .keyType(StringDataType.INSTANCE)
                .valueType(LongDataType.INSTANCE));
    notes = store.openMap("notes", bytesByText());
    findings =
        store.openMap(
            "findings",
            new MVMap.Builder<Long, byte[]>()
                .keyType(LongDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE));
  }

  private static MVMap.Builder<String, byte[]> bytesByText() {
    return new MVMap.Builder<String, byte[]>()
        .keyType(StringDataType.INSTANCE)
        .valueType(ByteArrayDataType.INSTANCE);
  }

  /**
   * Opens the state in a folder, or begins one.
   *
   * @throws UnusableException when it is in use, damaged, or cannot be written
   */
  public static LedgerState open(Path folder) {
    try {
      Files.createDirectories(folder);
      return new LedgerState(
          new MVStore.Builder()
              .fileName(folder.resolve(FILE).toString())
              .cacheSize(CACHE_MIB)
              .autoCommitDisabled()
              .autoCommitBufferSize(0) // or half a block would be written without its place
              .open(),
          folder);
    } catch (IOException e) {
      throw new UnusableException(
          zh("审计目录 %s 无法写入").en("the audit's folder %s cannot be written", folder), e);
    } catch (MVStoreException e) {
      throw new UnusableException(
          zh("审计目录 %s 正被另一次审计使用，或已损坏")
              .en("the audit's folder %s is in use by another audit, or damaged", folder),
          e);
    }
  }

  private static String place(String namespace, String key) {
    return namespace + '/' + key;
  }

  /** What stands under a key. */
  public Optional<Stored> find(String namespace, String key) {
    return Optional.ofNullable(state.get(place(namespace, key))).map(Stored::of);
  }

  /** Whether a transaction of the block that is being read has changed a key. */
  boolean isChangedInBlock(String namespace, String key) {
    return changedInBlock.contains(place(namespace, key));
  }

  void put(String namespace, String key, Stored stored) {
    String place = place(namespace, key);
    state.put(place, stored.toBytes());
    changedInBlock.add(place);
  }

  void delete(String namespace, String key) {
    String place = place(namespace, key);
    state.remove(place);
    changedInBlock.add(place);
  }

  /** Whether an earlier transaction had this id. */
  boolean hasTransaction(String id) {
    return transactions.containsKey(id);
  }

  void addTransaction(String id, long block) {
    transactions.putIfAbsent(id, block);
  }

  /** Ends a block: what comes next is of another. */
  public void endBlock() {
    changedInBlock.clear();
  }

  /** All keys of a namespace with what stands there, in the order of the keys. */
  public void forEach(String namespace, BiConsumer<String, Stored> action) {
    String from = place(namespace, "");
    var cursor = state.cursor(from);
    while (cursor.hasNext()) {
      String place = cursor.next();
      if (!place.startsWith(from)) {
        return;
      }
      action.accept(place.substring(from.length()), Stored.of(cursor.getValue()));
    }
  }

  /** A map of its own on disk, for what is sorted once and memory may have no room for. */
  public Scratch scratch() {
    return new Scratch(folder.resolve(SCRATCH));
  }

  /** What was noted under a name. */
  public Optional<byte[]> note(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  /** Notes something that goes with the state. */
  public void note(String name, byte[] value) {
    notes.put(name, value);
  }

  /** Keeps a finding. */
  public void addFinding(byte[] finding) {
    findings.append(findings.sizeAsLong(), finding);
  }

  /** The findings that were kept, in their order. */
  public List<byte[]> findings() {
    return new ArrayList<>(findings.values());
  }

  /** Whether so much is unsaved that it should be committed at the end of this block. */
  public boolean isFull() {
    return store.getUnsavedMemory() > UNSAVED_BYTES_MOST;
  }

  /** Writes everything to disk. */
  public void commit() {
    store.commit();
    if (store.getFileStore().getChunksFillRate() < FILL_PERCENT_LEAST) {
      store.compact(FILL_PERCENT_LEAST, REWRITTEN_BYTES);
    }
  }

  /** Closes without writing: whoever wants to go on later has committed. */
  @Override
  public void close() {
    store.closeImmediately();
  }
}
