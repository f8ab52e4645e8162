// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;

/**
 * Items that are told to everybody when their day is over, and before to those whom they concern
 * and to those who see all of every item.
 *
 * @param column which items: those with a value in this column
 * @param value the value
 * @param day while which day is open
 * @param parties the columns with those whom an item concerns
 * @param member the member that shows whether somebody sees all: who may see it of any item
 */
public record Withheld(
    Column column, String value, OpenDay day, List<Column> parties, String member) {
  public Withheld {
    parties = List.copyOf(parties);
  }
}
