// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.util.Iterator;
import java.util.Map;

/**
 * The world state and history as they were after one block, for ever the same while this is open.
 */
interface Snapshot extends AutoCloseable {
  /** The number of blocks whose changes are seen. */
  long height();

  /**
   * Whether all that has been read from it can be relied on: false once its index was found to be
   * damaged, even where a reader has not noticed.
   */
  boolean isUsable();

  /** The value, or null. */
  StateValue get(StateKey key);

  /** Entries from the first key (inclusive) to the second (exclusive), in order. */
  StateCursor range(StateKey from, StateKey to);

  /** The transactions that wrote or deleted the key, newest first. */
  HistoryCursor historyNewestFirst(StateKey key);

  /** Every entry of state, history and transaction ids as text, in a fixed order, for comparing. */
  Iterator<String> entries();

  @Override
  void close();

  /** Gives entry after entry, then null. */
  interface StateCursor {
    Map.Entry<StateKey, StateValue> next();
  }

  /** Gives version after version, then null. */
  interface HistoryCursor {
    Version next();
  }
}
