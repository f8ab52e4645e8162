// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.gateway.projection.Filter;
import org.grasslandcarbon.gateway.projection.Listing;

/**
 * A list as an answer: one page of it in JSON, all of it in CSV. What is read depends on the format
 * that was asked for, so it is read when the answer is written.
 *
 * @param listing where items come from
 * @param filter which of them
 * @param paging which page, for JSON
 * @param csv the columns, for CSV
 * @param name the list's name, for the file
 */
record ListAnswer(Listing listing, Filter filter, Paging paging, List<CsvColumn> csv, String name) {

  /**
   * A column of a CSV export.
   *
   * @param header its name
   * @param pointer JSON pointer into the item
   */
  record CsvColumn(String header, String pointer) {}

  /** A list that is offered. */
  record Offer(String name, Listing listing, List<CsvColumn> csv) {
    ListAnswer answer(Filter filter, Optional<Integer> limit, Optional<String> cursor) {
      return new ListAnswer(listing, filter, Paging.of(limit, cursor), csv, name);
    }
  }

  static CsvColumn column(String header, String pointer) {
    return new CsvColumn(header, pointer);
  }
}
