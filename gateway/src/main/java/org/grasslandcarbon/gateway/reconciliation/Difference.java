// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import java.util.List;
import java.util.Optional;

/**
 * Two things that should say the same and do not.
 *
 * @param kind what kind
 * @param batch of which batch, or of which money, where it is about one
 * @param records the records and rows concerned, by type and id, a few of them where there are many
 * @param what exactly, in English; names holders, so that it is for operators only
 */
public record Difference(Kind kind, Optional<String> batch, List<String> records, String what) {
  /** Records that are named at most. */
  static final int RECORDS_MOST = 10;

  /** What should say the same. Names are part of the operating manual and are never reused. */
  public enum Kind {
    /** Records leave out serials of a batch, have some twice, or more than were issued. */
    SERIALS("编号不完整或重复", "serials missing or twice"),
    /** Totals of a batch are not the sums of its records. */
    TOTALS("合计与记录不符", "totals and records"),
    /** Statements do not add up, or not to what the holding has. */
    STATEMENT("流水与持有不符", "statements and holdings"),
    /** Where serials went is not where records have them. */
    MOVEMENTS("编号去向与记录不符", "movements of serials and records"),
    /** Rows that were made of a journal entry do not say what it says. */
    POSTINGS("流水与指令结果不符", "rows and the instructions that caused them"),
    /** What lists filter and sort by is not what the record says. */
    COLUMNS("列表栏目与记录不符", "columns of lists and records"),
    /** A record cannot be read. */
    UNREADABLE("记录无法读取", "records that cannot be read"),
    /** The peer's state has another record, or none. */
    LEDGER("记录与账本节点不符", "records and the peer's state");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  public Difference {
    records = List.copyOf(records.subList(0, Math.min(records.size(), RECORDS_MOST)));
  }

  /** What anybody may be told, in Chinese: which batch or type of record, not whose. */
  public String zh() {
    return place() + " " + kind.zh;
  }

  /** The same in English. */
  public String en() {
    return place() + " " + kind.en;
  }

  /** Ids of holdings name their holders, and that is nobody's business. */
  private String place() {
    return batch.orElseGet(
        () -> records.stream().map(name -> name.split(":", 2)[0]).findFirst().orElse("?"));
  }
}
