// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.coordination.LandPathway.Condition;
import org.grasslandcarbon.domain.coordination.LandPathway.Kind;
import org.grasslandcarbon.domain.coordination.LandPathway.Outcome;
import org.grasslandcarbon.domain.coordination.LandPathway.State;
import org.grasslandcarbon.domain.coordination.LandPlan.Change;
import org.grasslandcarbon.domain.coordination.LandPlan.Use;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.value.Fen;

/**
 * Which ways a change of land has to credits or compensation (china-rules E23 and A0, A1). The
 * registry's own versions are judged by their data; programmes of others by what was read of them,
 * and what was not read says so. It decides nothing: a project is judged when it is proposed.
 *
 * @param pathways the open ones first, then those that may be, then the closed ones; by kind and id
 * @param plan what was asked
 */
public record LandScreening(List<LandPathway> pathways, LandPlan plan) {
  private static final String ART_10 = "CCER measures (trial, 2023) art. 10";
  private static final String VM0026 = "VM0026 v1.1 (public summaries)";
  private static final String VM0032 = "VM0032 v1.0 (title and status; conditions not read)";
  private static final String VM0042 = "VM0042 v2.2";

  /** Art. 10: started after 8 November 2012. */
  private static final LocalDate CCER_STARTED_AFTER = LocalDate.of(2012, 11, 8);

  /** Verra: the last day on which VM0026 took new projects. */
  private static final LocalDate VM0026_LAST_LISTING = LocalDate.of(2024, 8, 31);

  private static final String LAND_USE = "F_LU.";

  private static final int MU_A_HECTARE = 15;

  private static final Set<Change> VM0026_CHANGES =
      EnumSet.of(Change.REST_GRAZING, Change.STOCK_BALANCE, Change.RESEEDING);

  /**
   * A rate of compensation on the ledger.
   *
   * @param fenPerMu fen a mu and year
   * @param from the address of the notice
   * @param scheme its code
   */
  public record Rate(Fen fenPerMu, String from, String scheme) {}

  public LandScreening {
    pathways = List.copyOf(pathways);
  }

  /**
   * Judges a plan.
   *
   * @param versions the registry's versions of methodologies, without those for practice
   * @param rates rates of compensation in force where the land is
   * @param today the day in Beijing
   */
  public static LandScreening of(
      LandPlan plan, List<Methodology> versions, List<Rate> rates, LocalDate today) {
    List<LandPathway> all = new ArrayList<>();
    versions.forEach(each -> all.add(version(each, plan, today)));
    all.add(ccer(plan));
    all.add(vm0026(plan, today));
    all.add(vm0032(plan));
    all.add(vm0042(plan));
    rates.forEach(each -> all.add(compensation(each, plan)));
    if (rates.isEmpty()) {
      all.add(noRate());
    }
    all.sort(
        Comparator.comparing((LandPathway each) -> order(each.outcome()))
            .thenComparing(LandPathway::kind)
            .thenComparing(LandPathway::id));
    return new LandScreening(all, plan);
  }

  private static int order(Outcome outcome) {
    return outcome.ordinal();
  }

  private static LandPathway version(Methodology version, LandPlan plan, LocalDate today) {
    String at = "methodologies/" + version.version().id() + "/" + version.version().version();
    LocalDate earliest = version.terms().earliestStart();
    return pathway(
        Kind.REGISTRY,
        version.version().toString(),
        at,
        version.name().zh(),
        version.name().en(),
        List.of(
            condition(
                "OPEN_FOR_PROJECTS",
                state(version.isOpenForListing(today)),
                at,
                "该版本现接受新项目",
                "the version takes new projects today"),
            condition(
                "LAND_USE_COUNTED",
                landUse(version, plan),
                at,
                "该版本的参数计入这种土地现状",
                "the version has numbers for what the land is today"),
            condition(
                "STARTED_LATE_ENOUGH",
                state(plan.start().map(start -> !start.isBefore(earliest))),
                at,
                "不早于 " + earliest + " 开始",
                "it starts on " + earliest + " or later"),
            condition(
                "TENURE",
                state(plan.tenure()),
                "proposeProject",
                "有土地权属证明文件",
                "rights to the land are documented")));
  }

  /**
   * Versions that compute from factors count the land that they have a factor for; those that
   * measure leave it to their text.
   */
  private static State landUse(Methodology version, LandPlan plan) {
    if (plan.present() == Use.FOREST || plan.present() == Use.WETLAND) {
      return State.NOT_MET;
    }
    if (plan.isGrassland()) {
      return State.MET;
    }
    List<String> factors =
        version.science().parameters().stream()
            .map(each -> each.name())
            .filter(name -> name.startsWith(LAND_USE))
            .map(name -> name.substring(LAND_USE.length()))
            .toList();
    if (factors.isEmpty()) {
      return State.NOT_READ;
    }
    return state(factors.stream().anyMatch(each -> each.startsWith(plan.present().name())));
  }

  private static LandPathway ccer(LandPlan plan) {
    return pathway(
        Kind.PROGRAMME,
        "CCER",
        ART_10,
        "全国温室气体自愿减排（CCER）",
        "National voluntary reductions (CCER)",
        List.of(
            condition(
                "METHODOLOGY_PUBLISHED",
                State.NOT_READ,
                "published CCER methodologies",
                "属于生态环境部已发布的方法学领域（在已查阅的文件中未见草原方法学，不等于没有）",
                "a published methodology is for it (none for grassland was found in what was"
                    + " read, which proves nothing)"),
            condition(
                "STARTED_LATE_ENOUGH",
                state(plan.start().map(start -> start.isAfter(CCER_STARTED_AFTER))),
                ART_10,
                "2012 年 11 月 8 日之后开工",
                "it started after 8 November 2012"),
            condition(
                "NOT_REQUIRED_BY_LAW",
                state(plan.requiredByLaw().map(each -> !each)),
                ART_10,
                "不属于法律法规规定的减排义务",
                "no law asks for it"),
            condition(
                "NOT_IN_EMISSIONS_MARKET",
                state(plan.emissionsTraded().map(each -> !each)),
                ART_10,
                "未纳入碳排放权交易市场配额管理",
                "no emissions trading market covers it"),
            condition(
                "TENURE",
                state(plan.tenure()),
                "CNCA implementing rules: removals show operation design and land tenure",
                "清除类项目须有权属证明和作业设计",
                "removals show rights to the land and a design of the work")));
  }

  private static LandPathway vm0026(LandPlan plan, LocalDate today) {
    return pathway(
        Kind.PROGRAMME,
        "VM0026",
        VM0026,
        "可持续草地管理（Verra VM0026）",
        "Sustainable grassland management (Verra VM0026)",
        List.of(
            condition(
                "OPEN_FOR_PROJECTS",
                state(!today.isAfter(VM0026_LAST_LISTING)),
                "Verra: VM0026 inactive since 30 May 2024, new projects listed until 31 Aug 2024",
                "仍接受新项目",
                "it takes new projects"),
            condition(
                "GRASSLAND_GRAZED",
                plan.isGrassland() ? state(plan.grazed()) : State.NOT_MET,
                VM0026,
                "项目前为放牧草地",
                "grassland that is grazed before the project"),
            condition("DEGRADED", state(plan.degraded()), VM0026, "土地已退化", "the land is degraded"),
            condition(
                "DRY", state(plan.dry()), VM0026, "降水量小于蒸散量", "less rain falls than evaporates"),
            condition(
                "NO_MORE_FUEL",
                state(plan.fuelRises().map(each -> !each)),
                VM0026,
                "炊事取暖用柴和化石燃料不增加",
                "no more is burnt for cooking and heating"),
            condition(
                "MEASURE_COUNTED",
                state(VM0026_CHANGES.contains(plan.change())),
                VM0026,
                "措施为休牧轮牧、控制牲畜数量或补播",
                "rest or rotation, fewer animals, or reseeding")));
  }

  private static LandPathway vm0032(LandPlan plan) {
    return pathway(
        Kind.PROGRAMME,
        "VM0032",
        VM0032,
        "可持续草地：调整火烧和放牧（Verra VM0032）",
        "Sustainable grasslands, fire and grazing adjusted (Verra VM0032)",
        List.of(
            condition(
                "UNCULTIVATED_GRASSLAND",
                state(plan.present() == Use.NATURAL_GRASSLAND),
                VM0032,
                "未开垦的草地",
                "grassland that was never cultivated"),
            condition(
                "MEASURE_COUNTED",
                state(plan.change() == Change.FIRE || plan.changesGrazing()),
                VM0032,
                "措施为调整火烧或放牧",
                "fire or grazing is adjusted"),
            condition(
                "OTHER_CONDITIONS", State.NOT_READ, VM0032, "其他适用条件", "its other conditions")));
  }

  private static LandPathway vm0042(LandPlan plan) {
    return pathway(
        Kind.PROGRAMME,
        "VM0042",
        VM0042,
        "农业土地管理改进（Verra VM0042）",
        "Improved agricultural land management (Verra VM0042)",
        List.of(
            condition(
                "MEASURE_COUNTED",
                plan.isGrassland() && plan.changesGrazing() ? State.MET : State.NOT_READ,
                VM0042,
                "措施被接受（已查阅：改进放牧；未查阅：其他措施）",
                "the measure is taken (read: improved grazing; not read: others)"),
            condition(
                "HERD_KEPT_OR_ACCOUNTED",
                herd(plan),
                VM0042,
                "牲畜数量不低于回溯期平均，否则须计算转移泄漏",
                "animals stay at the mean of the years before, or their displacement is"
                    + " accounted for")));
  }

  /** Fewer animals do not close it: what goes elsewhere is then taken off. */
  private static State herd(LandPlan plan) {
    return plan.herdKept().orElse(false) ? State.MET : State.NOT_SAID;
  }

  private static LandPathway compensation(Rate rate, LandPlan plan) {
    List<Condition> conditions =
        List.of(
            condition(
                "GRASSLAND",
                state(plan.isGrassland()),
                rate.from(),
                "土地现状为草地",
                "the land is grassland"),
            condition(
                "SCHEME_FITS",
                rate.scheme().equals(plan.change().name()) ? State.MET : State.NOT_READ,
                rate.from(),
                "补偿项目适用于该措施（代码相同即适用，否则以文件为准）",
                "the scheme is for the measure (it is where they are called the same; else its"
                    + " document decides)"));
    BigDecimal fen =
        plan.areaHectares()
            .value()
            .multiply(BigDecimal.valueOf(MU_A_HECTARE))
            .multiply(BigDecimal.valueOf(rate.fenPerMu().value()))
            .setScale(0, RoundingMode.HALF_UP);
    Optional<Fen> yearly =
        Optional.of(fen)
            .filter(each -> each.compareTo(BigDecimal.valueOf(Fen.MAXIMUM)) <= 0)
            .map(each -> Fen.of(each.longValueExact()));
    return new LandPathway(
        conditions,
        rate.from(),
        "COMPENSATION/" + rate.scheme(),
        Kind.COMPENSATION,
        "Compensation: " + rate.scheme(),
        "生态保护补偿：" + rate.scheme(),
        LandPathway.outcome(conditions),
        yearly,
        List.of(rate.from(), "areaHectares"));
  }

  private static LandPathway noRate() {
    return pathway(
        Kind.COMPENSATION,
        "COMPENSATION",
        "notices?kind=COMPENSATION_RATE",
        "生态保护补偿",
        "Compensation",
        List.of(
            condition(
                "RATE_ON_LEDGER",
                State.NOT_READ,
                "notices?kind=COMPENSATION_RATE",
                "该地区现行补偿标准已在账本上公布",
                "a rate in force for the region is on the ledger")));
  }

  private static LandPathway pathway(
      Kind kind, String id, String from, String zh, String en, List<Condition> conditions) {
    return new LandPathway(
        conditions,
        from,
        id,
        kind,
        en,
        zh,
        LandPathway.outcome(conditions),
        Optional.empty(),
        List.of());
  }

  private static Condition condition(String id, State state, String source, String zh, String en) {
    return new Condition(en, id, source, state, zh);
  }

  private static State state(boolean met) {
    return met ? State.MET : State.NOT_MET;
  }

  private static State state(Optional<Boolean> met) {
    return met.map(LandScreening::state).orElse(State.NOT_SAID);
  }
}
