// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

/**
 * The day on which a market is still open, as a record to which items refer says it: what is of it
 * is not told to everybody before the day is over.
 *
 * @param own the item's own column with its day
 * @param newest the column with the newest day of the record that it refers to
 * @param closed the column that says whether that day is over
 */
public record OpenDay(Column own, Path newest, Path closed) {
  static OpenDay of(View view, String own, String reference) {
    return new OpenDay(
        view.column(own), Path.of(view, reference + ".day"), Path.of(view, reference + ".closed"));
  }
}
