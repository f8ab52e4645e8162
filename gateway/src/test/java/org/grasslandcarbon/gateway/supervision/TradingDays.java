// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.BookEntry;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.WithdrawListing;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.supervision.RecordRelation;
import org.grasslandcarbon.domain.supervision.Relation;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.projection.RecordedBlocks;

/**
 * Some weeks of a market by the registry's own rules: honest participants who list, take and
 * withdraw as chance has it, one who buys much, and, where a test wants it, some who are not
 * honest. Every instruction is signed and judged; what the rules refuse does not happen.
 */
final class TradingDays {
  /** So many trading days: opposite trades are five apart, a ring needs several of them. */
  static final int DAYS = 21;

  private static final int HONEST = 12;
  private static final int ACTS_A_DAY = 40;
  private static final long CASH = 2_000_000_000L;

  final TestMarket market = new TestMarket();
  final RecordedBlocks blocks = new RecordedBlocks(market.ledger, "s");

  /** Buys for compliance, much and again and again, and never sells. */
  final ParticipantId bigBuyer = market.trader(20 * CASH);

  /** A ring: what it sells comes back to its shell by way of a third. */
  final ParticipantId ringleader = market.trader(CASH);

  final ParticipantId goBetween = market.trader(CASH);
  final ParticipantId shell = market.trader(CASH);

  /** Two who trade with each other, to and fro. */
  final ParticipantId left = market.trader(CASH);

  final ParticipantId right = market.trader(CASH);

  /** Lists much that it does not mean, and takes it back. */
  final ParticipantId pretender = market.trader(20 * CASH);

  /** Buys late and dear. */
  final ParticipantId marker = market.trader(CASH);

  /** Lists at prices that nobody takes. */
  final ParticipantId dreamer = market.trader(CASH);

  private final List<ParticipantId> honest = new ArrayList<>();
  private final Random random;
  private final boolean planted;
  private LocalDate first;

  private TradingDays(long seed, boolean planted) {
    random = new Random(seed);
    this.planted = planted;
  }

  /** Ordinary days. */
  static TradingDays ordinary(long seed) {
    TradingDays days = new TradingDays(seed, false);
    days.play();
    return days;
  }

  /** Ordinary days among which some are not honest. */
  static TradingDays planted(long seed) {
    TradingDays days = new TradingDays(seed, true);
    days.play();
    return days;
  }

  /** The days on which it was traded. */
  Period period() {
    return new Period(first, market.day());
  }

  private void play() {
    first = market.day();
    for (int i = 0; i < HONEST; i++) {
      honest.add(market.trader(CASH));
    }
    if (planted) {
      market.ledger.apply(
          market.ledger.the(Role.AUTHORITY),
          new RecordRelation(
              Sha256.of("register"),
              LocalDate.of(2024, 1, 1),
              Relation.Kind.OWNERSHIP,
              false,
              shell,
              ringleader,
              Optional.of(600),
              Optional.empty()));
    }
    for (int day = 0; day < DAYS; day++) {
      if (day > 0) {
        market.nextDay();
      }
      trade(day);
      market.setTime("15:00:00");
      market.ledger.apply(market.exchange, market.close());
      blocks.cut();
    }
  }

  private void trade(int day) {
    for (int act = 0; act < ACTS_A_DAY; act++) {
      int minute = act * 235 / ACTS_A_DAY;
      int clock = minute < 118 ? 9 * 60 + 31 + minute : 13 * 60 + 1 + minute - 118;
      market.setTime(String.format("%02d:%02d:%02d", clock / 60, clock % 60, random.nextInt(60)));
      act(day);
      if (planted && act == ACTS_A_DAY / 2) {
        ring(day);
        pair(day);
        pretend(day);
        dream(day);
      }
    }
    if (planted && day % 5 == 2) {
      mark();
    }
  }

  private long base() {
    return market.book().base().value();
  }

  /** An honest price: about the base, and a little to one's own favour. */
  private long near(int perMille) {
    return base() * (1_000 + perMille) / 1_000;
  }

  private void act(int day) {
    ParticipantId who = honest.get(random.nextInt(HONEST));
    long tonnes = 20 + random.nextInt(120);
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> submit(market.owner, market.sell(tonnes, near(random.nextInt(15))));
      case 3, 4 -> submit(who, market.takeSells(tonnes, near(20)));
      case 5 -> submit(who, market.sell(tonnes, near(random.nextInt(15))));
      case 6 -> submit(who, market.buy(tonnes, near(-random.nextInt(15))));
      case 7 -> submit(who, market.takeBuys(tonnes, near(-20)));
      case 8 -> {
        if (day % 2 == 0) {
          submit(bigBuyer, market.takeSells(300 + random.nextInt(300), near(20)));
        }
      }
      default -> withdrawOne();
    }
  }

  private void withdrawOne() {
    market.book().side(random.nextBoolean() ? Side.SELL : Side.BUY).stream()
        .skip(random.nextInt(3))
        .findFirst()
        .ifPresent(entry -> submit(entry.participant(), new WithdrawListing(entry.listing())));
  }

  /** The one sells the other exactly so much, at a price at which nobody else comes between. */
  private void deal(ParticipantId seller, ParticipantId buyer, long tonnes) {
    List<BookEntry> sells = market.book().side(Side.SELL);
    long price = sells.isEmpty() ? base() : Math.min(sells.get(0).price().value() - 1, base());
    submit(market.owner, market.takeBuys(10_000, price));
    must(seller, market.sell(tonnes, price));
    must(buyer, market.takeSells(tonnes, price));
  }

  private void ring(int day) {
    switch (day) {
      case 0 -> deal(market.owner, ringleader, 300);
      case 6 -> deal(ringleader, goBetween, 290);
      case 12 -> deal(goBetween, shell, 280);
      default -> {}
    }
  }

  private void pair(int day) {
    switch (day) {
      case 0 -> deal(market.owner, left, 200);
      case 5, 15 -> deal(left, right, 180);
      case 10, 20 -> deal(right, left, 180);
      default -> {}
    }
  }

  private void pretend(int day) {
    if (day == 9) {
      for (int i = 0; i < 8; i++) {
        InstructionId listing = must(pretender, market.buy(900, base() * 98 / 100 - i));
        must(pretender, new WithdrawListing(listing));
      }
    }
  }

  private void dream(int day) {
    if (day >= 3 && day <= 5) {
      must(dreamer, market.buy(10, base() * 91 / 100));
    }
  }

  /** All that is listed is bought, then a little more from somebody who asks much. */
  private void mark() {
    market.setTime("14:40:00");
    submit(bigBuyer, market.takeSells(90_000, base() * 11 / 10));
    must(market.owner, market.sell(30, near(45)));
    market.setTime("14:56:00");
    must(marker, market.takeSells(30, near(45)));
  }

  private void submit(ParticipantId who, Action action) {
    market.ledger.submit(market.ledger.sign(id(), who, action));
  }

  private InstructionId must(ParticipantId who, Action action) {
    InstructionId id = id();
    Verdict verdict = market.ledger.submit(market.ledger.sign(id, who, action)).get(0);
    if (!verdict.code().equals(Verdict.APPLIED)) {
      throw new AssertionError("what is planted is refused: " + verdict + " " + action);
    }
    return id;
  }

  private static InstructionId id() {
    return TestLedger.newInstruction();
  }

  /** When the market closed for the last time. */
  Instant end() {
    return market.ledger.time();
  }
}
