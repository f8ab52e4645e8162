// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlineTest {
  /** A square of two degrees with one of a degree left out in its middle. */
  private static final Ring SHELL = square(1_100_000_000, 400_000_000, 20_000_000);

  private static final Ring HOLE = square(1_105_000_000, 405_000_000, 10_000_000);
  private final Outline outline = new Outline(List.of(SHELL, HOLE));

  private static Ring square(int west, int south, int side) {
    return new Ring(
        List.of(
            new Point(west, south),
            new Point(west + side, south),
            new Point(west + side, south + side),
            new Point(west, south + side),
            new Point(west, south)));
  }

  private static Boundary land(Ring... shells) {
    List<Polygon> pieces = new ArrayList<>();
    for (Ring shell : shells) {
      pieces.add(new Polygon(shell, List.of()));
    }
    return new Boundary(pieces);
  }

  @Test
  void what_lies_in_a_hole_is_outside() {
    assertThat(outline.surrounds(new Point(1_102_000_000, 402_000_000))).isTrue();
    assertThat(outline.surrounds(new Point(1_110_000_000, 410_000_000))).isFalse();
    assertThat(outline.surrounds(new Point(1_099_999_999, 402_000_000))).isFalse();
  }

  @Test
  void a_degree_of_latitude_is_a_hundred_and_eleven_kilometres_and_one_of_longitude_narrower() {
    assertThat(outline.kilometres(new Point(1_110_000_000, 390_000_000)))
        .isCloseTo(111.19, within(0.01));
    // The edge to the east begins a degree farther south, where degrees are a little wider.
    assertThat(outline.kilometres(new Point(1_090_000_000, 410_000_000)))
        .isCloseTo(111.19 * Math.cos(Math.toRadians(41)), within(0.9));
  }

  @Test
  void land_within_reaches_nowhere_beyond() {
    assertThat(outline.beyond(land(square(1_101_000_000, 401_000_000, 1_000_000)))).isEmpty();
  }

  @Test
  void the_corner_that_lies_farthest_outside_is_found_among_all_pieces() {
    Ring near = square(1_098_000_000, 401_000_000, 1_000_000);
    Ring far = square(1_090_000_000, 395_000_000, 1_000_000);
    Ring inside = square(1_101_000_000, 401_000_000, 1_000_000);

    assertThat(outline.beyond(land(inside, near, far)).orElseThrow().corner())
        .isEqualTo(new Point(1_090_000_000, 395_000_000));
    assertThat(outline.beyond(land(far, near, inside)))
        .isEqualTo(outline.beyond(land(inside, near, far)));
  }

  @Test
  void giving_corners_up_early_finds_what_looking_at_all_of_them_finds() {
    Random random = new Random(20_261_130);
    for (int round = 0; round < 200; round++) {
      int west = 1_085_000_000 + random.nextInt(30_000_000);
      int south = 385_000_000 + random.nextInt(30_000_000);
      List<Point> corners = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        corners.add(new Point(west + i * 100_000, south + random.nextInt(9_000_000)));
      }
      corners.add(corners.get(0));
      double most =
          corners.stream()
              .filter(corner -> !outline.surrounds(corner))
              .mapToDouble(outline::kilometres)
              .max()
              .orElse(-1);

      double found =
          outline.beyond(land(new Ring(corners))).map(Outline.Beyond::kilometres).orElse(-1.0);
      assertThat(found).isEqualTo(most);
    }
  }
}
