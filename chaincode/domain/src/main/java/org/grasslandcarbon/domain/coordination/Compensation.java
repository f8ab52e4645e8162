// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What a region's herders are due of a scheme of compensation in a year, and what of it was paid
 * (china-rules E18 and E24). Tonnes that were issued for the same region and year stand beside it
 * and are never netted: one pays for grazing less, the other for carbon.
 *
 * @param arrears fen that are due and not paid; none where more was paid than is due
 * @param bases from what it was computed, the oldest first; the last counts
 * @param due fen, of the last basis
 * @param overlapTonnes tonnes issued for days of the year in the region when this was recorded
 *     last; absent where the ledger has not counted them
 * @param paid fen, without what was withdrawn
 * @param payments in the order in which they were recorded
 * @param region for which
 * @param scheme under which
 * @param year the calendar year for which it is due
 */
public record Compensation(
    Fen arrears,
    @Most(BASES_MOST) List<Basis> bases,
    Fen due,
    Optional<Tonnes> overlapTonnes,
    Fen paid,
    @Most(PAYMENTS_MOST) List<Payment> payments,
    RegionCode region,
    @Most(SCHEME_LENGTH_MOST) String scheme,
    int year)
    implements LedgerRecord {

  /** The type of compensation; public money, and no names. */
  public static final RecordType<Compensation> TYPE =
      new RecordType<>("COMPENSATION", Compensation.class, Visibility.PUBLIC);

  /** What needs more was never measured. */
  static final int BASES_MOST = 10;

  /** Some a month, and those that were withdrawn. */
  static final int PAYMENTS_MOST = 100;

  static final int SCHEME_LENGTH_MOST = 40;

  /** The form of a scheme's code, e.g. {@code GRAZING_BAN}. */
  public static final String SCHEME_PATTERN = "[A-Z][A-Z0-9_]{0,39}";

  private static final int YEAR_DIGITS = 4;

  /**
   * From what it was computed.
   *
   * @param area the compensated grassland
   * @param at transaction time
   * @param by who recorded it
   * @param document what fixes the area
   * @param due fen: area in mu times rate, half up
   * @param fenPerMu the rate: fen a mu and year
   * @param id the instruction
   * @param notice the notice that the rate is of
   * @param unit of the area
   */
  public record Basis(
      Decimal area,
      Instant at,
      ParticipantId by,
      Sha256 document,
      Fen due,
      Fen fenPerMu,
      InstructionId id,
      InstructionId notice,
      AreaUnit unit) {}

  /**
   * A payment.
   *
   * @param at transaction time
   * @param by who recorded it
   * @param day on which it was paid
   * @param document what shows it
   * @param fen the amount
   * @param id the instruction
   * @param withdrawnBy the instruction that said that it was not made, if one did
   */
  public record Payment(
      Instant at,
      ParticipantId by,
      LocalDate day,
      Sha256 document,
      Fen fen,
      InstructionId id,
      Optional<InstructionId> withdrawnBy) {
    boolean counts() {
      return withdrawnBy.isEmpty();
    }

    private boolean isShownBy(Sha256 other) {
      return counts() && document.equals(other);
    }

    private Payment withdrawn(InstructionId by) {
      return new Payment(at, this.by, day, document, fen, id, Optional.of(by));
    }
  }

  public Compensation {
    bases = List.copyOf(bases);
    payments = List.copyOf(payments);
  }

  /** The key of a scheme in a region and year. */
  public static Key<Compensation> key(RegionCode region, String scheme, int year) {
    return TYPE.key(region.value(), scheme, Keys.padded(year, YEAR_DIGITS));
  }

  /** The same key for people. */
  static String id(RegionCode region, String scheme, int year) {
    return region + "/" + scheme + "/" + year;
  }

  /** Nothing due and nothing paid. */
  static Compensation begin(RegionCode region, String scheme, int year) {
    return new Compensation(
        Fen.ZERO, List.of(), Fen.ZERO, Optional.empty(), Fen.ZERO, List.of(), region, scheme, year);
  }

  /** Whether a payment that counts is shown by a document. */
  boolean hasPayment(Sha256 document) {
    return payments.stream().anyMatch(each -> each.isShownBy(document));
  }

  Compensation with(Basis newest) {
    List<Basis> more = new ArrayList<>(bases);
    more.add(newest);
    return with(more, payments, overlapTonnes);
  }

  Compensation with(Payment further) {
    List<Payment> more = new ArrayList<>(payments);
    more.add(further);
    return with(bases, more, overlapTonnes);
  }

  /** Without the payment that a document shows; it stays to be seen. */
  Compensation without(Sha256 document, InstructionId by) {
    return with(
        bases,
        payments.stream()
            .map(each -> each.isShownBy(document) ? each.withdrawn(by) : each)
            .toList(),
        overlapTonnes);
  }

  Compensation withOverlap(Optional<Tonnes> issued) {
    return with(bases, payments, issued);
  }

  private Compensation with(List<Basis> from, List<Payment> made, Optional<Tonnes> overlap) {
    Fen owed = from.isEmpty() ? Fen.ZERO : from.get(from.size() - 1).due();
    Fen settled =
        made.stream().filter(Payment::counts).map(Payment::fen).reduce(Fen.ZERO, Fen::plus);
    return new Compensation(
        owed.isAtLeast(settled) ? owed.minus(settled) : Fen.ZERO,
        from,
        owed,
        overlap,
        settled,
        made,
        region,
        scheme,
        year);
  }

  @Override
  public Key<Compensation> key() {
    return key(region, scheme, year);
  }
}
