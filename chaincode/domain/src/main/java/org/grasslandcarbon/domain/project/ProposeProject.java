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
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
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
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.region.Region;
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
 * @param outlines where each stratum lies, under a version that wants it
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
    @Means(en = "What the owner declares", zh = "项目设计") ProjectDesign design,
    @Means(
            en = "Outline of each stratum, where the methodology version wants it",
            zh = "各分层范围（方法学版本要求时）")
        @Most(ProjectDesign.STRATA_MOST)
        @Distinct
        Optional<List<Outline>> outlines)
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
          ErrorCode.BAD_OUTLINE,
          ErrorCode.TOO_MANY_CLAIMS,
          ErrorCode.LAND_ALREADY_CLAIMED,
          ErrorCode.START_DATE_NOT_ELIGIBLE,
          ErrorCode.PREDECESSOR_UNSETTLED,
          ErrorCode.CERTIFIER_NOT_ACCREDITED,
          ErrorCode.RECIPIENT_NOT_ALLOWED);

  public ProposeProject {
    boundaryParts = boundaryParts.map(List::copyOf);
    outlines = outlines.map(List::copyOf);
    Drawing.check(boundary, boundaryParts);
    Outline.check(outlines.orElse(List.of()));
  }

  /** A proposal under a version that wants no outlines. */
  public ProposeProject(
      Optional<Boundary> boundary,
      Optional<List<InstructionId>> boundaryParts,
      ProjectDesign design) {
    this(boundary, boundaryParts, design, Optional.empty());
  }

  /** A proposal whose boundary one instruction holds. */
  public ProposeProject(Boundary boundary, ProjectDesign design) {
    this(Optional.of(boundary), Optional.empty(), design);
  }

  private Drawing land() {
    return new Drawing(boundary, boundaryParts);
  }

  private List<Outline> allOutlines() {
    return outlines.orElse(List.of());
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.addAll(land().keys());
    allOutlines().forEach(outline -> named.addAll(outline.drawing().keys()));
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
                land().whole(records).map(land -> LandClaims.keys(land, methodology.training())))
        .orElse(List.of());
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(Methodology.key(design.methodology()))
        .flatMap(
            methodology ->
                land()
                    .whole(records)
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
    Boundary land = land().require(act, ErrorCode.BAD_BOUNDARY);
    Decimal computedHectares = requireLand(act, land, methodology.terms());
    check.requireStrataWithinArea();
    check.requireStrata(methodology);
    Optional<StrataOutlines> drawn = requireOutlines(act, methodology.terms(), land);
    LandClaims.Free free = LandClaims.requireFree(act, land, methodology.training());
    List<Project.Shared> shared = free.shared();
    requireStart(act, methodology.terms());
    Predecessors.require(act, free.predecessors(), design.creditingPeriod().from());
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
            DesignFlags.of(methodology, published, Optional.of(land)),
            act.id(),
            methodology.terms().nonPermanencePercent(),
            Optional.empty(),
            drawn.map(StrataOutlines::id),
            act.actor().id(),
            Optional.of(free.predecessors()).filter(found -> !found.isEmpty()),
            act.time(),
            methodology.terms().publicityWorkingDays(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(shared).filter(slivers -> !slivers.isEmpty()),
            Project.State.PUBLICITY,
            methodology.training(),
            Optional.empty()));
    act.write(new ProjectBoundary(land.normalised(), act.id()));
    drawn.ifPresent(act::write);
    LandClaims.enter(act, land, methodology.training());
    act.refer("project", act.id());
    land().parts().forEach(part -> act.refer("boundaryPart", part));
    allOutlines()
        .forEach(
            outline -> outline.drawing().parts().forEach(part -> act.refer("boundaryPart", part)));
  }

  private Optional<StrataOutlines> requireOutlines(Act act, Terms terms, Boundary land) {
    OutlineRule rule = new OutlineRule(act, terms, design.strata());
    if (OutlineRule.isWanted(terms)) {
      return Optional.of(rule.require(allOutlines(), land, act.id()));
    }
    rule.requireNone(allOutlines());
    return Optional.empty();
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
