// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.util.List;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What would be issued of a computation if a certifier corrected nothing: the same allocation and
 * the same share of the buffer as {@link IssueCredits}.
 *
 * @param broughtForward tonnes that earlier reports left behind: a loss, or a part of a tonne
 * @param buffered tonnes that the buffer withholds
 * @param issued whole tonnes, those in the buffer included
 * @param nonPermanencePercent the share of the buffer
 * @param remainder what the next report would begin with: the part of a tonne that rounding down
 *     leaves, or a loss
 * @param toOwner tonnes for the owner
 * @param vintages the same by vintage year, years without a tonne left out
 */
public record ExpectedIssuance(
    Decimal broughtForward,
    Tonnes buffered,
    Tonnes issued,
    Decimal nonPermanencePercent,
    Decimal remainder,
    Tonnes toOwner,
    List<Vintage> vintages) {

  /**
   * A batch that would be issued.
   *
   * @param buffered tonnes of it in the buffer
   * @param issued its tonnes
   * @param year its vintage
   */
  public record Vintage(Tonnes buffered, Tonnes issued, int year) {}

  public ExpectedIssuance {
    vintages = List.copyOf(vintages);
  }

  /** What would be issued of the years of a report. */
  public static ExpectedIssuance of(
      List<Quantification.Vintage> years, Decimal broughtForward, Decimal nonPermanencePercent) {
    Allocation allocation = Allocation.of(years, broughtForward);
    BufferShare buffer = BufferShare.of(years, allocation, nonPermanencePercent);
    List<Vintage> vintages =
        allocation.shares().stream()
            .map(share -> new Vintage(buffer.withheld(share.year()), share.tonnes(), share.year()))
            .toList();
    Tonnes buffered = vintages.stream().map(Vintage::buffered).reduce(Tonnes.ZERO, Tonnes::plus);
    return new ExpectedIssuance(
        broughtForward,
        buffered,
        allocation.total(),
        nonPermanencePercent,
        allocation.carriedForward(),
        allocation.total().minus(buffered),
        vintages);
  }
}
