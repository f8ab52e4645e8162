// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.access.SignedIn;
import org.grasslandcarbon.gateway.market.LargeHolders;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has so much of an instrument that the venue's rule calls it a large holder (大户报告). */
@RestController
@RequestMapping(Paths.BASE + "/large-holders")
@SignedIn
final class LargeHolderController {
  private static final String NAME = "large-holders";

  private final LargeHolders holders;
  private final Sight sight;

  LargeHolderController(LargeHolders holders, Sight sight) {
    this.holders = holders;
    this.sight = sight;
  }

  @GetSheet
  SheetAnswer list(
      @RequestParam Optional<String> instrument, @AuthenticationPrincipal Caller caller) {
    LargeHolders.Report report = report(instrument, caller);
    return new SheetAnswer(report, NAME, () -> rows(report));
  }

  /**
   * The authority and auditors are told of all venues, an exchange of its own, an office of those
   * who are registered in its region, and nobody else of any.
   */
  private LargeHolders.Report report(Optional<String> instrument, Caller caller) {
    Actor actor = caller.actor();
    boolean everywhere = actor.is(Role.AUTHORITY) || actor.is(Role.AUDITOR);
    if (!everywhere && !actor.is(Role.EXCHANGE) && !actor.is(Role.OFFICE)) {
      throw new RequestException(
          GatewayCode.FORBIDDEN,
          zh("大户报告仅供交易机构、主管部门和审计机构查看")
              .en("large holders are told to exchanges, offices, the authority and auditors"));
    }
    Optional<InstrumentId> only =
        instrument
            .map(text -> ViewParameters.convert("instrument", text, InstrumentId.class))
            .map(InstrumentId.class::cast);
    LargeHolders.Report report =
        holders.report(
            venue -> !actor.is(Role.EXCHANGE) || venue.exchange().equals(caller.id()), only);
    return actor.is(Role.OFFICE)
        ? new LargeHolders.Report(
            report.day(),
            report.holders().stream()
                .filter(each -> actor.governs(region(each.participant())))
                .toList())
        : report;
  }

  private RegionCode region(String participant) {
    return sight.party(new ParticipantId(participant)).region();
  }

  private static List<List<Object>> rows(LargeHolders.Report report) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "日期 Day",
            "交易场所 Venue",
            "交易标的 Instrument",
            "持有方 Account Holder",
            "持有量（吨） Held (t)",
            "签发量（吨） Issued (t)",
            "占比（千分比） Share (per mille)",
            "报告标准（千分比） Threshold (per mille)"));
    for (LargeHolders.Holder each : report.holders()) {
      rows.add(
          List.of(
              report.day().toString(),
              each.venue(),
              each.instrument(),
              each.participant(),
              each.held(),
              each.issued(),
              each.perMille(),
              each.thresholdPerMille()));
    }
    return rows;
  }
}
