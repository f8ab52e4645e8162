// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Shape;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Ledger state in a map, with a peer's strictness: no key twice in a request, no empty value, keys
 * in order.
 */
public final class MapStore implements StateStore {
  private final SortedMap<String, byte[]> state = new TreeMap<>();
  private final List<SortedMap<String, byte[]>> puts = new ArrayList<>();
  private int reads;

  /** An empty ledger. */
  public MapStore() {}

  /** A ledger in the state of another. */
  public MapStore(MapStore other) {
    state.putAll(other.state);
    puts.add(new TreeMap<>(state));
  }

  @Override
  public List<byte[]> getAll(List<String> keys) {
    if (new HashSet<>(keys).size() != keys.size()) {
      throw new AssertionError("a key is asked for twice in one request");
    }
    reads++;
    List<byte[]> values = new ArrayList<>();
    keys.forEach(key -> values.add(state.get(key)));
    return values;
  }

  @Override
  public void putAll(SortedMap<String, byte[]> entries) {
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      if (entry.getValue().length == 0) {
        throw new AssertionError("an empty value is a deletion on Fabric");
      }
      requireWithinLimits(entry.getKey(), entry.getValue());
    }
    state.putAll(entries);
    puts.add(new TreeMap<>(entries));
  }

  /** What was written, transaction by transaction: the state as it came about. */
  public List<SortedMap<String, byte[]>> puts() {
    return List.copyOf(puts);
  }

  /** What is stored is a record in canonical form within the limits that it declares. */
  private static void requireWithinLimits(String key, byte[] value) {
    LedgerRecord record = Codec.read(value, RecordTypes.of(key).orElseThrow().recordClass());
    if (!record.key().text().equals(key) || !Arrays.equals(Codec.write(record), value)) {
      throw new AssertionError(record + " does not stand under its key or is not canonical");
    }
    Shape.check((Record) record);
  }

  /** All state, by key. */
  public SortedMap<String, byte[]> state() {
    return state;
  }

  /** SHA-256 over all keys and values, in order: equal for equal states. */
  public Sha256 digest() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    state.forEach(
        (key, value) -> {
          all.writeBytes(key.getBytes(StandardCharsets.UTF_8));
          all.writeBytes(value);
        });
    return Sha256.of(all.toByteArray());
  }

  /** How many requests for reading there were. */
  public int reads() {
    return reads;
  }
}
