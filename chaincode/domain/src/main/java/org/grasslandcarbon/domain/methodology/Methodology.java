// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.quantification.Algorithm;
import org.grasslandcarbon.domain.quantification.Algorithms;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A published version of a methodology. Its numbers never change: projects are pinned to it, and an
 * auditor recomputes old reports from it. Only its end can be added.
 *
 * @param algorithm id of the algorithm that computes with it
 * @param document the methodology's text
 * @param name zh and en
 * @param publishedAt transaction time
 * @param publishedBy the authority
 * @param science the numbers of the computation
 * @param terms periods and shares
 * @param training whether its projects and credits are for practice only
 * @param validity when it is open
 * @param version which version of which methodology
 * @param withdrawal when and why it was closed before its time
 */
public record Methodology(
    @Most(PublishMethodology.ALGORITHM_MOST) String algorithm,
    Sha256 document,
    Name name,
    Instant publishedAt,
    ParticipantId publishedBy,
    Science science,
    Terms terms,
    boolean training,
    Validity validity,
    MethodologyRef version,
    Optional<Withdrawal> withdrawal)
    implements LedgerRecord {

  /** The type of methodology versions. */
  public static final RecordType<Methodology> TYPE =
      new RecordType<>("METHODOLOGY", Methodology.class, Visibility.PUBLIC);

  /**
   * The closing of a version to new projects.
   *
   * @param at transaction time
   * @param from first day on which no project may be proposed
   * @param lastValidationDay last day on which a proposed project may be validated; no end when
   *     absent
   * @param reason in words
   */
  public record Withdrawal(
      Instant at,
      LocalDate from,
      Optional<LocalDate> lastValidationDay,
      @Most(WithdrawMethodology.REASON_MOST) String reason) {}

  /** The key of a version. */
  public static Key<Methodology> key(MethodologyRef version) {
    return TYPE.key(version.id(), version.version());
  }

  /** Whether a project may be proposed under it on a day. */
  public boolean isOpenForListing(LocalDate day) {
    return validity.isOpenForListing(day)
        && withdrawal.map(end -> day.isBefore(end.from())).orElse(true);
  }

  /** Whether a project proposed under it may be validated on a day. */
  public boolean isOpenForValidation(LocalDate day) {
    return validity.isOpenForValidation(day)
        && withdrawal
            .flatMap(Withdrawal::lastValidationDay)
            .map(last -> !day.isAfter(last))
            .orElse(true);
  }

  /** Whether it measures: its reports bring, or name, samplings of strata. */
  public boolean samples() {
    return computation().data(science.byName()).stream()
        .anyMatch(each -> each.over() == DatumType.Over.SAMPLE);
  }

  /** The algorithm that computes with it. */
  public Algorithm computation() {
    return Algorithms.find(algorithm)
        .orElseThrow(() -> new IllegalStateException("published without its algorithm"));
  }

  /** The data that reports bring; what verified reports counted is not asked where it is known. */
  public List<DatumType> data() {
    return computation().data(science.byName()).stream()
        .filter(type -> terms.samplings().isEmpty() || !Datum.isOfEarlierReports(type.symbol()))
        .toList();
  }

  /** The version, closed. */
  Methodology withWithdrawal(Withdrawal end) {
    return new Methodology(
        algorithm,
        document,
        name,
        publishedAt,
        publishedBy,
        science,
        terms,
        training,
        validity,
        version,
        Optional.of(end));
  }

  @Override
  public Key<Methodology> key() {
    return key(version);
  }
}
