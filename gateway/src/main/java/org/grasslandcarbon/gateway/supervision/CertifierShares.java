// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.ProjectViews;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * How much of a division's and a year's verifications one certifier has, and how often it finds
 * something: one that has most of them, or never finds anything, is looked at.
 */
@Component
public final class CertifierShares {
  private static final int DIGITS_OF_YEAR = 4;

  private final Reader reader;

  CertifierShares(Reader reader) {
    this.reader = reader;
  }

  /**
   * The verifications of one certifier in a division and a year.
   *
   * @param certifier who
   * @param corrected those in which data were corrected or did not count
   * @param findings what was found in all of them
   * @param findingPerMille those with findings, of all of them
   * @param negative negative opinions
   * @param region the division of the land
   * @param sharePerMille of all verifications of the division and the year
   * @param verified how many
   * @param withFindings those with findings
   * @param year in which they were made, Beijing time
   */
  public record Share(
      String certifier,
      int corrected,
      int findings,
      long findingPerMille,
      int negative,
      String region,
      long sharePerMille,
      int verified,
      int withFindings,
      int year) {}

  /** Sums of one certifier. */
  private static final class Work {
    private int verified;
    private int negative;
    private int corrected;
    private int findings;
    private int withFindings;

    private void add(JsonNode verification) {
      verified++;
      int found = verification.path("findings").size();
      findings += found;
      withFindings += found > 0 ? 1 : 0;
      negative += verification.path("opinion").asString("").equals(Opinion.NEGATIVE.name()) ? 1 : 0;
      boolean changed =
          verification.path("corrected").booleanValue(false)
              || !verification.path("removed").isEmpty();
      corrected += changed ? 1 : 0;
    }
  }

  /**
   * By division, year and certifier.
   *
   * @param only of a division and those in it
   */
  public List<Share> report(Scope scope, Optional<RegionCode> only, Optional<Integer> year) {
    SortedMap<String, SortedMap<String, Work>> works = new TreeMap<>();
    Selection reports = Selection.of(ProjectViews.REPORTS);
    only.ifPresent(region -> reports.with(ProjectViews.REPORTS.column("region"), region));
    reader.each(
        reports,
        report -> {
          JsonNode verification = report.path("verification");
          RegionCode region = new RegionCode(report.path("region").asString());
          // What is for practice is nobody's share.
          if (verification.isObject()
              && scope.has(region)
              && !report.path("training").booleanValue(false)) {
            int made = BeijingTime.day(Instant.parse(verification.path("at").asString())).getYear();
            if (year.isEmpty() || year.get() == made) {
              works
                  .computeIfAbsent(made + " " + region, each -> new TreeMap<>())
                  .computeIfAbsent(verification.path("by").asString(), each -> new Work())
                  .add(verification);
            }
          }
        });
    List<Share> shares = new ArrayList<>();
    works.forEach(
        (place, certifiers) -> {
          int all = certifiers.values().stream().mapToInt(each -> each.verified).sum();
          certifiers.forEach((certifier, work) -> shares.add(share(place, certifier, work, all)));
        });
    return shares;
  }

  private static Share share(String place, String certifier, Work work, int all) {
    return new Share(
        certifier,
        work.corrected,
        work.findings,
        Trading.perMille(work.withFindings, work.verified),
        work.negative,
        place.substring(DIGITS_OF_YEAR + 1),
        Trading.perMille(work.verified, all),
        work.verified,
        work.withFindings,
        Integer.parseInt(place.substring(0, DIGITS_OF_YEAR)));
  }
}
