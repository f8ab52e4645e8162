// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.error.ErrorCode;
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
import org.grasslandcarbon.network.conformance.ExampleSigners;

/**
 * Credits to move on a network that was founded and has none: a project under the methodology for
 * practice, from its proposal to its issuance.
 */
final class Issuance {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final RegionCode REGION = new RegionCode("150000");

  /** The example's strata, on a field that has room for them. */
  private static final List<Decimal> STRATA_HECTARES =
      List.of(Decimal.of("2400"), Decimal.of("1000"));

  private static final List<String> SHEEP = List.of("6000", "2000");

  private final RegistryClient client;
  private final InstructionSigner authority;
  private final InstructionSigner office;
  private final InstructionSigner owner = newcomer();
  private final InstructionSigner validator = newcomer();
  private final InstructionSigner verifier = newcomer();
  private final int firstYear = Year.now(Act.BEIJING_TIME).getValue() - 2;

  /**
   * @param client of any gateway
   * @param examples the authority and the office of the example that the network was founded with
   */
  Issuance(RegistryClient client, ExampleSigners examples) {
    this.client = client;
    this.authority = examples.get("authority");
    this.office = examples.get("office-inner-mongolia");
  }

  /** Who holds what is issued. */
  InstructionSigner owner() {
    return owner;
  }

  /** Plays it and returns the batch of the first year. */
  BatchId play() {
    PublishMethodology methodology = ExampleMethodology.training();
    publish(methodology);
    send(office, admission(owner, Role.OWNER));
    for (InstructionSigner certifier : List.of(validator, verifier)) {
      send(office, admission(certifier, Role.CERTIFIER));
      send(authority, accreditation(certifier, methodology));
    }
    InstructionId project = new InstructionId(send(owner, proposal(methodology)).id());
    send(
        validator,
        new ValidateProject(
            List.of(), Opinion.POSITIVE, project, hash("validation report"), Optional.empty()));
    send(office, new RegisterProject(project));
    InstructionId report = new InstructionId(send(owner, report(project)).id());
    send(
        verifier,
        new VerifyMonitoringReport(
            List.of(), List.of(), report, Opinion.POSITIVE, hash("verification report")));
    send(office, new ApproveIssuance(report));
    return new BatchId(send(verifier, new IssueCredits(report)).reference("batch").orElseThrow());
  }

  private Outcome send(InstructionSigner signer, Action action) {
    return client.submit(signer.sign(InstructionSigner.newId(), action, VALIDITY), PATIENCE);
  }

  /** A version is published once for ever; on a network that has it already, it serves. */
  private void publish(PublishMethodology methodology) {
    try {
      send(authority, methodology);
    } catch (RegistryProblem e) {
      if (!e.is(ErrorCode.METHODOLOGY_EXISTS)) {
        throw e;
      }
    }
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
        Name.of("故障测试主体", "Participant of the fault tests"),
        REGION,
        List.of(role));
  }

  private static AccreditCertifier accreditation(
      InstructionSigner certifier, PublishMethodology methodology) {
    LocalDate today = LocalDate.now(Act.BEIJING_TIME);
    return new AccreditCertifier(
        certifier.participant(),
        hash("accreditation"),
        List.of(methodology.version().id()),
        today.minusYears(1),
        today.plusYears(1));
  }

  private ProposeProject proposal(PublishMethodology methodology) {
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
            methodology.version(),
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
    return Sha256.of("faults: " + document);
  }
}
