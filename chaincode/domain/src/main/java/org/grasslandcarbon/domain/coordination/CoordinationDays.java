// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.WorkingDays;

/**
 * How many working days people have to answer each other.
 *
 * @param appeal to appeal against an assessment
 * @param consultation the least that a goal is open to votes
 * @param feedback to answer the public
 * @param information to answer another office
 */
public record CoordinationDays(
    @Means(en = "Working days to appeal against an assessment", zh = "对评估提出申诉的工作日数")
        @Least(1)
        @Most(DAYS_MOST)
        int appeal,
    @Means(en = "Least working days of consultation on a goal", zh = "目标征求意见的最少工作日数")
        @Least(1)
        @Most(DAYS_MOST)
        int consultation,
    @Means(en = "Working days to answer the public", zh = "答复公众反馈的工作日数") @Least(1) @Most(DAYS_MOST)
        int feedback,
    @Means(en = "Working days to answer another office", zh = "答复部门间信息请求的工作日数")
        @Least(1)
        @Most(DAYS_MOST)
        int information) {

  /** Half a year, so that the calendars of two years suffice. */
  static final int DAYS_MOST = 120;

  /** What holds until the authority has published criteria: assumed, no rule says so. */
  public static final CoordinationDays ASSUMED = new CoordinationDays(15, 10, 15, 10);

  /** The days that hold on a day: published ones, or {@link #ASSUMED}. */
  public static CoordinationDays on(Records records, LocalDate day) {
    return records
        .find(CriteriaVersions.KEY)
        .flatMap(versions -> versions.on(day))
        .map(CriteriaVersions.Version::days)
        .orElse(ASSUMED);
  }

  /**
   * The last of a number of working days that begin on the day after {@code today}.
   *
   * @throws RegistryException {@code NO_CALENDAR} where a year's calendar is needed and missing
   */
  public static LocalDate lastDay(Records records, LocalDate today, int workingDays) {
    LocalDate first = today.plusDays(1);
    return WorkingDays.lastDay(records, first, workingDays)
        .orElseThrow(
            () ->
                new RegistryException(
                    ErrorCode.NO_CALENDAR,
                    zh("%s 个工作日，自 %s 起").en("%s working days from %s on", workingDays, first)));
  }
}
