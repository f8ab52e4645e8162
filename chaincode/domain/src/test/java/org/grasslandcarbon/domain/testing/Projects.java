// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.ExampleReport;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.monitoring.VerifyMonitoringReport;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Finding;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.project.ValidateProject;
import org.grasslandcarbon.domain.project.Validation;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A ledger on which the example project can live: an owner, two accredited certifiers, calendars,
 * the example methodology and the same for practice. Each step of the life cycle is a method that
 * must succeed; tests break the one that they are about.
 */
public final class Projects {
  public final TestLedger ledger = new TestLedger();
  public final ParticipantId authority = ledger.the(Role.AUTHORITY);
  public final ParticipantId office = ledger.the(Role.OFFICE);
  public final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  public final ParticipantId validator = ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);
  public final ParticipantId verifier = ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);

  private int proposals;

  /** On 2025-03-03, a Monday. */
  public Projects() {
    ledger.apply(authority, calendar2025());
    ledger.apply(authority, new PublishCalendar(Sha256.of("notice"), List.of(), List.of(), 2026));
    ledger.apply(authority, ExampleMethodology.tier1());
    ledger.apply(authority, ExampleMethodology.training());
    accredit(validator);
    accredit(verifier);
  }

  /** What was left of the year in March: holidays, and the weekends worked for them. */
  private static PublishCalendar calendar2025() {
    return new PublishCalendar(
        Sha256.of("notice"),
        days(
            "2025-04-04 2025-05-01 2025-05-02 2025-05-05 2025-06-02 2025-10-01 2025-10-02 2025-10-03 2025-10-06 2025-10-07 2025-10-08"),
        days("2025-04-27 2025-09-28 2025-10-11"),
        2025);
  }

  private static List<LocalDate> days(String dates) {
    return Arrays.stream(dates.split(" ")).map(LocalDate::parse).toList();
  }

  /** Accredits a certifier for both example methodologies. */
  public void accredit(ParticipantId certifier) {
    ledger.apply(
        authority,
        new AccreditCertifier(
            certifier,
            Sha256.of("certificate"),
            List.of(
                ExampleMethodology.tier1().version().id(),
                ExampleMethodology.training().version().id()),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2030, 12, 31)));
  }

  /** Sets the ledger's date, at ten in the morning in Beijing. */
  public void setDate(String date) {
    ledger.setTime(LocalDate.parse(date).atTime(10, 0).toInstant(BeijingTime.OFFSET));
  }

  /** Moves forward until all publicity that has begun is over. */
  public void endPublicity() {
    ledger.advance(Duration.ofDays(40));
  }

  /** The example design with this ledger's validator, under a methodology. */
  public ProjectDesign design(MethodologyRef methodology) {
    ProjectDesign d = ExampleProject.DESIGN;
    return new ProjectDesign(
        d.areaHectares(),
        d.benefitShares(),
        validator,
        d.creditingPeriod(),
        d.designDocument(),
        d.expectedTonnesPerYear(),
        methodology,
        d.name(),
        d.region(),
        d.startDate(),
        d.strata(),
        d.tenureDocuments());
  }

  public ProjectDesign design() {
    return design(ExampleMethodology.tier1().version());
  }

  /** The code of an instruction's verdict. */
  public String verdict(ParticipantId by, Action action) {
    return ledger.submit(by, action).code();
  }

  public Project project(InstructionId id) {
    return ledger.find(Project.key(id)).orElseThrow();
  }

  public MonitoringReport reportOf(InstructionId id) {
    return ledger.find(MonitoringReport.key(id)).orElseThrow();
  }

  /** The example on its own land; each further one beside the one before. */
  public ProposeProject proposal() {
    return new ProposeProject(Shifted.east(ExampleProject.BOUNDARY, proposals++), design());
  }

  public InstructionId propose() {
    return ledger.apply(owner, proposal());
  }

  /** A positive opinion that answers what is flagged. */
  public ValidateProject opinion(InstructionId project) {
    return new ValidateProject(
        List.of(),
        answering(ledger.find(Project.key(project)).flatMap(Project::flags)),
        Opinion.POSITIVE,
        project,
        Sha256.of("validation"),
        Optional.empty());
  }

  /** A finding for each flag; nothing when nothing is flagged. */
  public static Optional<List<Finding>> answering(Optional<List<Flag>> flags) {
    return flags
        .filter(found -> !found.isEmpty())
        .map(
            found ->
                found.stream()
                    .map(flag -> Finding.answering(AnsweredFlag.of(flag), "Seen in the field."))
                    .toList());
  }

  /** A registration that names what is severe as read. */
  public RegisterProject registration(InstructionId project) {
    return new RegisterProject(
        ledger.find(Validation.key(project)).flatMap(Validation::severe), project);
  }

  public InstructionId validated() {
    InstructionId project = propose();
    endPublicity();
    ledger.apply(validator, opinion(project));
    return project;
  }

  public InstructionId registered() {
    InstructionId project = validated();
    ledger.apply(office, registration(project));
    return project;
  }

  public SubmitMonitoringReport report(InstructionId project) {
    SubmitMonitoringReport example = ExampleReport.submission();
    return new SubmitMonitoringReport(
        example.data(), example.documents(), Optional.empty(), example.period(), project);
  }

  /** Shows the baseline of a proposed project where its version asks for that. */
  public void evidence(InstructionId project) {
    ProjectDesign design = project(project).design();
    if (ledger
        .find(Methodology.key(design.methodology()))
        .flatMap(version -> version.terms().lookBackYears())
        .isPresent()) {
      ledger.apply(owner, ExampleProject.evidence(design, project));
    }
  }

  public InstructionId submitted() {
    return ledger.apply(owner, report(registered()));
  }

  public VerifyMonitoringReport verification(InstructionId report) {
    return new VerifyMonitoringReport(
        List.of(), List.of(), report, Opinion.POSITIVE, Sha256.of("verification"));
  }

  public InstructionId verified() {
    InstructionId report = submitted();
    endPublicity();
    ledger.apply(verifier, verification(report));
    return report;
  }

  public InstructionId approved() {
    InstructionId report = verified();
    ledger.apply(office, new ApproveIssuance(report));
    return report;
  }

  public InstructionId issued() {
    InstructionId report = approved();
    ledger.apply(verifier, new IssueCredits(report));
    return report;
  }

  /**
   * A report of a year or a part of it with the baseline's herd, some hectares of S1 managed and
   * half as much fuel again: 2.75 t a hectare and year, less 2.886 t a year.
   */
  public SubmitMonitoringReport report(
      InstructionId project, String from, String to, String managedHectares) {
    int year = LocalDate.parse(from).getYear();
    List<Datum> data =
        List.of(
            row("S1", "MANAGED_AREA", "ha", managedHectares, year),
            row("S1", "HEAD.SHEEP", "head", "6000", year),
            row("S1", "FUEL.DIESEL", "L", "1500", year),
            row("S2", "MANAGED_AREA", "ha", "0", year),
            row("S2", "HEAD.SHEEP", "head", "2100", year),
            row("S2", "FUEL.DIESEL", "L", "1500", year));
    return new SubmitMonitoringReport(
        data,
        ExampleReport.submission().documents(),
        Optional.empty(),
        new DateRange(LocalDate.parse(from), LocalDate.parse(to)),
        project);
  }

  /** The same, submitted. */
  public InstructionId submitted(
      InstructionId project, String from, String to, String managedHectares) {
    return ledger.apply(owner, report(project, from, to, managedHectares));
  }

  /** The same, verified and approved. */
  public InstructionId approved(
      InstructionId project, String from, String to, String managedHectares) {
    InstructionId report = submitted(project, from, to, managedHectares);
    endPublicity();
    ledger.apply(verifier, verification(report));
    ledger.apply(office, new ApproveIssuance(report));
    return report;
  }

  /** The same, with its credits issued. */
  public InstructionId issued(
      InstructionId project, String from, String to, String managedHectares) {
    InstructionId report = approved(project, from, to, managedHectares);
    ledger.apply(verifier, new IssueCredits(report));
    return report;
  }

  /** A row of monitoring data. */
  public static Datum row(String stratum, String symbol, String unit, String value, int year) {
    return new Datum(stratum, symbol, unit, Decimal.of(value), year);
  }
}
