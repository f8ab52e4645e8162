// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.Terms;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Publishes the design under which a registered project is to go on when its crediting period ends
 * (LEDGER section 2: a project is pinned to a methodology version until its renewal). The baseline
 * is drawn up anew, under a version that is open for new projects, and goes through publicity and
 * validation as that of a new project does. Land, region and start date are the project's: a
 * renewal claims no land and overlaps nothing.
 *
 * @param design the design of the new crediting period
 * @param outlines where each stratum lies, where the version wants it and nobody has drawn it yet
 * @param project the project
 */
public record ProposeRenewal(
    @Means(en = "Design of the new crediting period", zh = "新计入期的项目设计") ProjectDesign design,
    @Means(
            en = "Outline of each stratum, where it is wanted and not on the ledger yet",
            zh = "各分层范围（方法学版本要求且账本上尚无时）")
        @Most(ProjectDesign.STRATA_MOST)
        @Distinct
        Optional<List<Outline>> outlines,
    @Means(en = "Project", zh = "项目编号") InstructionId project)
    implements Action {

  /** The parameter that says how many crediting periods a project may have, the first included. */
  public static final String PERIODS_PARAMETER = "CREDITING_PERIODS_MOST";

  /** The parameter that says how many years all of them may have together. */
  public static final String YEARS_PARAMETER = "CREDITING_YEARS_TOTAL_MOST";

  /** How long before the end a renewal may be proposed: a baseline older than that is not new. */
  static final int YEARS_BEFORE = 2;

  /** Crediting periods of a project, whatever the version says: its record has all designs. */
  static final int PERIODS_MOST = 20;

  /** Years of all of them: the longest that programmes for land use know. */
  private static final int YEARS_MOST = 100;

  /** The action. */
  public static final ActionType<ProposeRenewal> TYPE =
      ActionType.of(
          "proposeRenewal",
          "公示项目续期设计文件",
          "Publishes the design of a project's next crediting period",
          new ProposeRenewal(ExampleProject.RENEWED_DESIGN, ExampleProject.ID),
          EnumSet.of(Role.OWNER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.RENEWAL_NOT_DUE,
          ErrorCode.UNKNOWN_METHODOLOGY,
          ErrorCode.METHODOLOGY_CLOSED,
          ErrorCode.UNKNOWN_BOUNDARY_PART,
          ErrorCode.BAD_RENEWAL,
          ErrorCode.RENEWAL_LIMIT,
          ErrorCode.AREA_MISMATCH,
          ErrorCode.BAD_STRATA,
          ErrorCode.BAD_OUTLINE,
          ErrorCode.START_DATE_NOT_ELIGIBLE,
          ErrorCode.CERTIFIER_NOT_ACCREDITED,
          ErrorCode.RECIPIENT_NOT_ALLOWED);

  public ProposeRenewal {
    outlines = outlines.map(List::copyOf);
    Outline.check(outlines.orElse(List.of()));
  }

  /** A renewal whose strata need no outlines, or have them. */
  public ProposeRenewal(ProjectDesign design, InstructionId project) {
    this(design, Optional.empty(), project);
  }

  private List<Outline> allOutlines() {
    return outlines.orElse(List.of());
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>(DesignCheck.keys(design));
    named.add(Project.key(project));
    if (!allOutlines().isEmpty()) {
      named.add(ProjectBoundary.key(project));
      named.add(RegistryRules.KEY);
      allOutlines().forEach(outline -> named.addAll(outline.drawing().keys()));
    }
    return named;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>();
    records
        .find(Project.key(project))
        .ifPresent(
            found -> {
              following.addAll(StrataContinuity.keys(found));
              found.renewal().ifPresent(pending -> following.add(Renewal.key(pending.id())));
            });
    return following;
  }

  @Override
  public void apply(Act act) {
    Project found = Project.registeredOfActor(act, project);
    LocalDate last = found.design().creditingPeriod().to();
    act.require(
        !act.today().isAfter(last) && !act.today().isBefore(last.minusYears(YEARS_BEFORE)),
        ErrorCode.RENEWAL_NOT_DUE,
        zh("计入期于 %s 届满；续期须在届满前 %s 年内提出")
            .en(
                "crediting ends on %s; a renewal is proposed in the %s years before",
                last, YEARS_BEFORE));
    DesignCheck check = new DesignCheck(act, design);
    Methodology methodology = check.openMethodology();
    requireSameProject(act, found, methodology);
    requireWithinLimits(act, found, methodology);
    check.requireStrataWithinArea();
    check.requireStrata(methodology);
    StrataContinuity.require(act, found, design, methodology);
    Optional<InstructionId> drawnBy = requireOutlines(act, found, methodology.terms());
    check.requireCreditingYears(methodology.terms());
    check.requireParticipants();

    Renewal renewal = renewal(act, found, methodology, drawnBy);
    found
        .renewal()
        .flatMap(pending -> act.find(Renewal.key(pending.id())))
        .ifPresent(pending -> act.write(pending.replaced()));
    act.write(renewal);
    act.write(found.withRenewal(Optional.of(renewal.pending())));
    act.refer("renewal", act.id());
    act.refer("project", project);
  }

  /**
   * Which proposal drew the outlines of the strata, where the version wants any. Strata that are
   * measured keep their land, so that what was drawn once is drawn for ever.
   */
  private Optional<InstructionId> requireOutlines(Act act, Project found, Terms terms) {
    OutlineRule rule = new OutlineRule(act, terms, design.strata());
    if (!OutlineRule.isWanted(terms)) {
      rule.requireNone(allOutlines());
      return Optional.empty();
    }
    Optional<InstructionId> drawnBefore = found.lastOutlines();
    if (drawnBefore.isPresent()) {
      act.require(
          allOutlines().isEmpty(),
          ErrorCode.BAD_OUTLINE,
          zh("分层范围沿用 %s 所绘，不得重绘")
              .en("the strata keep the outlines of %s and bring no others", drawnBefore.get()));
      return drawnBefore;
    }
    act.require(
        !allOutlines().isEmpty(),
        ErrorCode.BAD_OUTLINE,
        zh("该方法学版本要求各分层的范围").en("this version wants an outline of each stratum"));
    ProjectBoundary land = act.must(ProjectBoundary.key(project), ErrorCode.UNKNOWN_PROJECT);
    act.write(rule.require(allOutlines(), land.boundary(), project));
    return Optional.of(act.id());
  }

  private void requireSameProject(Act act, Project found, Methodology methodology) {
    ProjectDesign before = found.design();
    act.require(
        design.areaHectares().equals(before.areaHectares())
            && design.region().equals(before.region())
            && design.startDate().equals(before.startDate()),
        ErrorCode.BAD_RENEWAL,
        zh("面积、地区和开工日期应为 %s 公顷、%s 和 %s")
            .en(
                "area, region and start date are %s ha, %s and %s",
                before.areaHectares(), before.region(), before.startDate()));
    act.require(
        methodology.training() == found.training(),
        ErrorCode.BAD_RENEWAL,
        zh("练习项目不得转为正式项目，正式项目也不得转为练习项目")
            .en("a project for practice stays one, and no other becomes one"));
    LocalDate next = before.creditingPeriod().to().plusDays(1);
    act.require(
        design.creditingPeriod().from().equals(next),
        ErrorCode.BAD_RENEWAL,
        zh("新计入期应始于 %s").en("the new crediting period begins on %s", next));
  }

  private void requireWithinLimits(Act act, Project found, Methodology methodology) {
    int periods = limit(methodology, PERIODS_PARAMETER, PERIODS_MOST);
    act.require(
        found.earlier().size() + 2 <= periods,
        ErrorCode.RENEWAL_LIMIT,
        zh("项目最多有 %s 个计入期").en("a project has at most %s crediting periods", periods));
    int years = limit(methodology, YEARS_PARAMETER, YEARS_MOST);
    LocalDate end = found.creditingFrom().plusYears(years);
    act.require(
        design.creditingPeriod().to().isBefore(end),
        ErrorCode.RENEWAL_LIMIT,
        zh("全部计入期合计不得超过 %s 年，须在 %s 之前结束")
            .en(
                "all crediting periods together have at most %s years and end before %s",
                years, end));
  }

  /** What a version allows, rounded down to a whole number, and never more than {@code most}. */
  private static int limit(Methodology methodology, String parameter, int most) {
    return methodology
        .science()
        .byName()
        .find(parameter)
        .map(each -> each.value().value().setScale(0, RoundingMode.FLOOR))
        .map(each -> each.max(BigDecimal.ZERO).min(BigDecimal.valueOf(most)))
        .map(BigDecimal::intValueExact)
        .orElse(most);
  }

  /** Comments on a renewal that is replaced are answered with the one in its place. */
  private Renewal renewal(
      Act act, Project found, Methodology methodology, Optional<InstructionId> drawnBy) {
    return new Renewal(
        design,
        found.renewal().map(Project.Renewing::firstComment).orElse(found.comments() + 1),
        DesignFlags.of(methodology, design, Optional.empty()),
        act.id(),
        methodology.terms().nonPermanencePercent(),
        drawnBy,
        project,
        act.time(),
        methodology.terms().publicityWorkingDays(),
        Optional.empty(),
        Renewal.State.PUBLICITY,
        Optional.empty());
  }
}
