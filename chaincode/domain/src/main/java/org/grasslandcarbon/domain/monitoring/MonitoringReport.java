// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.project.Finding;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A monitoring report. Its data and worksheets are records of their own ({@link
 * ReportQuantification}); here are the results.
 *
 * @param approval the office's approval
 * @param documents hashes of the report and its evidence
 * @param flags how many there are in its data, of the verified ones once there are any; absent
 *     under versions without rules of plausibility
 * @param gapExplanation why days before the period are not reported
 * @param id the id of the instruction that submitted it
 * @param issuance what was issued
 * @param methodology the version that computed it
 * @param owner the project owner
 * @param period the monitored days
 * @param project the project
 * @param projectNumber its public number
 * @param publicityWorkingDays how long publicity lasts
 * @param region GB/T 2260
 * @param samplings records of samplings that it names
 * @param state where it stands
 * @param submittedAt transaction time; publicity begins on its day
 * @param tonnes net tonnes of the whole period: of the verified data once there are any
 * @param training whether it is for practice only
 * @param verification the certifier's work
 * @param vintages net tonnes by calendar year
 */
public record MonitoringReport(
    Optional<Approval> approval,
    @Most(SubmitMonitoringReport.DOCUMENTS_MOST) List<Sha256> documents,
    Optional<Integer> flags,
    @Most(SubmitMonitoringReport.EXPLANATION_MOST) Optional<String> gapExplanation,
    InstructionId id,
    Optional<Issuance> issuance,
    MethodologyRef methodology,
    ParticipantId owner,
    DateRange period,
    InstructionId project,
    ProjectNumber projectNumber,
    int publicityWorkingDays,
    RegionCode region,
    @Most(SubmitMonitoringReport.SAMPLINGS_MOST) Optional<List<InstructionId>> samplings,
    State state,
    Instant submittedAt,
    Decimal tonnes,
    boolean training,
    Optional<Verification> verification,
    @Most(Quantification.YEARS_MOST) List<Quantification.Vintage> vintages)
    implements LedgerRecord {

  /** The type of reports. */
  public static final RecordType<MonitoringReport> TYPE =
      new RecordType<>("REPORT", MonitoringReport.class, Visibility.PUBLIC);

  public MonitoringReport {
    documents = List.copyOf(documents);
    samplings = samplings.map(List::copyOf);
    vintages = List.copyOf(vintages);
  }

  /** Where a report stands. */
  public enum State {
    /** It is public (公示). */
    PUBLICITY,
    /** A certifier gave a positive opinion (核查). */
    VERIFIED,
    /** A certifier gave a negative opinion; the end, and its period is free again. */
    REJECTED,
    /** The office has approved issuance (登记). */
    APPROVED,
    /** Credits have been issued; the end (签发). */
    ISSUED
  }

  /**
   * A certifier's verification.
   *
   * @param at transaction time
   * @param broughtForward tonnes that the reports verified before left behind: a loss, or a part of
   *     a tonne
   * @param by the certifier
   * @param corrected whether a second worksheet exists: data were corrected, or an earlier report
   *     that the computation looks back on was verified after this one was submitted
   * @param findings what was found
   * @param opinion the conclusion
   * @param removed rows that the certifier did not let count
   * @param report the verification report
   * @param severe severe flags, which the office must have read
   */
  public record Verification(
      Instant at,
      Decimal broughtForward,
      ParticipantId by,
      boolean corrected,
      @Most(Finding.FINDINGS_MOST) List<Finding> findings,
      Opinion opinion,
      @Most(VerifyMonitoringReport.REMOVALS_MOST) Optional<List<Removal>> removed,
      Sha256 report,
      @Most(Flag.FLAGS_MOST) Optional<List<AnsweredFlag>> severe) {
    public Verification {
      removed = removed.map(List::copyOf);
      severe = severe.map(List::copyOf);
      findings = List.copyOf(findings);
    }
  }

  /**
   * An office's approval.
   *
   * @param at transaction time
   * @param by the office
   */
  public record Approval(Instant at, ParticipantId by) {}

  /**
   * What was issued.
   *
   * @param at transaction time
   * @param batches one a vintage year
   * @param buffered tonnes withheld in the buffer
   * @param issued tonnes, those in the buffer included
   * @param remainder the part of a tonne that rounding down left; the next report of the project to
   *     be verified has it brought forward
   */
  public record Issuance(
      Instant at,
      @Most(Quantification.YEARS_MOST) List<BatchId> batches,
      Tonnes buffered,
      Tonnes issued,
      Decimal remainder) {
    public Issuance {
      batches = List.copyOf(batches);
    }
  }

  /** The key of a report. */
  public static Key<MonitoringReport> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** The first day of publicity, in Beijing time. */
  public LocalDate publicFrom() {
    return BeijingTime.day(submittedAt);
  }

  /** The same with another count of flags, as verified data have it. */
  MonitoringReport withFlags(Optional<Integer> count) {
    return with(copy -> copy.flags = count);
  }

  MonitoringReport withVerification(
      Verification done, Decimal net, List<Quantification.Vintage> byYear) {
    return with(
        copy -> {
          copy.state = done.opinion() == Opinion.POSITIVE ? State.VERIFIED : State.REJECTED;
          copy.verification = Optional.of(done);
          copy.tonnes = net;
          copy.vintages = byYear;
        });
  }

  MonitoringReport withApproval(Approval given) {
    return with(
        copy -> {
          copy.state = State.APPROVED;
          copy.approval = Optional.of(given);
        });
  }

  MonitoringReport withIssuance(Issuance done) {
    return with(
        copy -> {
          copy.state = State.ISSUED;
          copy.issuance = Optional.of(done);
        });
  }

  private MonitoringReport with(Consumer<Copy> changes) {
    Copy copy = new Copy();
    changes.accept(copy);
    return new MonitoringReport(
        copy.approval,
        documents,
        copy.flags,
        gapExplanation,
        id,
        copy.issuance,
        methodology,
        owner,
        period,
        project,
        projectNumber,
        publicityWorkingDays,
        region,
        samplings,
        copy.state,
        submittedAt,
        copy.tonnes,
        training,
        copy.verification,
        copy.vintages);
  }

  /** What changes in a report's life. */
  private final class Copy {
    private Optional<Approval> approval = MonitoringReport.this.approval;
    private Optional<Integer> flags = MonitoringReport.this.flags;
    private Optional<Issuance> issuance = MonitoringReport.this.issuance;
    private State state = MonitoringReport.this.state;
    private Decimal tonnes = MonitoringReport.this.tonnes;
    private Optional<Verification> verification = MonitoringReport.this.verification;
    private List<Quantification.Vintage> vintages = MonitoringReport.this.vintages;
  }

  @Override
  public Key<MonitoringReport> key() {
    return key(id);
  }
}
