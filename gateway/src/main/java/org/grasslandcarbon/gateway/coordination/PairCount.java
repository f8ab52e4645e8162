// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.coordination.CoordinationCase;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.views.SharingViews;
import tools.jackson.databind.JsonNode;

/**
 * What became of some cases. Every case is in one of {@code answeredOnTime}, {@code answeredLate},
 * {@code answeredLastDayUnknown}, {@code refused}, {@code open} and {@code answeredByAsker}. The
 * last, of feedback that somebody passed on and answered itself, is in no other number: nobody
 * betters its region's share by answering itself.
 */
final class PairCount {
  /** Answered in time by asked, from 0 to 1. */
  static final String INDEX = "sharingIndex";

  static final String ASKED = "asked";

  private static final int INDEX_DIGITS = 4;
  private static final int PERCENT_DIGITS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final LocalDate today;
  private final Counted asked = new Counted();
  private final Counted forwarded = new Counted();
  private final Counted onTime = new Counted();
  private final Counted late = new Counted();
  private final Counted unknown = new Counted();
  private final Counted refused = new Counted();
  private final Counted reopened = new Counted();
  private final Counted open = new Counted();
  private final Counted openOfUnknown = new Counted();
  private final Counted overdue = new Counted();
  private final Counted answered = new Counted();
  private final Counted byAsker = new Counted();
  private final List<Long> days = new ArrayList<>();
  private final Set<String> askers = new HashSet<>();
  private int forPublic;

  PairCount(LocalDate today) {
    this.today = today;
  }

  /** Counts an item of {@link SharingViews#CASES}. */
  void add(JsonNode item) {
    String address = "information-cases/" + item.path("id").asString();
    boolean isByAsker = item.at("/answer/byAsker").asBoolean(false);
    if (isByAsker && !item.at("/answer").has("ground")) {
      byAsker.add(address);
      return;
    }
    asked.add(address);
    if (item.has("behalf")) {
      forPublic++;
    } else {
      askers.add(item.path("by").asString());
    }
    if (item.path("route").size() > 1) {
      forwarded.add(address);
    }
    if (item.has("reopenedBy")) {
      reopened.add(address);
    }
    Optional<LocalDate> lastDay =
        Optional.ofNullable(item.path(SharingViews.LAST_DAY).asString(null)).map(LocalDate::parse);
    switch (CoordinationCase.State.valueOf(item.path("state").asString())) {
      case OPEN -> {
        open.add(address);
        if (lastDay.isEmpty()) {
          openOfUnknown.add(address);
        } else if (lastDay.get().isBefore(today)) {
          overdue.add(address);
        }
      }
      case REFUSED -> refused.add(address);
      case ANSWERED -> {
        LocalDate day = day(item.at("/answer/at"));
        answered.add(address);
        days.add(ChronoUnit.DAYS.between(day(item.path("openedAt")), day));
        inTime(day, lastDay).add(address);
      }
    }
  }

  /** A calendar that came after the answer tells its last day as well. */
  private Counted inTime(LocalDate day, Optional<LocalDate> lastDay) {
    if (lastDay.isEmpty()) {
      return unknown;
    }
    return day.isAfter(lastDay.get()) ? late : onTime;
  }

  private static LocalDate day(JsonNode instant) {
    return BeijingTime.day(Instant.parse(instant.asString()));
  }

  /** How many may have asked: each who did it for itself, and everyone who was spoken for. */
  int voices() {
    return askers.size() + forPublic;
  }

  /** The numbers by their names. */
  SortedMap<String, Sourced> numbers() {
    SortedMap<String, Sourced> numbers = new TreeMap<>();
    numbers.put(ASKED, asked.asCount());
    numbers.put("forwarded", forwarded.asCount());
    numbers.put("answeredOnTime", onTime.asCount());
    numbers.put("answeredLate", late.asCount());
    numbers.put("answeredLastDayUnknown", unknown.asCount());
    numbers.put("answeredByAsker", byAsker.asCount());
    numbers.put("refused", refused.asCount());
    numbers.put("reopened", reopened.asCount());
    numbers.put("open", open.asCount());
    numbers.put(
        "overdue",
        openOfUnknown.count() == 0
            ? overdue.asCount()
            : openOfUnknown.without(NoFigure.LAST_DAY_UNKNOWN));
    numbers.put(
        "medianDays",
        days.isEmpty() ? asked.without(NoFigure.NOTHING_ANSWERED) : answered.as(median()));
    numbers.put("refusedPercent", share(refused, HUNDRED, PERCENT_DIGITS));
    numbers.put("reopenedPercent", share(reopened, HUNDRED, PERCENT_DIGITS));
    numbers.put(
        INDEX,
        unknown.count() == 0
            ? share(onTime, BigDecimal.ONE, INDEX_DIGITS)
            : unknown.without(NoFigure.LAST_DAY_UNKNOWN));
    return numbers;
  }

  /** A part of what was asked, half up. */
  private Sourced share(Counted part, BigDecimal whole, int digits) {
    if (asked.count() == 0) {
      return asked.without(NoFigure.NOTHING_ASKED);
    }
    return asked.as(
        new Figure(
            BigDecimal.valueOf(part.count())
                .multiply(whole)
                .divide(BigDecimal.valueOf(asked.count()), digits, RoundingMode.HALF_UP)));
  }

  /** The middle one, or halfway between the two in the middle. */
  private Figure median() {
    List<Long> sorted = days.stream().sorted().toList();
    int middle = sorted.size() / 2;
    long twice =
        sorted.size() % 2 == 1
            ? 2 * sorted.get(middle)
            : sorted.get(middle - 1) + sorted.get(middle);
    return new Figure(BigDecimal.valueOf(twice).divide(BigDecimal.valueOf(2)));
  }
}
