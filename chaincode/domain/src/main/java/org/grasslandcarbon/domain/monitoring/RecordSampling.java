// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Surroundings;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.SamplingTerms;
import org.grasslandcarbon.domain.participant.Laboratory;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectBoundary;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.project.StrataOutlines;
import org.grasslandcarbon.domain.quantification.CarbonSampling;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.SoilReference;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Puts a sampling of a stratum, or of its control site, on the ledger (LEDGER section 4). A slip is
 * mended by recording it again as long as no report has told of it.
 *
 * @param analysis how organic carbon was determined
 * @param days on which samples were taken
 * @param depthCentimetres how deep the cores went, where soil is compared by its mass
 * @param laboratory who analysed, by its unified social credit code
 * @param laboratoryReport the laboratory's report
 * @param parts ids of parts of the values that were submitted before
 * @param points where samples were taken
 * @param project the project
 * @param scenario the project's land, or the control site
 * @param stratum the stratum
 * @param values what was measured
 */
public record RecordSampling(
    @Means(en = "How organic carbon was determined", zh = "有机碳分析方法") Laboratory.Analysis analysis,
    @Means(en = "Days on which samples were taken", zh = "采样日期（含首尾日）") DateRange days,
    @Means(
            en = "How deep the cores went, cm, where soil is compared by mass",
            zh = "采样深度（厘米，按等质量比较时填写）")
        Optional<Decimal> depthCentimetres,
    @Means(en = "Unified social credit code of the laboratory", zh = "实验室的统一社会信用代码")
        ParticipantId laboratory,
    @Means(en = "SHA-256 of the laboratory's report", zh = "检测报告摘要") Sha256 laboratoryReport,
    @Means(en = "Ids of parts of the values that were submitted before", zh = "此前分批提交的测定值编号")
        @Most(PARTS_MOST)
        @Distinct
        Optional<List<InstructionId>> parts,
    @Means(en = "Where samples were taken", zh = "采样点位置") @Least(1) @Most(POINTS_MOST) @Distinct
        List<SamplingPoint> points,
    @Means(en = "Project", zh = "项目编号") InstructionId project,
    @Means(en = "The project's land (WP) or its control site (BSL)", zh = "项目地块（WP）或对照样地（BSL）")
        Scenario scenario,
    @Means(en = "Name of the stratum", zh = "分层名称") @Most(Stratum.NAME_MOST) String stratum,
    @Means(en = "What was measured", zh = "测定值") @Most(SubmitSampleValues.VALUES_MOST)
        List<SampleValue> values)
    implements Action {

  /** Points of one sampling: what an instruction holds beside its values. */
  public static final int POINTS_MOST = 500;

  /**
   * Centimetres that cores go: assumed, twice the metre that surveys of soil carbon reach. A depth
   * of 30 cm in millimetres is beyond.
   */
  public static final int DEPTH_MOST = 200;

  /** What a sampling holds. */
  public static final int PARTS_MOST = 5;

  /** The action. */
  public static final ActionType<RecordSampling> TYPE =
      ActionType.of(
          "recordSampling",
          "登记采样",
          "Records a sampling",
          new RecordSampling(
              Laboratory.Analysis.DRY_COMBUSTION,
              new DateRange(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 5)),
              Optional.of(Decimal.of("30")),
              new ParticipantId("91110000600037341L"),
              Sha256.of("laboratory report"),
              Optional.empty(),
              List.of(new SamplingPoint(Decimal.of("43.95"), Decimal.of("116.05"), "P01")),
              ExampleProject.ID,
              Scenario.WP,
              "S1",
              List.of(new SampleValue(Optional.of("P01-L1"), "OC", "g/kg", Decimal.of("24.29")))),
          EnumSet.of(Role.OWNER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.UNKNOWN_METHODOLOGY,
          ErrorCode.SAMPLING_NOT_RECORDED,
          ErrorCode.SAMPLING_OUTSIDE_PERIOD,
          ErrorCode.LABORATORY_NOT_ACCREDITED,
          ErrorCode.UNKNOWN_SAMPLING,
          ErrorCode.UNKNOWN_DATUM,
          ErrorCode.DATA_OUT_OF_RANGE,
          ErrorCode.STRATA_MISMATCH,
          ErrorCode.POINT_MISPLACED,
          ErrorCode.SAMPLING_ALREADY_USED,
          ErrorCode.TOO_LARGE);

  public RecordSampling {
    parts = parts.map(List::copyOf);
    points = List.copyOf(points);
    values = List.copyOf(values);
    Check.that(!points.isEmpty(), zh("采样须至少有一个样点").en("a sampling has a point"));
    Check.that(
        points.stream().map(SamplingPoint::name).distinct().count() == points.size(),
        zh("样点重名").en("two points have one name"));
    Check.that(
        parts.isEmpty() || parts.get().stream().distinct().count() == parts.get().size(),
        zh("每部分只能列一次").en("a part is named once"));
  }

  private List<InstructionId> allParts() {
    return parts.orElse(List.of());
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(Project.key(project));
    named.add(ProjectBoundary.key(project));
    named.add(Laboratory.key(laboratory));
    allParts().forEach(part -> named.add(SampleValues.key(part)));
    return named;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>();
    records
        .find(Project.key(project))
        .ifPresent(
            found -> {
              Project.Term term = term(found);
              following.add(Methodology.key(term.design().methodology()));
              term.outlines().ifPresent(drawn -> following.add(StrataOutlines.key(drawn)));
              following.addAll(SamplingRule.keys(found, rows(all(records))));
            });
    return following;
  }

  /** The values of this instruction and of the parts that are there. */
  private List<SampleValue> all(Records records) {
    List<SampleValue> all = new ArrayList<>(values);
    for (InstructionId part : allParts()) {
      records.find(SampleValues.key(part)).ifPresent(found -> all.addAll(found.values()));
    }
    return all;
  }

  private Sampling sampling(Act act, List<SampleValue> all) {
    return new Sampling(
        analysis,
        days,
        depthCentimetres,
        act.id(),
        laboratory,
        laboratoryReport,
        points,
        project,
        act.time(),
        act.actor().id(),
        scenario,
        stratum,
        all);
  }

  /** The values as rows, by which measurements are told apart. */
  private List<Datum> rows(List<SampleValue> all) {
    return SampleValue.rows(all, stratum, scenario, CarbonSampling.LAST, days.to().getYear());
  }

  /** The terms of the crediting period in which it was sampled, or of the present one. */
  private Project.Term term(Project found) {
    return found.termFor(days.to().getYear());
  }

  @Override
  public void apply(Act act) {
    Project found = Project.registeredOfActor(act, project);
    Project.Term term = term(found);
    ProjectDesign design = term.design();
    Methodology methodology =
        act.must(Methodology.key(design.methodology()), ErrorCode.UNKNOWN_METHODOLOGY);
    SamplingTerms terms =
        methodology
            .terms()
            .samplings()
            .orElseThrow(
                () ->
                    new RegistryException(
                        ErrorCode.SAMPLING_NOT_RECORDED,
                        zh("方法学 %s 的样品数据随监测报告填报")
                            .en("under %s reports bring rows of samples", methodology.version())));
    requireDays(act, terms);
    Laboratory.require(act, laboratory, analysis, days.to());
    List<SampleValue> all = requireParts(act);
    List<Datum> rows = rows(all);
    QuantificationRule.requireReadable(methodology, design.strata(), Rows.of("values", rows));
    requireDepth(act, methodology, design);
    requirePoints(act, all);
    requirePlaces(act, terms);
    requireStratum(act, term.outlines());
    CarbonSampling carbon =
        CarbonSampling.of(rows).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new RegistryException(
                        ErrorCode.STRATA_MISMATCH,
                        zh("没有任何样点的有机碳含量").en("no point has organic carbon")));

    SamplingRule.record(act, found, carbon);
    act.require(
        all.size() <= Sampling.VALUES_MOST,
        ErrorCode.TOO_LARGE,
        zh("采样最多 %s 个测定值，现为 %s 个")
            .en(
                "a sampling has at most %s values, these are %s",
                Sampling.VALUES_MOST, all.size()));
    act.write(sampling(act, all));
    act.refer("sampling", act.id());
    act.refer("project", project);
  }

  private void requireDays(Act act, SamplingTerms terms) {
    act.require(
        days.to().isBefore(act.today().plusDays(1)),
        ErrorCode.SAMPLING_OUTSIDE_PERIOD,
        zh("%s 尚未过去：今日为 %s").en("%s is not over: today is %s", days.to(), act.today()));
    long most = terms.daysLong().most();
    act.require(
        days.length() <= most,
        ErrorCode.SAMPLING_OUTSIDE_PERIOD,
        zh("一次采样最多 %s 天，%s 为 %s 天")
            .en("a sampling takes at most %s days, %s are %s", most, days, days.length()));
  }

  /** Whether cores can have gone as deep. */
  public static boolean isDepth(Decimal centimetres) {
    BigDecimal depth = centimetres.value();
    return depth.signum() > 0 && depth.compareTo(BigDecimal.valueOf(DEPTH_MOST)) <= 0;
  }

  /** Masses do not say how deep they were taken; of a stratum by depth its layers do. */
  private void requireDepth(Act act, Methodology methodology, ProjectDesign design) {
    boolean isByMass =
        design.strata().stream()
            .filter(each -> each.name().equals(stratum))
            .anyMatch(each -> SoilReference.isMass(each, methodology.science().byName()));
    act.require(
        isByMass == depthCentimetres.isPresent(),
        ErrorCode.STRATA_MISMATCH,
        isByMass
            ? zh("分层 %s 按等质量比较土壤，须填写采样深度 depthCentimetres")
                .en("soil of %s is compared by mass: say how deep the cores went", stratum)
            : zh("分层 %s 不按等质量比较土壤，不填 depthCentimetres")
                .en("soil of %s is not compared by mass: leave depthCentimetres out", stratum));
    act.require(
        depthCentimetres.filter(each -> !isDepth(each)).isEmpty(),
        ErrorCode.DATA_OUT_OF_RANGE,
        zh("采样深度 %s 厘米须大于 0，且不超过 %s")
            .en(
                "cores of %s cm: their depth is above 0 and at most %s",
                depthCentimetres.orElse(null), DEPTH_MOST));
  }

  private List<SampleValue> requireParts(Act act) {
    List<InstructionId> named = allParts();
    for (int i = 0; i < named.size(); i++) {
      SampleValues part = act.must(SampleValues.key(named.get(i)), ErrorCode.UNKNOWN_SAMPLING);
      act.require(
          part.project().equals(project),
          ErrorCode.UNKNOWN_SAMPLING,
          zh("parts[%s] 属于项目 %s").en("parts[%s] is of project %s", i, part.project()));
    }
    return all(act);
  }

  /** Every point has a place and a value. */
  private void requirePoints(Act act, List<SampleValue> all) {
    SortedSet<String> measured = new TreeSet<>();
    all.forEach(each -> each.point().ifPresent(measured::add));
    SortedSet<String> placed = new TreeSet<>();
    points.forEach(each -> placed.add(each.name()));
    SortedSet<String> lacking = new TreeSet<>(measured);
    lacking.removeAll(placed);
    act.require(
        lacking.isEmpty(),
        ErrorCode.POINT_MISPLACED,
        zh("样点 %s 没有坐标").en("points %s have no coordinates", lacking));
    placed.removeAll(measured);
    act.require(
        placed.isEmpty(),
        ErrorCode.STRATA_MISMATCH,
        zh("样点 %s 没有测定值").en("points %s have no values", placed));
  }

  /** The project's points lie in the stratum that they tell of, where it has an outline. */
  private void requireStratum(Act act, Optional<InstructionId> drawnBy) {
    Optional<Boundary> outline =
        drawnBy
            .filter(drawn -> scenario == Scenario.WP)
            .flatMap(drawn -> act.find(StrataOutlines.key(drawn)))
            .flatMap(found -> found.of(stratum));
    if (outline.isPresent()) {
      for (SamplingPoint point : points) {
        act.require(
            Surroundings.contain(outline.get(), point.place()),
            ErrorCode.POINT_MISPLACED,
            zh("样点 %s %s 不在分层 %s 的范围内")
                .en("point %s %s is not within %s", point.name(), point.place(), stratum));
      }
    }
  }

  private void requirePlaces(Act act, SamplingTerms terms) {
    Boundary boundary =
        act.must(ProjectBoundary.key(project), ErrorCode.UNKNOWN_PROJECT).boundary();
    int most = terms.controlKilometres().most();
    for (SamplingPoint point : points) {
      boolean isInside = Surroundings.contain(boundary, point.place());
      act.require(
          isInside == (scenario == Scenario.WP),
          ErrorCode.POINT_MISPLACED,
          scenario == Scenario.WP
              ? zh("样点 %s %s 不在项目边界内")
                  .en("point %s %s is not within the project", point.name(), point.place())
              : zh("对照样点 %s %s 在项目边界内")
                  .en(
                      "point %s %s of the control site is within the project",
                      point.name(), point.place()));
      act.require(
          isInside || Surroundings.kilometres(boundary, point.place()) <= most,
          ErrorCode.POINT_MISPLACED,
          zh("对照样点 %s %s 距项目超过 %s 公里")
              .en(
                  "point %s %s of the control site is more than %s km from the project",
                  point.name(), point.place(), most));
    }
  }
}
