// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.junit.jupiter.api.Test;

/** A clerk at a venue whose hours are 09:30 to 15:00, on Mondays and after. */
class ClerkTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final String FIRST = "GCS-152502-2024-0001-2024";
  private static final String SECOND = "GCS-152502-2024-0001-2025";

  private final Hand time = new Hand();
  private final PaperDesk desk = new PaperDesk(time);
  private final List<Log.Line> said = new ArrayList<>();
  private final Clerk clerk = clerk(time, false);

  /** A clock that is put. */
  private static final class Hand extends Clock {
    private Instant now = Instant.EPOCH;

    void put(LocalDate day, String time) {
      now = day.atTime(LocalTime.parse(time)).toInstant(BeijingTime.OFFSET);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Waits by moving the clock on, and is told to stop at a time or after some waits. */
  private class Until implements Stop {
    private final Instant end;
    private final List<Duration> waits = new ArrayList<>();

    Until(LocalDate day, String at) {
      end = day.atTime(LocalTime.parse(at)).toInstant(BeijingTime.OFFSET);
    }

    @Override
    public boolean isTold() {
      return !time.now.isBefore(end);
    }

    @Override
    public void await(Duration most) {
      waits.add(most);
      time.now = time.now.plus(most);
    }
  }

  private Clerk clerk(Clock clock, boolean collectsFees) {
    return new Clerk(desk, clock, said::add, Duration.ofMinutes(30), collectsFees);
  }

  private static Desk.Book book(String instrument, LocalDate day, boolean closed, int listings) {
    return new Desk.Book(new InstrumentId(instrument), Optional.of(day), 1, closed, listings, 700);
  }

  private List<String> events() {
    return said.stream().map(Log.Line::event).toList();
  }

  @Test
  void a_day_is_opened_half_an_hour_before_its_hours_and_not_before() {
    time.put(MONDAY, "08:59:59");
    clerk.round();
    assertThat(desk.acts()).isEmpty();

    time.put(MONDAY, "09:00:00");
    assertThat(clerk.round()).isZero();

    assertThat(desk.acts()).containsExactly("open 2026-03-02");
    assertThat(events()).containsExactly("OPENED");
  }

  @Test
  void an_open_day_is_left_alone_by_a_clerk_that_knows_nothing_of_it() {
    desk.opened(MONDAY);
    time.put(MONDAY, "10:00:00");

    assertThat(clerk.round()).isZero();

    assertThat(desk.acts()).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void who_comes_second_finds_the_day_open_and_that_is_no_failure() {
    time.put(MONDAY, "09:00:00");
    desk.justBefore(() -> desk.opened(MONDAY));

    assertThat(clerk.round()).isZero();

    assertThat(desk.acts()).isEmpty();
    assertThat(events()).containsExactly("ALREADY");
  }

  @Test
  void a_holiday_is_not_opened_but_where_people_practise() {
    desk.holiday(MONDAY);
    time.put(MONDAY, "10:00:00");
    assertThat(clerk.round()).isZero();
    assertThat(desk.acts()).isEmpty();

    desk.training();
    clerk.round();
    assertThat(desk.acts()).containsExactly("open 2026-03-02");
  }

  @Test
  void without_a_calendar_nothing_is_opened_and_it_is_said_once_a_day() {
    desk.withoutCalendar();
    time.put(MONDAY, "09:00:00");

    assertThat(clerk.round()).isEqualTo(1);
    assertThat(clerk.round()).isEqualTo(1);
    time.put(TUESDAY, "09:00:00");
    clerk.round();

    assertThat(desk.acts()).isEmpty();
    assertThat(events()).containsExactly("NO_CALENDAR", "NO_CALENDAR");
  }

  @Test
  void a_day_that_was_missed_is_said_and_not_opened_when_its_hours_are_over() {
    time.put(MONDAY, "15:00:00");

    assertThat(clerk.round()).isZero();
    clerk.round();

    assertThat(desk.acts()).isEmpty();
    assertThat(events()).containsExactly("MISSED");
  }

  @Test
  void a_clerk_that_starts_late_opens_within_the_hours() {
    time.put(MONDAY, "14:59:00");

    clerk.round();

    assertThat(desk.acts()).containsExactly("open 2026-03-02");
  }

  @Test
  void books_are_closed_a_minute_after_the_last_hours_until_nothing_is_left() {
    desk.opened(MONDAY);
    desk.with(book(FIRST, MONDAY, false, 230)).with(book(SECOND, MONDAY, false, 0));
    time.put(MONDAY, "15:00:59");
    clerk.round();
    assertThat(desk.acts()).isEmpty();

    time.put(MONDAY, "15:01:00");
    assertThat(clerk.round()).isZero();

    assertThat(desk.acts()).containsExactly("close 2024", "close 2024", "close 2024", "close 2025");
    assertThat(desk.book(FIRST).isDone()).isTrue();
    assertThat(said.get(0).en()).contains("130 listings left");
    said.clear();
    clerk.round();
    assertThat(said).as("what is closed is left alone").isEmpty();
  }

  @Test
  void a_closing_that_was_broken_off_is_finished_by_whoever_comes_next() {
    desk.opened(MONDAY);
    desk.with(book(FIRST, MONDAY, true, 130));
    time.put(MONDAY, "15:01:00");

    clerk.round();

    assertThat(desk.acts()).containsExactly("close 2024", "close 2024");
  }

  @Test
  void a_day_that_nobody_closed_is_closed_before_the_next_is_opened() {
    desk.opened(MONDAY);
    desk.with(book(FIRST, MONDAY, false, 3));
    time.put(TUESDAY, "09:00:00");

    clerk.round();

    assertThat(desk.acts()).containsExactly("close 2024", "open 2026-03-03");
  }

  @Test
  void of_a_day_that_ends_at_midnight_the_books_are_closed_on_the_next() {
    desk.hours(0, 1440);
    desk.opened(MONDAY);
    desk.with(book(FIRST, MONDAY, false, 1));
    time.put(MONDAY, "23:59:59");
    clerk.round();
    assertThat(desk.acts()).isEmpty();

    time.put(TUESDAY, "00:00:00");
    clerk.round();

    assertThat(desk.acts()).containsExactly("close 2024", "open 2026-03-03");
  }

  @Test
  void fees_are_collected_when_asked_for_and_of_closed_days_only() {
    desk.opened(MONDAY);
    desk.with(book(FIRST, MONDAY, false, 0)).with(book(SECOND, MONDAY, true, 0));
    time.put(MONDAY, "10:00:00");
    clerk.round();
    assertThat(desk.acts()).as("nobody asked for fees").isEmpty();

    Clerk collecting = clerk(time, true);
    collecting.round();
    assertThat(desk.acts()).containsExactly("collect 2025");

    time.put(MONDAY, "15:01:00");
    collecting.round();
    assertThat(desk.acts()).containsExactly("collect 2025", "close 2024", "collect 2024");
  }

  @Test
  void two_clerks_through_a_whole_week_do_each_thing_once() {
    desk.with(book(FIRST, MONDAY.minusDays(3), false, 250));
    Clerk other = clerk(time, true);
    Until end = new Until(MONDAY.plusDays(5), "00:00");
    time.put(MONDAY, "00:00:00");
    while (!end.isTold()) {
      if (time.now.equals(MONDAY.atTime(12, 0).toInstant(BeijingTime.OFFSET))) {
        desk.with(book(FIRST, MONDAY, false, 7));
      }
      clerk.round();
      other.round();
      end.await(Clerk.ROUND);
    }

    assertThat(desk.acts())
        .containsExactly(
            "close 2024",
            "close 2024",
            "close 2024",
            "collect 2024",
            "open 2026-03-02",
            "close 2024",
            "collect 2024",
            "open 2026-03-03",
            "open 2026-03-04",
            "open 2026-03-05",
            "open 2026-03-06");
    assertThat(events()).doesNotContain("REFUSED");
  }

  @Test
  void what_is_refused_is_said_counts_and_is_not_tried_again_for_ten_minutes() {
    desk.refuses("BAD_TRADING_RULE");
    time.put(MONDAY, "09:00:00");

    assertThat(clerk.round()).isEqualTo(1);
    time.put(MONDAY, "09:09:59");
    assertThat(clerk.round()).isEqualTo(1);
    assertThat(events()).containsExactly("REFUSED");
    assertThat(said.get(0).en()).contains("BAD_TRADING_RULE", "A sentence.");

    desk.refuses(null);
    time.put(MONDAY, "09:10:00");
    assertThat(clerk.round()).isZero();
    assertThat(desk.acts()).containsExactly("open 2026-03-02");
  }

  @Test
  void a_clock_that_was_set_back_holds_nothing_up() {
    desk.refuses("BAD_TRADING_RULE");
    time.put(TUESDAY, "09:00:00");
    clerk.round();
    desk.refuses(null);
    time.put(MONDAY, "09:00:00");

    clerk.round();
    assertThat(desk.acts()).containsExactly("open 2026-03-02");

    time.put(TUESDAY, "09:00:00");
    clerk.round();
    assertThat(desk.acts()).containsExactly("open 2026-03-02", "open 2026-03-03");
  }

  @Test
  void with_a_clock_that_is_not_the_gateways_nothing_is_done() {
    desk.opened(MONDAY);
    desk.with(book(FIRST, MONDAY, false, 1));
    time.put(MONDAY, "14:30:00");
    Clerk early = clerk(Clock.offset(time, Duration.ofHours(1)), false);

    assertThatThrownBy(early::round)
        .isInstanceOf(ClocksApart.class)
        .hasMessageContaining("15:30:00")
        .hasMessageContaining("14:30:00");

    assertThat(desk.acts()).isEmpty();
    Clerk almost = clerk(Clock.offset(time, Duration.ofSeconds(60)), false);
    assertThat(almost.round()).isZero();
  }

  @Test
  void
      while_no_gateway_answers_it_waits_longer_and_longer_says_so_once_and_then_does_what_is_due() {
    time.put(MONDAY, "09:00:00");
    desk.fails(new GatewayAway("网关无应答。", "No gateway answers.", new IllegalStateException()));
    Until back = new Until(MONDAY, "09:30");
    clerk.run(back);

    assertThat(back.waits)
        .startsWith(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40))
        .endsWith(Clerk.AWAY_MOST)
        .allSatisfy(wait -> assertThat(wait).isLessThanOrEqualTo(Clerk.AWAY_MOST));
    assertThat(events()).containsExactly("STARTED", "WAITING", "STOPPED");

    desk.fails(null);
    clerk.run(new Until(MONDAY, "10:00"));
    assertThat(desk.acts()).containsExactly("open 2026-03-02");
  }

  @Test
  void it_says_when_the_gateway_is_back() {
    time.put(MONDAY, "08:00:00");
    desk.fails(new GatewayAway("网关无应答。", "No gateway answers.", new IllegalStateException()));
    Until end =
        new Until(MONDAY, "08:10") {
          @Override
          public void await(Duration most) {
            super.await(most);
            if (!time.now.isBefore(MONDAY.atTime(8, 5).toInstant(BeijingTime.OFFSET))) {
              desk.fails(null);
            }
          }
        };

    clerk.run(end);

    assertThat(events()).containsExactly("STARTED", "WAITING", "BACK", "STOPPED");
  }

  @Test
  void a_key_that_is_refused_again_and_again_ends_it_with_a_sentence() {
    time.put(MONDAY, "09:00:00");
    desk.fails(new KeyRefused("KEY_REVOKED", "密钥已被撤销。", "The key has been revoked."));

    assertThatThrownBy(() -> clerk.run(new Until(MONDAY, "23:00")))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("KEY_REVOKED")
        .hasMessageContaining("The key has been revoked.");

    assertThat(time.now).isBefore(MONDAY.atTime(9, 1).toInstant(BeijingTime.OFFSET));
    assertThat(desk.acts()).isEmpty();
  }

  @Test
  void it_stops_between_rounds_when_it_is_told() {
    time.put(MONDAY, "08:00:00");

    clerk.run(new Until(MONDAY, "08:00"));

    assertThat(events()).containsExactly("STARTED", "STOPPED");
  }
}
