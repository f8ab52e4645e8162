// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Something that an office tells everybody: a policy, a standard, a rate of compensation, a plan, a
 * course, a barrier, an offer, a need or credits set apart for use abroad (china-rules E10, E12,
 * E15, E21, E30 to E34). Its fields are typed by its kind; the whole text is a document.
 *
 * @param at transaction time
 * @param by the authority or office
 * @param document the document
 * @param fields the member of its kind
 * @param id the instruction
 * @param kind what it announces
 * @param region for which region
 * @param replacedBy the later notice in place of this one
 * @param replaces the earlier notice that this one takes the place of
 * @param title in words
 * @param validFrom its first day
 * @param validTo its last day, where it has one
 */
public record Notice(
    Instant at,
    ParticipantId by,
    Sha256 document,
    NoticeFields fields,
    InstructionId id,
    NoticeKind kind,
    RegionCode region,
    Optional<InstructionId> replacedBy,
    Optional<InstructionId> replaces,
    @Most(TITLE_MOST) String title,
    LocalDate validFrom,
    Optional<LocalDate> validTo)
    implements LedgerRecord {

  /** The type of notices. */
  public static final RecordType<Notice> TYPE =
      new RecordType<>("NOTICE", Notice.class, Visibility.PUBLIC);

  /** A line; what is longer is the document. */
  static final int TITLE_MOST = 200;

  /** The key of a notice. */
  public static Key<Notice> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** Whether it counts on a day. */
  public boolean isInForceOn(LocalDate day) {
    return replacedBy.isEmpty()
        && !day.isBefore(validFrom)
        && validTo.filter(day::isAfter).isEmpty();
  }

  /** The notice with a later one in its place. */
  Notice replacedBy(InstructionId later) {
    return new Notice(
        at,
        by,
        document,
        fields,
        id,
        kind,
        region,
        Optional.of(later),
        replaces,
        title,
        validFrom,
        validTo);
  }

  @Override
  public Key<Notice> key() {
    return key(id);
  }
}
