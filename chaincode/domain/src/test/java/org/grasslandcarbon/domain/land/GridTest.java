// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GridTest {
  private static Polygon box(int west, int south, int width, int height) {
    Point corner = new Point(west, south);
    return new Polygon(
        new Ring(
            List.of(
                corner,
                new Point(west + width, south),
                new Point(west + width, south + height),
                new Point(west, south + height),
                corner)),
        List.of());
  }

  private static Boundary land(Polygon... polygons) {
    return new Boundary(List.of(polygons));
  }

  @Test
  void a_pasture_is_entered_in_the_smallest_squares_that_it_meets() {
    assertThat(Grid.entered(land(box(1_161_500_000, 439_950_000, 20_000, 100_000))))
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of(
                    new Cell(0, 1_161, 439),
                    new Extent(1_161_520_000, 440_000_000, 439_950_000, 1_161_500_000),
                    new Cell(0, 1_161, 440),
                    new Extent(1_161_520_000, 440_050_000, 440_000_000, 1_161_500_000))));
  }

  @Test
  void land_that_ends_on_the_border_of_a_square_is_not_in_the_next() {
    assertThat(Grid.entered(land(box(1_161_000_000, 439_000_000, 1_000_000, 1_000_000))))
        .containsOnlyKeys(new Cell(0, 1_161, 439));
  }

  @Test
  void a_boundary_is_entered_in_a_few_squares_however_large_or_scattered_it_is() {
    Random random = new Random(5);
    for (int size = 1_000; size < 500_000_000; size *= 3) {
      List<Polygon> pieces = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        pieces.add(
            box(
                730_000_000 + random.nextInt(630_000_000 - size),
                30_000_000 + random.nextInt(510_000_000 - size),
                size,
                size));
      }
      assertThat(Grid.entered(land(pieces.get(0)))).hasSizeBetween(1, Grid.ENTERED_MOST);
      assertThat(Grid.entered(new Boundary(pieces))).hasSizeBetween(1, Grid.ENTERED_MOST);
    }
    assertThat(Grid.entered(land(box(730_000_000, 30_000_000, 630_000_000, 510_000_000))))
        .hasSize(4);
  }

  @Test
  void whoever_shares_land_looks_where_the_other_is_entered_whatever_their_sizes() {
    Random random = new Random(6);
    int[] sizes = {1, 30_000, 1_000_000, 5_000_000, 20_000_000};
    int shared = 0;
    for (int i = 0; i < 20_000; i++) {
      int mine = sizes[random.nextInt(sizes.length)];
      int theirs = sizes[random.nextInt(sizes.length)];
      Boundary one = land(box(place(random), place(random) - 700_000_000, mine, mine));
      Boundary other = land(box(place(random), place(random) - 700_000_000, theirs, theirs));
      if (one.extents().get(0).meets(other.extents().get(0))) {
        shared++;
        List<Cell> lookedUp = Grid.lookedUp(one).orElseThrow();
        assertThat(Grid.entered(other).entrySet())
            .anyMatch(
                entered ->
                    lookedUp.contains(entered.getKey())
                        && entered.getValue().meets(one.extents().get(0)));
      }
    }
    assertThat(shared).isGreaterThan(3_000);
  }

  private static int place(Random random) {
    return 1_100_000_000 + random.nextInt(20) * 1_000_000 + random.nextInt(2) * random.nextInt(9);
  }

  @Test
  void a_boundary_looks_in_a_bounded_number_of_squares_or_is_too_vast() {
    assertThat(Grid.lookedUp(land(box(1_160_000_000, 430_000_000, 1_000_000, 1_000_000))))
        .hasValueSatisfying(cells -> assertThat(cells).hasSize(4));
    assertThat(Grid.lookedUp(land(box(1_160_000_000, 430_000_000, 30_000_000, 30_000_000))))
        .hasValueSatisfying(cells -> assertThat(cells).hasSizeBetween(900, Grid.LOOKED_UP_MOST));
    assertThat(Grid.lookedUp(land(box(1_160_000_000, 430_000_000, 33_000_000, 33_000_000))))
        .isEmpty();
  }

  @Test
  void what_is_no_boundary_looks_nowhere_or_somewhere_but_does_not_fail() {
    assertThat(Grid.lookedUp(land(new Polygon(new Ring(List.of()), List.of()))))
        .hasValueSatisfying(cells -> assertThat(cells).isEmpty());
    assertThat(Grid.lookedUp(land(box(-1_500_000_000, -500_000_000, 0, 10)))).isPresent();
  }
}
