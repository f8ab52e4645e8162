// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import java.time.Instant;
import java.time.LocalDate;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.ForwardChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.example.Story;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.conformance.WholeDay;
import org.grasslandcarbon.network.conformance.kit.RegistryCalls;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/**
 * Money comes in, credits are listed and taken, a year is sold before it is issued, the day is
 * closed, and money goes out.
 */
public final class MarketDay implements Scenario {
  private static final long PRICE = MarketChapter.OPENING.value();

  @Override
  public String name() {
    return "market-day";
  }

  @Override
  public String about() {
    return "A venue for practice: a deposit, listings, a taking, a forward, the close of a day, a withdrawal.";
  }

  @Override
  public void play(Scene scene) {
    RegistryCalls registry = new RegistryCalls(scene);
    registry.name(registry.examples().get("office-beijing"), "office-beijing");
    PracticeStage stage = registry.stage();
    Setting setting = stage.setting(Land.Fields.SMALL, 2).first(1);

    scene.title("From a proposal to credits");
    Story story = Story.untilIssued(stage, setting);

    scene.title("A bank, an exchange, and somebody with money");
    stage.cast(Part.BUYER, registry.admitted("buyer", Role.TRADER));
    new ParticipantChapter(stage, setting).admit(Part.BANK, Part.EXCHANGE);
    CashChapter cash = new CashChapter(stage.refusing(), Asset.CNY_TRAINING);
    cash.deposit(Part.BUYER, 1_000_000);

    scene.title("An instrument is opened, and traded");
    MarketChapter market =
        new MarketChapter(stage.refusing(), Asset.CNY_TRAINING, story.batch(), "KIT");
    LocalDate today = WholeDay.today();
    market.publishRule(today);
    market.openInstrument(Part.OWNER);
    market.openDay(today);
    market.sell(Part.OWNER, 30, PRICE);
    market.refuseTooLow(Part.BUYER, 20, PRICE - 1);
    market.take(Part.BUYER, 20, PRICE);
    InstructionId wish = market.bid(Part.BUYER, 5, PRICE - 100);
    market.withdraw(Part.BUYER, wish);

    scene.title("The next year is sold before it is issued, and paid for when it is");
    ReportChapter next = new ReportChapter(stage, setting.after(), story.project().id());
    next.submit();
    next.verify();
    next.approve();
    ForwardChapter forwards =
        new ForwardChapter(
            stage.refusing(), market, story.project().id(), setting.after().firstYear());
    forwards.openInstrument();
    cash.deposit(Part.OWNER, 100_000);
    InstructionId forward =
        forwards.offer(Part.BUYER, 20, PRICE, today.plusDays(30), Instant.now().plusSeconds(3_600));
    forwards.accept(Part.BUYER, forward);
    next.issue();
    forwards.deliver(Part.BUYER, forward);

    scene.title("The day is closed, and money goes out");
    market.closeDay();
    cash.confirm(Part.BUYER, cash.request(Part.BUYER, 100_000));
  }
}
