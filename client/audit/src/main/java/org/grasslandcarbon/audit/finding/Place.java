// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.finding;

import java.util.Optional;

/**
 * Where something was found.
 *
 * @param block the block, if it is about one
 * @param key the key in the state, parts with colons between, if it is about one
 * @param position the transaction's place in its block, from 0
 * @param transaction the transaction's id
 */
public record Place(
    Optional<Long> block,
    Optional<String> key,
    Optional<Integer> position,
    Optional<String> transaction) {

  /** Of no block: of the state at the end, or of the audit as a whole. */
  public static final Place NOWHERE =
      new Place(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A block. */
  public static Place block(long number) {
    return new Place(Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A transaction of the same block. */
  public Place transaction(int place, String id) {
    return new Place(
        block, key, Optional.of(place), Optional.of(id).filter(text -> !text.isEmpty()));
  }

  /** A key, composite ones in the form for people. */
  public Place key(String text) {
    return new Place(block, Optional.of(readable(text)), position, transaction);
  }

  private static String readable(String key) {
    String inner = key.startsWith("\u0000") ? key.substring(1) : key;
    String bare = inner.endsWith("\u0000") ? inner.substring(0, inner.length() - 1) : inner;
    return bare.replace('\u0000', ':');
  }
}
