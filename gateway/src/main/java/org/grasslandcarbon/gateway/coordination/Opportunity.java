// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Something that two regions may do for each other.
 *
 * @param fromRegion who has it
 * @param kind what kind
 * @param numbers by name; see {@link CreditPairs} and {@link ExchangePairs}
 * @param reason why it stands here, in English
 * @param reasonZh the same in Chinese
 * @param subject the market, or the factor
 * @param toRegion who may have it
 */
public record Opportunity(
    RegionCode fromRegion,
    Kind kind,
    SortedMap<String, Sourced> numbers,
    String reason,
    String reasonZh,
    String subject,
    RegionCode toRegion) {

  /** What it is worth, fen: by this rows are ranked. */
  static final String VALUE = "valueFen";

  /** Below anything that a number can be. */
  private static final Figure UNKNOWN = new Figure(new BigDecimal("-1E33"));

  /** The most valuable first; those without a value by how much there is, and then by names. */
  static final Comparator<Opportunity> BEST_FIRST =
      Comparator.comparing((Opportunity each) -> each.figure(VALUE).value())
          .reversed()
          .thenComparing(
              Comparator.comparing((Opportunity each) -> each.figure(each.quantity()).value())
                  .reversed())
          .thenComparing(Opportunity::kind)
          .thenComparing(Opportunity::fromRegion)
          .thenComparing(Opportunity::toRegion)
          .thenComparing(Opportunity::subject)
          .thenComparing(Opportunity::reason);

  /** What regions may do for each other. */
  public enum Kind {
    /** Credits of one region for a market of another. */
    CREDITS,
    /** What one region offers and another needs. */
    EXCHANGE
  }

  public Opportunity {
    numbers = new TreeMap<>(numbers);
  }

  static Opportunity of(
      Kind kind,
      RegionCode from,
      RegionCode to,
      String subject,
      SortedMap<String, Sourced> numbers,
      Detail reason) {
    return new Opportunity(from, kind, numbers, reason.en(), reason.zh(), subject, to);
  }

  private String quantity() {
    return kind == Kind.CREDITS ? CreditPairs.SURPLUS : ExchangePairs.MATCHED;
  }

  /** What is not known counts less than anything that is, a price that does not fit included. */
  private Figure figure(String name) {
    Sourced number = numbers.get(name);
    return number == null ? UNKNOWN : number.value().orElse(UNKNOWN);
  }
}
