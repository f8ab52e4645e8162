// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.access.SignedIn;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.supervision.CertifierShares;
import org.grasslandcarbon.gateway.supervision.FlaggedReports;
import org.grasslandcarbon.gateway.supervision.Period;
import org.grasslandcarbon.gateway.supervision.RegionalHoldings;
import org.grasslandcarbon.gateway.supervision.RepeatedRefusals;
import org.grasslandcarbon.gateway.supervision.Scope;
import org.grasslandcarbon.gateway.supervision.Surveillance;
import org.grasslandcarbon.gateway.work.Overdue;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What those who supervise look at; each is told what is theirs to supervise. */
@RestController
@RequestMapping(Paths.BASE + "/supervision")
@SignedIn
final class SupervisionController {
  /** How often makes repeated, when nobody says otherwise. */
  private static final int REFUSALS_LEAST = 5;

  private final Surveillance surveillance;
  private final CertifierShares certifiers;
  private final FlaggedReports flags;
  private final RepeatedRefusals refusals;
  private final RegionalHoldings holdings;
  private final Overdue overdue;
  private final Sight sight;
  private final Confidence confidence;
  private final Clock clock;

  SupervisionController(
      Surveillance surveillance,
      CertifierShares certifiers,
      FlaggedReports flags,
      RepeatedRefusals refusals,
      RegionalHoldings holdings,
      Overdue overdue,
      Sight sight,
      Confidence confidence,
      Clock clock) {
    this.surveillance = surveillance;
    this.certifiers = certifiers;
    this.flags = flags;
    this.refusals = refusals;
    this.holdings = holdings;
    this.overdue = overdue;
    this.sight = sight;
    this.confidence = confidence;
    this.clock = clock;
  }

  /** Something listed, as JSON and in files. */
  private record Items(Object items) {}

  @GetMapping("/detectors")
  JsonNode detectors(@AuthenticationPrincipal Caller caller) {
    Scope.ofMarkets(caller.actor());
    return Codec.tree(new Items(Surveillance.detectors()));
  }

  @GetSheet("/signals")
  SheetAnswer signals(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> instrument,
      @RequestParam Optional<String> detector,
      @RequestParam Optional<String> settings,
      @AuthenticationPrincipal Caller caller) {
    Surveillance.Report report = look(from, to, instrument, detector, settings, caller);
    return new SheetAnswer(report, "signals", () -> SupervisionSheets.signals(report));
  }

  private Surveillance.Report look(
      Optional<String> from,
      Optional<String> to,
      Optional<String> instrument,
      Optional<String> detector,
      Optional<String> settings,
      Caller caller) {
    Scope scope = Scope.ofMarkets(caller.actor());
    return surveillance.look(
        period(from, to, Surveillance.DAYS_MOST),
        scope,
        value("instrument", instrument, InstrumentId.class),
        detector,
        settings);
  }

  @GetSheet("/certifiers")
  SheetAnswer certifiers(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> year,
      @AuthenticationPrincipal Caller caller) {
    List<CertifierShares.Share> shares = shares(region, year, caller);
    return new SheetAnswer(
        new Items(shares), "certifiers", () -> SupervisionSheets.certifiers(shares));
  }

  private List<CertifierShares.Share> shares(
      Optional<String> region, Optional<String> year, Caller caller) {
    return certifiers.report(
        Scope.ofRegions(caller.actor()),
        value("region", region, RegionCode.class),
        year.map(text -> number("year", text, 1_900, 2_200)));
  }

  @GetSheet("/flags")
  SheetAnswer flags(@RequestParam Optional<String> region, @AuthenticationPrincipal Caller caller) {
    List<FlaggedReports.Flagged> flagged = flagged(region, caller);
    return new SheetAnswer(new Items(flagged), "flags", () -> SupervisionSheets.flags(flagged));
  }

  private List<FlaggedReports.Flagged> flagged(Optional<String> region, Caller caller) {
    return flags.report(Scope.ofRegions(caller.actor()), value("region", region, RegionCode.class));
  }

  @GetSheet("/refusals")
  SheetAnswer refusals(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> least,
      @AuthenticationPrincipal Caller caller) {
    RepeatedRefusals.Report report = refused(from, to, least, caller);
    return new SheetAnswer(report, "refusals", () -> SupervisionSheets.refusals(report));
  }

  private RepeatedRefusals.Report refused(
      Optional<String> from, Optional<String> to, Optional<String> least, Caller caller) {
    return refusals.report(
        Scope.ofRegions(caller.actor()),
        period(from, to, RepeatedRefusals.DAYS_MOST),
        least.map(text -> number("least", text, 1, 1_000_000)).orElse(REFUSALS_LEAST),
        entry -> confidence.permits(entry, Optional.of(caller)));
  }

  @GetSheet("/holdings")
  SheetAnswer holdings(
      @RequestParam Optional<String> participants, @AuthenticationPrincipal Caller caller) {
    List<RegionalHoldings.Held> held = held(participants, caller);
    return new SheetAnswer(new Items(held), "holdings", () -> SupervisionSheets.held(held));
  }

  private List<RegionalHoldings.Held> held(Optional<String> participants, Caller caller) {
    return holdings.held(
        Scope.ofRegions(caller.actor()),
        participants.map(SupervisionController::truth).orElse(false));
  }

  @GetSheet("/flows")
  SheetAnswer flows(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @AuthenticationPrincipal Caller caller) {
    List<RegionalHoldings.Moved> moved = moved(from, to, caller);
    return new SheetAnswer(new Items(moved), "flows", () -> SupervisionSheets.moved(moved));
  }

  private List<RegionalHoldings.Moved> moved(
      Optional<String> from, Optional<String> to, Caller caller) {
    return holdings.moved(
        Scope.ofRegions(caller.actor()), period(from, to, RegionalHoldings.DAYS_MOST));
  }

  @GetSheet("/overdue")
  SheetAnswer overdue(
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> action,
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> workingDays,
      @AuthenticationPrincipal Caller caller) {
    Overdue.Report report = late(kind, action, region, workingDays, caller);
    return new SheetAnswer(report, "overdue", () -> SupervisionSheets.overdue(report));
  }

  private Overdue.Report late(
      Optional<String> kind,
      Optional<String> action,
      Optional<String> region,
      Optional<String> workingDays,
      Caller caller) {
    Scope scope = Scope.ofMarkets(caller.actor());
    kind.ifPresent(DutyNames::requireKind);
    action.ifPresent(DutyNames::requireAction);
    Overdue.Asked asked =
        new Overdue.Asked(
            kind,
            action,
            value("region", region, RegionCode.class),
            workingDays
                .map(text -> number("workingDays", text, 1, 1_000))
                .orElse(Overdue.WORKING_DAYS_STANDARD));
    return overdue.of(
        scope,
        asked,
        (view, record) -> sight.permits(view.visibility(), Optional.of(caller), record));
  }

  private Period period(Optional<String> from, Optional<String> to, int most) {
    return Period.of(
        value("from", from, LocalDate.class),
        value("to", to, LocalDate.class),
        BeijingTime.day(Instant.now(clock)),
        most);
  }

  private static <T> Optional<T> value(String name, Optional<String> text, Class<T> type) {
    return text.map(each -> type.cast(ViewParameters.convert(name, each, type)));
  }

  private static boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("participants 须为 true 或 false").en("participants is true or false"));
    }
    return Boolean.parseBoolean(text);
  }

  private static int number(String name, String text, int least, int most) {
    int value = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("%s 须为 %s 至 %s 的整数").en("%s is a whole number from %s to %s", name, least, most));
    }
    return value;
  }
}
