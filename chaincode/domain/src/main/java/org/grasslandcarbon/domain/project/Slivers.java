// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.SharedLand;
import org.grasslandcarbon.domain.participant.OverlapTolerance;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * What a proposal shares with its neighbours along borders that two people have surveyed (LEDGER
 * section 3). Shares of areas are compared in squares of the grid, as whole numbers. Neighbours
 * that share one place with the proposal each count it: more is then taken off than need be, and
 * never less.
 */
public final class Slivers {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private final SharedLand land;
  private final OverlapTolerance tolerance;
  private final long ownHalfSquares;
  private final List<Project.Shared> tolerated = new ArrayList<>();
  private long squares;

  /**
   * @param boundary valid
   */
  public Slivers(Boundary boundary, OverlapTolerance tolerance) {
    this.land = new SharedLand(boundary);
    this.tolerance = tolerance;
    this.ownHalfSquares = SharedLand.halfSquares(boundary);
  }

  /** Whether what is shared with a neighbour that overlaps may be; if so it is kept. */
  public boolean tolerates(ProjectBoundary neighbour) {
    Optional<SharedLand.Shared> shared =
        land.with(neighbour.boundary()).filter(each -> isLittle(each, neighbour));
    shared.ifPresent(
        each -> {
          squares += each.squares();
          tolerated.add(new Project.Shared(each.hectares(), neighbour.project()));
        });
    return shared.isPresent();
  }

  private boolean isLittle(SharedLand.Shared shared, ProjectBoundary neighbour) {
    long smaller = Math.min(ownHalfSquares, SharedLand.halfSquares(neighbour.boundary()));
    BigDecimal squareMetres = shared.hectares().value().movePointRight(4);
    return isWithin(shared.squares(), tolerance.neighbourPerMillion().most(), smaller)
        && squareMetres.compareTo(BigDecimal.valueOf(tolerance.neighbourSquareMetres().most()))
            <= 0;
  }

  private static boolean isWithin(long squares, int perMillion, long halfSquares) {
    BigInteger shared = BigInteger.valueOf(squares).multiply(MILLION).shiftLeft(1);
    return shared.compareTo(
            BigInteger.valueOf(halfSquares).multiply(BigInteger.valueOf(perMillion)))
        <= 0;
  }

  /** Why what is shared with all of them is too much; nothing when it is not. */
  public Optional<Detail> tooMuchTogether() {
    return isWithin(squares, tolerance.togetherPerMillion().most(), ownHalfSquares)
        ? Optional.empty()
        : Optional.of(
            zh("与 %s 个相邻项目合计重叠 %s 公顷，超过本项目面积的百万分之 %s")
                .en(
                    "%s neighbours share %s ha with it, more than %s millionths of its area",
                    tolerated.size(), hectares(), tolerance.togetherPerMillion().most()));
  }

  /** What is tolerated, in the order of the neighbours. */
  public List<Project.Shared> tolerated() {
    return List.copyOf(tolerated);
  }

  /** The hectares of all of it. */
  public Decimal hectares() {
    return new Decimal(
        tolerated.stream()
            .map(each -> each.hectares().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
