// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Combs whose teeth stand between each other's teeth: each edge has every other one on its
 * parallels, which makes comparing pairs quadratic. The work is counted, not timed.
 */
class SweepTest {
  private static final int WEST = 1_100_000_000;
  private static final int SOUTH = 440_000_000;
  private static final int HEIGHT = 1_000_000;
  private static final int PITCH = 400;

  /** How teeth stand to those of the other comb. */
  private enum Teeth {
    APART,
    TOUCHING
  }

  /** A comb with its back in the south, teeth upward, each tooth half as wide as the pitch. */
  private static Boundary comb(int teeth) {
    List<Point> corners = new ArrayList<>();
    for (int i = teeth - 1; i >= 0; i--) {
      int west = WEST + i * PITCH;
      corners.add(new Point(west + PITCH / 2, SOUTH + PITCH));
      corners.add(new Point(west + PITCH / 2, SOUTH + HEIGHT));
      corners.add(new Point(west, SOUTH + HEIGHT));
      corners.add(new Point(west, SOUTH + PITCH));
    }
    corners.remove(corners.size() - 1);
    corners.add(new Point(WEST, SOUTH));
    corners.add(new Point(WEST + teeth * PITCH, SOUTH));
    corners.add(new Point(WEST + teeth * PITCH, SOUTH + PITCH));
    return ring(corners);
  }

  /** The comb that hangs into it from the north; {@code reach} is how far a tooth is too wide. */
  private static Boundary hangingComb(int teeth, Teeth how, int reach) {
    int gap = how == Teeth.APART ? 50 : 0;
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < teeth; i++) {
      int west = WEST + i * PITCH + PITCH / 2 + gap - reach;
      int east = WEST + (i + 1) * PITCH - gap;
      corners.add(new Point(west, SOUTH + HEIGHT + PITCH));
      corners.add(new Point(west, SOUTH + PITCH + gap));
      corners.add(new Point(east, SOUTH + PITCH + gap));
      corners.add(new Point(east, SOUTH + HEIGHT + PITCH));
    }
    corners.add(new Point(WEST + teeth * PITCH, SOUTH + HEIGHT + 2 * PITCH));
    corners.add(new Point(WEST, SOUTH + HEIGHT + 2 * PITCH));
    return ring(corners);
  }

  private static Boundary ring(List<Point> corners) {
    corners.add(corners.get(0));
    return new Boundary(List.of(new Polygon(new Ring(corners), List.of()))).normalised();
  }

  private static Sweep sweep(Boundary one, Boundary other) {
    return new Sweep(
        new Border(one.polygons()),
        new Border(other.polygons()),
        one.extents().get(0).common(other.extents().get(0)));
  }

  @ParameterizedTest
  @EnumSource
  void the_work_of_interlocking_combs_grows_with_their_corners_and_not_with_pairs(Teeth how) {
    for (int teeth : new int[] {20, 90, 700}) {
      Boundary standing = comb(teeth);
      Boundary hanging = hangingComb(teeth, how, 0);
      assertThat(standing.problem()).isEmpty();
      assertThat(hanging.problem()).isEmpty();
      Sweep sweep = sweep(standing, hanging);
      assertThat(sweep.findsCrossing()).isFalse();
      long corners = 8L * teeth;
      long logarithm = 64 - Long.numberOfLeadingZeros(corners);
      assertThat(sweep.comparisons()).isLessThan(6 * corners * logarithm);
      assertThat(standing.overlaps(hanging)).isFalse();
      assertThat(hanging.overlaps(standing)).isFalse();
    }
  }

  @Test
  void a_tooth_that_is_a_centimetre_too_wide_is_found() {
    Boundary standing = comb(700);
    assertThat(standing.overlaps(hangingComb(700, Teeth.TOUCHING, 1))).isTrue();
    assertThat(standing.overlaps(hangingComb(700, Teeth.APART, 51))).isTrue();
  }

  @Test
  void the_hectares_that_combs_share_are_computed_with_bounded_work() {
    Boundary standing = comb(700);
    Boundary shifted = hangingComb(700, Teeth.TOUCHING, PITCH / 4);
    double tooth = standing.areaHectares().value().doubleValue() / 700;
    assertThat(standing.overlapHectares(shifted).value().doubleValue())
        .isBetween(700 * tooth * 0.49, 700 * tooth * 0.51);
  }
}
