// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
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
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Credits to move on a ledger that was founded and has none: a project under the methodology for
 * practice, from its proposal to its issuance.
 */
public final class Issuance {
  /** Brings an instruction to the ledger. */
  @FunctionalInterface
  public interface Courier {
    /**
     * Returns when the instruction has been applied.
     *
     * @return the ids of the records that it created or changed, by type in lower case
     */
    Map<String, String> bring(InstructionText text);
  }

  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final PublishMethodology METHODOLOGY = ExampleMethodology.training();
  private static final RegionCode REGION = new RegionCode("150000");

  /** The example's strata, on a field that has room for them. */
  private static final List<Decimal> STRATA_HECTARES =
      List.of(Decimal.of("2400"), Decimal.of("1000"));

  private static final List<String> SHEEP = List.of("6000", "2000");

  private final Courier courier;
  private final InstructionSigner authority;
  private final InstructionSigner office;
  private final InstructionSigner owner = newcomer();
  private final InstructionSigner validator = newcomer();
  private final InstructionSigner verifier = newcomer();
  private final int firstYear = Year.now(Act.BEIJING_TIME).getValue() - 2;

  /**
   * @param courier the way to the ledger
   * @param examples the authority and the office of the example that the ledger was founded with
   */
  public Issuance(Courier courier, ExampleSigners examples) {
    this.courier = courier;
    this.authority = examples.get("authority");
    this.office = examples.get("office-inner-mongolia");
  }

  /** Who holds what is issued. */
  public InstructionSigner owner() {
    return owner;
  }

  /** The certifier that validates the project. */
  public InstructionSigner validator() {
    return validator;
  }

  /** The certifier that verifies the report. */
  public InstructionSigner verifier() {
    return verifier;
  }

  /**
   * The methodology, which a ledger can have once: to be brought before this is played, by whoever
   * knows whether it is there.
   */
  public InstructionText methodology() {
    return sign(authority, METHODOLOGY);
  }

  /** Plays it and returns the batch of the first year. */
  public BatchId play() {
    send(office, admission(owner, Role.OWNER));
    for (InstructionSigner certifier : List.of(validator, verifier)) {
      send(office, admission(certifier, Role.CERTIFIER));
      send(authority, accreditation(certifier));
    }
    InstructionId project = send(owner, proposal());
    send(
        validator,
        new ValidateProject(
            List.of(), Opinion.POSITIVE, project, hash("validation report"), Optional.empty()));
    send(office, new RegisterProject(project));
    InstructionId report = send(owner, report(project));
    send(
        verifier,
        new VerifyMonitoringReport(
            List.of(), List.of(), report, Opinion.POSITIVE, hash("verification report")));
    send(office, new ApproveIssuance(report));
    return new BatchId(courier.bring(sign(verifier, new IssueCredits(report))).get("batch"));
  }

  private InstructionId send(InstructionSigner signer, Action action) {
    InstructionText text = sign(signer, action);
    courier.bring(text);
    return text.id();
  }

  private static InstructionText sign(InstructionSigner signer, Action action) {
    return signer.sign(InstructionSigner.newId(), action, VALIDITY);
  }

  private static InstructionSigner newcomer() {
    String body =
        String.format(Locale.ROOT, "Y9150000%09d", ThreadLocalRandom.current().nextInt(1 << 29));
    ParticipantId id = new ParticipantId(body + ParticipantId.checkCharacter(body));
    return new InstructionSigner(id, SigningKey.generate(new SecureRandom()), Clock.systemUTC());
  }

  private static AdmitParticipant admission(InstructionSigner newcomer, Role role) {
    return new AdmitParticipant(
        Optional.empty(),
        newcomer.participant(),
        List.of(newcomer.key().jwk()),
        Name.of("演练主体", "Participant for practice"),
        REGION,
        List.of(role));
  }

  private static AccreditCertifier accreditation(InstructionSigner certifier) {
    LocalDate today = LocalDate.now(Act.BEIJING_TIME);
    return new AccreditCertifier(
        certifier.participant(),
        hash("accreditation"),
        List.of(METHODOLOGY.version().id()),
        today.minusYears(1),
        today.plusYears(1));
  }

  private ProposeProject proposal() {
    Boundary field = field();
    ProjectDesign example = ExampleProject.DESIGN;
    LocalDate start = LocalDate.of(firstYear, 1, 1);
    return new ProposeProject(
        field,
        new ProjectDesign(
            field.areaHectares(),
            example.benefitShares(),
            validator.participant(),
            new DateRange(start, start.plusYears(20).minusDays(1)),
            hash("design document"),
            example.expectedTonnesPerYear(),
            METHODOLOGY.version(),
            example.name(),
            REGION,
            start,
            List.of(stratum(example, 0), stratum(example, 1)),
            example.tenureDocuments()));
  }

  private static Stratum stratum(ProjectDesign example, int index) {
    Stratum stratum = example.strata().get(index);
    return new Stratum(
        STRATA_HECTARES.get(index), stratum.baseline(), stratum.choices(), stratum.name());
  }

  /** A field anywhere in a wide grid: no land may be in two live projects. */
  private static Boundary field() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    double west = 80 + random.nextInt(400) * 0.1;
    double south = 38 + random.nextInt(160) * 0.05;
    String ring =
        String.format(
            Locale.ROOT,
            "[[%1$.4f,%2$.4f],[%3$.4f,%2$.4f],[%3$.4f,%4$.4f],[%1$.4f,%4$.4f],[%1$.4f,%2$.4f]]",
            west,
            south,
            west + 0.09,
            south + 0.045);
    return Codec.read("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}", Boundary.class);
  }

  private SubmitMonitoringReport report(InstructionId project) {
    return new SubmitMonitoringReport(
        Stream.of(firstYear, firstYear + 1)
            .flatMap(year -> Stream.of(0, 1).flatMap(stratum -> data(stratum, year)))
            .toList(),
        List.of(hash("monitoring report")),
        Optional.empty(),
        new DateRange(LocalDate.of(firstYear, 1, 1), LocalDate.of(firstYear + 1, 12, 31)),
        project);
  }

  private static Stream<Datum> data(int stratum, int year) {
    String name = "S" + (stratum + 1);
    return Stream.of(
        new Datum(name, "MANAGED_AREA", "ha", STRATA_HECTARES.get(stratum), year),
        new Datum(name, "HEAD.SHEEP", "head", Decimal.of(SHEEP.get(stratum)), year),
        new Datum(name, "FUEL.DIESEL", "L", Decimal.of("1000"), year));
  }

  private static Sha256 hash(String document) {
    return Sha256.of("practice: " + document);
  }
}
