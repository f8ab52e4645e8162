// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.participant.SourcedLimit;

/**
 * What a version asks of samplings. A version that has it takes no rows of samples in a report:
 * each sampling is a record of its own.
 *
 * @param controlKilometres how far a control site may be from the project
 * @param daysFromPeriod how many days before or after the monitoring period a sampling may lie
 * @param daysLong how many days one sampling may take
 * @param outlines whether a design has a polygon a stratum, in which the points of it lie
 */
public record SamplingTerms(
    @Means(en = "Control site, km from the project", zh = "对照样地距项目（公里）")
        SourcedLimit controlKilometres,
    @Means(en = "Days before or after the period", zh = "早于或晚于监测期的天数") SourcedLimit daysFromPeriod,
    @Means(en = "Days of one sampling", zh = "一次采样的天数") SourcedLimit daysLong,
    @Means(en = "Whether each stratum has an outline", zh = "各分层是否须有范围")
        Optional<Boolean> outlines) {

  /** Terms of a version that takes strata without outlines. */
  public SamplingTerms(
      SourcedLimit controlKilometres, SourcedLimit daysFromPeriod, SourcedLimit daysLong) {
    this(controlKilometres, daysFromPeriod, daysLong, Optional.empty());
  }

  /** The same terms with a polygon a stratum. */
  public SamplingTerms withOutlines() {
    return new SamplingTerms(controlKilometres, daysFromPeriod, daysLong, Optional.of(true));
  }
}
