// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one account sold another on a day: fills of one wish are many trades, and one dealing.
 *
 * @param seller who sold
 * @param buyer who bought
 * @param day on which trading day
 * @param deals the trades, the oldest first
 */
record Flow(String seller, String buyer, LocalDate day, List<Deal> deals) {

  /** Trades of one instrument as flows, in the order of their first trades. */
  static List<Flow> of(List<Deal> deals) {
    Map<String, Flow> flows = new LinkedHashMap<>();
    for (Deal deal : deals) {
      flows
          .computeIfAbsent(
              deal.seller() + " " + deal.buyer() + " " + deal.day(),
              each -> new Flow(deal.seller(), deal.buyer(), deal.day(), new ArrayList<>()))
          .deals
          .add(deal);
    }
    return List.copyOf(flows.values());
  }

  long tonnes() {
    return Trading.tonnes(deals.stream());
  }

  Instant begins() {
    return deals.get(0).at();
  }

  Instant ends() {
    return deals.get(deals.size() - 1).at();
  }

  /** The ids of the trades of some. */
  static List<String> ids(Collection<Flow> flows) {
    return flows.stream().flatMap(each -> each.deals.stream()).map(Deal::id).toList();
  }
}
