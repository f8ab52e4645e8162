// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/** Forwards told a second time, with whole numbers and nothing of the registry. */
final class NaiveForwards {
  /** What the cooperatives have counts with the seller: how they share is another test's matter. */
  long sellers;

  long sellersTonnes;
  final Map<ParticipantId, Long> money = new HashMap<>();
  final Map<ParticipantId, Long> tonnes = new HashMap<>();
  final Map<InstructionId, Contract> contracts = new LinkedHashMap<>();
  private final List<Contract> accepted = new ArrayList<>();

  /** One forward. */
  static final class Contract {
    final ParticipantId buyer;
    final boolean offeredBySeller;
    final long quantity;
    final long price;
    final long part;
    final long penalty;
    final LocalDate deliveryDay;
    final Instant until;
    final Instant payUntil;
    String state = "OPEN";
    long setAside;
    long delivered;

    Contract(ParticipantId buyer, OfferForward offer, Instant payUntil) {
      this.buyer = buyer;
      this.offeredBySeller = offer.side() == Side.SELL;
      this.quantity = offer.quantity().value();
      this.price = offer.price().value();
      this.part = upward(quantity * price * offer.partPerMille());
      this.penalty = upward(quantity * price * 200);
      this.deliveryDay = offer.deliveryDay();
      this.until = offer.until();
      this.payUntil = payUntil;
    }

    private static long upward(long thousandths) {
      return thousandths % 1_000 == 0 ? thousandths / 1_000 : thousandths / 1_000 + 1;
    }
  }

  void offer(InstructionId id, Contract made) {
    contracts.put(id, made);
    give(made, made.offeredBySeller, -1);
  }

  private void give(Contract of, boolean toSeller, long sign) {
    if (toSeller) {
      sellers += sign * of.penalty;
    } else {
      money.merge(of.buyer, sign * of.part, Long::sum);
    }
  }

  void accept(InstructionId id) {
    Contract of = contracts.get(id);
    of.state = "ACCEPTED";
    accepted.add(of);
    give(of, !of.offeredBySeller, -1);
  }

  void giveBack(InstructionId id, String end) {
    Contract of = contracts.get(id);
    of.state = end;
    give(of, of.offeredBySeller, 1);
  }

  void issue(long toOwner, LocalDate day) {
    long left = toOwner;
    for (Contract of : accepted) {
      if (of.state.equals("ACCEPTED") && !day.isAfter(of.deliveryDay)) {
        long some = Math.min(left, of.quantity - of.setAside);
        of.setAside += some;
        left -= some;
      }
    }
    sellersTonnes += left;
  }

  /** What the rest and the fees of all that is set aside cost the buyer. */
  static long due(Contract of) {
    long value = of.price * (of.setAside - of.delivered);
    return value + fee(of.price * of.setAside) - fee(of.price * of.delivered) - used(of);
  }

  private static long used(Contract of) {
    return of.part * of.setAside / of.quantity - of.part * of.delivered / of.quantity;
  }

  void deliver(InstructionId id) {
    Contract of = contracts.get(id);
    long value = of.price * (of.setAside - of.delivered);
    money.merge(of.buyer, -due(of), Long::sum);
    sellers += value - fee(of.price * of.setAside) + fee(of.price * of.delivered);
    tonnes.merge(of.buyer, of.setAside - of.delivered, Long::sum);
    of.delivered = of.setAside;
    if (of.delivered == of.quantity) {
      of.state = "DELIVERED";
      sellers += of.penalty;
    }
  }

  void endUnfulfilled(InstructionId id) {
    Contract of = contracts.get(id);
    of.state = "DEFAULTED";
    long unpaid = of.setAside - of.delivered;
    sellersTonnes += unpaid;
    long paidAlready = of.part * of.delivered / of.quantity;
    long lost = of.part * of.setAside / of.quantity - paidAlready;
    long kept = of.penalty * of.setAside / of.quantity;
    sellers += lost + kept;
    money.merge(of.buyer, of.part - paidAlready - lost + of.penalty - kept, Long::sum);
  }

  private static long fee(long value) {
    return (value * 6 + 500) / 1_000;
  }
}
