// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;

/**
 * Which criteria hold from which day on, with the days that people have by them. One record: there
 * will be few versions, and every rule that asks wants that of one day.
 *
 * @param versions in the order of their publication, which is that of their first days
 */
public record CriteriaVersions(@Most(VERSIONS_MOST) List<Version> versions)
    implements LedgerRecord {

  /** The type of the one record of versions. */
  public static final RecordType<CriteriaVersions> TYPE =
      new RecordType<>("CRITERIA_VERSIONS", CriteriaVersions.class, Visibility.PUBLIC);

  /** The key of the one record of versions. */
  public static final Key<CriteriaVersions> KEY = TYPE.key("1");

  /** A version a year for longer than the registry is planned for. */
  static final int VERSIONS_MOST = 100;

  /**
   * Criteria that hold from a day on.
   *
   * @param days the days that people have
   * @param practice whether totals of practice are judged
   * @param validFrom the first day
   * @param version the number of the version, from 1
   */
  public record Version(
      CoordinationDays days, boolean practice, LocalDate validFrom, int version) {}

  public CriteriaVersions {
    versions = List.copyOf(versions);
  }

  /** The versions as they stand; none before the first is published. */
  static CriteriaVersions of(Records records) {
    return records.find(KEY).orElseGet(() -> new CriteriaVersions(List.of()));
  }

  /** The version that holds on a day, if one does. */
  public Optional<Version> on(LocalDate day) {
    return versions.stream()
        .filter(each -> !each.validFrom().isAfter(day))
        .reduce((before, after) -> after);
  }

  /**
   * The version by which a year is judged: the one of its last day, or of {@code today} while it is
   * not over; where none held yet, the first that was published, if it holds.
   */
  public Optional<Version> of(int year, LocalDate today) {
    LocalDate last = LocalDate.of(year, 12, 31);
    Optional<Version> held = on(last.isBefore(today) ? last : today);
    return held.isPresent()
        ? held
        : versions.stream().filter(each -> !each.validFrom().isAfter(today)).findFirst();
  }

  /** Whether a year is judged, on a day, by criteria for practice; without criteria it is not. */
  boolean isOfPractice(int year, LocalDate today) {
    return of(year, today).filter(Version::practice).isPresent();
  }

  /** Whether the criteria of a day are for practice; without criteria nothing is. */
  boolean isForPractice(LocalDate day) {
    return on(day).filter(Version::practice).isPresent();
  }

  /** The keys of the versions by which a year may be judged, whatever day it is. */
  List<Key<?>> keysOf(int year) {
    return possible(year).<Key<?>>map(each -> Criteria.key(each.version())).distinct().toList();
  }

  /** Whether totals of practice or others, or both, may be asked for to judge a year. */
  List<Boolean> practicesOf(int year) {
    return possible(year).map(Version::practice).distinct().toList();
  }

  private Stream<Version> possible(int year) {
    Stream<Version> ofYear = versions.stream().filter(each -> each.validFrom().getYear() == year);
    Stream<Version> others =
        Stream.concat(on(LocalDate.of(year, 1, 1)).stream(), versions.stream().limit(1));
    return Stream.concat(ofYear, others);
  }

  /** The version that was published last. */
  Optional<Version> newest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  CriteriaVersions with(Version added) {
    List<Version> more = new ArrayList<>(versions);
    more.add(added);
    return new CriteriaVersions(more);
  }

  @Override
  public Key<CriteriaVersions> key() {
    return KEY;
  }
}
