// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** Numbers by text, sorted, in a file that is gone when it is closed. */
public final class Scratch implements AutoCloseable {
  private final Path file;
  private final MVStore store;
  private final MVMap<String, Long> map;

  Scratch(Path file) {
    this.file = file;
    delete();
    store = new MVStore.Builder().fileName(file.toString()).open();
    map =
        store.openMap(
            "numbers",
            new MVMap.Builder<String, Long>()
                .keyType(StringDataType.INSTANCE)
                .valueType(LongDataType.INSTANCE));
  }

  /** Sets the number of a text. */
  public void put(String text, long number) {
    map.put(text, number);
  }

  /** Whether a text has a number. */
  public boolean has(String text) {
    return map.containsKey(text);
  }

  /** Whether any text begins with another. */
  boolean hasBeginning(String beginning) {
    String next = map.ceilingKey(beginning);
    return next != null && next.startsWith(beginning);
  }

  /** All, in the order of the texts. */
  Iterable<Map.Entry<String, Long>> all() {
    return map.entrySet();
  }

  @Override
  public void close() {
    store.closeImmediately();
    delete();
  }

  private void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
