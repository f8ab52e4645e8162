// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.paper;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a peer of the network has stored. */
public final class PaperState {
  private final SortedMap<String, Entry> entries = new TreeMap<>();
  private int number;

  /** A value and who wrote it. */
  public record Entry(long block, long position, byte[] value) {}

  Entry find(String chaincode, String key) {
    return entries.get(chaincode + "/" + key);
  }

  void put(String chaincode, SortedMap<String, byte[]> writes, long block, long position) {
    writes.forEach(
        (key, value) -> {
          if (value.length == 0) {
            entries.remove(chaincode + "/" + key);
          } else {
            entries.put(chaincode + "/" + key, new Entry(block, position, value));
          }
        });
  }

  int nextNumber() {
    return number++;
  }

  /** All values of a chaincode, by key. */
  public SortedMap<String, byte[]> of(String chaincode) {
    SortedMap<String, byte[]> own = new TreeMap<>();
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      if (each.getKey().startsWith(chaincode + "/")) {
        own.put(each.getKey().substring(chaincode.length() + 1), each.getValue().value());
      }
    }
    return own;
  }
}
