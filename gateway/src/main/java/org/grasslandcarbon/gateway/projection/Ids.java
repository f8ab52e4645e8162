// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;

/** How a record is named in its table: the parts of its key after the type, with colons between. */
public final class Ids {
  private Ids() {}

  /** The id of the record under a key. */
  public static String of(Key<?> key) {
    return of(Keys.parts(key.text()));
  }

  /** The same from the key's text. */
  public static String ofKeyText(String text) {
    return of(Keys.parts(text));
  }

  /** The same from the parts of the key. */
  static String of(List<String> keyParts) {
    return String.join(":", keyParts.subList(1, keyParts.size()));
  }
}
