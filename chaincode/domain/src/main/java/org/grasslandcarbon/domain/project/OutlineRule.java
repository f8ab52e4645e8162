// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.SharedLand;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.methodology.Terms;
import org.grasslandcarbon.domain.participant.OverlapTolerance;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.project.StrataOutlines.Drawn;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * A polygon a stratum: each has one, of the area that the design states; none leaves the project's
 * boundary and no two share land, but for what lines that are drawn twice differ by. All outlines
 * together are compared, once with the boundary and once with themselves: work has one limit then,
 * however many strata there are.
 */
final class OutlineRule {
  /** More digits than a share of land is decided by. */
  private static final MathContext DIGITS = MathContext.DECIMAL64;

  private final Act act;
  private final Terms terms;
  private final List<Stratum> strata;

  OutlineRule(Act act, Terms terms, List<Stratum> strata) {
    this.act = act;
    this.terms = terms;
    this.strata = strata;
  }

  /** Whether a version wants a polygon a stratum. */
  static boolean isWanted(Terms terms) {
    return terms.samplings().flatMap(each -> each.outlines()).orElse(false);
  }

  /** Refuses outlines under a version that has no use for them: what nobody checks misleads. */
  void requireNone(List<Outline> outlines) {
    act.require(
        outlines.isEmpty(),
        ErrorCode.BAD_OUTLINE,
        zh("该方法学版本不采用分层范围").en("this version takes no outlines of strata"));
  }

  /**
   * The outlines of all strata, drawn and checked.
   *
   * @param land the project's boundary, valid
   */
  StrataOutlines require(List<Outline> outlines, Boundary land, InstructionId project) {
    requireOneEach(outlines);
    List<Drawn> drawn = new ArrayList<>();
    for (Outline outline : outlines) {
      Boundary boundary = outline.drawing().require(act, ErrorCode.BAD_OUTLINE);
      boundary
          .problem()
          .ifPresent(
              problem -> {
                throw new RegistryException(ErrorCode.BAD_OUTLINE, problem.at(outline.stratum()));
              });
      requireArea(outline.stratum(), boundary.areaHectares());
      drawn.add(new Drawn(boundary.normalised(), outline.stratum()));
    }
    drawn.sort(Comparator.comparing(Drawn::stratum));
    requireInPlace(drawn, land);
    return new StrataOutlines(act.id(), drawn, project);
  }

  private void requireOneEach(List<Outline> outlines) {
    SortedSet<String> lacking = new TreeSet<>();
    strata.forEach(each -> lacking.add(each.name()));
    for (Outline outline : outlines) {
      act.require(
          lacking.remove(outline.stratum()),
          ErrorCode.BAD_OUTLINE,
          zh("设计中没有分层 %s").en("the design has no stratum %s", outline.stratum()));
    }
    act.require(
        lacking.isEmpty(),
        ErrorCode.BAD_OUTLINE,
        zh("分层 %s 没有范围").en("strata %s have no outline", lacking));
  }

  private void requireArea(String name, Decimal computed) {
    Decimal stated =
        strata.stream()
            .filter(each -> each.name().equals(name))
            .map(Stratum::areaHectares)
            .findFirst()
            .orElseThrow();
    BigDecimal difference = stated.value().subtract(computed.value()).abs();
    BigDecimal allowed =
        computed.value().multiply(terms.areaTolerancePercent().value()).movePointLeft(2);
    act.require(
        difference.compareTo(allowed) <= 0,
        ErrorCode.AREA_MISMATCH,
        zh("分层 %s 申报 %s 公顷，按其范围计算为 %s 公顷")
            .en("%s is stated with %s ha, its outline has %s ha", name, stated, computed));
  }

  private void requireInPlace(List<Drawn> drawn, Boundary land) {
    Boundary all = together(drawn);
    SharedLand shared = new SharedLand(all);
    BigDecimal area = squares(all);
    BigDecimal outside = area.subtract(common(shared, land));
    act.require(
        isTolerated(outside, area, all),
        ErrorCode.BAD_OUTLINE,
        zh("各分层范围有 %s 公顷在项目边界之外")
            .en(
                "%s ha of the outlines are outside of the project's boundary",
                hectares(outside, area, all)));
    // Each outline is common to itself, and what two of them share is common to both.
    BigDecimal twice = common(shared, all).subtract(area).divide(BigDecimal.valueOf(2), DIGITS);
    act.require(
        isTolerated(twice, area, all),
        ErrorCode.BAD_OUTLINE,
        overlapInWords(drawn, hectares(twice, area, all)));
  }

  /** All outlines as one drawing, which has as many positions as a boundary may have. */
  private static Boundary together(List<Drawn> drawn) {
    List<Polygon> polygons =
        drawn.stream().flatMap(each -> each.boundary().polygons().stream()).toList();
    try {
      return new Boundary(polygons);
    } catch (BadValueException tooMuch) {
      throw new RegistryException(ErrorCode.BAD_OUTLINE, tooMuch.detail());
    }
  }

  private static BigDecimal squares(Boundary boundary) {
    return BigDecimal.valueOf(SharedLand.halfSquares(boundary))
        .divide(BigDecimal.valueOf(2), DIGITS);
  }

  private static BigDecimal common(SharedLand shared, Boundary other) {
    return BigDecimal.valueOf(
        shared
            .with(other)
            .orElseThrow(
                () ->
                    new RegistryException(
                        ErrorCode.BAD_OUTLINE,
                        zh("分层范围过于曲折，无法比较").en("the outlines are too intricate to compare")))
            .squares());
  }

  /** As much as two surveys of one border may differ by, of all outlines together. */
  private boolean isTolerated(BigDecimal squares, BigDecimal area, Boundary all) {
    OverlapTolerance tolerance = RegistryRules.overlap(act, act.today());
    BigDecimal perMillion = BigDecimal.valueOf(tolerance.neighbourPerMillion().most());
    BigDecimal squareMetres = BigDecimal.valueOf(tolerance.neighbourSquareMetres().most());
    return squares.movePointRight(6).compareTo(area.multiply(perMillion)) <= 0
        && hectares(squares, area, all).value().movePointRight(4).compareTo(squareMetres) <= 0;
  }

  /** Squares of the grid in hectares, by the share of all outlines that they are. */
  private static Decimal hectares(BigDecimal squares, BigDecimal area, Boundary all) {
    BigDecimal positive = squares.max(BigDecimal.ZERO);
    return new Decimal(
        all.areaHectares()
            .value()
            .multiply(positive)
            .divide(area, DIGITS)
            .setScale(4, RoundingMode.CEILING));
  }

  private static Detail overlapInWords(List<Drawn> drawn, Decimal hectares) {
    for (int i = 0; i < drawn.size(); i++) {
      for (int j = i + 1; j < drawn.size(); j++) {
        if (drawn.get(i).boundary().overlaps(drawn.get(j).boundary())) {
          return zh("各分层范围互相重叠 %s 公顷，其中有 %s 与 %s")
              .en(
                  "outlines share %s ha, %s and %s among them",
                  hectares, drawn.get(i).stratum(), drawn.get(j).stratum());
        }
      }
    }
    return zh("各分层范围互相重叠 %s 公顷").en("outlines share %s ha", hectares);
  }
}
