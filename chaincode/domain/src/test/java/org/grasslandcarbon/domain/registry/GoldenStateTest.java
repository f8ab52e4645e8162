// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.judicial.CashFreeze;
import org.grasslandcarbon.domain.judicial.ReleaseCash;
import org.grasslandcarbon.domain.judicial.ReleaseCredits;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.market.Auction;
import org.grasslandcarbon.domain.market.AuctionBid;
import org.grasslandcarbon.domain.market.CloseAuction;
import org.grasslandcarbon.domain.market.DeliverForward;
import org.grasslandcarbon.domain.market.Forward;
import org.grasslandcarbon.domain.market.ForwardPledge;
import org.grasslandcarbon.domain.market.ReleaseAuction;
import org.grasslandcarbon.domain.market.ReleaseForward;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.monitoring.MonitoringData;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.monitoring.VerifyMonitoringReport;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.participant.AddKey;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.project.Comment;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.project.LandCell;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectBoundary;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.project.ValidateProject;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.ConfirmWithdrawal;
import org.grasslandcarbon.domain.settlement.RequestWithdrawal;
import org.grasslandcarbon.domain.settlement.Withdrawal;
import org.grasslandcarbon.domain.testing.Balances;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.GoldenHistory;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A ledger outlives the program: state as every released version has written it is read to the
 * byte, and life goes on from it by today's rules. Each release has a file, which is never changed;
 * {@code docs/internals/stored-records.md} says how it comes about.
 */
class GoldenStateTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden-state");
  private static final String ENDING = ".txt.gz";

  /** What the present program writes; replaced at will until it is released. */
  private static final String UNRELEASED = "unreleased";

  private static final Sha256 DOCUMENT = Sha256.of("another document");

  static List<String> versions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  @BeforeAll
  static void recordIfAsked() throws IOException {
    String version = System.getProperty("golden.record");
    if (version != null) {
      Path file = FOLDER.resolve(version + ENDING);
      if (Files.exists(file) && !version.equals(UNRELEASED)) {
        throw new IllegalStateException(file + " is there; released state is never changed");
      }
      write(GoldenHistory.play().store().state(), file);
    }
  }

  private static void write(SortedMap<String, byte[]> state, Path file) throws IOException {
    Files.createDirectories(FOLDER);
    try (Writer text =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> entry : state.entrySet()) {
        // Parts of keys are printable, so that a blank can stand for Fabric's separator.
        text.write(entry.getKey().replace('\u0000', ' ').strip());
        text.write('\t');
        text.write(new String(entry.getValue(), StandardCharsets.UTF_8));
        text.write('\n');
      }
    }
  }

  private static MapStore read(String version) throws IOException {
    SortedMap<String, byte[]> state = new TreeMap<>();
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(version + ENDING))),
                StandardCharsets.UTF_8))) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        int tab = line.indexOf('\t');
        String key = '\u0000' + line.substring(0, tab).replace(' ', '\u0000') + '\u0000';
        state.put(key, line.substring(tab + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    MapStore store = new MapStore();
    store.putAll(state);
    return store;
  }

  private static TestLedger ledger(String version) throws IOException {
    TestLedger ledger = TestLedger.goingOnFrom(read(version));
    ledger.advance(Duration.ofDays(1));
    return ledger;
  }

  @Test
  void the_present_programs_state_has_every_type_of_record() throws IOException {
    assertThat(versions()).contains(UNRELEASED);
    TestLedger ledger = ledger(UNRELEASED);
    assertThat(RecordTypes.all())
        .as("record it anew with -Dgolden.record=" + UNRELEASED)
        .allSatisfy(type -> assertThat(ledger.records(type)).as(type.name()).isNotEmpty());
  }

  /** Ids are made anew each time, so that bytes are not compared. */
  @Test
  void the_present_programs_state_is_what_the_history_leaves_today() throws IOException {
    assertThat(counted(GoldenHistory.play()))
        .as("record it anew with -Dgolden.record=" + UNRELEASED)
        .isEqualTo(counted(ledger(UNRELEASED)));
  }

  private static Map<String, Long> counted(TestLedger ledger) {
    return ledger.store().state().keySet().stream()
        .map(key -> RecordTypes.of(key).orElseThrow().name())
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void every_record_is_read_and_written_again_to_the_byte(String version) throws IOException {
    read(version)
        .state()
        .forEach(
            (key, bytes) -> {
              RecordType<? extends LedgerRecord> type = RecordTypes.of(key).orElseThrow();
              LedgerRecord record = Codec.read(bytes, type.recordClass());
              assertThat(record.key().text()).isEqualTo(key);
              assertThat(new String(Codec.write(record), StandardCharsets.UTF_8))
                  .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
            });
  }

  @ParameterizedTest
  @MethodSource("versions")
  void credits_go_on_changing_hands_and_are_retired(String version) throws IOException {
    TestLedger ledger = ledger(version);
    Holding rich =
        ledger
            .records(Holding.TYPE)
            .filter(each -> each.held().quantity().value() > 100)
            .findFirst()
            .orElseThrow();
    ParticipantId buyer = ledger.admit(TestLedger.BEIJING, Role.TRADER);
    ledger.apply(rich.owner(), new TransferCredits(rich.batch(), Tonnes.of(100), buyer));
    ledger.apply(buyer, retirement(rich, 60));
    assertThat(ledger.submit(buyer, retirement(rich, 41)).code()).isEqualTo("INSUFFICIENT_CREDITS");

    SerialRanges.Split sold = rich.held().takeLowest(Tonnes.of(100));
    assertThat(held(ledger, rich, rich.owner())).isEqualTo(sold.rest());
    assertThat(held(ledger, rich, buyer)).isEqualTo(sold.taken().takeLowest(Tonnes.of(60)).rest());
    Balances.ofRecords(ledger.store()).requirePartition(ledger.store());
  }

  private static RetireCredits retirement(Holding of, long tonnes) {
    return new RetireCredits(
        of.batch(),
        new Beneficiary(Optional.empty(), Name.of("受益方", "Beneficiary")),
        Optional.empty(),
        Optional.empty(),
        Retirement.Purpose.VOLUNTARY,
        Tonnes.of(tonnes),
        Retirement.Reason.values()[0],
        "a use");
  }

  private static SerialRanges held(TestLedger ledger, Holding like, ParticipantId owner) {
    return ledger.find(Holding.key(like.batch(), owner)).orElseThrow().held();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void what_was_frozen_is_released_and_a_loss_that_was_reported_is_settled(String version)
      throws IOException {
    TestLedger ledger = ledger(version);
    Freeze freeze = ledger.records(Freeze.TYPE).findFirst().orElseThrow();
    SerialRanges before =
        ledger.find(Holding.key(freeze.batch(), freeze.holder())).orElseThrow().held();
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        new ReleaseCredits(DOCUMENT, freeze.id(), Optional.empty(), "closed"));
    assertThat(ledger.find(Holding.key(freeze.batch(), freeze.holder())).orElseThrow().held())
        .isEqualTo(before.plus(freeze.serials()));

    Reversal open =
        ledger
            .records(Reversal.TYPE)
            .filter(each -> each.settlement().isEmpty())
            .findFirst()
            .orElseThrow();
    ledger.apply(
        verifier(ledger, open.project()),
        new SettleReversal(Tonnes.of(10), open.project(), DOCUMENT, open.id()));
    Reversal.Settlement settlement =
        ledger.find(Reversal.key(open.id())).orElseThrow().settlement().orElseThrow();
    assertThat(settlement.cancelled()).isNotEmpty();
    assertThat(settlement.shortfall()).isEqualTo(Tonnes.ZERO);
    Balances.ofRecords(ledger.store()).requirePartition(ledger.store());
  }

  @Test
  void money_that_was_on_its_way_is_paid_and_what_was_frozen_is_released() throws IOException {
    TestLedger ledger = ledger(UNRELEASED);
    ParticipantId bank = ledger.the(Role.BANK);
    Withdrawal waiting =
        ledger
            .records(Withdrawal.TYPE)
            .filter(each -> each.state() == Withdrawal.State.REQUESTED)
            .findFirst()
            .orElseThrow();
    ledger.apply(bank, new ConfirmWithdrawal(new BankReference("LATER-1"), waiting.id()));
    CashFreeze freeze = ledger.records(CashFreeze.TYPE).findFirst().orElseThrow();
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        new ReleaseCash(Optional.empty(), DOCUMENT, freeze.id(), "closed"));
    CashAccount account =
        CashAccount.of(ledger::find, waiting.owner(), waiting.bank(), waiting.asset());
    ledger.apply(
        waiting.owner(), new RequestWithdrawal(account.available(), waiting.asset(), bank));
    Balances.ofRecords(ledger.store()).requireNoMoneyLost();
  }

  @Test
  void auctions_that_nobody_closed_or_opened_give_back_what_stood_behind_them() throws IOException {
    TestLedger ledger = ledger(UNRELEASED);
    for (Auction auction : ledger.records(Auction.TYPE).toList()) {
      if (auction.state() == Auction.State.OPEN) {
        ledger.apply(ledger.the(Role.OFFICE), new CloseAuction(auction.id()));
      } else if (auction.state() == Auction.State.APPLIED) {
        ledger.apply(ledger.the(Role.OFFICE), new ReleaseAuction(auction.id()));
      }
    }
    assertThat(ledger.records(Auction.TYPE))
        .extracting(Auction::state)
        .containsOnly(Auction.State.CLOSED, Auction.State.LAPSED);
    assertThat(ledger.records(AuctionBid.TYPE))
        .extracting(AuctionBid::state)
        .containsExactlyInAnyOrder(AuctionBid.State.WON, AuctionBid.State.FORFEITED);
    Balances.ofRecords(ledger.store()).requireNoMoneyLost();
    Balances.ofRecords(ledger.store()).requirePartition(ledger.store());
  }

  @Test
  void a_forward_that_waits_is_paid_for_and_the_offer_of_another_is_released() throws IOException {
    TestLedger ledger = ledger(UNRELEASED);
    Forward bound = forward(ledger, Forward.State.ACCEPTED);
    Forward offer = forward(ledger, Forward.State.OPEN);
    ledger.apply(bound.buyer(), new DeliverForward(bound.id()));
    assertThat(ledger.find(Forward.key(bound.id())).orElseThrow().state())
        .isEqualTo(Forward.State.DELIVERED);
    ledger.setTime(offer.until().plusMillis(1));
    ledger.apply(ledger.the(Role.OFFICE), new ReleaseForward(offer.id()));
    assertThat(ledger.records(ForwardPledge.TYPE))
        .isNotEmpty()
        .allSatisfy(pledge -> assertThat(pledge.cash()).isEqualTo(Fen.ZERO));
    Balances.ofRecords(ledger.store()).requireNoMoneyLost();
    Balances.ofRecords(ledger.store()).requirePartition(ledger.store());
  }

  private static Forward forward(TestLedger ledger, Forward.State state) {
    return ledger
        .records(Forward.TYPE)
        .filter(each -> each.state() == state)
        .findFirst()
        .orElseThrow();
  }

  /** A certifier with an accreditation that did not validate the project. */
  private static ParticipantId verifier(TestLedger ledger, InstructionId project) {
    Project found = ledger.find(Project.key(project)).orElseThrow();
    return ledger
        .records(Accreditation.TYPE)
        .map(Accreditation::certifier)
        .filter(each -> found.validator().filter(each::equals).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_report_that_waited_is_verified_approved_and_issued(String version) throws IOException {
    TestLedger ledger = ledger(version);
    MonitoringReport waiting =
        ledger
            .records(MonitoringReport.TYPE)
            .filter(each -> each.state() == MonitoringReport.State.PUBLICITY)
            .findFirst()
            .orElseThrow();
    assertIssued(ledger, waiting.id(), waiting.project());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void data_that_waited_go_into_a_report(String version) throws IOException {
    TestLedger ledger = ledger(version);
    MonitoringData data = ledger.records(MonitoringData.TYPE).findFirst().orElseThrow();
    Project project = ledger.find(Project.key(data.project())).orElseThrow();
    int first = data.data().stream().mapToInt(row -> row.year()).min().orElseThrow();
    int last = data.data().stream().mapToInt(row -> row.year()).max().orElseThrow();
    InstructionId report =
        ledger.apply(
            project.owner(),
            new SubmitMonitoringReport(
                List.of(),
                Optional.of(List.of(data.id())),
                List.of(DOCUMENT),
                Optional.empty(),
                new DateRange(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31)),
                project.id()));
    assertIssued(ledger, report, project.id());
  }

  private static void assertIssued(TestLedger ledger, InstructionId report, InstructionId project) {
    ledger.advance(Duration.ofDays(40));
    ParticipantId verifier = verifier(ledger, project);
    ledger.apply(
        verifier,
        new VerifyMonitoringReport(List.of(), List.of(), report, Opinion.POSITIVE, DOCUMENT));
    ledger.apply(ledger.the(Role.OFFICE), new ApproveIssuance(report));
    ledger.apply(verifier, new IssueCredits(report));
    assertThat(
            ledger
                .find(MonitoringReport.key(report))
                .orElseThrow()
                .issuance()
                .orElseThrow()
                .batches())
        .isNotEmpty();
    Balances.ofRecords(ledger.store()).requirePartition(ledger.store());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_project_in_publicity_is_validated_with_answers_and_registered(String version)
      throws IOException {
    TestLedger ledger = ledger(version);
    Comment comment = ledger.records(Comment.TYPE).findFirst().orElseThrow();
    Project project = ledger.find(Project.key(comment.project())).orElseThrow();
    assertThat(project.state()).isEqualTo(Project.State.PUBLICITY);
    ledger.advance(Duration.ofDays(40));
    ledger.apply(
        project.design().certifier(),
        new ValidateProject(
            List.of(new ValidateProject.Answer("Nobody.", comment.number())),
            Opinion.POSITIVE,
            project.id(),
            DOCUMENT,
            Optional.empty()));
    ledger.apply(ledger.the(Role.OFFICE), new RegisterProject(project.id()));
    Project registered = ledger.find(Project.key(project.id())).orElseThrow();
    assertThat(registered.state()).isEqualTo(Project.State.REGISTERED);
    assertThat(
            ledger.records(Project.TYPE).filter(each -> each.number().equals(registered.number())))
        .as("a number of its own")
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void land_on_which_somebody_practised_is_free_for_a_project(String version) throws IOException {
    TestLedger ledger = ledger(version);
    Project practice =
        ledger.records(Project.TYPE).filter(Project::training).findFirst().orElseThrow();
    ProposeProject proposal =
        new ProposeProject(
            ledger.find(ProjectBoundary.key(practice.id())).orElseThrow().boundary(),
            ledger
                .records(Project.TYPE)
                .filter(each -> !each.training() && each.outlines().isEmpty())
                .findFirst()
                .orElseThrow()
                .design());
    ledger.apply(practice.owner(), proposal);
    assertThat(ledger.submit(practice.owner(), proposal).code()).isEqualTo("LAND_ALREADY_CLAIMED");
    ledger.apply(practice.owner(), new DeregisterProject(practice.id(), "Practised enough."));
    assertThat(
            ledger
                .records(LandCell.TYPE)
                .flatMap(cell -> cell.claims().stream())
                .filter(claim -> claim.project().equals(practice.id())))
        .isEmpty();
  }

  /** Texts from before they had to be readable bind nobody's hands. */
  @Test
  void a_name_that_could_not_be_given_today_is_read_and_its_bearer_goes_on() throws IOException {
    TestLedger ledger = ledger(UNRELEASED);
    ParticipantId office = ledger.the(Role.OFFICE);
    Participant before = ledger.find(Participant.key(office)).orElseThrow();
    String old =
        Codec.text(before)
            .replace(before.name().zh(), "\u00A0")
            .replace(before.name().en(), "a\u202Eb\u200B\\nc");
    ledger.store().state().put(before.key().text(), old.getBytes(StandardCharsets.UTF_8));
    ParticipantId owner = ledger.newId();
    AdmitParticipant admission =
        new AdmitParticipant(
            Optional.empty(),
            owner,
            List.of(Signer.random().jwk()),
            Name.of("牧场", "Ranch"),
            TestLedger.XILINHOT,
            List.of(Role.OWNER));
    assertThat(ledger.submit(office, Edited.with(admission, "/name/en", "\"a\u202Eb\"")).code())
        .isEqualTo("MALFORMED");
    ledger.apply(office, admission);
    Signer further = Signer.random();
    ledger.apply(office, new AddKey(Optional.empty(), Optional.of(further.jwk()), office));
    Participant after = ledger.find(Participant.key(office)).orElseThrow();
    assertThat(after.keys()).contains(further.kid());
    assertThat(after.name()).isEqualTo(Name.of("\u00A0", "a\u202Eb\u200B\nc"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void an_instruction_of_then_counts_once(String version) throws IOException {
    TestLedger ledger = ledger(version);
    for (JournalEntry entry : ledger.records(JournalEntry.TYPE).toList()) {
      byte[] again =
          ledger.sign(
              entry.id(),
              ledger.the(Role.OFFICE),
              new RegisterProject(TestLedger.newInstruction()));
      assertThat(ledger.submit(again)).extracting(Verdict::code).containsExactly("DUPLICATE");
    }
  }
}
