// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;

/**
 * Where a row comes from.
 *
 * @param number the document's official number, if it has one
 * @param place where it was read, e.g. an address
 * @param title what the document is called
 */
public record OffsetSource(
    @Means(en = "Official number of the document", zh = "文号") @Most(NUMBER_MOST)
        Optional<String> number,
    @Means(en = "Where it was read", zh = "查阅之处") @Most(TEXT_MOST) Optional<String> place,
    @Means(en = "Title of the document", zh = "文件名称") @Most(TEXT_MOST) String title) {
  /** Longer than any official number. */
  static final int NUMBER_MOST = 60;

  /** A title in two languages, or an address. */
  static final int TEXT_MOST = 300;
}
