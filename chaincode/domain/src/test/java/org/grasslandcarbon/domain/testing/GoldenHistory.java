// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.example.AssessmentChapter;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.CompensationChapter;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.ForwardChapter;
import org.grasslandcarbon.domain.example.GoalChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.ReversalChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.example.SharingChapter;
import org.grasslandcarbon.domain.example.SupervisionChapter;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.market.CollectFees;
import org.grasslandcarbon.domain.market.LastInstant;
import org.grasslandcarbon.domain.market.SealedBid;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.monitoring.SubmitSampleValues;
import org.grasslandcarbon.domain.offset.PublishOffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.PublishRegistryRule;
import org.grasslandcarbon.domain.participant.PublishTrustAnchor;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.ProposeRenewal;
import org.grasslandcarbon.domain.project.SubmitBoundary;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A history that leaves every type of record on the ledger, and something in each state from which
 * life goes on: credits held, frozen and on hold, money held, frozen and on its way, a project in
 * publicity with a comment, a report to be verified, monitoring data for a report to come.
 */
public final class GoldenHistory {
  private static final Sha256 DOCUMENT = Sha256.of("document");
  private static final LocalDate FIRE = LocalDate.of(2025, 4, 12);
  private static final String CERTIFICATE_SUBJECT = "CN=Example authority,C=CN";

  private final StockChangeProject measured = new StockChangeProject();
  private final Projects projects = measured.projects;
  private final TestLedger ledger = projects.ledger;
  private final LedgerStage stage =
      new LedgerStage(ledger, false)
          .with(Part.OWNER, projects.owner)
          .with(Part.VALIDATOR, projects.validator)
          .with(Part.VERIFIER, projects.verifier)
          .with(Part.TRADER, ledger.admit(TestLedger.BEIJING, Role.TRADER))
          .with(Part.COURT, ledger.admit(TestLedger.BEIJING, Role.COURT))
          .with(Part.BANK, ledger.admit(TestLedger.BEIJING, Role.BANK))
          .with(Part.EXCHANGE, ledger.admit(TestLedger.BEIJING, Role.EXCHANGE));

  private final CashChapter cash = new CashChapter(stage, Asset.CNY);
  private BatchId traded;
  private InstructionId sold;

  private GoldenHistory() {}

  /** Plays it on a new ledger. */
  public static TestLedger play() {
    GoldenHistory history = new GoldenHistory();
    history.authorities();
    history.accredit(history.projects.validator);
    history.accredit(history.projects.verifier);
    history.credits();
    history.cash();
    history.market();
    history.surveyedProject();
    history.sampledProject();
    history.renewal();
    history.unfinishedProjects();
    history.supervision();
    history.compensation();
    history.sharing();
    history.goals(history.assessment());
    return history.ledger;
  }

  /**
   * The example's years 2023 and 2024 on land of its size, so many tenths of a degree to the east.
   */
  private static Setting at(int tenths) {
    return new Setting(
        TestLedger.XILINHOT,
        new Land(Shifted.east(ExampleProject.BOUNDARY, tenths), Land.ofExample().strataHectares()),
        ExampleMethodology.tier1(),
        2023,
        2);
  }

  private ProjectChapter project(Setting setting) {
    return new ProjectChapter(stage, setting.proposal(projects.validator));
  }

  private void authorities() {
    CertificateMaker.Pair key = CertificateMaker.p256();
    String certificate =
        CertificateMaker.of(key, CERTIFICATE_SUBJECT)
            .authority()
            .issuedBy(key, CERTIFICATE_SUBJECT);
    ledger.apply(
        projects.authority,
        new PublishTrustAnchor(certificate, DOCUMENT, Name.of("示例机构", "Example authority")));
    ledger.apply(
        projects.authority,
        new CorrectRecord(
            DOCUMENT,
            List.of(projects.owner.value()),
            "PARTICIPANT",
            new CorrectRecord.Statement("The name is another.", "名称有误。")));
    ledger.apply(
        projects.authority,
        Edited.with(
            PublishRegistryRule.TYPE.example(),
            "/validFrom",
            "\"" + BeijingTime.day(ledger.time()) + "\""));
  }

  /** For every method; the newest accreditation counts. */
  private void accredit(ParticipantId certifier) {
    ledger.apply(
        projects.authority,
        new AccreditCertifier(
            certifier,
            DOCUMENT,
            List.of(
                ExampleMethodology.tier1().version().id(),
                ExampleMethodology.training().version().id(),
                ExampleStockChange.ipcc2006().version().id()),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2030, 12, 31)));
  }

  private void credits() {
    InstructionId project = project(at(0)).play();
    BatchId batch = new ReportChapter(stage, at(0).first(1), project).play().get(0);
    traded = batch;
    sold = project;
    CreditChapter credits = new CreditChapter(stage, batch);
    credits.transfer(Part.OWNER, Part.TRADER, 500);
    credits.retire(Part.TRADER, 20);
    credits.cancel(Part.TRADER, 3);
    credits.freeze(Part.COURT, Part.TRADER, 40);
    offsets(batch);
    ledger.submit(stage.id(Part.TRADER), credits.transferOf(1_000_000, Part.OWNER));

    ReversalChapter reversals = new ReversalChapter(stage, project);
    reversals.settle(reversals.report(60, FIRE), 50);
    reversals.report(30, FIRE);
    ledger.apply(
        projects.owner,
        Edited.with(RecordStocking.TYPE.example(), "/project", "\"" + project.value() + "\""));
  }

  /** Credits surrendered in a market that bounds what all of its enterprises use. */
  private void offsets(BatchId batch) {
    OffsetChapter offsets = new OffsetChapter(stage, new MarketId("CN-15"), 2025);
    PublishOffsetRule rule =
        Edited.with(
            Edited.with(PublishedOffsets.example(), "/market", "\"CN-15\""),
            "/status",
            "\"IN_FORCE\"");
    offsets.publish(
        Edited.with(
            rule,
            "/terms/caps/-",
            "{\"id\":\"ALL\",\"scope\":\"MARKET\",\"tonnes\":100,\"where\":{}}"));
    offsets.confirm(Part.TRADER, 1_000);
    offsets.surrender(Part.TRADER, batch, 7);
    offsets.refuseAboveCap(Part.TRADER, batch, 19);
  }

  /** Money held, frozen and on its way, and a day that the bank was wrong about. */
  private void cash() {
    LocalDate first = BeijingTime.day(ledger.time());
    cash.reverse(cash.deposit(Part.TRADER, 1_000_000), 900_000);
    ledger.advance(Duration.ofDays(1));
    cash.attest(first, 90_000);
    cash.correct(first, 100_000);
    cash.bind(Part.TRADER);
    cash.confirm(Part.TRADER, cash.request(Part.TRADER, 10_000));
    cash.request(Part.TRADER, 20_000);
    cash.freeze(Part.COURT, Part.TRADER, 30_000);
  }

  /**
   * A trading day with listings on both sides, trades of which one is cancelled, a block and the
   * offer of another, and fees that are collected.
   */
  private void market() {
    cash.deposit(Part.TRADER, 10_000_000);
    MarketChapter market = new MarketChapter(stage, Asset.CNY, traded, "CBGEX");
    market.publishRule(BeijingTime.day(ledger.time()));
    market.openInstrument(Part.OWNER);
    do {
      ledger.advance(Duration.ofDays(1));
    } while (BeijingTime.day(ledger.time()).getDayOfWeek().getValue() > 5);
    market.openDay(BeijingTime.day(ledger.time()));
    market.sell(Part.OWNER, 200, 9_500);
    market.bid(Part.TRADER, 50, 9_300);
    market.take(Part.TRADER, 100, 9_600);
    Instant until = ledger.time().plus(Duration.ofDays(5));
    market.block(Part.OWNER, Part.TRADER, 200, 9_000, until);
    market.offerBlock(Part.OWNER, Part.TRADER, 150, 9_100, until);
    market.invoice(Part.OWNER, 1, 950_000);
    market.take(Part.TRADER, 10, 9_600);
    market.cancel(3);
    auctions(market);
    ledger.apply(stage.id(Part.EXCHANGE), new CollectFees(market.instrument()));
    market.payBenefit(sold, 1, Part.TRADER);
    market.take(Part.TRADER, 10, 9_600);
    forwards(market);
  }

  /** The next year is sold before it is issued: one forward can be paid, one can be accepted. */
  private void forwards(MarketChapter market) {
    ReportChapter report = new ReportChapter(stage, at(0).first(1).after(), sold);
    report.submit();
    report.verify();
    report.approve();
    ForwardChapter forwards = new ForwardChapter(stage, market, sold, 2024);
    forwards.openInstrument();
    do {
      ledger.advance(Duration.ofDays(1));
    } while (BeijingTime.day(ledger.time()).getDayOfWeek().getValue() > 5);
    LocalDate day = BeijingTime.day(ledger.time());
    market.openDay(day);
    Instant until = ledger.time().plus(Duration.ofDays(1));
    InstructionId bound = forwards.offer(Part.TRADER, 100, 9_400, day.plusDays(300), until);
    forwards.accept(Part.TRADER, bound);
    forwards.offer(Part.TRADER, 50, 9_450, day.plusDays(300), until);
    report.issue();
  }

  /** An auction that is over, one in which a bid waits, and one that waits for the exchange. */
  private void auctions(MarketChapter market) {
    InstructionId over = market.applyForAuction(Part.OWNER, 120, 9_000);
    InstructionId going = market.applyForAuction(Part.OWNER, 130, 9_000);
    market.applyForAuction(Part.OWNER, 140, 9_000);
    Instant now = ledger.time();
    Instant hour = now.plus(Duration.ofHours(1));
    market.openAuction(over, now, hour, hour.plus(Duration.ofHours(1)));
    market.openAuction(going, now, hour, hour.plus(Duration.ofDays(2)));
    SealedBid bid = market.placeBid(Part.TRADER, over, 100, 9_400, Sha256.of("salt 1").value());
    market.placeBid(Part.TRADER, going, 110, 9_300, Sha256.of("salt 2").value());
    ledger.advance(Duration.ofHours(1).plus(LastInstant.CLOCKS_APART));
    market.revealBid(Part.TRADER, bid);
    ledger.advance(Duration.ofHours(1));
    market.closeAuction(Part.EXCHANGE, over);
  }

  /** A project of the stock change method with data for a report that is not there yet. */
  private void surveyedProject() {
    ProposeProject proposal =
        new ProposeProject(Shifted.east(ExampleProject.BOUNDARY, 9), measured.design());
    InstructionId project = new ProjectChapter(stage, proposal).play();
    ledger.apply(
        projects.owner,
        new SubmitMonitoringData(StockChangeProject.data(2023, 2024, "0.8"), project));
  }

  /** A project whose samplings are records, with a verified report and values for a further one. */
  private void sampledProject() {
    ledger.apply(projects.authority, SampledProject.version());
    ProposeProject proposal =
        new ProposeProject(
            Optional.of(Shifted.east(ExampleProject.BOUNDARY, 15)),
            Optional.empty(),
            Edited.with(
                measured.design(), "/methodology", Codec.text(SampledProject.version().version())),
            Optional.of(StockChangeProject.outlines(15)));
    InstructionId project = new ProjectChapter(stage, proposal).play();
    ledger.apply(projects.owner, ExampleProject.evidence(proposal.design(), project));
    SampledProject sampled = new SampledProject(measured, project, 15);
    List<InstructionId> named = new ArrayList<>(sampled.survey("0.05", "0.06", "2023-01-10"));
    named.addAll(sampled.survey("0.85", "0.07", "2023-12-20"));
    InstructionId report = ledger.apply(projects.owner, sampled.report(2023, named));
    projects.endPublicity();
    ledger.apply(projects.verifier, projects.verification(report));
    ledger.apply(
        projects.owner,
        new SubmitSampleValues(
            project, sampled.sampling(Scenario.WP, "S1", "1.1", "2024-12-20").values()));
  }

  /** A project for practice whose crediting ends soon, and its renewal in publicity. */
  private void renewal() {
    ProposeProject proposal =
        Edited.with(
            new ProposeProject(
                Shifted.east(ExampleProject.BOUNDARY, 12),
                projects.design(ExampleMethodology.training().version())),
            "/design/creditingPeriod/to",
            "\"2026-12-31\"");
    InstructionId project = new ProjectChapter(stage, proposal).play();
    ledger.apply(
        projects.owner,
        new ProposeRenewal(
            Edited.with(
                proposal.design(),
                "/creditingPeriod",
                "{\"from\":\"2027-01-01\",\"to\":\"2030-12-31\"}"),
            project));
  }

  /** A boundary that nobody has named, a report that nobody has verified, a commented project. */
  private void unfinishedProjects() {
    ledger.apply(
        projects.owner,
        new SubmitBoundary(BoundaryLine.of(Shifted.east(ExampleProject.BOUNDARY, 15))));
    new ReportChapter(stage, at(1), project(at(1)).play()).submit();
    ProjectChapter commented = project(at(2));
    commented.propose();
    commented.comment();
  }

  /** Two who are related, a case that is over and one that is open. */
  private void supervision() {
    SupervisionChapter supervision = new SupervisionChapter(stage);
    supervision.relate(Part.OWNER, Part.TRADER, LocalDate.of(2024, 1, 1));
    supervision.refuseToOpen(Part.TRADER, Part.OWNER);
    InstructionId over = supervision.open(Part.OWNER);
    supervision.note(over);
    supervision.close(over);
    supervision.note(supervision.open(Part.OWNER));
  }

  /** What herders are due of two schemes, of which one was paid in part. */
  private void compensation() {
    CompensationChapter ban =
        new CompensationChapter(stage, TestLedger.XILINHOT, "GRAZING_BAN", 2024);
    ban.due(120_000, 750);
    ban.pay(FIRE, 60_000_000);
    ban.refuseToPayAgain(FIRE, 60_000_000);
    ban.due(119_000, 750);
    new CompensationChapter(stage, TestLedger.XILINHOT, "BALANCE", 2024).due(300_000, 250);
  }

  /** Who is responsible, what is on offer, a case that was opened again, credits for abroad. */
  private void sharing() {
    SharingChapter sharing =
        new SharingChapter(stage, TestLedger.XILINHOT, BeijingTime.day(ledger.time()));
    sharing.assign(MandateFunction.PUBLIC_FEEDBACK, Part.OFFICE);
    sharing.offer();
    sharing.tellBarrier();
    InstructionId first = sharing.report(Part.OWNER);
    sharing.refuse(first);
    sharing.refuseToReopen(Part.OWNER, sharing.reopen(Part.OWNER, first));
    sharing.answer(sharing.report(Part.TRADER));
    sharing.label(Part.OWNER, traded, held(traded, projects.owner));
  }

  /** Criteria, what an office says of its region, and what an assessor of elsewhere makes of it. */
  private InstructionId assessment() {
    AssessmentChapter chapter =
        new AssessmentChapter(stage, TestLedger.XILINHOT, BeijingTime.day(ledger.time()));
    chapter.publishCriteria(true);
    chapter.report(240);
    chapter.report(210);
    chapter.refuseToReport();
    chapter.assign(TestLedger.BEIJING);
    InstructionId assessment = chapter.assess();
    chapter.refuseToAssessAgain();
    return assessment;
  }

  /** A goal that another has replaced on a report, and one that waits for votes. */
  private void goals(InstructionId assessment) {
    GoalChapter chapter =
        new GoalChapter(stage, TestLedger.XILINHOT, BeijingTime.day(ledger.time()));
    InstructionId first = chapter.propose();
    chapter.comment(Part.OWNER, first);
    chapter.vote(first, GoalVote.Choice.YES);
    chapter.refuseToVoteAgain(first);
    chapter.decide(first);
    chapter.refuseToSetAnew();
    InstructionId second = chapter.revise(first, assessment);
    chapter.vote(second, GoalVote.Choice.YES);
    chapter.decide(second);
    chapter.comment(Part.TRADER, chapter.proposeRoadMap());
  }

  /** The last serial that somebody has of a batch. */
  private SerialRange held(BatchId batch, ParticipantId holder) {
    List<SerialRange> held = ledger.find(Holding.key(batch, holder)).orElseThrow().held().ranges();
    long last = held.get(held.size() - 1).end();
    return new SerialRange(last, last);
  }
}
