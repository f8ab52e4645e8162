// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import io.grpc.ManagedChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.monitoring.VerifyMonitoringReport;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.project.ValidateProject;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.blocks.BlockReader;
import org.grasslandcarbon.gateway.blocks.BlockSource;
import org.grasslandcarbon.gateway.commit.FinalOutcome;
import org.grasslandcarbon.gateway.ledger.Deadlines;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.HeadlessGateway;
import org.grasslandcarbon.network.standalone.OneJvmLedger;

/**
 * Credits to transfer, from a project's whole life under the training methodology, whose periods
 * last no days: on any ledger that was founded with the example's keys.
 */
final class TrainingCredits {
  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final RegionCode REGION = new RegionCode("110000");
  private static final MethodologyRef METHODOLOGY = ExampleMethodology.training().version();

  /**
   * Half a degree by a quarter, in the south seas, far from every example project: some 120,000
   * hectares.
   */
  private static final double FIELD_DEGREES = 0.5;

  private static final int COLUMNS = 60;
  private static final int ROWS = 40;
  private static final double WEST = 100;
  private static final double SOUTH = 5;

  /** What the example's two strata have here, well inside a field. */
  private static final List<String> HECTARES = List.of("50000", "20000");

  private final HeadlessGateway gateway;
  private final InstructionSigner authority;
  private final InstructionSigner office;
  private final InstructionSigner owner = newcomer();
  private final InstructionSigner validator = newcomer();
  private final InstructionSigner verifier = newcomer();
  private final LocalDate today = LocalDate.now(Act.BEIJING_TIME);
  private final LocalDate start = LocalDate.of(today.getYear() - 1, 1, 1);

  private TrainingCredits(HeadlessGateway gateway, ExampleSigners signers) {
    this.gateway = gateway;
    this.authority = signers.get("authority");
    this.office = signers.get("office-beijing");
  }

  /**
   * A batch of credits, all but its buffer in one hand.
   *
   * @param batch the batch
   * @param owner who has them
   */
  record Issued(BatchId batch, InstructionSigner owner) {}

  /** Issues the credits, some 200,000 tonnes. */
  static Issued issue(BenchTarget target, HeadlessGateway gateway) {
    TrainingCredits credits = new TrainingCredits(gateway, target.signers());
    return new Issued(batchIn(credits.issue(), target), credits.owner);
  }

  private static InstructionSigner newcomer() {
    String body =
        String.format(Locale.ROOT, "9111010%010d", 5_000_000_000L + random(1_000_000_000));
    ParticipantId id = new ParticipantId(body + ParticipantId.checkCharacter(body));
    return new InstructionSigner(id, SigningKey.generate(new SecureRandom()), Clock.systemUTC());
  }

  private static int random(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }

  /** The number of the block that has the batches. */
  private long issue() {
    sends(authority, ExampleMethodology.training(), ErrorCode.METHODOLOGY_EXISTS.name());
    admit(owner, Role.OWNER);
    for (InstructionSigner certifier : List.of(validator, verifier)) {
      admit(certifier, Role.CERTIFIER);
      sends(authority, accreditation(certifier));
    }
    InstructionId project = sends(owner, proposal()).id();
    Sha256 document = Sha256.of("benchmark");
    sends(
        validator,
        new ValidateProject(List.of(), Opinion.POSITIVE, project, document, Optional.empty()));
    sends(office, new RegisterProject(project));
    InstructionId report = sends(owner, report(project)).id();
    sends(
        verifier,
        new VerifyMonitoringReport(List.of(), List.of(), report, Opinion.POSITIVE, document));
    sends(office, new ApproveIssuance(report));
    return sends(verifier, new IssueCredits(report)).block().orElseThrow();
  }

  private FinalOutcome sends(InstructionSigner who, Action action, String... alsoGood) {
    InstructionText text = who.sign(InstructionSigner.newId(), action, VALIDITY);
    FinalOutcome outcome = gateway.whenFinal(gateway.accept(text)).join();
    String code = outcome.verdict().code();
    if (!code.equals(Verdict.APPLIED) && !Set.of(alsoGood).contains(code)) {
      throw new IllegalStateException(action + " ended as " + outcome.verdict());
    }
    return outcome;
  }

  private void admit(InstructionSigner who, Role role) {
    sends(
        office,
        new AdmitParticipant(
            Optional.empty(),
            who.participant(),
            List.of(who.key().jwk()),
            Name.of("基准测试主体", "Benchmark participant"),
            REGION,
            List.of(role)));
  }

  private AccreditCertifier accreditation(InstructionSigner certifier) {
    return new AccreditCertifier(
        certifier.participant(),
        Sha256.of("benchmark"),
        List.of(METHODOLOGY.id()),
        today.minusYears(1),
        today.plusYears(1));
  }

  private ProposeProject proposal() {
    Boundary boundary = field();
    ProjectDesign example = ExampleProject.DESIGN;
    List<Stratum> strata = new ArrayList<>();
    for (int i = 0; i < HECTARES.size(); i++) {
      Stratum each = example.strata().get(i);
      Decimal hectares = Decimal.of(HECTARES.get(i));
      strata.add(new Stratum(hectares, each.baseline(), each.choices(), each.name()));
    }
    return new ProposeProject(
        boundary,
        new ProjectDesign(
            boundary.areaHectares(),
            example.benefitShares(),
            validator.participant(),
            new DateRange(start, start.plusYears(20).minusDays(1)),
            example.designDocument(),
            example.expectedTonnesPerYear(),
            METHODOLOGY,
            example.name(),
            REGION,
            start,
            strata,
            example.tenureDocuments()));
  }

  private static Boundary field() {
    double west = WEST + random(COLUMNS) * FIELD_DEGREES;
    double south = SOUTH + random(ROWS) * FIELD_DEGREES / 2;
    String ring =
        String.format(
            Locale.ROOT,
            "[[%1$.4f,%2$.4f],[%3$.4f,%2$.4f],[%3$.4f,%4$.4f],[%1$.4f,%4$.4f],[%1$.4f,%2$.4f]]",
            west,
            south,
            west + 0.9 * FIELD_DEGREES,
            south + 0.45 * FIELD_DEGREES);
    return Codec.read("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}", Boundary.class);
  }

  private SubmitMonitoringReport report(InstructionId project) {
    List<Datum> rows = new ArrayList<>();
    for (int i = 0; i < HECTARES.size(); i++) {
      Stratum stratum = ExampleProject.DESIGN.strata().get(i);
      Decimal hectares = Decimal.of(HECTARES.get(i));
      rows.add(new Datum(stratum.name(), "MANAGED_AREA", "ha", hectares, start.getYear()));
      stratum
          .baseline()
          .forEach(
              level ->
                  rows.add(
                      new Datum(
                          stratum.name(),
                          level.symbol(),
                          level.unit(),
                          level.value(),
                          start.getYear())));
    }
    return new SubmitMonitoringReport(
        rows,
        List.of(Sha256.of("benchmark")),
        Optional.empty(),
        new DateRange(start, start.plusYears(1).minusDays(1)),
        project);
  }

  private static BatchId batchIn(long block, BenchTarget target) {
    ManagedChannel channel = target.newChannel();
    LedgerClient client =
        new LedgerClient(
            channel,
            target.identity(),
            OneJvmLedger.CHANNEL,
            OneJvmLedger.CHAINCODE,
            Clock.systemUTC(),
            Deadlines.DEFAULT);
    try (BlockSource.BlockStream blocks = client.open(block)) {
      return new BlockReader(OneJvmLedger.CHAINCODE)
          .read(blocks.next()).transactions().stream()
              .flatMap(transaction -> transaction.writes().stream())
              .filter(write -> Keys.parts(write.key()).get(0).equals(Batch.TYPE.name()))
              .map(write -> Codec.read(write.value(), Batch.class))
              .max(Comparator.comparing(batch -> batch.issued().value()))
              .orElseThrow()
              .id();
    } finally {
      channel.shutdownNow();
    }
  }
}
