// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;

/**
 * One transaction's view of the ledger: each key is read at most once and written at most once,
 * whatever the number of instructions that touch it.
 *
 * <p>An instruction's writes are staged: {@link #keep} adds them to the transaction, {@link #drop}
 * forgets them, so that a refused instruction leaves nothing behind. {@link #flush} writes all that
 * was kept, in key order. The hash maps are looked up, never walked in an order that matters. Not
 * for use by several threads.
 */
public final class UnitOfWork implements Records {
  private final StateStore store;
  private final Map<Key<?>, LedgerRecord> clean = new HashMap<>();
  private final Set<Key<?>> absent = new HashSet<>();
  private final Map<Key<?>, LedgerRecord> kept = new HashMap<>();
  private final Map<Key<?>, LedgerRecord> staged = new HashMap<>();
  private int lateReads;

  /** A view over a store in which nothing has been read yet. */
  public UnitOfWork(StateStore store) {
    this.store = store;
  }

  /**
   * Reads those of the keys that have not been read, in one request to the store.
   *
   * @throws StoreFailure when they cannot be read
   */
  public void load(Collection<? extends Key<?>> keys) {
    Set<Key<?>> missing = new LinkedHashSet<>();
    for (Key<?> key : keys) {
      if (!isKnown(key)) {
        missing.add(key);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    List<String> texts = new ArrayList<>(missing.size());
    missing.forEach(key -> texts.add(key.text()));
    List<byte[]> values = read(texts);
    int i = 0;
    for (Key<?> key : missing) {
      byte[] value = values.get(i++);
      if (value == null) {
        absent.add(key);
      } else {
        clean.put(key, decode(key, value));
      }
    }
  }

  private List<byte[]> read(List<String> keys) {
    try {
      return store.getAll(keys);
    } catch (RuntimeException e) {
      throw new StoreFailure(e);
    }
  }

  /** Whoever wrote the instruction has no part in what stands on the ledger. */
  private static LedgerRecord decode(Key<?> key, byte[] value) {
    try {
      return Codec.read(value, key.recordClass());
    } catch (RuntimeException e) {
      throw new StoreFailure(key, e);
    }
  }

  private boolean isKnown(Key<?> key) {
    return clean.containsKey(key) || absent.contains(key) || kept.containsKey(key);
  }

  @Override
  public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
    LedgerRecord found = staged.get(key);
    if (found == null) {
      found = kept.get(key);
    }
    if (found == null) {
      if (!isKnown(key)) {
        lateReads++;
        load(List.of(key));
      }
      found = clean.get(key);
    }
    return Optional.ofNullable(key.recordClass().cast(found));
  }

  /** What is staged under a key. */
  <T extends LedgerRecord> Optional<T> staged(Key<T> key) {
    return Optional.ofNullable(key.recordClass().cast(staged.get(key)));
  }

  /** All that is staged, in the order of keys. */
  public List<LedgerRecord> stagedRecords() {
    return new TreeMap<Key<?>, LedgerRecord>(staged).values().stream().toList();
  }

  /** Stages a record under its own key. */
  void stage(LedgerRecord written) {
    staged.put(written.key(), written);
  }

  /** Adds what is staged to what the transaction will write. */
  public void keep() {
    kept.putAll(staged);
    staged.clear();
  }

  /** Forgets what is staged. */
  public void drop() {
    staged.clear();
  }

  /** Writes a record without staging, e.g. the journal entry of a refused instruction. */
  public void write(LedgerRecord record) {
    kept.put(record.key(), record);
  }

  /**
   * Writes everything kept to the store, in key order.
   *
   * @param bytesMost the most bytes that the records may have together
   * @throws RegistryException {@code TOO_LARGE}, with nothing written
   */
  public void flush(long bytesMost) {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    long bytes = 0;
    for (LedgerRecord written : kept.values()) {
      byte[] json = Codec.write(written);
      bytes += json.length;
      entries.put(written.key().text(), json);
    }
    if (bytes > bytesMost) {
      throw new RegistryException(
          ErrorCode.TOO_LARGE,
          zh("该批指令写入的内容将超过 %s 字节").en("the batch would write more than %s bytes", bytesMost));
    }
    if (!entries.isEmpty()) {
      store.putAll(entries);
    }
  }

  /**
   * How many keys were read only when a rule asked for them, each at the price of a round trip: an
   * instruction that names its keys beforehand causes none.
   */
  public int lateReads() {
    return lateReads;
  }
}
