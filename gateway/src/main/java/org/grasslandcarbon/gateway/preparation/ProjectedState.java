// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.RecordTable;
import org.grasslandcarbon.gateway.projection.Tables;

/** The ledger's state as the projection has it, for rules that are only tried out. */
final class ProjectedState implements StateStore {
  private final Reader reader;

  ProjectedState(Reader reader) {
    this.reader = reader;
  }

  @Override
  public List<byte[]> getAll(List<String> keys) {
    // A list with nulls, which stand for absent records.
    return Arrays.asList(keys.stream().map(this::get).toArray(byte[][]::new));
  }

  private byte[] get(String key) {
    List<String> parts = Keys.parts(key);
    RecordTable table =
        Tables.of(parts.get(0))
            .orElseThrow(
                () -> new IllegalStateException("records of " + parts.get(0) + " have no table"));
    return reader.find(table, Tables.id(parts)).map(Codec::write).orElse(null);
  }

  @Override
  public void putAll(SortedMap<String, byte[]> entries) {
    throw new UnsupportedOperationException("a dry run writes nothing");
  }
}
