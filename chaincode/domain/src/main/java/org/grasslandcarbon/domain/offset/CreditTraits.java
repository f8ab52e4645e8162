// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * What caps ask of credits.
 *
 * @param kind the kind of credits, e.g. {@code CCER}
 * @param projectType the type of project, e.g. {@code HYDRO}
 * @param region where the project is
 */
public record CreditTraits(
    @Means(en = "Kind of credits", zh = "减排量种类") @Most(CreditCondition.KIND_MOST) String kind,
    @Means(en = "Type of project", zh = "项目类型") @Most(CreditCondition.KIND_MOST) String projectType,
    @Means(en = "Division of the project", zh = "项目所在行政区划") RegionCode region) {
  /** What this registry issues. It is a kind of its own and no CCER. */
  public static final String GRASSLAND_SINK = "GRASSLAND_SINK";

  /** The type of all projects of this registry. */
  public static final String GRASSLAND = "GRASSLAND";

  public CreditTraits {
    CreditCondition.requireKind(kind);
    CreditCondition.requireKind(projectType);
  }

  /** Credits of this registry from a division. */
  public static CreditTraits ofGrassland(RegionCode region) {
    return new CreditTraits(GRASSLAND_SINK, GRASSLAND, region);
  }
}
