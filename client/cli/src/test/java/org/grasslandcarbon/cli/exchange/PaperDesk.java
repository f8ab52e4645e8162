// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.CloseTradingDay;
import org.grasslandcarbon.domain.market.CollectFees;
import org.grasslandcarbon.domain.market.OpenTradingDay;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * A venue on paper that keeps the ledger's rules of its day: a day is opened once and on itself, a
 * closing gives back a hundred listings, nothing is closed or collected twice. Several clerks may
 * stand at it.
 */
final class PaperDesk implements Desk {
  static final VenueId VENUE = new VenueId("91110000600037341L-CBGEX");
  private static final int LISTINGS_MOST = 100;

  private final Clock ledger;
  private final Map<InstrumentId, Book> books = new LinkedHashMap<>();
  private final Set<LocalDate> holidays = new HashSet<>();
  private final List<String> acts = new ArrayList<>();
  private Optional<LocalDate> newest = Optional.empty();
  private TradingTimes times = new TradingTimes(570, 900);
  private boolean isOfTraining;
  private boolean hasCalendar = true;
  private Optional<RuntimeException> failure = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private Runnable justBefore = () -> {};

  /**
   * @param ledger the ledger's time
   */
  PaperDesk(Clock ledger) {
    this.ledger = ledger;
  }

  /** All that was applied, in order. */
  List<String> acts() {
    return acts;
  }

  PaperDesk with(Book book) {
    books.put(book.instrument(), book);
    return this;
  }

  void opened(LocalDate day) {
    newest = Optional.of(day);
  }

  void holiday(LocalDate day) {
    holidays.add(day);
  }

  void hours(int from, int to) {
    times = new TradingTimes(from, to);
  }

  void training() {
    isOfTraining = true;
  }

  void withoutCalendar() {
    hasCalendar = false;
  }

  /** From now on everything fails so; empty: nothing does. */
  void fails(RuntimeException with) {
    failure = Optional.ofNullable(with);
  }

  /** From now on the ledger refuses every act with a code; empty: as its rules say. */
  void refuses(String code) {
    refusal = Optional.ofNullable(code);
  }

  /** Something that happens at the venue just before the next act. */
  void justBefore(Runnable happens) {
    justBefore = happens;
  }

  Book book(String instrument) {
    return books.get(new InstrumentId(instrument));
  }

  private void answer() {
    failure.ifPresent(
        with -> {
          throw with;
        });
  }

  @Override
  public Optional<Instant> time() {
    answer();
    return Optional.of(ledger.instant());
  }

  @Override
  public Venue venue() {
    answer();
    return new Venue(VENUE, newest, isOfTraining, List.of(LocalDate.of(2026, 1, 1)));
  }

  @Override
  public TradingTimes times(int rule) {
    answer();
    return times;
  }

  @Override
  public Optional<Boolean> isWorked(LocalDate day) {
    answer();
    return hasCalendar ? Optional.of(!holidays.contains(day)) : Optional.empty();
  }

  @Override
  public List<Book> books() {
    answer();
    return List.copyOf(books.values());
  }

  @Override
  public Judged act(Action action) {
    answer();
    Runnable happens = justBefore;
    justBefore = () -> {};
    happens.run();
    return refusal.map(PaperDesk::refused).orElseGet(() -> judge(action));
  }

  private static Judged refused(String code) {
    return new Judged(code, "一句中文。", "A sentence.", "", 0);
  }

  private Judged judge(Action action) {
    if (action instanceof OpenTradingDay open) {
      LocalDate today = BeijingTime.day(ledger.instant());
      if (!open.day().equals(today)) {
        return refused("NOT_A_TRADING_DAY");
      }
      if (newest.filter(day -> !day.isBefore(today)).isPresent()) {
        return refused("WRONG_STATE");
      }
      newest = Optional.of(today);
      return applied("open " + today, 0);
    }
    if (action instanceof CloseTradingDay close) {
      Book book = books.get(close.instrument());
      if (book.isDone()) {
        return refused("WRONG_STATE");
      }
      int left = Math.max(0, book.listings() - LISTINGS_MOST);
      with(new Book(book.instrument(), book.day(), book.rule(), true, left, book.fees()));
      return applied("close " + book.instrument().vintage(), left);
    }
    Book book = books.get(((CollectFees) action).instrument());
    if (book.fees() == 0) {
      return refused("WRONG_STATE");
    }
    with(new Book(book.instrument(), book.day(), book.rule(), book.isClosed(), book.listings(), 0));
    return applied("collect " + book.instrument().vintage(), 0);
  }

  private Judged applied(String what, long left) {
    acts.add(what);
    return new Judged(Judged.APPLIED, "", "", "#1", left);
  }
}
