// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.DatumType.Over;
import org.grasslandcarbon.domain.value.Name;

/** The tables in which samplings are filled in. Each is a sheet, or a CSV file. */
public enum SamplingTable {
  /** A row a sampling: of which land, when, by whom it was analysed and how. */
  SAMPLINGS(
      Name.of("采样", "Samplings"),
      List.of(
          KeyColumn.STRATUM,
          KeyColumn.SCENARIO,
          KeyColumn.FIRST_DAY,
          KeyColumn.LAST_DAY,
          KeyColumn.ANALYSIS,
          KeyColumn.LABORATORY,
          KeyColumn.LABORATORY_REPORT,
          KeyColumn.DEPTH)),
  /** A row a point: where it is. */
  POINTS(
      Name.of("样点", "Points"),
      List.of(
          KeyColumn.STRATUM,
          KeyColumn.SCENARIO,
          KeyColumn.POINT,
          KeyColumn.LATITUDE,
          KeyColumn.LONGITUDE)),
  /** A row a sample: what was measured on it. */
  VALUES(
      Name.of("测定值", "Values"), List.of(KeyColumn.STRATUM, KeyColumn.SCENARIO, KeyColumn.SAMPLE));

  /** The columns of all tables. */
  static final List<KeyColumn> ALL_KEYS =
      Arrays.stream(values()).flatMap(table -> table.keys.stream()).distinct().toList();

  private final Name title;
  private final List<KeyColumn> keys;

  SamplingTable(Name title, List<KeyColumn> keys) {
    this.title = title;
    this.keys = keys;
  }

  /** What it is called. */
  public Name title() {
    return title;
  }

  List<KeyColumn> keys() {
    return keys;
  }

  String sheetName() {
    return title.zh() + " " + name();
  }

  /** The data that a table has: values only have any. */
  List<DatumType> data(Methodology methodology) {
    return this == VALUES ? measured(methodology) : List.of();
  }

  /** The data that a version reads of samples. */
  static List<DatumType> measured(Methodology methodology) {
    return DataTable.all(methodology).stream().filter(type -> type.over() == Over.SAMPLE).toList();
  }

  static Optional<SamplingTable> ofSheet(String name) {
    return Arrays.stream(values()).filter(table -> table.sheetName().equals(name)).findFirst();
  }

  /** The table that headings are of, where no name of a sheet says it. */
  static SamplingTable of(Headings headings) {
    if (headings.has(KeyColumn.SAMPLE) || !headings.data().isEmpty()) {
      return VALUES;
    }
    return headings.has(KeyColumn.POINT) ? POINTS : SAMPLINGS;
  }
}
