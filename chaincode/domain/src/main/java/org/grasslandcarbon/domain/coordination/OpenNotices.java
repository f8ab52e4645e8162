// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * The notices of one publisher that have neither ended nor been replaced, so that nobody fills the
 * board, or tells the same barrier many times. What has ended goes when the publisher publishes
 * again. Labels are not among them: each answers a holder's request, and is for good.
 *
 * @param by who published them
 * @param notices in the order in which they were published
 */
public record OpenNotices(ParticipantId by, @Most(OPEN_MOST) List<Open> notices)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<OpenNotices> TYPE =
      new RecordType<>("OPEN_NOTICES", OpenNotices.class, Visibility.PUBLIC);

  /** More than an office can look after: one a working day of a year, with room. */
  static final int OPEN_MOST = 300;

  /**
   * A notice that is open.
   *
   * @param barrier the barrier that it tells of, if one
   * @param id the notice
   * @param region for which region
   * @param validTo its last day, where it has one
   */
  public record Open(
      Optional<BarrierKind> barrier,
      InstructionId id,
      RegionCode region,
      Optional<LocalDate> validTo) {
    private boolean isOver(LocalDate today) {
      return validTo.filter(last -> last.isBefore(today)).isPresent();
    }
  }

  public OpenNotices {
    notices = List.copyOf(notices);
  }

  /** The key of a publisher's. */
  static Key<OpenNotices> key(ParticipantId by) {
    return TYPE.key(by.value());
  }

  /** Those of a publisher that are open on a day. */
  static OpenNotices of(Records records, ParticipantId by, LocalDate today) {
    List<Open> all = records.find(key(by)).map(OpenNotices::notices).orElse(List.of());
    return new OpenNotices(by, all.stream().filter(each -> !each.isOver(today)).toList());
  }

  /** The notice that tells of a kind of barrier in a region. */
  Optional<InstructionId> barrier(RegionCode region, BarrierKind kind) {
    return notices.stream()
        .filter(each -> each.region().equals(region))
        .filter(each -> each.barrier().filter(kind::equals).isPresent())
        .map(Open::id)
        .findFirst();
  }

  /** Without one that was replaced. */
  OpenNotices without(InstructionId replaced) {
    return new OpenNotices(
        by, notices.stream().filter(each -> !each.id().equals(replaced)).toList());
  }

  OpenNotices with(Notice published) {
    List<Open> more = new ArrayList<>(notices);
    more.add(
        new Open(
            published.fields().barrier().map(NoticeFields.Barrier::kind),
            published.id(),
            published.region(),
            published.validTo()));
    return new OpenNotices(by, more);
  }

  @Override
  public Key<OpenNotices> key() {
    return key(by);
  }
}
