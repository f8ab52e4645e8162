// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.gateway.projection.Reader;

/** The ledger's state as the projection has it, for rules that are only tried out. */
public final class ProjectedState implements StateStore {
  private final Reader reader;

  public ProjectedState(Reader reader) {
    this.reader = reader;
  }

  @Override
  public List<byte[]> getAll(List<String> keys) {
    // A list with nulls, which stand for absent records.
    return Arrays.asList(keys.stream().map(this::get).toArray(byte[][]::new));
  }

  private byte[] get(String key) {
    return RecordTypes.of(key)
        .flatMap(type -> reader.find(new Key<>(key, type.recordClass())))
        .map(Codec::write)
        .orElse(null);
  }

  @Override
  public void putAll(SortedMap<String, byte[]> entries) {
    throw new UnsupportedOperationException("a dry run writes nothing");
  }
}
