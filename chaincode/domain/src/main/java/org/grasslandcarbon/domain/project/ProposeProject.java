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
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.Terms;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Publishes a project's design document and opens it to comments (LEDGER section 3; CCER measures
 * art. 12: design document and chosen certifier are published together).
 *
 * @param boundary the project's land
 * @param boundaryParts the same in parts, submitted before by {@code submitBoundary}
 * @param design what the owner declares
 */
public record ProposeProject(
    @Means(en = "Boundary, a GeoJSON Polygon or MultiPolygon on WGS 84", zh = "项目边界（GeoJSON）")
        Optional<Boundary> boundary,
    @Means(
            en = "Instead of the boundary, ids of its parts that were submitted before",
            zh = "此前分批提交的边界编号（代替 boundary）")
        @Least(1)
        @Most(PARTS_MOST)
        @Distinct
        Optional<List<InstructionId>> boundaryParts,
    @Means(en = "What the owner declares", zh = "项目设计") ProjectDesign design)
    implements Action {

  /** Parts of a boundary: 20,000 positions need some eight. */
  static final int PARTS_MOST = 20;

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
          ErrorCode.UNKNOWN_BOUNDARY_PART,
          ErrorCode.BAD_BOUNDARY,
          ErrorCode.AREA_MISMATCH,
          ErrorCode.BAD_STRATA,
          ErrorCode.TOO_MANY_CLAIMS,
          ErrorCode.LAND_ALREADY_CLAIMED,
          ErrorCode.START_DATE_NOT_ELIGIBLE,
          ErrorCode.CERTIFIER_NOT_ACCREDITED,
          ErrorCode.RECIPIENT_NOT_ALLOWED);

  public ProposeProject {
    boundaryParts = boundaryParts.map(List::copyOf);
    Check.that(
        boundary.isPresent() != boundaryParts.isPresent(),
        zh("须给出 boundary 或 boundaryParts 之一").en("either boundary or boundaryParts is given"));
    Check.that(
        boundaryParts.isEmpty()
            || !boundaryParts.get().isEmpty()
                && boundaryParts.get().stream().distinct().count() == boundaryParts.get().size(),
        zh("边界的每一部分须列出一次").en("each part of the boundary is named once"));
  }

  /** A proposal whose boundary one instruction holds. */
  public ProposeProject(Boundary boundary, ProjectDesign design) {
    this(Optional.of(boundary), Optional.empty(), design);
  }

  private List<InstructionId> parts() {
    return boundaryParts.orElse(List.of());
  }

  /** The whole boundary, if what makes it is on the ledger and is one. */
  private Optional<Boundary> whole(Records records) {
    boolean isThere =
        parts().stream().allMatch(part -> records.find(BoundaryPart.key(part)).isPresent());
    try {
      return isThere ? Optional.of(joined(records)) : Optional.empty();
    } catch (BadValueException incomplete) {
      // The rule will refuse it with the reason.
      return Optional.empty();
    }
  }

  private Boundary joined(Records records) {
    return boundary.orElseGet(
        () ->
            BoundaryLine.joined(
                parts().stream()
                    .flatMap(part -> records.find(BoundaryPart.key(part)).stream())
                    .flatMap(part -> part.lines().stream())
                    .toList()));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    parts().forEach(part -> named.add(BoundaryPart.key(part)));
    named.add(Region.key(design.region()));
    named.add(RegistryRules.KEY);
    named.addAll(DesignCheck.keys(design));
    return named;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(Methodology.key(design.methodology()))
        .flatMap(
            methodology ->
                whole(records).map(land -> LandClaims.keys(land, methodology.training())))
        .orElse(List.of());
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(Methodology.key(design.methodology()))
        .flatMap(
            methodology ->
                whole(records)
                    .map(land -> LandClaims.neighbourKeys(land, methodology.training(), records)))
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
    Boundary land = requireWhole(act);
    Decimal computedHectares = requireLand(act, land, methodology.terms());
    check.requireStrataWithinArea();
    check.requireStrata(methodology);
    List<Project.Shared> shared = LandClaims.requireFree(act, land, methodology.training());
    requireStart(act, methodology.terms());
    check.requireCreditingYears(methodology.terms());
    check.requireParticipants();

    ProjectDesign published = withoutShared(shared, computedHectares);
    act.write(
        new Project(
            computedHectares,
            0,
            Optional.empty(),
            published,
            List.of(),
            DesignFlags.of(methodology, published),
            act.id(),
            methodology.terms().nonPermanencePercent(),
            Optional.empty(),
            act.actor().id(),
            act.time(),
            methodology.terms().publicityWorkingDays(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(shared).filter(slivers -> !slivers.isEmpty()),
            Project.State.PUBLICITY,
            methodology.training(),
            Optional.empty()));
    act.write(new ProjectBoundary(land.normalised(), act.id()));
    LandClaims.enter(act, land, methodology.training());
    act.refer("project", act.id());
    parts().forEach(part -> act.refer("boundaryPart", part));
  }

  /**
   * Nobody gains the land that two surveys of one border both have: the later project loses it, and
   * does not state it back within what a stated area may differ.
   */
  private ProjectDesign withoutShared(List<Project.Shared> shared, Decimal computedHectares) {
    BigDecimal hectares =
        shared.stream()
            .map(each -> each.hectares().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal above = design.areaHectares().value().subtract(computedHectares.value());
    return hectares.signum() == 0
        ? design
        : design.without(new Decimal(hectares.add(above.max(BigDecimal.ZERO))));
  }

  private Boundary requireWhole(Act act) {
    for (InstructionId part : parts()) {
      BoundaryPart found = act.must(BoundaryPart.key(part), ErrorCode.UNKNOWN_BOUNDARY_PART);
      act.require(
          found.owner().equals(act.actor().id()),
          ErrorCode.UNKNOWN_BOUNDARY_PART,
          zh("%s 由其他主体提交").en("%s is another participant's", part));
    }
    try {
      return joined(act);
    } catch (BadValueException incomplete) {
      throw new RegistryException(ErrorCode.BAD_BOUNDARY, incomplete.detail());
    }
  }

  private Decimal requireLand(Act act, Boundary boundary, Terms terms) {
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
