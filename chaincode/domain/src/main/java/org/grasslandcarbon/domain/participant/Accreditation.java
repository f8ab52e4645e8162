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
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What a certifier may validate and verify, and until when. One record a certifier: a new
 * accreditation takes the place of the old one.
 *
 * @param accreditedAt transaction time
 * @param certifier the validation and verification body
 * @param document the certificate of accreditation
 * @param methodologies ids of the methodologies in scope
 * @param validFrom first day
 * @param validTo last day
 * @param withdrawal when and why it was withdrawn
 */
public record Accreditation(
    Instant accreditedAt,
    ParticipantId certifier,
    Sha256 document,
    @Most(value = AccreditCertifier.METHODOLOGIES_MOST, each = 40) List<String> methodologies,
    LocalDate validFrom,
    LocalDate validTo,
    Optional<Withdrawal> withdrawal)
    implements LedgerRecord {

  /** The type of accreditations. */
  public static final RecordType<Accreditation> TYPE =
      new RecordType<>("ACCREDITATION", Accreditation.class, Visibility.PUBLIC);

  public Accreditation {
    methodologies = List.copyOf(methodologies);
  }

  /**
   * The end of an accreditation before its time.
   *
   * @param at transaction time
   * @param reason in words
   */
  public record Withdrawal(Instant at, @Most(Participant.REASON_MOST) String reason) {}

  /** The key of a certifier's accreditation. */
  public static Key<Accreditation> key(ParticipantId certifier) {
    return TYPE.key(certifier.value());
  }

  /**
   * The one check that a certifier may work under a methodology today.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code CERTIFIER_NOT_ACCREDITED}
   */
  public static void require(Act act, ParticipantId certifier, String methodologyId) {
    boolean accredited =
        act.find(key(certifier))
            .filter(each -> each.covers(methodologyId, act.today()))
            .isPresent();
    act.require(
        accredited,
        ErrorCode.CERTIFIER_NOT_ACCREDITED,
        zh("%s 没有方法学 %s 的有效资质").en("%s under methodology %s", certifier, methodologyId));
  }

  /** Whether it permits work under a methodology on a day. */
  public boolean covers(String methodologyId, LocalDate day) {
    return withdrawal.isEmpty()
        && methodologies.contains(methodologyId)
        && !day.isBefore(validFrom)
        && !day.isAfter(validTo);
  }

  @Override
  public Key<Accreditation> key() {
    return key(certifier);
  }
}
