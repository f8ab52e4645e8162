// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.stocking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.region.RegionCount;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A project's balance of grass and livestock in a calendar year, with the lines that it was
 * computed in. One record a year: a later one takes its place and names it.
 *
 * @param byOffice whether an office recorded it, whose record the owner cannot replace
 * @param capacity sheep units that the grass feeds, to the thousandth
 * @param days how many days of the year were grazed
 * @param document the evidence: count, clipping or survey
 * @param forage what the grass offered
 * @param herds the animals
 * @param id the instruction that recorded it
 * @param lines the computation
 * @param methodology the version whose sheep units it uses
 * @param overloadPercent how far the herds are above the capacity, to the thousandth; below zero
 *     when there is grass to spare
 * @param overloaded the flag: whether they are above it at all
 * @param project the project
 * @param recordedAt transaction time
 * @param recordedBy the owner, an office or the authority
 * @param replaces the instruction whose record stood here before
 * @param sheepUnits sheep units of the herds, to the thousandth
 * @param year the calendar year
 */
public record Stocking(
    boolean byOffice,
    Decimal capacity,
    int days,
    Sha256 document,
    @Most(RecordStocking.FORAGE_MOST) List<Forage> forage,
    @Most(Herd.HERDS_MOST) List<Herd> herds,
    InstructionId id,
    @Most(RecordStocking.LINES_MOST) List<Quantification.Line> lines,
    MethodologyRef methodology,
    Decimal overloadPercent,
    boolean overloaded,
    InstructionId project,
    Instant recordedAt,
    ParticipantId recordedBy,
    Optional<InstructionId> replaces,
    Decimal sheepUnits,
    int year)
    implements LedgerRecord {

  /** The type of balances. */
  public static final RecordType<Stocking> TYPE =
      new RecordType<>("STOCKING", Stocking.class, Visibility.PUBLIC);

  public Stocking {
    forage = List.copyOf(forage);
    herds = List.copyOf(herds);
    lines = List.copyOf(lines);
  }

  /** The key of a project's balance of a year. */
  public static Key<Stocking> key(InstructionId project, int year) {
    return TYPE.key(project.value(), Keys.padded(year, 4));
  }

  /** The keys of all years that a period touches. */
  public static List<Key<Stocking>> keys(InstructionId project, DateRange period) {
    List<Key<Stocking>> keys = new ArrayList<>();
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      keys.add(key(project, year));
    }
    return keys;
  }

  /** The years of a period in which a project was overloaded. */
  public static List<Integer> overloadedYears(
      Records records, InstructionId project, DateRange period) {
    return keys(project, period).stream()
        .flatMap(each -> records.find(each).stream())
        .filter(Stocking::overloaded)
        .map(Stocking::year)
        .toList();
  }

  /** What of it is counted in its region. */
  RegionCount.Balance counted() {
    return new RegionCount.Balance(capacity, sheepUnits);
  }

  @Override
  public Key<Stocking> key() {
    return key(project, year);
  }
}
