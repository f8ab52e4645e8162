// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Where a stratum lies, as a proposal says it.
 *
 * @param boundary its land
 * @param boundaryParts the same in parts, submitted before by {@code submitBoundary}
 * @param stratum the name of the stratum
 */
public record Outline(
    @Means(en = "Outline, a GeoJSON Polygon or MultiPolygon on WGS 84", zh = "分层范围（GeoJSON）")
        Optional<Boundary> boundary,
    @Means(
            en = "Instead of the outline, ids of its parts that were submitted before",
            zh = "此前分批提交的分层范围编号（代替 boundary）")
        @Least(1)
        @Most(ProposeProject.PARTS_MOST)
        @Distinct
        Optional<List<InstructionId>> boundaryParts,
    @Means(en = "Name of the stratum", zh = "分层名称") @Most(Stratum.NAME_MOST) String stratum) {

  /** Parts of all outlines: one a stratum, and as many as a whole boundary may have. */
  static final int PARTS_MOST = ProjectDesign.STRATA_MOST + ProposeProject.PARTS_MOST;

  public Outline {
    boundaryParts = boundaryParts.map(List::copyOf);
    Drawing.check(boundary, boundaryParts);
  }

  /** An outline that one instruction holds. */
  public Outline(Boundary boundary, String stratum) {
    this(Optional.of(boundary), Optional.empty(), stratum);
  }

  Drawing drawing() {
    return new Drawing(boundary, boundaryParts);
  }

  /** Refuses two outlines of one stratum, and more parts than are read for a proposal. */
  static void check(List<Outline> outlines) {
    Check.that(
        outlines.stream().map(Outline::stratum).distinct().count() == outlines.size(),
        zh("同一分层给出了两个范围").en("a stratum has two outlines"));
    Check.that(
        outlines.stream().mapToInt(each -> each.drawing().parts().size()).sum() <= PARTS_MOST,
        zh("各分层范围合计最多 %s 个部分").en("outlines have at most %s parts", PARTS_MOST));
  }
}
