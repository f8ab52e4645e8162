// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the valid transactions of one block change: the last value of every key, and every single
 * write for history.
 */
final class BlockUpdates {
  /** Present with a null value: the key is deleted. */
  private final Map<StateKey, StateValue> latest = new HashMap<>();

  private final Map<StateKey, Version> versions = new HashMap<>();
  private final List<StateKey> written = new ArrayList<>();
  private final List<Version> writtenAt = new ArrayList<>();

  boolean contains(StateKey key) {
    return versions.containsKey(key);
  }

  /** Null when deleted or not updated; see {@link #contains}. */
  StateValue get(StateKey key) {
    return latest.get(key);
  }

  void put(StateKey key, Version version, ByteString value, ByteString metadata) {
    versions.put(key, version);
    latest.put(key, new StateValue(version, value, metadata));
  }

  void delete(StateKey key, Version version) {
    versions.put(key, version);
    latest.put(key, null);
  }

  /** Notes a write of a public key, which the history of that key will show. */
  void noteHistory(StateKey key, Version version) {
    written.add(key);
    writtenAt.add(version);
  }

  int historySize() {
    return written.size();
  }

  StateKey historyKey(int i) {
    return written.get(i);
  }

  Version historyVersion(int i) {
    return writtenAt.get(i);
  }

  /** All updates in key order, null for a deletion. */
  TreeMap<StateKey, StateValue> sorted() {
    return new TreeMap<>(latest);
  }

  Version version(StateKey key) {
    return versions.get(key);
  }
}
