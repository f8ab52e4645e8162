// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.coordination.AssessGap;
import org.grasslandcarbon.domain.coordination.Assessment;
import org.grasslandcarbon.domain.coordination.CriteriaVersions;
import org.grasslandcarbon.domain.coordination.Mandate;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.coordination.RegionAssessments;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.views.SharingViews;
import tools.jackson.databind.JsonNode;

/** Years of regions that wait for the assessor who is assigned to them. */
final class AssessmentDuties {
  static final List<Duty> ALL =
      List.of(
          Duty.of(
                  AssessGap.TYPE,
                  SharingViews.MANDATES,
                  "已结束的年度，待指定的评估机构评估",
                  "A year that is over: the assigned assessor is to assess it")
              .where("function", MandateFunction.ASSESSMENT)
              .ofCaller("holders", AssessmentDuties::assessor)
              .when((item, facts) -> first(item, facts).isPresent())
              .since((item, facts) -> first(item, facts).map(AssessmentDuties::over)));

  private AssessmentDuties() {}

  private static String over(int year) {
    return LocalDate.of(year + 1, 1, 1).toString();
  }

  /** Who is to assess the first year that waits. */
  private static Optional<String> assessor(JsonNode item, Facts facts) {
    return first(item, facts)
        .flatMap(year -> mandate(item, facts).flatMap(found -> found.assessorOf(year)))
        .map(ParticipantId::value);
  }

  private static Optional<Mandate> mandate(JsonNode item, Facts facts) {
    RegionCode region = new RegionCode(item.path("region").asString());
    return facts.find(Mandate.key(region, MandateFunction.ASSESSMENT));
  }

  /** The first year of a region that waits for its assessor. */
  private static Optional<Integer> first(JsonNode item, Facts facts) {
    return mandate(item, facts)
        .flatMap(
            mandate ->
                mandate.terms().stream()
                    .flatMapToInt(term -> years(term, facts.today()))
                    .distinct()
                    .sorted()
                    .filter(year -> waits(mandate, year, facts))
                    .boxed()
                    .findFirst());
  }

  /** The years of a term that are over. */
  private static IntStream years(Mandate.Term term, LocalDate today) {
    int last = term.to().map(LocalDate::getYear).orElse(today.getYear());
    return IntStream.rangeClosed(term.from().getYear(), Math.min(last, today.getYear() - 1));
  }

  /** Not assessed yet, or by somebody else against whose assessment an appeal was upheld. */
  private static boolean waits(Mandate mandate, int year, Facts facts) {
    Optional<CriteriaVersions.Version> judgedBy =
        facts.find(CriteriaVersions.KEY).flatMap(versions -> versions.of(year, facts.today()));
    Optional<RegionAssessments> before =
        judgedBy.flatMap(
            version ->
                facts.find(RegionAssessments.key(mandate.region(), year, version.practice())));
    boolean hasAssessed =
        before.stream()
            .flatMap(each -> each.assessments().stream())
            .anyMatch(each -> mandate.assessorOf(year).equals(Optional.of(each.assessor())));
    boolean stands =
        before
            .flatMap(RegionAssessments::newest)
            .flatMap(newest -> facts.find(Assessment.key(newest)))
            .filter(newest -> newest.upheldBy().isEmpty())
            .isPresent();
    return judgedBy.isPresent() && mandate.assessorOf(year).isPresent() && !hasAssessed && !stands;
  }
}
