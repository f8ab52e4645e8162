// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.Arrays;
import java.util.List;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.DatumType.Over;
import org.grasslandcarbon.domain.value.Name;

/** The tables in which monitoring data are filled in. Each is a sheet, or a CSV file. */
public enum DataTable {
  /** A row a stratum and calendar year. */
  ACTIVITY(Name.of("活动数据", "Activity data"), List.of(KeyColumn.STRATUM, KeyColumn.YEAR)) {
    @Override
    boolean has(Over over) {
      return over == Over.AVERAGE || over == Over.TOTAL;
    }
  },
  /** A row a stratum. */
  PERIOD(Name.of("监测期数据", "Data of the period"), List.of(KeyColumn.STRATUM)) {
    @Override
    boolean has(Over over) {
      return over == Over.PERIOD;
    }
  },
  /** A row a stratum and sample. */
  SAMPLES(Name.of("样品数据", "Data of samples"), List.of(KeyColumn.STRATUM, KeyColumn.SAMPLE)) {
    @Override
    boolean has(Over over) {
      return over == Over.SAMPLE;
    }
  };

  private final Name title;
  private final List<KeyColumn> keys;

  DataTable(Name title, List<KeyColumn> keys) {
    this.title = title;
    this.keys = keys;
  }

  /** Whether it takes data that are reported in a way. */
  abstract boolean has(Over over);

  /** What it is called. */
  public Name title() {
    return title;
  }

  List<KeyColumn> keys() {
    return keys;
  }

  /** The data that a methodology version has in this table. */
  public List<DatumType> data(Methodology methodology) {
    return reported(methodology).stream().filter(type -> has(type.over())).toList();
  }

  /**
   * The data that a report brings: not what its samplings tell, where the version has them as
   * records.
   */
  static List<DatumType> reported(Methodology methodology) {
    boolean samplesAreRecords = methodology.terms().samplings().isPresent();
    return all(methodology).stream()
        .filter(type -> !samplesAreRecords || !isOfSampling(type))
        .toList();
  }

  /** All data that a version computes with. */
  static List<DatumType> all(Methodology methodology) {
    return methodology.data();
  }

  static boolean isOfSampling(DatumType type) {
    return type.over() == Over.SAMPLE || Datum.isYearsBetweenSamplings(type.symbol());
  }

  /** The tables that a methodology version needs. */
  public static List<DataTable> of(Methodology methodology) {
    return Arrays.stream(values()).filter(table -> !table.data(methodology).isEmpty()).toList();
  }

  /** The heading of a datum: its symbol and its unit. */
  static String heading(DatumType type) {
    return type.symbol() + " [" + type.unit() + "]";
  }
}
