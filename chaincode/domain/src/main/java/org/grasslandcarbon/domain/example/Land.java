// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.Ring;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * The land of a story's project.
 *
 * @param boundary its boundary
 * @param strataHectares what the two strata of the example project have of it
 */
public record Land(Boundary boundary, List<Decimal> strataHectares) {
  public Land {
    strataHectares = List.copyOf(strataHectares);
  }

  /** The land of the example project. */
  public static Land ofExample() {
    return new Land(
        ExampleProject.BOUNDARY,
        ExampleProject.DESIGN.strata().stream().map(Stratum::areaHectares).toList());
  }

  /**
   * Grids of fields, for stories on ledgers that have other stories: no land may be in two live
   * projects, so each takes a field by chance.
   */
  public enum Fields {
    /** Over northern China; a field has some 3,500 hectares. */
    SMALL(80, 38, 400, 160, 1_000_000, "2400", "1000"),
    /**
     * In the south seas, far from every example project; a field has some 120,000 hectares, and a
     * year of it yields some 200,000 tonnes.
     */
    LARGE(100, 5, 60, 40, 5_000_000, "50000", "20000");

    private static final int UNITS_PER_DEGREE = 10_000_000;

    private final int west;
    private final int south;
    private final int columns;
    private final int rows;
    private final int width;
    private final List<Decimal> strataHectares;

    /**
     * @param west degrees
     * @param south degrees
     * @param width of a field with the gap beside it, in units of a {@link Point}; half as high
     */
    Fields(int west, int south, int columns, int rows, int width, String... strataHectares) {
      this.west = west * UNITS_PER_DEGREE;
      this.south = south * UNITS_PER_DEGREE;
      this.columns = columns;
      this.rows = rows;
      this.width = width;
      this.strataHectares = List.of(strataHectares).stream().map(Decimal::of).toList();
    }

    /**
     * One of the fields.
     *
     * @param random answers a number from 0 to below the one given
     */
    public Land any(IntUnaryOperator random) {
      return at(random.applyAsInt(columns), random.applyAsInt(rows));
    }

    private Land at(int column, int row) {
      int left = west + column * width;
      int below = south + row * width / 2;
      int right = left + width / 10 * 9;
      int above = below + width / 20 * 9;
      Point corner = new Point(left, below);
      Ring ring =
          new Ring(
              List.of(
                  corner,
                  new Point(right, below),
                  new Point(right, above),
                  new Point(left, above),
                  corner));
      return new Land(new Boundary(List.of(new Polygon(ring, List.of()))), strataHectares);
    }
  }
}
