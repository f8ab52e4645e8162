// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

/**
 * How much of a file is read.
 *
 * @param fileBytes bytes of the file
 * @param unpackedBytes bytes of all parts of a workbook that are read, unpacked
 * @param elements XML elements of all parts of a workbook that are read: a cell has two or three,
 *     and what unpacks to the fewest bytes is read most slowly
 */
public record Limits(long fileBytes, long unpackedBytes, long elements) {
  /** Columns of a table: several times what the largest methodology has. */
  static final int COLUMNS_MOST = 500;

  /** Characters of a cell, as spreadsheets have it. */
  static final int CELL_MOST = 32_767;

  /** Problems that are listed one by one. */
  public static final int PROBLEMS_MOST = 1_000;

  private static final long MEBIBYTE = 1024 * 1024;

  /** On the machine of the person who filled it in: the largest sheet that a spreadsheet has. */
  public static final Limits LOCAL = new Limits(256 * MEBIBYTE, 1024 * MEBIBYTE, 100_000_000);

  /** In a gateway, which serves others at the same time. */
  public static final Limits SHARED = new Limits(16 * MEBIBYTE, 64 * MEBIBYTE, 4_000_000);
}
