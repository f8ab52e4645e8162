// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.Terms;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Publishes a project's design document and opens it to comments (LEDGER section 3; CCER measures
 * art. 12: design document and chosen certifier are published together).
 *
 * @param boundary the project's land
 * @param design what the owner declares
 */
public record ProposeProject(
    @Means(en = "Boundary, a GeoJSON Polygon or MultiPolygon on WGS 84", zh = "项目边界（GeoJSON）")
        Boundary boundary,
    @Means(en = "What the owner declares", zh = "项目设计") ProjectDesign design)
    implements Action {

  /** The action. */
  public static final ActionType<ProposeProject> TYPE =
      ActionType.of(
          "proposeProject",
          "公示项目设计文件",
          "Publishes a project's design document",
          ExampleProject.proposal(),
          EnumSet.of(Role.OWNER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.UNKNOWN_METHODOLOGY,
          ErrorCode.METHODOLOGY_CLOSED,
          ErrorCode.BAD_BOUNDARY,
          ErrorCode.AREA_MISMATCH,
          ErrorCode.BAD_STRATA,
          ErrorCode.TOO_MANY_CLAIMS,
          ErrorCode.LAND_ALREADY_CLAIMED,
          ErrorCode.START_DATE_NOT_ELIGIBLE,
          ErrorCode.CERTIFIER_NOT_ACCREDITED,
          ErrorCode.RECIPIENT_NOT_ALLOWED);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(Region.key(design.region()));
    named.addAll(DesignCheck.keys(design));
    return named;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(Methodology.key(design.methodology()))
        .map(methodology -> LandClaims.keys(boundary, methodology.training()))
        .orElse(List.of());
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(Methodology.key(design.methodology()))
        .map(methodology -> LandClaims.neighbourKeys(boundary, methodology.training(), records))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    boolean regionIsValid =
        act.find(Region.key(design.region()))
            .filter(found -> found.isValidOn(act.today()))
            .isPresent();
    act.require(
        regionIsValid, ErrorCode.UNKNOWN_REGION, zh("行政区划代码 %s").en("region %s", design.region()));
    DesignCheck check = new DesignCheck(act, design);
    Methodology methodology = check.openMethodology();
    Decimal computedHectares = requireLand(act, methodology.terms());
    check.requireStrataWithinArea();
    check.requireStrata(methodology);
    LandClaims.requireFree(act, boundary, methodology.training());
    requireStart(act, methodology.terms());
    check.requireCreditingYears(methodology.terms());
    check.requireParticipants();

    act.write(
        new Project(
            computedHectares,
            0,
            Optional.empty(),
            design,
            List.of(),
            act.id(),
            methodology.terms().nonPermanencePercent(),
            Optional.empty(),
            act.actor().id(),
            act.time(),
            methodology.terms().publicityWorkingDays(),
            Optional.empty(),
            Optional.empty(),
            Project.State.PUBLICITY,
            methodology.training(),
            Optional.empty()));
    act.write(new ProjectBoundary(boundary.normalised(), act.id()));
    LandClaims.enter(act, boundary, methodology.training());
    act.refer("project", act.id());
  }

  private Decimal requireLand(Act act, Terms terms) {
    Optional<Detail> problem = boundary.problem();
    act.requireNone(problem, ErrorCode.BAD_BOUNDARY);
    act.require(
        LandClaims.isCompact(boundary),
        ErrorCode.BAD_BOUNDARY,
        zh("边界跨越的 0.1 度网格超过 %s 个")
            .en(
                "the boundary spreads over more than %s squares of a tenth of a degree",
                Grid.LOOKED_UP_MOST));
    Decimal computed = boundary.areaHectares();
    BigDecimal difference = design.areaHectares().value().subtract(computed.value()).abs();
    BigDecimal allowed =
        computed.value().multiply(terms.areaTolerancePercent().value()).movePointLeft(2);
    act.require(
        difference.compareTo(allowed) <= 0,
        ErrorCode.AREA_MISMATCH,
        zh("申报 %s 公顷，按边界计算为 %s 公顷")
            .en("stated %s ha, the boundary has %s ha", design.areaHectares(), computed));
    return computed;
  }

  private void requireStart(Act act, Terms terms) {
    LocalDate start = design.startDate();
    DateRange crediting = design.creditingPeriod();
    act.require(
        !start.isBefore(terms.earliestStart()),
        ErrorCode.START_DATE_NOT_ELIGIBLE,
        zh("项目开工日 %s 早于 %s")
            .en("the project starts on %s, before %s", start, terms.earliestStart()));
    act.require(
        !crediting.from().isBefore(start) && !crediting.from().isBefore(terms.earliestCredit()),
        ErrorCode.START_DATE_NOT_ELIGIBLE,
        zh("计入期始于 %s，早于项目开工或早于 %s")
            .en(
                "the crediting period begins on %s, before the project or before %s",
                crediting.from(), terms.earliestCredit()));
  }
}
