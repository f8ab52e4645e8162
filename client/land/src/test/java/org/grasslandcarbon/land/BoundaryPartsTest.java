// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.Ring;
import org.grasslandcarbon.domain.project.SubmitBoundary;
import org.junit.jupiter.api.Test;

class BoundaryPartsTest {
  /** What an instruction may have, less what it says besides its arguments. */
  private static final int ARGUMENTS_MOST = 63 * 1024;

  /** A piece with as many corners as are asked for, along an arch. */
  private static Polygon piece(int number, int corners) {
    int west = 1_161_234_567 + number * 20_000;
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      points.add(new Point(west + i, 439_876_543 + i * (corners - 1 - i)));
    }
    points.add(points.get(0));
    return new Polygon(new Ring(points), List.of());
  }

  private static Boundary land(int pieces, int corners) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      polygons.add(piece(i, corners));
    }
    return new Boundary(polygons);
  }

  private static Boundary joined(List<SubmitBoundary> parts) {
    return BoundaryLine.joined(parts.stream().flatMap(part -> part.lines().stream()).toList());
  }

  @Test
  void the_largest_boundary_fits_the_parts_of_a_proposal_and_is_the_same_again() {
    Boundary land = land(300, 65);

    List<SubmitBoundary> parts = BoundaryParts.of(land);

    assertThat(BoundaryParts.isWhole(land)).isFalse();
    assertThat(parts).hasSizeBetween(2, 20);
    assertThat(parts)
        .allSatisfy(part -> assertThat(Codec.write(part).length).isLessThan(ARGUMENTS_MOST));
    assertThat(joined(parts)).isEqualTo(land);
  }

  @Test
  void a_ring_of_more_positions_than_an_instruction_holds_is_cut() {
    Boundary land = land(1, 19_999);

    List<SubmitBoundary> parts = BoundaryParts.of(land);

    assertThat(parts).hasSizeGreaterThan(5);
    assertThat(parts)
        .allSatisfy(part -> assertThat(Codec.write(part).length).isLessThan(ARGUMENTS_MOST));
    assertThat(joined(parts)).isEqualTo(land);
  }

  @Test
  void what_leaves_room_for_a_design_goes_with_the_proposal() {
    assertThat(BoundaryParts.isWhole(land(1, 1_000))).isTrue();
    assertThat(BoundaryParts.isWhole(land(1, 2_600))).isFalse();
    assertThat(BoundaryParts.of(land(2, 10))).hasSize(1);
  }
}
