// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * How plainly a region's own plan speaks of grassland carbon sinks.
 *
 * @param document the plan; none where it says nothing
 * @param explicitness how plainly
 * @param region the region
 */
public record PlanStatement(
    @Means(en = "SHA-256 of the plan, unless there is none", zh = "规划文件的 SHA-256 摘要（无规划的不填）")
        Optional<Sha256> document,
    @Means(en = "How plainly it speaks of carbon sinks", zh = "规划中碳汇目标的明确程度")
        Explicitness explicitness,
    @Means(en = "Region", zh = "地区") RegionCode region) {

  /** How plainly a plan says it. */
  public enum Explicitness {
    /** It states a goal for carbon sinks (明确提出). */
    EXPLICIT,
    /** It states what serves them without naming them (间接涉及). */
    IMPLICIT,
    /** A goal is announced for a later plan (拟提出). */
    PLANNED,
    /** It says nothing of them (未提出). */
    NONE
  }

  public PlanStatement {
    Check.that(
        document.isPresent() || explicitness == Explicitness.NONE,
        zh("%s 的规划文件须给出摘要").en("the plan of %s needs its digest", region));
  }
}
