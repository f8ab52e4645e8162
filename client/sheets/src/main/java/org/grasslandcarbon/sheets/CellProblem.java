// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.Optional;
import org.grasslandcarbon.domain.monitoring.QuantificationRule;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Something that is wrong in a file, where it stands, and what to do.
 *
 * @param code a {@link SheetCode}, or the registry's code of refusal
 * @param column the column's letters and heading, e.g. {@code C HEAD.SHEEP}
 * @param detail what exactly, in English
 * @param detailZh the same in Chinese
 * @param en what to do, in English
 * @param row as spreadsheets and editors count, from 1
 * @param sheet the sheet, in a workbook
 * @param value what stands there, shortened
 * @param zh what to do, in Chinese
 */
public record CellProblem(
    String code,
    Optional<String> column,
    Optional<String> detail,
    Optional<String> detailZh,
    String en,
    Optional<Integer> row,
    Optional<String> sheet,
    Optional<String> value,
    String zh) {

  /** Characters of a value that are shown. */
  private static final int VALUE_MOST = 40;

  /** A problem of the whole file. */
  static CellProblem ofFile(SheetCode code, Optional<Detail> detail) {
    return of(code, Place.NOWHERE, detail, "");
  }

  static CellProblem of(SheetCode code, Place place, Optional<Detail> detail, String value) {
    return at(place, code.name(), code.zh(), code.en(), detail, value);
  }

  /** What the registry would refuse. */
  static CellProblem of(QuantificationRule.Refusal refusal, Place place, String value) {
    return at(
        place,
        refusal.code().name(),
        refusal.code().zh(),
        refusal.code().en(),
        Optional.of(refusal.detail()),
        value);
  }

  private static CellProblem at(
      Place place, String code, String zh, String en, Optional<Detail> detail, String value) {
    return new CellProblem(
        code,
        place.column(),
        detail.map(Detail::en),
        detail.map(Detail::zh),
        en,
        place.row(),
        place.sheet(),
        Optional.of(shortened(value)).filter(text -> !text.isEmpty()),
        zh);
  }

  /** Shown to people: no control characters, and not a whole document. */
  private static String shortened(String value) {
    StringBuilder kept = new StringBuilder();
    value
        .codePoints()
        .limit(VALUE_MOST)
        .forEach(c -> kept.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c));
    return value.codePointCount(0, value.length()) > VALUE_MOST ? kept + "…" : kept.toString();
  }
}
