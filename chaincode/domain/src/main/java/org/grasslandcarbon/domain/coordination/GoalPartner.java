// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Who brings what into a partnership.
 *
 * @param factor what it brings
 * @param participant who
 * @param project the project for which, where it is for one
 */
public record GoalPartner(
    @Means(en = "What it brings", zh = "投入要素") Factor factor,
    @Means(en = "Who", zh = "合作方") ParticipantId participant,
    @Means(en = "Project for which, where it is for one", zh = "所涉项目（如有）")
        Optional<InstructionId> project) {

  /** What partners bring together. */
  public enum Factor {
    /** A project of the registry (碳汇项目). */
    PROJECT,
    /** An industry of the grassland: husbandry, forage, tourism (产业). */
    INDUSTRY,
    /** A technique or standard (技术). */
    TECHNIQUE,
    /** Training (培训). */
    TRAINING,
    /** Money (资金). */
    FINANCE,
    /** Land (土地). */
    LAND
  }
}
