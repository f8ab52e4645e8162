// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.util.List;
import java.util.Optional;

/** All detectors, in the order of article 44. */
final class Detectors {
  static final List<Detector> ALL =
      List.of(
          new NewsTrading(),
          new MutualTrades(),
          new WashRings(),
          new DenseOrders(),
          new PriceOutliers(),
          new OrderAndWithdraw(),
          new BuyHighSellLow(),
          new MarkingTheClose());

  private Detectors() {}

  /** The detector of a name. */
  static Optional<Detector> named(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
