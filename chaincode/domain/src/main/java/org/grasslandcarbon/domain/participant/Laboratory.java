// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A laboratory whose analyses reports may rest on: which, and until when. It gives no instructions
 * and has no keys. A new accreditation takes the place of the old one.
 *
 * @param accreditedAt transaction time
 * @param analyses what it is accredited for
 * @param document the certificate of accreditation
 * @param id its unified social credit code
 * @param name its name
 * @param validFrom first day
 * @param validTo last day
 * @param withdrawal when and why it was withdrawn
 */
public record Laboratory(
    Instant accreditedAt,
    @Most(ANALYSES_MOST) List<Analysis> analyses,
    Sha256 document,
    ParticipantId id,
    Name name,
    LocalDate validFrom,
    LocalDate validTo,
    Optional<Withdrawal> withdrawal)
    implements LedgerRecord {

  /** The type of laboratories. */
  public static final RecordType<Laboratory> TYPE =
      new RecordType<>("LABORATORY", Laboratory.class, Visibility.PUBLIC);

  /** Each analysis once. */
  static final int ANALYSES_MOST = 3;

  public Laboratory {
    analyses = List.copyOf(analyses);
  }

  /** How organic carbon is determined. */
  public enum Analysis {
    /** Dry combustion (干烧法), which VM0042 asks for. */
    DRY_COMBUSTION,
    /** Wet oxidation with potassium dichromate (重铬酸钾氧化法). */
    WET_OXIDATION,
    /** Spectroscopy with a calibration of its own (光谱法). */
    SPECTROSCOPY
  }

  /**
   * The end of an accreditation before its time.
   *
   * @param at transaction time
   * @param reason in words
   */
  public record Withdrawal(Instant at, @Most(Participant.REASON_MOST) String reason) {}

  /** The key of a laboratory. */
  public static Key<Laboratory> key(ParticipantId id) {
    return TYPE.key(id.value());
  }

  /**
   * The one check that a laboratory's analysis of samples of some days is accepted. What it did
   * before its accreditation was withdrawn stands; what is recorded afterwards does not.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code LABORATORY_NOT_ACCREDITED}
   */
  public static void require(Act act, ParticipantId id, Analysis analysis, LocalDate day) {
    act.require(
        act.find(key(id)).filter(each -> each.covers(analysis, day)).isPresent(),
        ErrorCode.LABORATORY_NOT_ACCREDITED,
        zh("%1$s 在 %3$s 没有 %2$s 的有效资质").en("%s for %s on %s", id, analysis, day));
  }

  private boolean covers(Analysis analysis, LocalDate day) {
    return withdrawal.isEmpty()
        && analyses.contains(analysis)
        && !day.isBefore(validFrom)
        && !day.isAfter(validTo);
  }

  @Override
  public Key<Laboratory> key() {
    return key(id);
  }
}
