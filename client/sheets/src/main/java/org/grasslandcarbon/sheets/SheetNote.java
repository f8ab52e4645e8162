// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Something that is told of a file that is read all the same: once a column, however many cells it
 * is so of.
 *
 * @param code what it is
 * @param column the column's letters and heading, e.g. {@code E OC}
 * @param count how many cells, rows or points it is so of
 * @param detail which, or by how much, in English
 * @param detailZh the same in Chinese
 * @param en what is so, in English
 * @param sheet the sheet, in a workbook
 * @param zh what is so, in Chinese
 */
public record SheetNote(
    NoteCode code,
    Optional<String> column,
    long count,
    Optional<String> detail,
    Optional<String> detailZh,
    String en,
    Optional<String> sheet,
    String zh) {

  static SheetNote of(NoteCode code, Place place, long count, Optional<Detail> detail) {
    return new SheetNote(
        code,
        place.column(),
        count,
        detail.map(Detail::en),
        detail.map(Detail::zh),
        code.en(),
        place.sheet(),
        code.zh());
  }
}
