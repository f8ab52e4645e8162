// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;

/** Every type of record on the ledger, for those who read state without knowing a key's type. */
public final class RecordTypes {
  private static final List<RecordType<?>> TYPES =
      Stream.concat(
              Stream.of(JournalEntry.TYPE),
              Catalogue.manifests().stream().flatMap(each -> each.records().get().stream()))
          .<RecordType<?>>map(Function.identity())
          .toList();

  private static final Map<String, RecordType<?>> BY_NAME =
      TYPES.stream().collect(Collectors.toUnmodifiableMap(RecordType::name, Function.identity()));

  private RecordTypes() {}

  /** All types. */
  public static List<RecordType<?>> all() {
    return TYPES;
  }

  /** The type of a name, if there is one. */
  public static Optional<RecordType<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The type of the record under a composite key, if it is one of ours. */
  public static Optional<RecordType<? extends LedgerRecord>> of(String keyText) {
    return Keys.isComposite(keyText)
        ? Optional.ofNullable(BY_NAME.get(Keys.parts(keyText).get(0)))
        : Optional.empty();
  }
}
