// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.List;
import java.util.SortedMap;

/**
 * The port through which the registry reads and writes ledger state during one transaction. The
 * contract module implements it over Fabric's chaincode protocol; tests implement it over a map.
 *
 * <p>Reads see the state before the transaction, never its own writes: the {@link UnitOfWork} keeps
 * those. Both methods may be called several times in a transaction; neither is called with more
 * keys than a few thousand, and implementations split what their transport cannot carry at once.
 */
public interface StateStore {

  /**
   * Reads many keys at once.
   *
   * @param keys full composite keys as {@link Key#text()} gives them, without duplicates
   * @return the stored bytes in the order of {@code keys}; {@code null} where the key is absent
   */
  List<byte[]> getAll(List<String> keys);

  /**
   * Writes many keys at once.
   *
   * @param entries canonical JSON by full composite key, in key order; no value is empty
   */
  void putAll(SortedMap<String, byte[]> entries);
}
