// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.FreezeCredits;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.PublishTrustAnchor;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.project.CommentOnProject;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.ProposeRenewal;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A history that leaves every type of record on the ledger, and something in each state from which
 * life goes on: credits held, frozen and on hold, a project in publicity with a comment, a report
 * to be verified, monitoring data for a report to come.
 */
public final class GoldenHistory {
  private static final Sha256 DOCUMENT = Sha256.of("document");
  private static final String CERTIFICATE_SUBJECT = "CN=Example authority,C=CN";

  private final StockChangeProject measured = new StockChangeProject();
  private final Projects projects = measured.projects;
  private final TestLedger ledger = projects.ledger;

  private GoldenHistory() {}

  /** Plays it on a new ledger. */
  public static TestLedger play() {
    GoldenHistory history = new GoldenHistory();
    history.authorities();
    history.accredit(history.projects.validator);
    history.accredit(history.projects.verifier);
    history.credits();
    history.surveyedProject();
    history.renewal();
    history.unfinishedProjects();
    return history.ledger;
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
    InstructionId report = projects.issued();
    InstructionId project = projects.reportOf(report).project();
    BatchId batch = projects.reportOf(report).issuance().orElseThrow().batches().get(0);
    ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
    ParticipantId court = ledger.admit(TestLedger.BEIJING, Role.COURT);
    ledger.apply(projects.owner, new TransferCredits(batch, Tonnes.of(500), trader));
    ledger.apply(
        trader,
        new RetireCredits(
            batch,
            new Beneficiary(Optional.empty(), Name.of("受益方", "Beneficiary")),
            Optional.of(DOCUMENT),
            Retirement.Purpose.VOLUNTARY,
            Tonnes.of(20),
            Retirement.Reason.values()[0],
            "a use"));
    ledger.apply(
        trader,
        new CancelCredits(
            batch,
            Optional.empty(),
            Optional.empty(),
            trader,
            Tonnes.of(3),
            Cancellation.Reason.OTHER,
            "given up"));
    ledger.apply(
        court, new FreezeCredits(batch, DOCUMENT, trader, Optional.of(Tonnes.of(40)), "claim"));
    ledger.submit(trader, new TransferCredits(batch, Tonnes.of(1_000_000), projects.owner));

    InstructionId settled = ledger.apply(projects.owner, loss(project, 60));
    ledger.apply(projects.verifier, new SettleReversal(Tonnes.of(50), project, DOCUMENT, settled));
    ledger.apply(projects.owner, loss(project, 30));
    ledger.apply(
        projects.owner,
        Edited.with(RecordStocking.TYPE.example(), "/project", "\"" + project.value() + "\""));
  }

  private static ReportReversal loss(InstructionId project, long tonnes) {
    return new ReportReversal(
        Reversal.Cause.FIRE,
        DOCUMENT,
        Tonnes.of(tonnes),
        LocalDate.of(2025, 4, 12),
        project,
        "A fire.");
  }

  /** A project of the stock change method with data for a report that is not there yet. */
  private void surveyedProject() {
    InstructionId project =
        ledger.apply(
            projects.owner,
            new ProposeProject(Shifted.east(ExampleProject.BOUNDARY, 9), measured.design()));
    projects.endPublicity();
    ledger.apply(projects.validator, projects.opinion(project));
    ledger.apply(projects.office, new RegisterProject(project));
    ledger.apply(
        projects.owner,
        new SubmitMonitoringData(StockChangeProject.data(2023, 2024, "0.8"), project));
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
    InstructionId project = ledger.apply(projects.owner, proposal);
    ledger.apply(projects.validator, projects.opinion(project));
    ledger.apply(projects.office, new RegisterProject(project));
    ledger.apply(
        projects.owner,
        new ProposeRenewal(
            Edited.with(
                proposal.design(),
                "/creditingPeriod",
                "{\"from\":\"2027-01-01\",\"to\":\"2030-12-31\"}"),
            project));
  }

  private void unfinishedProjects() {
    projects.submitted();
    InstructionId commented = projects.propose();
    ledger.apply(
        projects.office,
        new CommentOnProject(Optional.of("A herder"), commented, "Who grazes the winter pasture?"));
  }
}
