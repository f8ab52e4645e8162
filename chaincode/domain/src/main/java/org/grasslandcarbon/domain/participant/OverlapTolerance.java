// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import org.grasslandcarbon.domain.json.Means;

/**
 * What land a proposal may share with its neighbours: two surveys of one fence differ by
 * centimetres, and neither is wrong. It is no land that anybody gains, since it is taken off the
 * later project's area.
 *
 * @param neighbourPerMillion with one neighbour, of the smaller of the two areas
 * @param neighbourSquareMetres with one neighbour
 * @param togetherPerMillion with all neighbours, of the proposal's own area
 */
public record OverlapTolerance(
    @Means(
            en = "With one neighbour, millionths of the smaller area",
            zh = "与一个相邻项目重叠的上限（较小面积的百万分之）")
        SourcedLimit neighbourPerMillion,
    @Means(en = "With one neighbour, square metres", zh = "与一个相邻项目重叠的上限（平方米）")
        SourcedLimit neighbourSquareMetres,
    @Means(
            en = "With all neighbours together, millionths of the project's own area",
            zh = "与全部相邻项目重叠合计的上限（本项目面积的百万分之）")
        SourcedLimit togetherPerMillion) {

  private static final String UNTIL_PUBLISHED = "尚未公布。 Until a rule is published.";

  static OverlapTolerance of(
      int neighbourPerMillion, int neighbourSquareMetres, int togetherPerMillion) {
    return new OverlapTolerance(
        new SourcedLimit(neighbourPerMillion, UNTIL_PUBLISHED),
        new SourcedLimit(neighbourSquareMetres, UNTIL_PUBLISHED),
        new SourcedLimit(togetherPerMillion, UNTIL_PUBLISHED));
  }
}
