// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.ledger.StateStore;

/** The state before a transaction, for rules that are run again; what they do is kept apart. */
final class RecordingStore implements StateStore {
  private final LedgerState state;
  private final String chaincode;
  private final Set<String> reads = new TreeSet<>();
  private final SortedMap<String, byte[]> writes = new TreeMap<>();

  RecordingStore(LedgerState state, String chaincode) {
    this.state = state;
    this.chaincode = chaincode;
  }

  @Override
  public List<byte[]> getAll(List<String> keys) {
    reads.addAll(keys);
    List<byte[]> values = new ArrayList<>(keys.size());
    keys.forEach(key -> values.add(state.find(chaincode, key).map(Stored::value).orElse(null)));
    return values;
  }

  @Override
  public void putAll(SortedMap<String, byte[]> entries) {
    writes.putAll(entries);
  }

  Set<String> reads() {
    return reads;
  }

  SortedMap<String, byte[]> writes() {
    return writes;
  }
}
