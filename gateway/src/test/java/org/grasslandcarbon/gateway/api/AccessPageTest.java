// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.example.AssessmentChapter;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.CompensationChapter;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.ForwardChapter;
import org.grasslandcarbon.domain.example.GoalChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ProjectChapter;
import org.grasslandcarbon.domain.example.ReportChapter;
import org.grasslandcarbon.domain.example.ReversalChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.example.SharingChapter;
import org.grasslandcarbon.domain.example.SupervisionChapter;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.market.ApplyForAuction;
import org.grasslandcarbon.domain.market.AuctionOpening;
import org.grasslandcarbon.domain.market.OpenAuction;
import org.grasslandcarbon.domain.market.PlaceBid;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.participant.AccreditLaboratory;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.participant.PublishRegistryRule;
import org.grasslandcarbon.domain.participant.PublishTrustAnchor;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.FlagCode;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.testing.SampleRecords;
import org.grasslandcarbon.domain.testing.Shifted;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.gateway.testing.WholeDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks every address, record, action and account and asks as everybody could: the page of the
 * reference says what they got. After a change of a declaration: {@code ./mvnw -pl gateway -am test
 * -Dtest=AccessPageTest -Dregenerate=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@ExtendWith(GatewayExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessPageTest {
  private static final Path PAGE = Path.of("../docs/reference/access.md");

  /** What the authority cancelled the party's credits by: a file that is kept. */
  private static final String ORDER = "order,of the authority";

  /** Where there is nothing while nothing was given up; a test of webhooks asks as others. */
  private static final String GIVEN_UP = Paths.WEBHOOKS + "/{id}/dead-letters/{act}";

  /** Lists of one participant. */
  private static final Set<String> PRIVATE = Set.of("holdings", "freezes", "statement");

  /** Who may see the party's accounts, beside whoever acted on them. */
  private static final Set<String> SEE_ACCOUNTS =
      Set.of("party", "its office", "authority", "auditor", "court");

  private static final String DOCUMENT = Paths.DOCUMENTS + "/" + Sha256.of(ORDER);

  private final RunningGateway gateway;

  /** Who asks; nobody for a request without a token. The party is a trader in Xilinhot. */
  private final Map<String, Optional<Person>> people = new LinkedHashMap<>();

  private final Map<String, Optional<Caller>> callers = new LinkedHashMap<>();
  private final Person party;

  /** By the path that the description has, the address of something that is there. */
  private final Map<String, String> there = new TreeMap<>();

  /** The bank at which the party has money; another one asks. */
  private final Person bank;

  private InstructionId transfer;
  private InstructionId refused;
  private InstructionId freeze;
  private InstructionId fromFrozen;

  AccessPageTest(RunningGateway gateway) {
    this.gateway = gateway;
    party = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    bank = gateway.admit(RunningGateway.BEIJING, Role.BANK);
    knows("anonymous", Optional.empty(), null, null);
    knows("stranger", RunningGateway.BEIJING, Role.TRADER);
    knows("party", Optional.of(party), RunningGateway.XILINHOT, Role.TRADER);
    knows("its office", gateway.innerMongolia(), RunningGateway.INNER_MONGOLIA, Role.OFFICE);
    knows("other office", gateway.beijing(), RunningGateway.BEIJING, Role.OFFICE);
    knows("authority", gateway.authority(), RegionCode.NATION, Role.AUTHORITY);
    for (Role role :
        List.of(
            Role.CERTIFIER, Role.AUDITOR, Role.COURT, Role.EXCHANGE, Role.BANK, Role.ASSESSOR)) {
      knows(role.name().toLowerCase(java.util.Locale.ROOT), RunningGateway.XILINHOT, role);
    }
    play();
  }

  /** The life of some credits of which the party had a part, so that there is something to see. */
  private void play() {
    GatewayStage stage =
        new GatewayStage(gateway)
            .with(Part.TRADER, party)
            .with(Part.BUYER, gateway.admit(RunningGateway.XILINHOT, Role.TRADER))
            .with(Part.COURT, gateway.admit(RunningGateway.XILINHOT, Role.COURT))
            .with(Part.BANK, bank);
    // Another story on the same ledger has the land of the example.
    Land example = Land.ofExample();
    Land land = new Land(Shifted.east(example.boundary(), 1), example.strataHectares());
    Setting setting = Setting.forPractice(RunningGateway.XILINHOT, land, 2023, 1);
    new MethodologyChapter(stage, setting).publish();
    ParticipantChapter participants = new ParticipantChapter(stage, setting);
    participants.admit(Part.OWNER, Part.VALIDATOR, Part.VERIFIER);
    participants.accredit(Part.VALIDATOR, Part.VERIFIER);
    ProjectChapter chapter = new ProjectChapter(stage, setting.proposal(stage.id(Part.VALIDATOR)));
    InstructionId project = chapter.play();
    ReportChapter reports = new ReportChapter(stage, setting, project);
    InstructionId report = reports.submit();
    reports.verify();
    reports.approve();
    BatchId batch = reports.issue().get(0);
    CreditChapter credits = new CreditChapter(stage, batch);
    credits.transfer(Part.OWNER, Part.TRADER, 100);
    transfer = credits.transfer(Part.TRADER, Part.BUYER, 10);
    freeze = credits.freeze(Part.COURT, Part.TRADER, 20);
    InstructionId retirement = credits.retire(Part.TRADER, 30);
    InstructionId cancellation = credits.cancel(Part.TRADER, 7);
    fromFrozen =
        apply(
            gateway.authority(),
            new CancelCredits(
                batch,
                Optional.of(Sha256.of(ORDER)),
                Optional.of(freeze),
                party.id(),
                Tonnes.of(5),
                Cancellation.Reason.OTHER,
                "练习"));
    InstructionId reversal =
        new ReversalChapter(stage, project).report(10, LocalDate.of(2024, 6, 1));
    apply(
        stage.person(Part.OWNER),
        Edited.with(RecordStocking.TYPE.example(), "/project", "\"" + project + "\""));
    apply(gateway.authority(), PublishCalendar.TYPE.example());
    apply(gateway.authority(), PublishTrustAnchor.TYPE.example());
    // Of a day that no other test lives to see.
    apply(
        gateway.authority(),
        Edited.with(PublishRegistryRule.TYPE.example(), "/validFrom", "\"2100-01-01\""));
    apply(
        gateway.authority(),
        Edited.with(CorrectRecord.TYPE.example(), "/keyParts", "[\"" + retirement + "\"]"));
    refused = Person.newInstruction();
    gateway.send(party, refused, credits.transferOf(1_000_000, Part.BUYER));

    String methodology =
        setting.methodology().version().id() + "/" + setting.methodology().version().version();
    playCash(stage);
    playOffset(stage, batch);
    playSupervision(stage);
    playSharing(stage, batch);
    playCompensation(stage);
    playAssessment(stage);
    MarketChapter market = playMarket(stage, batch, project);
    playSampling(stage, setting);
    playForward(stage, market, setting.after(), project);
    HttpResponse<String> stored =
        gateway.exchange(putting(Optional.of(gateway.authority()), DOCUMENT));
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
    playWebhook();
    there.put("/documents/{sha256}", "/documents/" + Sha256.of(ORDER));
    there.put("/actions/{name}", "/actions/transferCredits");
    there.put("/batches/{batch}", "/batches/" + batch);
    there.put("/buffers/{buffer}", "/buffers/" + batch);
    there.put("/calendars/{calendar}", "/calendars/2025");
    there.put("/cancellations/{cancellation}", "/cancellations/" + cancellation);
    there.put(
        "/coordination/directory", "/coordination/directory?region=" + RunningGateway.XILINHOT);
    there.put("/corrections/{type}/{record}", "/corrections/RETIREMENT/" + retirement);
    there.put("/freezes/{freeze}", "/freezes/" + freeze);
    there.put("/holdings/{batch}/{owner}", "/holdings/" + batch + "/" + party.id());
    there.put("/instructions/{id}", "/instructions/" + transfer);
    there.put("/instructions/{id}/signed", "/instructions/" + retirement + "/signed");
    there.put("/timelines/{kind}/{id}", "/timelines/batches/" + batch);
    there.put("/issuances/{issuance}", "/issuances/" + report);
    there.put("/methodologies/{id}/{version}", "/methodologies/" + methodology);
    there.put(
        "/methodologies/{id}/{version}/template", "/methodologies/" + methodology + "/template");
    there.put("/participants/{participant}", "/participants/" + party.id());
    there.put("/participants/{participant}/keys", "/participants/" + party.id() + "/keys");
    there.put("/projects/{project}", "/projects/" + project);
    there.put("/projects/{idOrNumber}/boundary", "/projects/" + project + "/boundary");
    for (String list : List.of("comments", "history", "renewals", "reports", "samplings")) {
      there.put("/projects/{project}/" + list, "/projects/" + project + "/" + list);
    }
    there.put("/land", "/land?box=116.05,43.9,116.35,44.05");
    there.put("/registry-rules/{registry-rule}", "/registry-rules/1");
    there.put("/regions/{region}", "/regions/" + RunningGateway.XILINHOT);
    there.put("/reports/{report}", "/reports/" + report);
    there.put("/reports/{id}/explanation", "/reports/" + report + "/explanation");
    there.put("/reports/{id}/quantification", "/reports/" + report + "/quantification");
    there.put("/retirements/{retirement}", "/retirements/" + retirement);
    there.put("/retirements/{id}/certificate", "/retirements/" + retirement + "/certificate");
    there.put("/reversals/{reversal}", "/reversals/" + reversal);
    there.put("/schemas/{action}.json", "/schemas/transferCredits.json");
    there.put("/search", "/search?q=" + batch);
    there.put("/serials/{serial}", "/serials/" + batch + "-1");
    there.put("/stocking/{project}/{year}", "/stocking/" + project + "/2024");
    there.put(
        "/trust-anchors/{trust-anchor}",
        "/trust-anchors/"
            + RunningGateway.json(gateway.get("/api/v1/trust-anchors"))
                .at("/items/0/id")
                .asString());
  }

  /** The party wants to be sent what happens, and not yet. */
  private void playWebhook() {
    String wanted = "{\"url\":\"https://receiver.example/\"";
    HttpResponse<String> made =
        gateway.exchange(
            asked(Optional.of(party), Paths.WEBHOOKS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wanted + "}")));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String webhook = "/webhooks/" + RunningGateway.json(made).at("/webhook/id").asString();
    HttpResponse<String> paused =
        gateway.exchange(
            asked(Optional.of(party), Paths.BASE + webhook)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(wanted + ",\"paused\":true}")));
    assertThat(paused.statusCode()).as(paused.body()).isEqualTo(200);
    there.put("/webhooks/{id}", webhook);
    there.put("/webhooks/{id}/dead-letters", webhook + "/dead-letters");
    there.put("/webhooks/{id}/secrets", webhook + "/secrets");
    there.put(
        "/webhooks/{id}/dead-letters/{act}", webhook + "/dead-letters/" + Person.newInstruction());
  }

  /** The party's emissions are recorded, and some of them are offset in a market for practice. */
  private void playOffset(GatewayStage stage, BatchId batch) {
    MarketId market = new MarketId("CN-ACCESS");
    OffsetChapter offsets = new OffsetChapter(stage, market, 2025);
    offsets.publish(
        Edited.with(
            Edited.with(PublishedOffsets.example(), "/market", "\"" + market + "\""),
            "/terms/caps/-",
            "{\"id\":\"ALL\",\"scope\":\"MARKET\",\"tonnes\":100,\"where\":{}}"));
    offsets.confirm(Part.TRADER, 1_000);
    offsets.surrender(Part.TRADER, batch, 1);
    String year = market + "/2025";
    there.put("/offset-markets/{offset-market}", "/offset-markets/" + market);
    there.put("/offset-rules/{market}/{version}", "/offset-rules/" + market + "/0001");
    there.put(
        "/obligations/{market}/{year}/{enterprise}", "/obligations/" + year + "/" + party.id());
    there.put(
        "/offset-uses/{market}/{year}/{enterprise}", "/offset-uses/" + year + "/" + party.id());
    there.put("/market-offset-uses/{market}/{year}", "/market-offset-uses/" + year);
    there.put("/offsets/check", "/offsets/check?market=" + market + "&year=2025");
  }

  /** The party is related to another, and looked into by its office. */
  private void playSupervision(GatewayStage stage) {
    SupervisionChapter supervision = new SupervisionChapter(stage);
    supervision.relate(Part.TRADER, Part.BUYER, LocalDate.of(2024, 1, 1));
    InstructionId looked = supervision.open(Part.TRADER);
    supervision.note(looked);
    List<String> both =
        Stream.of(stage.id(Part.TRADER).value(), stage.id(Part.BUYER).value()).sorted().toList();
    there.put(
        "/relations/{participant}/{other}/{kind}",
        "/relations/" + both.get(0) + "/" + both.get(1) + "/SAME_CONTROLLER");
    there.put("/supervision-cases/{supervision-case}", "/supervision-cases/" + looked);
  }

  /** Of a scheme that no other test records; the totals are of the credits for practice. */
  private void playCompensation(GatewayStage stage) {
    new CompensationChapter(stage, RunningGateway.XILINHOT, "ACCESS_PAGE", 2024).due(1_000, 750);
    there.put(
        "/compensation/{region}/{scheme}/{year}",
        "/compensation/" + RunningGateway.XILINHOT + "/ACCESS_PAGE/2024");
    there.put(
        "/region-totals/{region}/{kind}",
        "/region-totals/" + RunningGateway.XILINHOT + "/practice");
  }

  /** The party reports a problem to its region, and some of its credits are for use abroad. */
  private void playSharing(GatewayStage stage, BatchId batch) {
    SharingChapter sharing =
        new SharingChapter(stage, RunningGateway.XILINHOT, BeijingTime.day(Instant.now()));
    sharing.assignIfNobodyIs(MandateFunction.PUBLIC_FEEDBACK, Part.OFFICE);
    there.put("/notices/{notice}", "/notices/" + sharing.offer());
    SerialRange labelled = lastOf(batch, party);
    sharing.label(Part.TRADER, batch, labelled);
    InstructionId reported = sharing.report(Part.TRADER);
    there.put(
        "/mandates/{region}/{function}",
        "/mandates/" + RunningGateway.XILINHOT + "/PUBLIC_FEEDBACK");
    there.put("/export-labels/{batch}", "/export-labels/" + batch);
    there.put("/information-cases/{information-case}", "/information-cases/" + reported);
    there.put("/own-cases/{own-case}", "/own-cases/" + reported);
  }

  /** The office reports of its region, and an assessor of elsewhere assesses the year before. */
  private void playAssessment(GatewayStage stage) {
    LocalDate today = BeijingTime.day(Instant.now());
    gateway.publishCalendar(today.getYear());
    gateway.publishCalendar(today.getYear() + 1);
    AssessmentChapter assessment = new AssessmentChapter(stage, RunningGateway.XILINHOT, today);
    assessment.publishCriteria(true);
    assessment.report(240);
    assessment.assign(RunningGateway.BEIJING);
    InstructionId assessed = assessment.assess();
    there.put("/assessments/{assessment}", "/assessments/" + assessed);
    playGoals(stage, today, assessed);
    there.put("/criteria/{version}", "/criteria/0001");
    there.put(
        "/coordination/scorecard", "/coordination/scorecard?region=" + RunningGateway.XILINHOT);
    there.put(
        "/coordination/loop",
        "/coordination/loop?region=" + RunningGateway.XILINHOT + "&year=" + assessment.year());
    there.put(
        "/indicator-reports/{region}/{year}/{kind}",
        "/indicator-reports/" + RunningGateway.XILINHOT + "/" + assessment.year() + "/practice");
  }

  /** The office sets targets for its province, and revises them on the assessor's report. */
  private void playGoals(GatewayStage stage, LocalDate today, InstructionId assessment) {
    GoalChapter goals = new GoalChapter(stage, RunningGateway.XILINHOT, today);
    InstructionId goal = goals.propose();
    goals.comment(Part.TRADER, goal);
    goals.vote(goal, GoalVote.Choice.YES);
    goals.decide(goal);
    InstructionId revision = goals.revise(goal, assessment);
    goals.vote(revision, GoalVote.Choice.YES);
    goals.decide(revision);
    for (String list : List.of("votes", "comments")) {
      there.put("/goals/{goal}/" + list, "/goals/" + goal + "/" + list);
    }
    there.put("/goals/{goal}", "/goals/" + goal);
    there.put("/coordination/goal-tree", "/coordination/goal-tree?goal=" + goal);
    there.put(
        "/coordination/economy",
        "/coordination/economy?region=" + RunningGateway.XILINHOT + "&year=2024");
    there.put("/goal-tasks/{goal}/{number}", "/goal-tasks/" + goal + "/0001");
    there.put(
        "/region-targets/{place}/{year}/{kind}",
        "/region-targets/" + RunningGateway.XILINHOT + "/" + goals.year() + "/practice");
  }

  /** The last serial that somebody has of a batch. */
  private SerialRange lastOf(BatchId batch, Person holder) {
    JsonNode held =
        RunningGateway.json(
                gateway.exchange(
                    asked(
                            Optional.of(holder),
                            Paths.BASE + "/holdings/" + batch + "/" + holder.id())
                        .GET()))
            .path("held");
    long last = SerialRange.parse(held.get(held.size() - 1).asString()).end();
    return new SerialRange(last, last);
  }

  /** Money of the party at a bank. */
  private void playCash(GatewayStage stage) {
    CashChapter cash = new CashChapter(stage, Asset.CNY_TRAINING);
    BankReference deposit = cash.deposit(Part.TRADER, 1_000);
    cash.bind(Part.TRADER);
    InstructionId withdrawal = cash.request(Part.TRADER, 200);
    InstructionId frozen = cash.freeze(Part.COURT, Part.TRADER, 300);
    LocalDate day = BeijingTime.day(Instant.now()).minusDays(1);
    cash.attest(day, 0);
    String at = bank.id() + "/" + Asset.CNY_TRAINING;
    there.put("/attestations/{bank}/{asset}/{day}", "/attestations/" + at + "/" + day);
    there.put("/bank-bindings/{owner}/{bank}", "/bank-bindings/" + party.id() + "/" + bank.id());
    there.put("/bank-books/{bank}/{asset}", "/bank-books/" + at);
    there.put("/cash/{owner}/{bank}/{asset}", "/cash/" + party.id() + "/" + at);
    there.put("/cash-freezes/{cash-freeze}", "/cash-freezes/" + frozen);
    there.put("/deposits/{bank}/{reference}", "/deposits/" + bank.id() + "/" + deposit);
    there.put("/withdrawals/{withdrawal}", "/withdrawals/" + withdrawal);
  }

  /** A listing of the party's, of which a part is bought. */
  private MarketChapter playMarket(GatewayStage stage, BatchId batch, InstructionId project) {
    Person exchange = gateway.admit(RunningGateway.BEIJING, Role.EXCHANGE);
    Person settling = gateway.admit(RunningGateway.BEIJING, Role.BANK);
    stage.with(Part.EXCHANGE, exchange).with(Part.BANK, settling);
    MarketChapter market = new MarketChapter(stage, Asset.CNY_TRAINING, batch, "ACCESS");
    LocalDate today = WholeDay.today();
    gateway.publishCalendar(today.getYear());
    market.publishRule(today);
    market.openInstrument(Part.TRADER);
    market.openDay(today);
    new CashChapter(stage, Asset.CNY_TRAINING).deposit(Part.BUYER, 10_000_000);
    InstructionId listing = market.sell(Part.TRADER, 5, MarketChapter.OPENING.value());
    market.take(Part.BUYER, 2, MarketChapter.OPENING.value());
    InstructionId payment = market.payBenefit(project, 1, Part.BUYER);
    market.invoice(Part.TRADER, 1, 2 * MarketChapter.OPENING.value());
    market.take(Part.BUYER, 1, MarketChapter.OPENING.value());
    market.take(Part.BUYER, 1, MarketChapter.OPENING.value());
    market.cancel(3);
    Instant until = Instant.now().plusSeconds(3_600);
    InstructionId offer =
        market.offerBlock(Part.TRADER, Part.BUYER, 10, MarketChapter.OPENING.value(), until);
    playAuction(stage, batch);
    market.closeDay();
    String instrument = market.instrument().value();
    String venue = VenueId.of(exchange.id(), "ACCESS").value();
    String benefit =
        RunningGateway.json(gateway.get("/api/v1/benefits")).at("/items/0/line").asString();
    there.put(
        "/benefits/{project}/{line}/{bank}/{asset}",
        "/benefits/"
            + market.instrument().project()
            + "/00"
            + benefit
            + "/"
            + settling.id()
            + "/"
            + Asset.CNY_TRAINING);
    there.put("/benefit-payments/{benefit-payment}", "/benefit-payments/" + payment);
    there.put("/block-offers/{block}", "/block-offers/" + offer);
    there.put("/invoices/{instrument}/{trade}", "/invoices/" + instrument + "/1");
    there.put(
        "/trade-cancellations/{instrument}/{trade}", "/trade-cancellations/" + instrument + "/3");
    there.put("/listings/{listing}", "/listings/" + listing);
    there.put("/market/{instrument}", "/market/" + instrument);
    there.put("/market/{instrument}/bars", "/market/" + instrument + "/bars");
    there.put("/market/{instrument}/book", "/market/" + instrument + "/book");
    there.put(
        "/opening-prices/{instrument}/{venue}", "/opening-prices/" + instrument + "/" + venue);
    there.put(
        "/positions/{instrument}/{participant}", "/positions/" + instrument + "/" + party.id());
    there.put("/reserves/{reserve}", "/reserves/" + venue);
    there.put("/statements", "/statements?from=" + today + "&to=" + today);
    there.put("/trades/{instrument}/{number}", "/trades/" + instrument + "/1");
    there.put("/trades/{trade}/note", "/trades/" + instrument + ":1/note");
    there.put("/trading-rules/{venue}/{version}", "/trading-rules/" + venue + "/1");
    there.put("/venues/{venue}", "/venues/" + venue);
    return market;
  }

  /** A year of which the party bought some before it was issued, and has not paid for it yet. */
  private void playForward(
      GatewayStage stage, MarketChapter market, Setting year, InstructionId project) {
    ReportChapter report = new ReportChapter(stage, year, project);
    report.submit();
    report.verify();
    report.approve();
    ForwardChapter forwards = new ForwardChapter(stage, market, project, year.firstYear());
    forwards.openInstrument();
    CashChapter cash = new CashChapter(stage, Asset.CNY_TRAINING);
    cash.deposit(Part.OWNER, 1_000_000);
    cash.deposit(Part.TRADER, 1_000_000);
    InstructionId forward =
        forwards.offer(
            Part.TRADER,
            10,
            MarketChapter.OPENING.value(),
            BeijingTime.day(Instant.now()).plusDays(30),
            Instant.now().plusSeconds(3_600));
    forwards.accept(Part.TRADER, forward);
    BatchId batch = report.issue().get(0);
    there.put("/forwards/{forward}", "/forwards/" + forward);
    there.put("/forward-credits/{batch}/{forward}", "/forward-credits/" + batch + "/" + forward);
    there.put(
        "/forward-pledges/{forward}/{participant}",
        "/forward-pledges/" + forward + "/" + party.id());
    there.put("/forward-sales/{forward-sale}", "/forward-sales/" + InstrumentId.of(batch));
  }

  /** A purchase by auction, in which the party bids. */
  private void playAuction(GatewayStage stage, BatchId batch) {
    Instant now = Instant.now();
    InstructionId auction =
        apply(
            stage.person(Part.BUYER),
            new ApplyForAuction(
                Optional.empty(),
                InstrumentId.of(batch),
                Tonnes.of(1),
                MarketChapter.OPENING,
                Side.BUY));
    apply(
        stage.person(Part.EXCHANGE),
        new OpenAuction(
            auction,
            now.minusSeconds(3_600),
            now.plusSeconds(3_600),
            AuctionOpening.Pricing.UNIFORM,
            now.plusSeconds(7_200)));
    apply(
        party,
        new PlaceBid(
            auction,
            Optional.of(batch),
            Optional.empty(),
            Optional.of(Tonnes.of(1)),
            Sha256.of("sealed")));
    there.put("/auctions/{auction}", "/auctions/" + auction);
    there.put(
        "/auction-bids/{auction}/{participant}", "/auction-bids/" + auction + "/" + party.id());
  }

  private InstructionId apply(Person person, Action action) {
    InstructionId id = Person.newInstruction();
    HttpResponse<String> answer = gateway.send(person, id, action);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return id;
  }

  private void knows(String name, RegionCode region, Role role) {
    knows(name, gateway.admit(region, role), region, role);
  }

  private void knows(String name, Person person, RegionCode region, Role role) {
    knows(name, Optional.of(person), region, role);
  }

  private void knows(String name, Optional<Person> person, RegionCode region, Role role) {
    people.put(name, person);
    callers.put(name, person.map(each -> new Caller(new Actor(each.id(), region, Set.of(role)))));
  }

  @Test
  void the_page_of_who_sees_what_is_what_everybody_got() throws IOException {
    String page = page();
    if (Boolean.getBoolean("regenerate")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("access.md differs from what was answered: see the class comment")
        .isEqualTo(page);
  }

  private String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # 谁能看到什么 / Who sees what

            <!-- Made by asking a running gateway: ./mvnw -pl gateway -am test -Dtest=AccessPageTest -Dregenerate=true -Dsurefire.failIfNoSpecifiedTests=false -->

            每种记录、指令与账户都声明自己的可见范围，未声明者程序不能编译或启动。下表由测试以各种身份实际访问得出：
            ✓ 可见，空白不可见（单条记录如同不存在），`token` 需要访问令牌。“party” 为记录所涉主体（示例为锡林浩特的交易主体），“its office” 为其所在省的主管部门。
            第一、二表由 HTTP 访问得出；其余各表由网关作同样判断的部分逐一问得。
            区块本身由通道成员完整保存；此处只说网关向谁显示。

            Each type of record, action and account declares who may see it; without a declaration the program does
            not compile or start. The tables are what a test got that asked as everybody could: ✓ seen, blank not seen
            (a single record answers as if it were not there), `token` a token is needed. *party* is whom it concerns
            (here a trader in Xilinhot), *its office* the office of its province. The first two tables were asked for
            over HTTP, of records that were there; the others of the part of the gateway that decides for every answer.
            Blocks are kept whole by the channel's members; this is about what a gateway shows.

            """);
    table(page, "## 地址 / Addresses", "GET", addresses(), this::got);
    table(page, "## 发送 / Sending", "POST", sendings(), Function.identity());
    table(page, "## 记录 / Records", "type", records(), Function.identity());
    table(page, "## 指令结果 / Outcomes of instructions", "action", actions(), Function.identity());
    page.append(
        """

        “(refused)” 为被拒绝的指令。无权查看者只被告知该指令已有结果、时间与区块，不知其内容、签署者与原因。
        `(refused)` is an instruction that was refused. Who may not see an outcome is told that it is final, when and in
        which block: not what it was about, who signed it, or why it was refused.

        """);
    table(page, "## 划转记录 / Postings", "account", accounts(), Function.identity());
    return page.toString().stripTrailing() + "\n";
  }

  private <T> void table(
      StringBuilder page,
      String title,
      String what,
      Map<String, Map<String, T>> rows,
      Function<T, String> cell) {
    page.append(title).append("\n\n| ").append(what).append(" | ");
    page.append(String.join(" | ", people.keySet())).append(" |\n|---|");
    page.append("---|".repeat(people.size())).append('\n');
    rows.forEach(
        (row, cells) -> {
          page.append("| `").append(row).append("` | ");
          page.append(
              people.keySet().stream()
                  .map(name -> cell.apply(cells.get(name)))
                  .collect(Collectors.joining(" | ")));
          page.append(" |\n");
        });
    page.append('\n');
  }

  /** What is not there and what one may not see are answered alike; all that is asked for is. */
  private String got(Integer status) {
    return switch (status) {
      case 200 -> "✓";
      case 401 -> "token";
      case 403, 404 -> "";
      default -> throw new AssertionError("nobody should get " + status);
    };
  }

  private JsonNode offered() {
    return RunningGateway.json(gateway.get("/v3/api-docs")).path("paths");
  }

  private HttpResponse<String> ask(Optional<Person> person, String address, String type) {
    return gateway.exchange(asked(person, address).header("Accept", type));
  }

  private HttpRequest.Builder asked(Optional<Person> person, String address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(gateway.uri(address));
    person.ifPresent(each -> request.header("Authorization", "Bearer " + each.token()));
    return request;
  }

  private Map<String, Integer> statuses(String address, String type) {
    Map<String, Integer> row = new LinkedHashMap<>();
    boolean isEndless = Set.of(Paths.EVENTS, Paths.MARKET_EVENTS).contains(address);
    people.forEach(
        (name, person) ->
            row.put(
                name,
                isEndless
                    ? gateway.status(asked(person, address))
                    : ask(person, address, type).statusCode()));
    return row;
  }

  /** Everything that the API's description offers for reading, of the party where one is meant. */
  private Map<String, Map<String, Integer>> addresses() {
    JsonNode paths = offered();
    Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
    for (String path : paths.propertyNames().stream().sorted().toList()) {
      JsonNode get = paths.path(path).path("get");
      if (!get.isMissingNode()) {
        boolean ofParty =
            get.path("parameters").valueStream().anyMatch(each -> isOwner(each, path));
        boolean ofBank = get.path("parameters").valueStream().anyMatch(AccessPageTest::isBank);
        if (ofParty || !ofBank) {
          rows.put(
              path + (ofParty ? "?owner=party" : ""),
              statuses(with(named(path), ofParty ? "owner=" + party.id() : ""), "*/*"));
        }
        if (ofBank) {
          rows.put(path + "?bank=its", statuses(named(path) + "?bank=" + bank.id(), "*/*"));
        }
      }
    }
    return rows;
  }

  private static String with(String address, String parameter) {
    return parameter.isEmpty()
        ? address
        : address + (address.contains("?") ? "&" : "?") + parameter;
  }

  /** The address of something that is there. */
  private String named(String path) {
    String below = path.startsWith(Paths.BASE) ? path.substring(Paths.BASE.length()) : path;
    if (!path.contains("{") && !there.containsKey(below)) {
      return path;
    }
    return Paths.BASE
        + Optional.ofNullable(there.get(below))
            .orElseThrow(() -> new AssertionError("what is there at " + path + "?"));
  }

  /** A project for practice whose version has samplings as records, and one of them. */
  private void playSampling(GatewayStage stage, Setting setting) {
    PublishMethodology measured = MeasuredVersions.flaggedOfAnyReference();
    MethodologyRef version = new MethodologyRef(setting.methodology().version().id(), "9.0");
    apply(
        gateway.authority(),
        new PublishMethodology(
            measured.algorithm(),
            measured.document(),
            measured.name(),
            measured.science(),
            setting.methodology().terms().withSamplings(measured.terms().samplings().orElseThrow()),
            true,
            measured.validity(),
            version));
    ProposeProject proposal =
        new ProposeProject(
            Optional.of(Shifted.east(ExampleProject.BOUNDARY, 8)),
            Optional.empty(),
            setting.proposal(stage.id(Part.VALIDATOR)).design(),
            Optional.of(StockChangeProject.outlines(8)));
    InstructionId project =
        new ProjectChapter(
                stage,
                Edited.with(
                    Edited.with(proposal, "/design/methodology", Codec.text(version)),
                    "/design/strata",
                    Codec.text(StockChangeProject.strata())))
            .flagged(List.of(new AnsweredFlag(FlagCode.FIXED_DEPTH, Optional.of("S2"))))
            .play();
    apply(stage.person(Part.OWNER), ExampleProject.evidence(proposal.design(), project));
    there.put("/baselines/{baseline}", "/baselines/" + project);
    apply(gateway.authority(), AccreditLaboratory.TYPE.example());
    new SurveyPreparation(gateway, stage.person(Part.OWNER), project.value(), version).assertAll();
    there.put(
        "/methodologies/{id}/{version}/sampling-template",
        "/methodologies/" + version.id() + "/" + version.version() + "/sampling-template");
    InstructionId sampling =
        apply(
            stage.person(Part.OWNER),
            Edited.with(
                Edited.with(RecordSampling.TYPE.example(), "/project", "\"" + project + "\""),
                "/points/0",
                "{\"latitude\":\"43.96\",\"longitude\":\"116.91\",\"name\":\"P01\"}"));
    there.put(
        "/laboratories/{laboratory}",
        "/laboratories/" + AccreditLaboratory.TYPE.example().laboratory());
    there.put("/samplings/{sampling}", "/samplings/" + sampling);
    there.put("/projects/{idOrNumber}/outlines", "/projects/" + project + "/outlines");
    assertThat(
            RunningGateway.json(gateway.get("/api/v1/projects/" + project + "/outlines"))
                .path("features"))
        .hasSize(2)
        .allMatch(feature -> feature.at("/properties/stratum").asString().startsWith("S"));
  }

  /** Everything that is offered for sending: who is heard at all. */
  private Map<String, Map<String, String>> sendings() {
    JsonNode paths = offered();
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (String path : paths.propertyNames().stream().sorted().toList()) {
      if (paths.path(path).path("post").isMissingNode() || path.equals(GIVEN_UP)) {
        continue;
      }
      Map<String, String> row = new LinkedHashMap<>();
      people.forEach(
          (name, person) -> {
            HttpRequest.Builder request =
                asked(person, named(path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            int status = gateway.exchange(request).statusCode();
            row.put(name, status == 401 ? "token" : status == 403 || status == 404 ? "" : "✓");
          });
      rows.put(path, row);
    }
    Map<String, String> row = new LinkedHashMap<>();
    people.forEach(
        (name, person) -> {
          int status = gateway.exchange(putting(person, DOCUMENT)).statusCode();
          row.put(name, status == 401 ? "token" : status == 409 ? "" : "✓");
        });
    rows.put("PUT " + Paths.DOCUMENTS + "/{sha256}", row);
    return rows;
  }

  private HttpRequest.Builder putting(Optional<Person> person, String address) {
    return asked(person, address).PUT(HttpRequest.BodyPublishers.ofString(ORDER));
  }

  private static boolean isOwner(JsonNode parameter, String path) {
    return parameter.path("name").asString().equals("owner")
        && parameter.path("in").asString().equals("query")
        && !List.of("/api/v1/projects", "/api/v1/batches").contains(path);
  }

  private static boolean isBank(JsonNode parameter) {
    return parameter.path("name").asString().equals("bank")
        && parameter.path("in").asString().equals("query");
  }

  private Map<String, Map<String, String>> records() {
    SampleRecords samples = new SampleRecords(true);
    Sight sight = gateway.bean(Sight.class);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (RecordType<?> type : RecordTypes.all()) {
      ObjectNode record = (ObjectNode) Codec.tree(samples.of(type));
      type.visibility().parties().forEach(pointer -> set(record, pointer));
      Optional<Visibility.Reserved> reserved = type.visibility().reserved();
      reserved.ifPresent(each -> set(record, each.pointer(), "(another)"));
      rows.put(type.name(), seen(caller -> sight.permits(type.visibility(), caller, record)));
      type.visibility()
          .narrower()
          .keySet()
          .forEach(
              pointer ->
                  rows.put(
                      type.name() + pointer,
                      seen(
                          caller ->
                              !sight
                                  .shown(type.visibility(), caller, record.deepCopy())
                                  .at(pointer)
                                  .isMissingNode())));
      reserved.ifPresent(
          each -> {
            set(record, each.pointer(), each.value());
            each.fewer()
                .places()
                .forEach(place -> set(record, place, RunningGateway.XILINHOT.value()));
            rows.put(
                type.name() + " " + each.value(),
                seen(caller -> sight.permits(type.visibility(), caller, record)));
          });
    }
    return rows;
  }

  private void set(ObjectNode record, String pointer) {
    set(record, pointer, party.id().value());
  }

  private static void set(ObjectNode record, String pointer, String value) {
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) record.at(pointer.substring(0, last))).put(pointer.substring(last + 1), value);
  }

  private Map<String, String> seen(Function<Optional<Caller>, Boolean> permits) {
    Map<String, String> row = new LinkedHashMap<>();
    callers.forEach((name, caller) -> row.put(name, permits.apply(caller) ? "✓" : ""));
    return row;
  }

  private Map<String, Map<String, String>> actions() {
    Confidence confidence = gateway.bean(Confidence.class);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (ActionType<?> action : Catalogue.actions()) {
      Journal.Entry applied = entry(action.name(), false);
      rows.put(action.name(), seen(caller -> confidence.permits(applied, caller)));
    }
    Journal.Entry refused = entry(Catalogue.actions().get(0).name(), true);
    rows.put("(refused)", seen(caller -> confidence.permits(refused, caller)));
    Journal.Entry unknown = entry("actionOfANewerVersion", false);
    rows.put("(unknown)", seen(caller -> confidence.permits(unknown, caller)));
    return rows;
  }

  private Journal.Entry entry(String action, boolean refused) {
    ObjectNode entry = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    entry.put("action", action).put("participant", party.id().value());
    if (refused) {
      entry.put("code", "INSUFFICIENT_CREDITS");
    }
    entry.put(
        "outcome", (refused ? JournalEntry.Outcome.REJECTED : JournalEntry.Outcome.APPLIED).name());
    entry.putArray("postings");
    return new Journal.Entry(entry, 1, "transaction");
  }

  private Map<String, Map<String, String>> accounts() {
    Confidence confidence = gateway.bean(Confidence.class);
    List<Account> accounts = new ArrayList<>();
    accounts.add(Account.held(party.id()));
    accounts.add(Account.frozen(party.id(), Person.newInstruction()));
    accounts.add(Account.BUFFER);
    accounts.add(Account.retired(Person.newInstruction()));
    accounts.add(Account.cancelled(Person.newInstruction()));
    accounts.add(Account.ISSUANCE);
    accounts.add(Account.cash(party.id(), bank.id()));
    accounts.add(Account.escrow(party.id(), Person.newInstruction()));
    accounts.add(Account.withdrawing(party.id(), Person.newInstruction()));
    accounts.add(Account.bank(party.id()));
    accounts.add(Account.fees(new InstrumentId("GCS-152502-2024-0001-2025")));
    accounts.add(Account.reserve(VenueId.of(party.id(), "MARKET")));
    accounts.add(Account.benefit(new ProjectNumber("GCS-152502-2024-0001"), 1));
    accounts.add(Account.of("vault:1"));
    assertThat(accounts).extracting(Account::kind).containsExactlyInAnyOrder(Account.Kind.values());
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Account account : accounts) {
      ArrayNode postings = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
      postings.addObject().put("source", account.text()).put("destination", account.text());
      rows.put(
          account.kind().text(), seen(caller -> !confidence.postings(postings, caller).isEmpty()));
    }
    return rows;
  }

  @Test
  void what_is_not_public_is_never_shown_without_a_token() {
    List<String> closed = new ArrayList<>();
    addresses()
        .forEach(
            (path, statuses) -> {
              if (statuses.get("stranger") != 200) {
                closed.add(path);
                assertThat(statuses.get("anonymous")).as(path).isEqualTo(401);
                assertThat(statuses.get(witness(path))).as(path).isEqualTo(200);
              }
            });
    assertThat(closed)
        .contains("/api/v1/holdings/{batch}/{owner}", "/api/v1/freezes/{freeze}")
        .anyMatch(path -> path.startsWith("/api/v1/statement"));
  }

  /** The party has asked for a label on some of its credits. */
  @Test
  void a_request_for_a_label_is_for_whom_it_concerns_and_for_those_who_supervise() {
    String own = "/api/v1/own-cases?kind=LABEL_REQUEST&owner=" + party.id();
    JsonNode asked =
        RunningGateway.json(ask(Optional.of(party), own, "application/json")).at("/items/0");
    assertThat(asked.at("/label/batch").isString()).isTrue();
    String id = asked.path("id").asString();
    Set<String> seers = Set.of("party", "its office", "authority", "auditor");
    people.forEach(
        (name, person) -> {
          String one = "/api/v1/information-cases/" + id;
          assertThat(ask(person, one, "application/json").statusCode() == 200)
              .as(name)
              .isEqualTo(seers.contains(name));
          assertThat(lists(person, own, id)).as(name).isEqualTo(seers.contains(name));
          // The list of all cases is for those only who see others than their own.
          assertThat(lists(person, "/api/v1/information-cases?kind=LABEL_REQUEST", id))
              .as(name)
              .isEqualTo(seers.contains(name) && !name.equals("party"));
        });
    String other = there.get("/own-cases/{own-case}").replace("/own-cases/", "");
    for (String name : List.of("other office", "assessor")) {
      assertThat(lists(people.get(name), "/api/v1/information-cases", other)).as(name).isTrue();
    }
  }

  private boolean lists(Optional<Person> person, String list, String id) {
    HttpResponse<String> answer = ask(person, list, "application/json");
    return answer.statusCode() == 200
        && RunningGateway.json(answer)
            .path("items")
            .valueStream()
            .anyMatch(each -> each.path("id").asString().equals(id));
  }

  /** Somebody who is shown what is closed to strangers. */
  private static String witness(String path) {
    if (path.endsWith("/large-holders")
        || path.endsWith("/information-cases")
        || path.contains("/relations")
        || path.contains("/supervision")) {
      return "authority";
    }
    return ofBank(path) ? "auditor" : "party";
  }

  /** What is between a bank and those who supervise it, or of all who have money there. */
  private static boolean ofBank(String path) {
    return path.contains("/attestations")
        || path.contains("/reserves")
        || path.contains("/bank-books")
        || path.contains("?bank=");
  }

  @Test
  void a_bank_lists_what_is_with_itself_and_nothing_else() {
    Optional<Person> itself = Optional.of(bank);
    for (String list :
        List.of("cash", "deposits", "withdrawals", "bank-bindings", "cash-freezes")) {
      String own = "/api/v1/" + list + "?bank=" + bank.id();
      JsonNode items = RunningGateway.json(ask(itself, own, "application/json")).path("items");
      assertThat(items.valueStream().map(each -> each.path("bank").asString()))
          .as(list)
          .isNotEmpty()
          .containsOnly(bank.id().value());
      assertThat(ask(people.get("bank"), own, "application/json").statusCode()).isEqualTo(403);
      String partys = "/api/v1/" + list + "?owner=" + party.id();
      assertThat(ask(itself, partys, "application/json").statusCode()).isEqualTo(403);
      JsonNode both =
          RunningGateway.json(ask(itself, partys + "&bank=" + bank.id(), "application/json"));
      assertThat(both.path("items")).as(list).isNotEmpty();
    }
    String books = "/api/v1/bank-books?bank=" + bank.id();
    assertThat(
            RunningGateway.json(ask(itself, books, "application/json"))
                .at("/items/0/total")
                .asLong())
        .isEqualTo(1_000);
  }

  @Test
  void files_are_for_whom_the_list_is() {
    for (String list : List.of("holdings", "freezes", "statement", "retirements", "batches")) {
      String address = "/api/v1/" + list + (PRIVATE.contains(list) ? "?owner=" + party.id() : "");
      Map<String, Integer> json = statuses(address, "application/json");
      assertThat(statuses(address, "text/csv")).as(list).isEqualTo(json);
      assertThat(statuses(address, ImportController.XLSX)).as(list).isEqualTo(json);
    }
  }

  @Test
  void what_one_may_not_see_answers_as_if_it_were_not_there() {
    for (String address : List.of("/freezes/{freeze}", "/holdings/{batch}/{owner}")) {
      String there = named("/api/v1" + address);
      String absent = there.substring(0, there.lastIndexOf('/') + 1);
      absent += address.startsWith("/freezes") ? Person.newInstruction() : new Person().id();
      HttpResponse<String> hidden = ask(people.get("stranger"), there, "application/json");
      HttpResponse<String> missing = ask(people.get("stranger"), absent, "application/json");
      assertThat(hidden.statusCode()).isEqualTo(404);
      assertThat(hidden.body().replace(there, absent)).isEqualTo(missing.body());
    }
  }

  @Test
  void who_may_not_see_an_outcome_is_told_that_it_is_final_and_no_more() {
    for (InstructionId id : List.of(transfer, refused, freeze)) {
      people.forEach(
          (name, person) -> {
            JsonNode outcome =
                RunningGateway.json(ask(person, "/api/v1/instructions/" + id, "application/json"));
            if (SEE_ACCOUNTS.contains(name)) {
              assertThat(outcome.propertyNames()).contains("action", "participant");
            } else {
              assertThat(outcome.propertyNames())
                  .as(name)
                  .containsExactlyInAnyOrder("at", "block", "id", "status", "transactionId");
            }
          });
    }
  }

  @Test
  void of_a_movement_everybody_is_told_only_the_sides_that_it_may_see() {
    String address = "/api/v1/instructions/" + fromFrozen;
    people.forEach(
        (name, person) -> {
          HttpResponse<String> answer = ask(person, address, "application/json");
          JsonNode posting = RunningGateway.json(answer).at("/postings/0");
          assertThat(posting.path("destination").asString()).isEqualTo("cancelled:" + fromFrozen);
          assertThat(posting.path("source").asString())
              .as(name)
              .isEqualTo(
                  SEE_ACCOUNTS.contains(name) ? "frozen:" + party.id() + ":" + freeze : "frozen");
          if (!SEE_ACCOUNTS.contains(name)) {
            assertThat(answer.body()).doesNotContain(freeze.value());
          }
        });
  }
}
