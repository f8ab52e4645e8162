// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Records;

/** Records that were read in one go, for one computation: it may ask for these and no others. */
public final class ReadRecords implements Records {
  private final Set<String> asked = new HashSet<>();
  private final Map<String, String> found;
  private final Map<String, LedgerRecord> read = new HashMap<>();

  ReadRecords(Collection<Key<?>> keys, Map<String, String> found) {
    keys.forEach(key -> asked.add(key.text()));
    this.found = found;
  }

  /**
   * The record under a key that was asked for.
   *
   * @throws IllegalStateException when the key was not asked for: that it is not here would say
   *     nothing; or when a chaincode newer than this gateway wrote the record
   */
  @Override
  public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
    if (!asked.contains(key.text())) {
      throw new IllegalStateException("nobody has read " + key);
    }
    String json = found.get(key.text());
    return json == null
        ? Optional.empty()
        : Optional.of(
            key.recordClass()
                .cast(
                    read.computeIfAbsent(key.text(), any -> record(key, json))));
  }

  private static LedgerRecord record(Key<?> key, String json) {
    try {
      return Codec.read(json, key.recordClass());
    } catch (RegistryException ofANewerVersion) {
      throw new IllegalStateException(key + " cannot be read", ofANewerVersion);
    }
  }
}
