// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import java.time.LocalDate;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.testing.Shifted;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Role;

/**
 * A venue for practice that is open today: its exchange and its bank, an owner with credits, and a
 * buyer and a trader with money.
 *
 * @param stage who takes part
 * @param market the venue and its instrument
 * @param today the day
 */
public record OpenMarket(GatewayStage stage, MarketChapter market, LocalDate today) {
  /**
   * Opens one.
   *
   * @param east how far from the example's land its own lies: others on the ledger have that
   * @param venue the name of the venue
   */
  public static OpenMarket of(RunningGateway gateway, int east, String venue) {
    return of(gateway, east, venue, 2023, 2);
  }

  /**
   * Opens one whose instrument is of a year that no other has, for whoever asks for quotes: they
   * are found in all instruments that the ledger has.
   *
   * @param east how far from the example's land its own lies: others on the ledger have that
   * @param venue the name of the venue
   * @param vintage the year; not 2023, which is that of all others
   */
  public static OpenMarket of(RunningGateway gateway, int east, String venue, int vintage) {
    return of(gateway, east, venue, vintage, 1);
  }

  private static OpenMarket of(
      RunningGateway gateway, int east, String venue, int firstYear, int years) {
    GatewayStage stage =
        new GatewayStage(gateway)
            .with(Part.BUYER, gateway.admit(RunningGateway.XILINHOT, Role.TRADER))
            .with(Part.TRADER, gateway.admit(RunningGateway.XILINHOT, Role.TRADER))
            .with(Part.BANK, gateway.admit(RunningGateway.BEIJING, Role.BANK))
            .with(Part.EXCHANGE, gateway.admit(RunningGateway.BEIJING, Role.EXCHANGE));
    BatchId batch = issued(stage, east, firstYear, years);
    MarketChapter market = new MarketChapter(stage, Asset.CNY_TRAINING, batch, venue);
    LocalDate today = WholeDay.today();
    gateway.publishCalendar(today.getYear());
    market.publishRule(today);
    market.openInstrument(Part.OWNER);
    market.openDay(today);
    CashChapter cash = new CashChapter(stage, Asset.CNY_TRAINING);
    cash.deposit(Part.BUYER, 100_000_000);
    cash.deposit(Part.TRADER, 10_000_000);
    return new OpenMarket(stage, market, today);
  }

  private static BatchId issued(GatewayStage stage, int east, int firstYear, int years) {
    Land example = Land.ofExample();
    Land land = new Land(Shifted.east(example.boundary(), east), example.strataHectares());
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, land, firstYear, years);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    ReportChapter reports =
        new ReportChapter(
            stage,
            setting,
            new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR))).play());
    reports.submit();
    reports.verify();
    reports.approve();
    return reports.issue().get(0);
  }
}
