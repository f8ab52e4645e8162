// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The numbers of the registry itself, as its authority has published them, each set from a day on.
 * One record: there will be few, and every rule that asks wants those of one day.
 *
 * @param versions in the order of their first days
 */
public record RegistryRules(@Most(VERSIONS_MOST) List<Version> versions) implements LedgerRecord {

  /** The type of the one record of rules. */
  public static final RecordType<RegistryRules> TYPE =
      new RecordType<>("REGISTRY_RULE", RegistryRules.class, Visibility.PUBLIC);

  /** The key of the one record of rules. */
  public static final Key<RegistryRules> KEY = TYPE.key("1");

  /** A change a year for longer than the registry is planned for. */
  static final int VERSIONS_MOST = 100;

  /**
   * Comments an author before a rule is published: more than a person has to say about a pasture,
   * and far fewer than the certifier can answer.
   */
  public static final int COMMENTS_UNTIL_PUBLISHED = 10;

  /** Refusals a participant and hour before a rule is published: some 8 MB of journal. */
  public static final int REFUSALS_UNTIL_PUBLISHED = 1_000;

  /** What neighbours may share before a rule is published (LEDGER section 3). */
  public static final OverlapTolerance OVERLAP_UNTIL_PUBLISHED =
      OverlapTolerance.of(1_000, 10_000, 2_000);

  public RegistryRules {
    versions = List.copyOf(versions);
  }

  /**
   * The numbers that hold from a day on.
   *
   * @param commentsPerAuthor comments of one author in one publicity of a project
   * @param document the decision
   * @param overlap what neighbours may share, where the rule says it
   * @param publishedAt transaction time
   * @param refusalsPerHour journaled refusals of one participant in an hour
   * @param validFrom the first day
   */
  public record Version(
      SourcedLimit commentsPerAuthor,
      Sha256 document,
      Optional<OverlapTolerance> overlap,
      Instant publishedAt,
      SourcedLimit refusalsPerHour,
      LocalDate validFrom) {}

  /** The rules as they stand; without a version before the first is published. */
  static RegistryRules of(Records records) {
    return records.find(KEY).orElseGet(() -> new RegistryRules(List.of()));
  }

  /** Comments of one author in one publicity of a project that are taken on a day. */
  public static int commentsPerAuthor(Records records, LocalDate day) {
    return of(records)
        .on(day)
        .map(version -> version.commentsPerAuthor().most())
        .orElse(COMMENTS_UNTIL_PUBLISHED);
  }

  /** Refusals of one participant in an hour that are journaled on a day. */
  public static int refusalsPerHour(Records records, LocalDate day) {
    return of(records)
        .on(day)
        .map(version -> version.refusalsPerHour().most())
        .orElse(REFUSALS_UNTIL_PUBLISHED);
  }

  /** What a proposal may share with its neighbours on a day. */
  public static OverlapTolerance overlap(Records records, LocalDate day) {
    return of(records).on(day).flatMap(Version::overlap).orElse(OVERLAP_UNTIL_PUBLISHED);
  }

  /** The version that holds on a day, if one does. */
  public Optional<Version> on(LocalDate day) {
    return versions.stream()
        .filter(version -> !version.validFrom().isAfter(day))
        .reduce((before, after) -> after);
  }

  /** The version that begins on a day, if one does. */
  Optional<Version> from(LocalDate day) {
    return versions.stream().filter(version -> version.validFrom().equals(day)).findFirst();
  }

  /** With one more, in its place; of two that begin on one day the new one stays. */
  RegistryRules with(Version added) {
    List<Version> changed = new ArrayList<>(versions);
    changed.removeIf(version -> version.validFrom().equals(added.validFrom()));
    changed.add(added);
    changed.sort(Comparator.comparing(Version::validFrom));
    return new RegistryRules(changed);
  }

  @Override
  public Key<RegistryRules> key() {
    return KEY;
  }
}
