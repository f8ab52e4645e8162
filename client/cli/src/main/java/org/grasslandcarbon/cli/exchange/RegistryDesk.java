// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.WholeList;
import org.grasslandcarbon.client.ClientException;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.ParticipantViews;
import tools.jackson.databind.JsonNode;

/** A venue by way of a gateway. */
final class RegistryDesk implements Desk {
  /** What came late is found not done in the next round and is signed anew. */
  private static final Duration VALIDITY = Duration.ofMinutes(5);

  private static final String NOT_FOUND = "NOT_FOUND";

  private final Session session;
  private final InstructionSigner signer;
  private final VenueId venue;

  /** What has begun is never changed, and few versions are in use. */
  private final Map<Integer, TradingTimes> known = new HashMap<>();

  RegistryDesk(Session session, VenueId venue) {
    this.session = session;
    this.signer = session.signer();
    this.venue = venue;
  }

  /** Something that is asked; what keeps it from being answered is told apart. */
  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (RegistryProblem problem) {
      throw sorted(problem);
    } catch (ClientException failure) {
      throw new GatewayAway(failure.zh(), failure.en(), failure);
    }
  }

  private static RuntimeException sorted(RegistryProblem problem) {
    boolean isOther = problem.code().equals(RegistryProblem.UNEXPECTED_ANSWER);
    if (problem.isRetryable() || isOther) {
      return new GatewayAway(problem.zh(), problem.en(), problem);
    }
    return KeyRefused.isSaidBy(problem.code())
        ? new KeyRefused(problem.code(), problem.zh(), problem.en())
        : problem;
  }

  @Override
  public Optional<Instant> time() {
    return asked(() -> session.publicReads().time());
  }

  @Override
  public Venue venue() {
    JsonNode found = asked(() -> session.publicReads().show(MarketViews.VENUES, venue.value()));
    List<LocalDate> rules = new ArrayList<>();
    found.path("rules").forEach(each -> rules.add(LocalDate.parse(each.asString())));
    return new Venue(
        venue,
        Optional.of(found.path("day").asString(""))
            .filter(day -> !day.isEmpty())
            .map(LocalDate::parse),
        found.path("training").asBoolean(false),
        rules);
  }

  @Override
  public TradingTimes times(int rule) {
    return known.computeIfAbsent(
        rule,
        version ->
            TradingTimes.of(
                asked(
                        () ->
                            session
                                .publicReads()
                                .show(
                                    MarketViews.TRADING_RULES,
                                    venue.value(),
                                    Integer.toString(version)))
                    .path("terms")));
  }

  @Override
  public Optional<Boolean> isWorked(LocalDate day) {
    String year = Integer.toString(day.getYear());
    try {
      JsonNode calendar = asked(() -> session.publicReads().show(ParticipantViews.CALENDARS, year));
      boolean isWeekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      return Optional.of(
          isWeekend ? has(calendar.path("makeUpDays"), day) : !has(calendar.path("holidays"), day));
    } catch (RegistryProblem problem) {
      if (problem.code().equals(NOT_FOUND)) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  private static boolean has(JsonNode days, LocalDate day) {
    return days.valueStream().anyMatch(each -> each.asString("").equals(day.toString()));
  }

  @Override
  public List<Book> books() {
    Map<String, String> ofVenue = Map.of("venue", venue.value());
    List<JsonNode> found =
        asked(() -> WholeList.of(session.privateReads(), MarketViews.INSTRUMENTS, ofVenue));
    return found.stream().map(RegistryDesk::book).toList();
  }

  private static Book book(JsonNode item) {
    JsonNode day = item.path("day");
    return new Book(
        new InstrumentId(item.path("instrument").asString("")),
        Optional.of(day.path("date").asString(""))
            .filter(date -> !date.isEmpty())
            .map(LocalDate::parse),
        day.path("rule").asInt(0),
        day.path("closed").asBoolean(false),
        item.path("buys").size() + item.path("sells").size(),
        item.path("fees").asLong(0));
  }

  @Override
  public Judged act(Action action) {
    InstructionText text = signer.sign(InstructionSigner.newId(), action, VALIDITY);
    try {
      Outcome outcome = asked(() -> session.client().submit(text, session.timeout()));
      String block = outcome.block().isPresent() ? "#" + outcome.block().getAsLong() : "";
      long left = outcome.reference("listingsLeft").map(Long::parseLong).orElse(0L);
      return new Judged(Judged.APPLIED, "", "", block, left);
    } catch (RegistryProblem problem) {
      return new Judged(
          problem.code(),
          sentence(problem.zh(), problem.detailZh()),
          sentence(problem.en(), problem.detail()),
          "",
          0);
    }
  }

  private static String sentence(String code, String detail) {
    return detail.isEmpty() ? code : code + " (" + detail + ")";
  }
}
