// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

/**
 * A name in Chinese and in English, each 1 to {@value #MOST} characters.
 *
 * @param en the English name
 * @param zh the Chinese name
 */
public record Name(String en, String zh) {
  /** Longer than any registered enterprise name. */
  public static final int MOST = 200;

  public Name {
    Check.text(zh, MOST, "name zh");
    Check.text(en, MOST, "name en");
  }

  /** A name from its Chinese and its English form. */
  public static Name of(String zh, String en) {
    return new Name(en, zh);
  }
}
