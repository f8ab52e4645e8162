// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.grasslandcarbon.cli.FaultFound;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.ForwardChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.RegionCode;

/** The chapters of a project's life with all refusals, and what can be read back after each. */
final class Tour {
  private static final int YEARS = 2;
  private static final long SOLD = 100;
  private static final long RESOLD = 40;
  private static final long RETIRED = 25;
  private static final long SURRENDERED = 5;

  /** Of 200 t, 10 may be offset in the market for practice, and 5 from outside of Beijing. */
  private static final long EMISSIONS = 200;

  private static final long PAID_IN = 1_000_000;
  private static final long PAID_OUT = 250_000;
  private static final long LISTED = 30;
  private static final long TAKEN = 20;
  private static final int DELIVERY_DAYS = 30;
  private static final long PRICE = MarketChapter.OPENING.value();

  /** 6 per mille of 1,900.00 yuan. */
  private static final long FEE = 1_140;

  private final TourStage stage;
  private final Readings readings;
  private final Setting setting;
  private final ParticipantChapter participants;

  Tour(TourStage stage, Readings readings, RegionCode region) {
    this.stage = stage;
    this.readings = readings;
    setting =
        Setting.forPractice(
            region,
            Land.Fields.SMALL.any(ThreadLocalRandom.current()::nextInt),
            LocalDate.now(BeijingTime.OFFSET).getYear() - YEARS - 1,
            YEARS);
    participants = new ParticipantChapter(stage, setting);
  }

  void play() {
    prepare();
    ProjectChapter project = project();
    BatchId batch = report(project.id());
    CreditChapter credits = new CreditChapter(stage, batch);
    trade(credits, batch);
    comply(batch);
    bank();
    MarketChapter market = market(batch);
    forward(market, project.id(), batch);
    new RegionsChapter(stage, readings, setting.region()).play();
    SafetyChapter safety = new SafetyChapter(stage, readings, credits);
    safety.play();
    participants.suspend(Part.OFFICE, Part.BUYER, credits.transferOf(1, Part.OWNER));
    safety.pry();
    // Frees the land, so that the grid of fields is never used up.
    project.end(Part.OWNER);
  }

  private void prepare() {
    stage.chapter(
        "准备：练习方法学、主体、资质", "Preparation: a training methodology, participants, accreditation");
    stage.equal("注册登记系统已创立", "The registry is founded", true, readings::isFounded);
    new MethodologyChapter(stage, setting).publish();
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER, Part.TRADER, Part.BUYER);
    participants.refuseAdmission();
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    participants.refuseAccreditation();
  }

  private ProjectChapter project() {
    stage.chapter("项目：申报、公示、审定、登记", "A project: proposal, publicity, validation, registration");
    ProjectChapter project = new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR)));
    InstructionId id = project.propose();
    project.comment();
    project.validate();
    project.register();
    stage.equal(
        "公开登记簿显示该项目为练习项目、已登记",
        "The public registry shows it as registered and for practice",
        "REGISTERED training=true",
        () -> readings.project(id));
    return project;
  }

  private BatchId report(InstructionId project) {
    stage.chapter("监测报告：提交、核查、批准、签发", "Monitoring: report, verification, approval, issuance");
    List<BatchId> batches = new ReportChapter(stage, setting, project).play();
    if (batches.isEmpty()) {
      throw new FaultFound("签发没有产生批次。", "The issuance named no batch.");
    }
    stage.equal("两个年份，两个批次", "Two years, two batches", YEARS, batches::size);
    return batches.get(0);
  }

  private void trade(CreditChapter credits, BatchId batch) {
    stage.chapter("减排量：划转、注销、查询", "Credits: transfer, retirement, public lookup");
    long owned = held(Part.OWNER, batch);
    credits.transfer(Part.OWNER, Part.TRADER, SOLD);
    credits.transfer(Part.TRADER, Part.BUYER, RESOLD);
    credits.refuseMoreThanHeld(Part.BUYER, Part.TRADER, RESOLD + 1);
    credits.refuseCertifierAsHolder(Part.TRADER);
    stage.equal(
        "业主余额减少 " + SOLD + " 吨",
        "The owner has " + SOLD + " t less",
        owned - SOLD,
        () -> held(Part.OWNER, batch));
    retire(credits, batch);
    look(batch, owned - SOLD);
  }

  private void retire(CreditChapter credits, BatchId batch) {
    InstructionText text =
        TourStage.sign(
            stage.signer(Part.BUYER),
            credits.retirementOf(Part.BUYER, RETIRED, Retirement.Purpose.VOLUNTARY));
    Outcome first =
        stage.sends(
            "买方自愿注销 " + RETIRED + " 吨，不可撤回",
            "The buyer retires " + RETIRED + " t of its own will, for good",
            text);
    Outcome again =
        stage.sends("原样重发同一份注销指令：得到首次结果", "The same text sent again gives the first outcome", text);
    stage.equal(
        "两次回答属于同一区块，标明为重放",
        "Both answers name one block, the second says that it is replayed",
        "#" + first.block().orElse(0) + " replayed=true",
        () -> "#" + again.block().orElse(-1) + " replayed=" + again.replayed());
    stage.equal("只注销了一次", "It was retired once", RESOLD - RETIRED, () -> held(Part.BUYER, batch));
    credits.refuseCompliance(Part.BUYER);
    stage.equal(
        "注销公开可查，标明练习",
        "The retirement is public and marked as practice",
        "training=true",
        () -> readings.retirement(text.id()));
    stage.equal(
        "被注销的第一个编号公开显示为已注销",
        "The first serial that was retired shows as retired to anybody",
        "RETIRED",
        () -> readings.firstSerial(batch, first));
  }

  private void look(BatchId batch, long left) {
    stage.equal(
        "买方流水：一进一出",
        "The buyer's statement: one movement in, one out",
        2L,
        () -> readings.movements(stage.signer(Part.BUYER)));
    stage.equal(
        "批次各部分之和等于签发量，且标明练习",
        "The parts of the batch add up to what was issued, marked as practice",
        "rest=0 training=true",
        () -> readings.batch(batch));
    stage.equal(
        "交易主体与买方的余额",
        "What trader and buyer have left",
        (SOLD - RESOLD) + " " + (RESOLD - RETIRED),
        () -> held(Part.TRADER, batch) + " " + held(Part.BUYER, batch));
    stage.equal(
        "业主余额未受他人交易影响",
        "The owner's holding is untouched by what others did",
        left,
        () -> held(Part.OWNER, batch));
  }

  /**
   * The market for practice lets a share of emissions be offset, from outside of Beijing half of
   * it; the numbers are right wherever the tour is played.
   */
  private void comply(BatchId batch) {
    stage.chapter(
        "履约：抵销规则、排放量、为履约注销、上限",
        "Compliance: an offset rule, emissions, a retirement for compliance, its cap");
    MarketId market = PublishedOffsets.EXAMPLE_MARKET;
    int year = LocalDate.now(BeijingTime.OFFSET).getYear() - 1;
    OffsetChapter offsets = new OffsetChapter(stage, market, year);
    if (!readings.hasOffsetRule(market)) {
      offsets.publish(PublishedOffsets.example());
    }
    offsets.refuseUnknownBase(Part.BUYER, batch, SURRENDERED);
    offsets.confirm(Part.BUYER, EMISSIONS);
    InstructionId surrender = offsets.surrender(Part.BUYER, batch, SURRENDERED);
    offsets.refuseAboveCap(Part.BUYER, batch, SURRENDERED + 1);
    stage.equal(
        "预检已计入该用量",
        "A check before buying counts what was used",
        SURRENDERED,
        () -> readings.offsetsUsed(stage.signer(Part.BUYER), market, year));
    stage.equal(
        "为履约的注销公开可查，载明市场和年度",
        "The retirement is public, with its market and year",
        market + " " + year,
        () -> readings.surrender(surrender));
    stage.equal(
        "买方余额减少 " + SURRENDERED + " 吨",
        "The buyer has " + SURRENDERED + " t less",
        RESOLD - RETIRED - SURRENDERED,
        () -> held(Part.BUYER, batch));
  }

  private void bank() {
    stage.chapter("资金：入金、冻结、出金、日终对账", "Cash: deposit, freeze, withdrawal, the end of a day");
    participants.admit(Part.BANK);
    CashChapter cash = new CashChapter(stage, Asset.CNY_TRAINING);
    BankReference deposit = cash.deposit(Part.BUYER, PAID_IN);
    cash.refuseSecondDeposit(Part.BUYER, PAID_IN, deposit);
    cash.refuseMoreThanThereIs(Part.BUYER, PAID_IN + 1);
    InstructionId freeze = cash.freeze(Part.AUTHORITY, Part.BUYER, PAID_IN);
    cash.refuseFrozen(Part.BUYER, PAID_OUT);
    cash.release(Part.AUTHORITY, freeze, PAID_IN);
    cash.refuse(cash.request(Part.BUYER, PAID_OUT));
    cash.confirm(Part.BUYER, cash.request(Part.BUYER, PAID_OUT));
    stage.equal(
        "买方的可用资金（分）",
        "What the buyer has at its disposal, in fen",
        PAID_IN - PAID_OUT,
        () -> readings.cash(stage.signer(Part.BUYER)));
    LocalDate today = LocalDate.now(BeijingTime.OFFSET);
    cash.attest(today.minusDays(1), 0);
    // Tomorrow, since midnight may come while the tour is on its way.
    cash.refuseDayToCome(today.plusDays(1));
    stage.equal(
        "银行昨日日终与账本无差额",
        "Bank and ledger agree on the end of yesterday",
        0L,
        () -> readings.difference(stage.signer(Part.BANK)));
  }

  private MarketChapter market(BatchId batch) {
    stage.chapter("市场：规则、开市、挂牌、摘牌、收市", "The market: rules, a day, listings, a taking, the close");
    participants.admit(Part.EXCHANGE);
    MarketChapter market = new MarketChapter(stage, Asset.CNY_TRAINING, batch, "TOUR");
    LocalDate today = LocalDate.now(BeijingTime.OFFSET);
    market.publishRule(today);
    market.openInstrument(Part.OWNER);
    market.openDay(today);
    market.sell(Part.OWNER, LISTED, PRICE);
    market.refuseTooLow(Part.BUYER, TAKEN, PRICE - 1);
    market.take(Part.BUYER, TAKEN, PRICE);
    market.withdraw(Part.BUYER, market.bid(Part.BUYER, TAKEN, PRICE - 100));
    market.closeDay();
    stage.equal(
        "买方已付价款和手续费（分）",
        "The buyer has paid price and fee, in fen",
        PAID_IN - PAID_OUT - TAKEN * PRICE - FEE,
        () -> readings.cash(stage.signer(Part.BUYER)));
    stage.equal(
        "买方已得到减排量",
        "The buyer has the credits",
        RESOLD - RETIRED - SURRENDERED + TAKEN,
        () -> held(Part.BUYER, batch));
    return market;
  }

  /** The last year is sold before it is issued. */
  private void forward(MarketChapter market, InstructionId project, BatchId sold) {
    stage.chapter(
        "远期：签发前售出，签发时优先备付，付清余款后交割",
        "A forward: sold before the issuance, set aside by it, delivered for the rest of the price");
    ReportChapter report = new ReportChapter(stage, setting.after(), project);
    report.submit();
    report.verify();
    report.approve();
    ForwardChapter forwards =
        new ForwardChapter(stage, market, project, setting.after().firstYear());
    forwards.openInstrument();
    InstructionId forward =
        forwards.offer(
            Part.BUYER,
            TAKEN,
            PRICE,
            LocalDate.now(BeijingTime.OFFSET).plusDays(DELIVERY_DAYS),
            Instant.now().plusSeconds(3_600));
    forwards.accept(Part.BUYER, forward);
    BatchId issued = report.issue().get(0);
    forwards.deliver(Part.BUYER, forward);
    stage.equal("买方已得到远期减排量", "The buyer has the credits", TAKEN, () -> held(Part.BUYER, issued));
    stage.equal(
        "买方已付两笔价款和手续费（分）",
        "The buyer has paid both prices and fees, in fen",
        PAID_IN - PAID_OUT - 2 * (TAKEN * PRICE + FEE),
        () -> readings.cash(stage.signer(Part.BUYER)));
    stage.equal(
        "此前买入的减排量不变",
        "What the buyer had before it still has",
        RESOLD - RETIRED - SURRENDERED + TAKEN,
        () -> held(Part.BUYER, sold));
  }

  private long held(Part part, BatchId batch) {
    return readings.held(stage.signer(part), batch);
  }
}
