// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

/**
 * The key of one record, typed with what is stored there.
 *
 * @param text Fabric's composite form: {@code U+0000 TYPE U+0000 part U+0000 …}
 * @param recordClass the class of the record under the key
 */
public record Key<T extends LedgerRecord>(String text, Class<T> recordClass)
    implements Comparable<Key<?>> {

  /** Orders as Fabric does (by UTF-8 bytes), which for ASCII is the order of the characters. */
  @Override
  public int compareTo(Key<?> other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key<?> key && key.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The key for people: the parts with colons between. */
  @Override
  public String toString() {
    return String.join(":", Keys.parts(text));
  }
}
