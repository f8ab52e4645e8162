// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.CloseTradingDay;
import org.grasslandcarbon.domain.market.CollectFees;
import org.grasslandcarbon.domain.market.OpenTradingDay;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstrumentId;

/**
 * Opens a venue's trading days by the working calendar and the hours of its rules, closes its
 * instruments when the hours are over, and collects fees where that is asked for.
 *
 * <p>That each is done once is the ledger's business: a round looks how things stand and does what
 * is due by then, so that a clerk may be stopped, started again, and run on any number of machines
 * at once. Whoever comes second is refused and looks again. Instructions are not kept in the
 * outbox: one whose outcome is not known is either found done in the next round, or done again with
 * no effect but its own.
 */
final class Clerk {
  /** Between rounds: no later is anything done that has become due. */
  static final Duration ROUND = Duration.ofSeconds(60);

  /** Before what was refused is tried again: each refusal counts against the exchange's quota. */
  static final Duration REFUSED = Duration.ofMinutes(10);

  /** After the first failure to reach a gateway; each later pause is twice as long. */
  static final Duration AWAY_FIRST = Duration.ofSeconds(5);

  /** No pause is longer, so that a gateway that is back is found soon. */
  static final Duration AWAY_MOST = Duration.ofMinutes(5);

  /**
   * How far the clocks of this machine and of the gateway may be apart, and how long after the
   * hours books are closed: whoever lists in the last minute by the ledger's time finds the book
   * open.
   */
  static final Duration CLOCKS_APART_MOST = Duration.ofSeconds(60);

  /** One call gives back one listing at least, and a book has no more. */
  static final int CALLS_MOST = 400;

  /** A gateway that was started anew refuses a token once; the second is under its new name. */
  static final int KEY_REFUSALS_MOST = 3;

  private final Desk desk;
  private final Clock clock;
  private final Log log;
  private final Duration before;
  private final boolean collectsFees;
  private final Map<String, Instant> notBefore = new HashMap<>();
  private final Map<String, String> lastSubject = new HashMap<>();
  private int refusals;

  /**
   * @param before how long before the first hours of a day it is opened
   * @param collectsFees whether fees of closed days are collected
   */
  Clerk(Desk desk, Clock clock, Log log, Duration before, boolean collectsFees) {
    this.desk = desk;
    this.clock = clock;
    this.log = log;
    this.before = before;
    this.collectsFees = collectsFees;
  }

  /** Does what is due until it is told to stop. */
  void run(Stop stop) {
    say("STARTED", "", "值班开始", "the clerk begins");
    int failures = 0;
    int keyRefusals = 0;
    while (!stop.isTold()) {
      Duration pause = ROUND;
      try {
        round();
        if (failures > 0) {
          say("BACK", "", "已恢复", "all is well again");
        }
        failures = 0;
        keyRefusals = 0;
      } catch (GatewayAway away) {
        pause = pause(failures++, away.zh(), away.getMessage());
      } catch (ClocksApart apart) {
        pause = pause(failures++, apart.zh(), apart.getMessage());
      } catch (KeyRefused refused) {
        if (++keyRefusals == KEY_REFUSALS_MOST) {
          throw refused;
        }
        pause = pause(failures++, refused.zh(), refused.getMessage());
      }
      stop.await(pause);
    }
    say("STOPPED", "", "值班结束", "the clerk ends");
  }

  /** Told at the first of several failures only: a night without a gateway is one line. */
  private Duration pause(int failures, String zh, String en) {
    if (failures == 0) {
      say("WAITING", "", zh, en);
    }
    Duration pause = AWAY_FIRST.multipliedBy(1L << Math.min(failures, 10));
    return pause.compareTo(AWAY_MOST) < 0 ? pause : AWAY_MOST;
  }

  /**
   * Does what is due now.
   *
   * @return how many acts were refused that should have been done
   */
  int round() {
    refusals = 0;
    Instant now = clock.instant();
    requireSameTime(now);
    // What is further ahead than it was ever put was put before the clock was set back.
    notBefore.values().removeIf(at -> !at.isAfter(now) || at.isAfter(now.plus(REFUSED)));
    Desk.Venue venue = desk.venue();
    List<Desk.Book> books = desk.books();
    Set<InstrumentId> closed = new HashSet<>();
    for (Desk.Book book : books) {
      if (isToClose(book, now) && close(book.instrument())) {
        closed.add(book.instrument());
      }
    }
    openWhenDue(venue, now);
    if (collectsFees) {
      for (Desk.Book book : books) {
        boolean isOver = book.isDone() || closed.contains(book.instrument());
        if (isOver && book.fees() > 0) {
          collect(book.instrument());
        }
      }
    }
    return refusals;
  }

  private void requireSameTime(Instant now) {
    Optional<Instant> there = desk.time();
    if (there.isPresent()
        && Duration.between(now, there.get()).abs().compareTo(CLOCKS_APART_MOST) > 0) {
      throw new ClocksApart(now, there.get());
    }
  }

  private boolean isToClose(Desk.Book book, Instant now) {
    if (book.isDone()) {
      return false;
    }
    LocalDate day = book.day().orElseThrow();
    return day.isBefore(BeijingTime.day(now))
        || !now.isBefore(desk.times(book.rule()).end(day).plus(CLOCKS_APART_MOST));
  }

  private void openWhenDue(Desk.Venue venue, Instant now) {
    LocalDate today = BeijingTime.day(now);
    boolean isOpened = venue.newest().filter(newest -> !newest.isBefore(today)).isPresent();
    Optional<Integer> rule = venue.ruleOn(today);
    if (isOpened || rule.isEmpty()) {
      return;
    }
    TradingTimes times = desk.times(rule.get());
    if (now.isBefore(times.begin(today).minus(before))) {
      return;
    }
    if (!venue.isOfTraining()) {
      Optional<Boolean> isWorked = desk.isWorked(today);
      if (isWorked.isEmpty()) {
        refusals++;
        sayOnce(
            "NO_CALENDAR",
            today.toString(),
            today.getYear() + " 年工作日历尚未公布，无法开市；请国家主管部门公布",
            "no calendar of "
                + today.getYear()
                + " is published and the day cannot be opened: ask the authority to publish it");
        return;
      }
      if (!isWorked.get()) {
        return;
      }
    }
    if (!now.isBefore(times.end(today))) {
      sayOnce(
          "MISSED",
          today.toString(),
          "交易时段已过，今日未开市",
          "the hours are over and the day was never opened");
      return;
    }
    open(venue, today);
  }

  private void open(Desk.Venue venue, LocalDate day) {
    attempt(
        "OPENED",
        day.toString(),
        "开市 " + day,
        "opened " + day,
        new OpenTradingDay(day, venue.id()),
        () -> desk.venue().newest().filter(newest -> !newest.isBefore(day)).isPresent());
  }

  /**
   * Closes an instrument, giving back its listings call by call.
   *
   * @return whether nothing is left
   */
  boolean close(InstrumentId instrument) {
    for (int call = 0; call < CALLS_MOST; call++) {
      Optional<Desk.Judged> judged =
          attempt(
              "CLOSED",
              instrument.value(),
              "收市 " + instrument,
              "closed " + instrument,
              new CloseTradingDay(instrument),
              () -> book(instrument).map(Desk.Book::isDone).orElse(true));
      if (judged.isEmpty()) {
        return false;
      }
      if (!judged.get().isApplied() || judged.get().listingsLeft() == 0) {
        return true;
      }
    }
    return false;
  }

  private void collect(InstrumentId instrument) {
    attempt(
        "COLLECTED",
        instrument.value(),
        "归集手续费 " + instrument,
        "collected the fees of " + instrument,
        new CollectFees(instrument),
        () -> book(instrument).map(book -> book.fees() == 0).orElse(true));
  }

  private Optional<Desk.Book> book(InstrumentId instrument) {
    return desk.books().stream().filter(book -> book.instrument().equals(instrument)).findFirst();
  }

  /**
   * Does something that is due, unless it was refused a short while ago.
   *
   * @param isDone whether it is done, looked up when the ledger refuses: somebody else may have
   *     been quicker
   * @return the ledger's answer; empty when it was refused and is not done, or is not tried
   */
  private Optional<Desk.Judged> attempt(
      String event, String subject, String zh, String en, Action action, BooleanSupplier isDone) {
    String name = event + " " + subject;
    Instant now = clock.instant();
    if (notBefore.containsKey(name)) {
      refusals++;
      return Optional.empty();
    }
    Desk.Judged judged = desk.act(action);
    if (judged.isApplied()) {
      String left = judged.listingsLeft() == 0 ? "" : "，尚余 " + judged.listingsLeft() + " 笔挂牌";
      String leftEn =
          judged.listingsLeft() == 0 ? "" : ", " + judged.listingsLeft() + " listings left";
      say(
          event,
          subject,
          zh + left + "，区块 " + judged.block(),
          en + leftEn + ", block " + judged.block());
      return Optional.of(judged);
    }
    if (isDone.getAsBoolean()) {
      say("ALREADY", subject, zh + "：已由他处完成", en + ": done elsewhere already");
      return Optional.of(judged);
    }
    refusals++;
    notBefore.put(name, now.plus(REFUSED));
    say(
        "REFUSED",
        subject,
        zh + " 被拒绝 " + judged.code() + "：" + judged.zh(),
        "not " + en + ", refused " + judged.code() + ": " + judged.en());
    return Optional.empty();
  }

  private void sayOnce(String event, String subject, String zh, String en) {
    if (!subject.equals(lastSubject.put(event, subject))) {
      say(event, subject, zh, en);
    }
  }

  private void say(String event, String subject, String zh, String en) {
    log.say(new Log.Line(clock.instant(), event, subject, zh, en));
  }
}
