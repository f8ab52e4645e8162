// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.stocking;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Records the balance of grass and livestock of a project's year (LEDGER section 2). The ledger
 * computes sheep units, carrying capacity and overload; an overloaded year must be addressed by the
 * verification of every report that touches it.
 *
 * @param days days of the year that were grazed
 * @param document the evidence
 * @param forage one row a stratum, or one row for the whole project
 * @param herds the animals; none where grazing is banned
 * @param project the project
 * @param year the calendar year
 */
public record RecordStocking(
    @Means(en = "Days of the year that were grazed, 1 to 366", zh = "放牧天数（1 至 366）")
        @Least(1)
        @Most(366)
        int days,
    @Means(en = "SHA-256 of the evidence", zh = "证明文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "Forage, one row a stratum or one for all", zh = "可利用牧草（每分层一行，或整个项目一行）")
        @Least(1)
        @Most(FORAGE_MOST)
        @Distinct
        List<Forage> forage,
    @Means(en = "Animals by species; none where grazing is banned", zh = "各畜种头数；禁牧时为空")
        @Most(Herd.HERDS_MOST)
        @Distinct
        List<Herd> herds,
    @Means(en = "Project", zh = "项目编号") InstructionId project,
    @Means(en = "Calendar year", zh = "年度") @Least(1) @Most(9_999) int year)
    implements Action {

  /** A row for each stratum. */
  static final int FORAGE_MOST = ProjectDesign.STRATA_MOST;

  /** A line for each row and herd, two sums, the capacity and the overload. */
  static final int LINES_MOST = FORAGE_MOST + Herd.HERDS_MOST + 4;

  /** Digits after the point of the results: a thousandth of a sheep unit and of a percent. */
  private static final int SCALE = 3;

  /** The action. */
  public static final ActionType<RecordStocking> TYPE =
      ActionType.of(
          "recordStocking",
          "记录草畜平衡并计算超载率",
          "Records a project's balance of grass and livestock in a year",
          new RecordStocking(
              365,
              Sha256.of("herd count and clipping survey"),
              List.of(example("S1", "3000", "1000"), example("S2", "1400", "1200")),
              List.of(new Herd(1_500, "SHEEP"), new Herd(40, "CATTLE")),
              ExampleProject.ID,
              2024),
          EnumSet.of(Role.OWNER, Role.OFFICE, Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.PERIOD_OUTSIDE_CREDITING,
          ErrorCode.UNKNOWN_METHODOLOGY,
          ErrorCode.NO_STOCKING_STANDARD,
          ErrorCode.UNKNOWN_DATUM,
          ErrorCode.STRATA_MISMATCH,
          ErrorCode.DATA_OUT_OF_RANGE);

  public RecordStocking {
    forage = List.copyOf(forage);
    herds = List.copyOf(herds);
    Check.that(year >= 1 && year <= 9_999, zh("年份须为公历年").en("year is a calendar year"));
    Check.that(
        days >= 1 && days <= Year.of(year).length(),
        zh("天数须在 1 至当年天数之间").en("days are 1 to those of the year"));
    Check.that(!forage.isEmpty(), zh("草畜平衡须至少有一行饲草").en("a balance has a row of forage"));
    Check.that(
        forage.size() == 1 || forage.stream().noneMatch(each -> each.stratum().isEmpty()),
        zh("未注明分层的一行代表整个项目，须单独列出")
            .en("a row without a stratum is for the whole project and stands alone"));
    Check.that(
        forage.stream().map(Forage::label).distinct().count() == forage.size(),
        zh("每个分层只能有一行饲草").en("a stratum has one row of forage"));
    Check.that(
        herds.stream().map(Herd::species).distinct().count() == herds.size(),
        zh("每个畜种只能有一个畜群").en("a species has one herd"));
  }

  private static Forage example(String stratum, String hectares, String yield) {
    return new Forage(
        Decimal.of(hectares),
        Decimal.of("0.9"),
        Decimal.of("0.95"),
        "assumed example",
        Optional.of(stratum),
        Decimal.of("0.5"),
        Decimal.of(yield));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Project.key(project), Stocking.key(project, year), CreditingHistory.key(project));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Project.key(project))
        .ifPresent(
            found -> {
              keys.addAll(found.count().keys());
              found
                  .termOf(year)
                  .ifPresent(term -> keys.add(Methodology.key(term.design().methodology())));
            });
    return keys;
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    boolean office = act.actor().governs(found.design().region());
    act.require(
        office || found.owner().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该项目既不属于您，也不在您的管辖地区").en("the project is neither yours nor of your region"));
    Optional<Stocking> before = act.find(Stocking.key(project, year));
    act.require(
        office || before.filter(Stocking::byOffice).isEmpty(),
        ErrorCode.NOT_ALLOWED,
        zh("%s 年的草畜平衡已由主管部门记录").en("an office recorded the balance of %s", year));
    act.require(
        found.state() == Project.State.REGISTERED,
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s").en("the project is %s", found.state()));
    act.require(
        office || before.isEmpty() || !isVerified(act),
        ErrorCode.WRONG_STATE,
        zh("%s 年的监测报告已核查，草畜平衡只能由主管部门更正")
            .en("a report of %s is verified: an office alone records its balance again", year));
    Optional<Project.Term> term = found.termOf(year);
    act.require(
        year <= act.today().getYear(),
        ErrorCode.PERIOD_OUTSIDE_CREDITING,
        zh("%s 年尚未开始").en("the year %s has not begun", year));
    act.require(
        term.isPresent(),
        ErrorCode.PERIOD_OUTSIDE_CREDITING,
        zh("%s 年不在任何计入期内；现计入期为 %s")
            .en(
                "the year %s is in no crediting period; the present one is %s",
                year, found.design().creditingPeriod()));
    ProjectDesign design = term.orElseThrow().design();
    Methodology methodology =
        act.must(Methodology.key(design.methodology()), ErrorCode.UNKNOWN_METHODOLOGY);
    Optional<StockingStandard> standard = StockingStandard.of(methodology);
    act.require(
        standard.isPresent(),
        ErrorCode.NO_STOCKING_STANDARD,
        zh("%1$s 没有以 %3$s 计的 %2$s")
            .en(
                "%s has no %s in %s",
                methodology.version(),
                StockingStandard.DAILY_HAY,
                StockingStandard.DAILY_HAY_UNIT));
    for (int i = 0; i < herds.size(); i++) {
      requireKnown(act, standard.orElseThrow(), i);
    }
    for (int i = 0; i < forage.size(); i++) {
      requireOfTheLand(act, design, i);
    }

    Stocking latest = record(act, office, before, methodology, standard.orElseThrow());
    act.write(latest);
    found.count().grazed(act, year, latest.counted(), before.map(Stocking::counted));
    act.refer("stocking", project + "/" + year);
    act.refer("project", project);
  }

  /** Whether a report of days of the year is verified, which the herds were held against. */
  private boolean isVerified(Act act) {
    return act.find(CreditingHistory.key(project)).stream()
        .flatMap(history -> history.reports().stream())
        .anyMatch(each -> each.tonnes().isPresent() && each.period().inYear(year).isPresent());
  }

  private void requireKnown(Act act, StockingStandard standard, int index) {
    String species = herds.get(index).species();
    act.require(
        standard.sheepUnits(species).isPresent(),
        ErrorCode.UNKNOWN_DATUM,
        zh("herds[%s].species：该方法学版本没有 %s%s")
            .en(
                "herds[%s].species: the methodology version has no %s%s",
                index, StockingStandard.SHEEP_UNITS, species));
  }

  private void requireOfTheLand(Act act, ProjectDesign design, int index) {
    Forage row = forage.get(index);
    Optional<Decimal> hectares =
        row.stratum().isEmpty()
            ? Optional.of(design.areaHectares())
            : design.strata().stream()
                .filter(each -> row.stratum().equals(Optional.of(each.name())))
                .map(Stratum::areaHectares)
                .findFirst();
    act.require(
        hectares.isPresent(),
        ErrorCode.STRATA_MISMATCH,
        zh("forage[%s].stratum：该项目没有分层 %s")
            .en("forage[%s].stratum: the project has no stratum %s", index, row.label()));
    act.requireNone(
        row.problem("forage[" + index + "]", hectares.orElseThrow()), ErrorCode.DATA_OUT_OF_RANGE);
  }

  private Stocking record(
      Act act,
      boolean office,
      Optional<Stocking> before,
      Methodology methodology,
      StockingStandard standard) {
    StockingBalance balance = StockingBalance.of(standard, herds, forage, days);
    BigDecimal overload = balance.value("OVERLOAD");
    return new Stocking(
        office,
        rounded(balance.value("CAPACITY")),
        days,
        document,
        forage,
        herds,
        act.id(),
        balance.lines(),
        methodology.version(),
        rounded(overload),
        overload.signum() > 0,
        project,
        act.time(),
        act.actor().id(),
        before.map(Stocking::id),
        rounded(balance.value("UNITS")),
        year);
  }

  private static Decimal rounded(BigDecimal value) {
    return new Decimal(value.setScale(SCALE, RoundingMode.HALF_UP));
  }
}
