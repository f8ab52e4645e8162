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
import org.springframework.http.ResponseEntity;
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

  @GetMapping("/signals")
  JsonNode signals(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> instrument,
      @RequestParam Optional<String> detector,
      @RequestParam Optional<String> settings,
      @AuthenticationPrincipal Caller caller) {
    return Codec.tree(look(from, to, instrument, detector, settings, caller));
  }

  @GetMapping(value = "/signals", produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> signalsAsCsv(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> instrument,
      @RequestParam Optional<String> detector,
      @RequestParam Optional<String> settings,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(
        SupervisionSheets.signals(look(from, to, instrument, detector, settings, caller)),
        "signals");
  }

  @GetMapping(value = "/signals", produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> signalsAsXlsx(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> instrument,
      @RequestParam Optional<String> detector,
      @RequestParam Optional<String> settings,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.xlsx(
        SupervisionSheets.signals(look(from, to, instrument, detector, settings, caller)),
        "signals");
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

  @GetMapping("/certifiers")
  JsonNode certifiers(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> year,
      @AuthenticationPrincipal Caller caller) {
    return Codec.tree(new Items(shares(region, year, caller)));
  }

  @GetMapping(value = "/certifiers", produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> certifiersAsCsv(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> year,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(
        SupervisionSheets.certifiers(shares(region, year, caller)), "certifiers");
  }

  @GetMapping(value = "/certifiers", produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> certifiersAsXlsx(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> year,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.xlsx(
        SupervisionSheets.certifiers(shares(region, year, caller)), "certifiers");
  }

  private List<CertifierShares.Share> shares(
      Optional<String> region, Optional<String> year, Caller caller) {
    return certifiers.report(
        Scope.ofRegions(caller.actor()),
        value("region", region, RegionCode.class),
        year.map(text -> number("year", text, 1_900, 2_200)));
  }

  @GetMapping("/flags")
  JsonNode flags(@RequestParam Optional<String> region, @AuthenticationPrincipal Caller caller) {
    return Codec.tree(new Items(flagged(region, caller)));
  }

  @GetMapping(value = "/flags", produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> flagsAsCsv(
      @RequestParam Optional<String> region, @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(SupervisionSheets.flags(flagged(region, caller)), "flags");
  }

  @GetMapping(value = "/flags", produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> flagsAsXlsx(
      @RequestParam Optional<String> region, @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.xlsx(SupervisionSheets.flags(flagged(region, caller)), "flags");
  }

  private List<FlaggedReports.Flagged> flagged(Optional<String> region, Caller caller) {
    return flags.report(Scope.ofRegions(caller.actor()), value("region", region, RegionCode.class));
  }

  @GetMapping("/refusals")
  JsonNode refusals(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> least,
      @AuthenticationPrincipal Caller caller) {
    return Codec.tree(refused(from, to, least, caller));
  }

  @GetMapping(value = "/refusals", produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> refusalsAsCsv(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> least,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(
        SupervisionSheets.refusals(refused(from, to, least, caller)), "refusals");
  }

  @GetMapping(value = "/refusals", produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> refusalsAsXlsx(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> least,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.xlsx(
        SupervisionSheets.refusals(refused(from, to, least, caller)), "refusals");
  }

  private RepeatedRefusals.Report refused(
      Optional<String> from, Optional<String> to, Optional<String> least, Caller caller) {
    return refusals.report(
        Scope.ofRegions(caller.actor()),
        period(from, to, RepeatedRefusals.DAYS_MOST),
        least.map(text -> number("least", text, 1, 1_000_000)).orElse(REFUSALS_LEAST),
        entry -> confidence.permits(entry, Optional.of(caller)));
  }

  @GetMapping("/holdings")
  JsonNode holdings(
      @RequestParam Optional<String> participants, @AuthenticationPrincipal Caller caller) {
    return Codec.tree(new Items(held(participants, caller)));
  }

  @GetMapping(value = "/holdings", produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> holdingsAsCsv(
      @RequestParam Optional<String> participants, @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(SupervisionSheets.held(held(participants, caller)), "holdings");
  }

  @GetMapping(value = "/holdings", produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> holdingsAsXlsx(
      @RequestParam Optional<String> participants, @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.xlsx(SupervisionSheets.held(held(participants, caller)), "holdings");
  }

  private List<RegionalHoldings.Held> held(Optional<String> participants, Caller caller) {
    return holdings.held(
        Scope.ofRegions(caller.actor()),
        participants.map(SupervisionController::truth).orElse(false));
  }

  @GetMapping("/flows")
  JsonNode flows(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @AuthenticationPrincipal Caller caller) {
    return Codec.tree(new Items(moved(from, to, caller)));
  }

  @GetMapping(value = "/flows", produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> flowsAsCsv(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(SupervisionSheets.moved(moved(from, to, caller)), "flows");
  }

  @GetMapping(value = "/flows", produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> flowsAsXlsx(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.xlsx(SupervisionSheets.moved(moved(from, to, caller)), "flows");
  }

  private List<RegionalHoldings.Moved> moved(
      Optional<String> from, Optional<String> to, Caller caller) {
    return holdings.moved(
        Scope.ofRegions(caller.actor()), period(from, to, RegionalHoldings.DAYS_MOST));
  }

  @GetMapping("/overdue")
  JsonNode overdue(
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> action,
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> workingDays,
      @AuthenticationPrincipal Caller caller) {
    return Codec.tree(late(kind, action, region, workingDays, caller));
  }

  @GetMapping(value = "/overdue", produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> overdueAsCsv(
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> action,
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> workingDays,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(
        SupervisionSheets.overdue(late(kind, action, region, workingDays, caller)), "overdue");
  }

  @GetMapping(value = "/overdue", produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> overdueAsXlsx(
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> action,
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> workingDays,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.xlsx(
        SupervisionSheets.overdue(late(kind, action, region, workingDays, caller)), "overdue");
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
