// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Submits a part of a boundary ahead of the proposal that names it: one of hundreds of household
 * parcels is larger than one instruction may be. Nothing is decided about a part by itself; the
 * proposal puts all parts together and is judged by the whole, as if it had come in one.
 *
 * @param lines stretches of rings
 */
public record SubmitBoundary(
    @Means(en = "Stretches of the rings of the boundary", zh = "边界各环的区段")
        @Least(1)
        @Most(Boundary.RINGS_MOST)
        List<BoundaryLine> lines)
    implements Action {

  /** The action. */
  public static final ActionType<SubmitBoundary> TYPE =
      ActionType.of(
          "submitBoundary",
          "分批提交项目边界，供项目设计文件引用",
          "Submits a part of a boundary, for a proposal to name",
          new SubmitBoundary(BoundaryLine.of(ExampleProject.BOUNDARY)),
          EnumSet.of(Role.OWNER),
          Visibility.PUBLIC);

  public SubmitBoundary {
    lines = List.copyOf(lines);
    Check.that(!lines.isEmpty(), zh("每部分边界须至少有一段").en("a part of a boundary has a line"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of();
  }

  @Override
  public void apply(Act act) {
    act.write(new BoundaryPart(act.id(), lines, act.actor().id(), act.time()));
    act.refer("boundaryPart", act.id());
  }
}
