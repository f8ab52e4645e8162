// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;

/**
 * A record of another view that this one's records name.
 *
 * @param name what paths call it
 * @param to the other view
 * @param columns own columns whose values, with colons between, are the other record's id
 */
public record Reference(String name, View to, List<Column> columns) {
  public Reference {
    columns = List.copyOf(columns);
  }
}
