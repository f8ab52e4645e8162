// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Quantification.Vintage;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * How many tonnes of each batch of a report go to the buffer. The share is rounded up: the buffer
 * is never short of a tonne.
 *
 * <p>Where the algorithm states no base, the share is of each batch's tonnes. Where it states one,
 * the share is of the base of all years together (VM0042 equations 75 and 76: of the gross stock
 * change, not of avoided methane or fuel), nothing when the base is below zero, and at most what is
 * issued; each batch bears of it in the proportion of its tonnes.
 *
 * @param byYear tonnes by vintage year
 */
record BufferShare(Map<Integer, Tonnes> byYear) {

  static BufferShare of(List<Vintage> vintages, Allocation allocation, Decimal percent) {
    boolean isOfBase = vintages.stream().anyMatch(each -> each.breakdown().isPresent());
    return new BufferShare(
        isOfBase ? ofBase(vintages, allocation, percent) : ofTonnes(allocation, percent));
  }

  private static Map<Integer, Tonnes> ofTonnes(Allocation allocation, Decimal percent) {
    Map<Integer, Tonnes> byYear = new TreeMap<>();
    for (Allocation.Share share : allocation.shares()) {
      byYear.put(share.year(), roundedUp(BigDecimal.valueOf(share.tonnes().value()), percent));
    }
    return byYear;
  }

  private static Map<Integer, Tonnes> ofBase(
      List<Vintage> vintages, Allocation allocation, Decimal percent) {
    BigDecimal base =
        vintages.stream()
            .flatMap(each -> each.breakdown().stream())
            .map(Quantification.Breakdown::bufferBase)
            .map(Decimal::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .max(BigDecimal.ZERO);
    long issued = allocation.total().value();
    long withheld = part(base, percent).min(BigDecimal.valueOf(issued)).longValueExact();
    Map<Integer, Tonnes> byYear = new TreeMap<>();
    long issuedSoFar = 0;
    long withheldSoFar = 0;
    for (Allocation.Share share : allocation.shares()) {
      issuedSoFar += share.tonnes().value();
      long upToHere = proportion(withheld, issuedSoFar, issued);
      byYear.put(share.year(), Tonnes.of(upToHere - withheldSoFar));
      withheldSoFar = upToHere;
    }
    return byYear;
  }

  /** {@code whole * part / of}, rounded up; a batch's part of it is never above its tonnes. */
  private static long proportion(long whole, long part, long of) {
    return new BigDecimal(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(part)))
        .divide(BigDecimal.valueOf(of), 0, RoundingMode.CEILING)
        .longValueExact();
  }

  static Tonnes roundedUp(BigDecimal base, Decimal percent) {
    return Tonnes.of(part(base, percent).longValueExact());
  }

  private static BigDecimal part(BigDecimal base, Decimal percent) {
    return base.multiply(percent.value()).movePointLeft(2).setScale(0, RoundingMode.CEILING);
  }

  /** The tonnes of a vintage year's batch. */
  Tonnes withheld(int year) {
    return byYear.getOrDefault(year, Tonnes.ZERO);
  }
}
