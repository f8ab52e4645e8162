// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.Objects;

/**
 * A type of record: the first part of its keys and its class. Each record class holds its own as
 * {@code TYPE} and builds its keys with it.
 *
 * @param name upper-case, e.g. {@code HOLDING}; never renamed once written to a ledger
 * @param recordClass the class
 * @param visibility who may see records of the type at a gateway
 */
public record RecordType<T extends LedgerRecord>(
    String name, Class<T> recordClass, Visibility visibility) {

  public RecordType {
    Objects.requireNonNull(visibility, name + " does not say who may see it");
  }

  /** The key of a record of this type. */
  public Key<T> key(String... parts) {
    return new Key<>(Keys.compose(name, parts), recordClass);
  }
}
