// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Builds and takes apart every key of the ledger: Fabric composite keys of a type and one or more
 * parts. Parts are printable ASCII, so that the order of Java strings is the order of bytes on
 * every peer; none is empty, because Fabric tools drop empty parts; numbers are padded, so that
 * they sort.
 */
public final class Keys {
  /** Longer than any id, code or number of the registry. */
  private static final int PART_MOST = 100;

  private static final char SEPARATOR = '\u0000';

  private Keys() {}

  /** The composite key of a type and its parts. */
  static String compose(String type, String... parts) {
    StringBuilder key = new StringBuilder(64).append(SEPARATOR);
    append(key, type);
    for (String part : parts) {
      append(key, part);
    }
    return key.toString();
  }

  private static void append(StringBuilder key, String part) {
    if (part.isEmpty() || part.length() > PART_MOST) {
      throw new IllegalArgumentException("a key's part has 1 to " + PART_MOST + " characters");
    }
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) <= ' ' || part.charAt(i) > '~') {
        throw new IllegalArgumentException("a key's parts are printable ASCII");
      }
    }
    key.append(part).append(SEPARATOR);
  }

  /** A number as a key's part: padded to {@code digits}, so that keys sort as the numbers do. */
  public static String padded(long number, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "d", number);
  }

  /** The type and the parts of a composite key. */
  public static List<String> parts(String key) {
    if (key.length() < 3
        || key.charAt(0) != SEPARATOR
        || key.charAt(key.length() - 1) != SEPARATOR) {
      throw new IllegalArgumentException("not a composite key");
    }
    return Arrays.asList(key.substring(1, key.length() - 1).split("\u0000"));
  }

  /** Whether a key of the chaincode's namespace is one of ours. */
  public static boolean isComposite(String key) {
    return key.length() > 2 && key.charAt(0) == SEPARATOR;
  }
}
