// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectBoundary;
import org.grasslandcarbon.domain.project.Slivers;
import org.grasslandcarbon.domain.project.StrataOutlines;
import org.grasslandcarbon.domain.quantification.CarbonSampling;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.SoilReference;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * With what a project begins that follows ended ones on their land (LEDGER section 3). Its first
 * verified report begins with their losses, and where its first sampling of a stratum is below what
 * was last verified there, with the difference as a loss: what was credited once is gained back
 * before anything is credited again.
 */
public final class Succession {
  /** As tonnes have them. */
  private static final int DECIMALS = 6;

  private final Act act;
  private final Project project;

  private Succession(Act act, Project project) {
    this.act = act;
    this.project = project;
  }

  /**
   * What is brought forward to a report of a project that is verified now, t CO2e.
   *
   * @param own the project's history, as before the report is verified
   * @param strata of the design of the report's days
   * @param worksheet of the report
   */
  public static Decimal broughtForward(
      Act act,
      Project project,
      CreditingHistory own,
      List<Stratum> strata,
      Quantification worksheet) {
    BigDecimal begun = new Succession(act, project).balance(own, strata, worksheet);
    return new Decimal(own.balance().value().add(begun));
  }

  /** What was left by the projects that one follows. */
  static List<Key<?>> keys(Project project) {
    List<Key<?>> keys = new ArrayList<>();
    List<Project.Predecessor> predecessors = project.predecessors().orElse(List.of());
    if (!predecessors.isEmpty()) {
      keys.add(RegistryRules.KEY);
      project.outlines().ifPresent(drawn -> keys.add(StrataOutlines.key(drawn)));
    }
    for (Project.Predecessor each : predecessors) {
      keys.add(Project.key(each.project()));
      keys.add(CreditingHistory.key(each.project()));
      keys.add(VerifiedSamplings.key(each.project()));
      each.outlines().ifPresent(drawn -> keys.add(StrataOutlines.key(drawn)));
    }
    return keys;
  }

  /** What the project begins with, never above zero; zero once a report of it is verified. */
  private BigDecimal balance(CreditingHistory own, List<Stratum> strata, Quantification worksheet) {
    BigDecimal balance = BigDecimal.ZERO;
    if (own.isCredited()) {
      return balance;
    }
    List<Project.Predecessor> predecessors = project.predecessors().orElse(List.of());
    for (Project.Predecessor each : predecessors) {
      requireOver(each);
      balance = balance.add(loss(each));
    }
    for (Stratum stratum : strata) {
      balance = balance.subtract(lacking(stratum, predecessors, worksheet));
    }
    return balance.setScale(DECIMALS, RoundingMode.FLOOR);
  }

  /** A project that may still report could sell what its successor begins with. */
  private void requireOver(Project.Predecessor predecessor) {
    Project.State state =
        act.must(Project.key(predecessor.project()), ErrorCode.UNKNOWN_PROJECT).state();
    act.require(
        state == Project.State.DEREGISTERED,
        ErrorCode.PREDECESSOR_UNSETTLED,
        zh("该地块此前的项目 %s 状态为 %s，尚可报告；请先注销该项目")
            .en(
                "project %s, which this one follows, is %s and may still report: deregister it first",
                predecessor.project(), state));
  }

  private BigDecimal loss(Project.Predecessor predecessor) {
    return act.find(CreditingHistory.key(predecessor.project()))
        .map(history -> history.balance().value().min(BigDecimal.ZERO))
        .orElse(BigDecimal.ZERO);
  }

  /** What the first sampling of a stratum has less than was last verified there, t CO2e. */
  private BigDecimal lacking(
      Stratum stratum, List<Project.Predecessor> predecessors, Quantification worksheet) {
    Optional<BigDecimal> first = meanStock(worksheet, stratum.name(), CarbonSampling.FIRST);
    Optional<String> reference = reference(worksheet, stratum.name(), CarbonSampling.FIRST);
    predecessors.forEach(each -> requireComparable(each, stratum, reference));
    Optional<BigDecimal> before =
        predecessors.stream()
            .flatMap(each -> highest(each, stratum).stream())
            .max(BigDecimal::compareTo);
    if (first.isEmpty() || before.isEmpty()) {
      return BigDecimal.ZERO;
    }
    return before
        .get()
        .subtract(first.get())
        .max(BigDecimal.ZERO)
        .multiply(stratum.areaHectares().value());
  }

  /** The highest stock that was last verified in a predecessor's strata that share its land. */
  private Optional<BigDecimal> highest(Project.Predecessor predecessor, Stratum stratum) {
    return act.find(VerifiedSamplings.key(predecessor.project())).stream()
        .flatMap(found -> found.last().stream())
        .filter(last -> last.scenario() == Scenario.WP)
        .filter(last -> mayShareLand(predecessor, last.stratum(), stratum.name()))
        .flatMap(last -> last.stock().stream())
        .map(Decimal::value)
        .max(BigDecimal::compareTo);
  }

  /** A stock of less soil is less, and says nothing of what was verified before. */
  private void requireComparable(
      Project.Predecessor predecessor, Stratum stratum, Optional<String> reference) {
    Optional<String> other =
        act.find(VerifiedSamplings.key(predecessor.project())).stream()
            .flatMap(found -> found.last().stream())
            .filter(last -> mayShareLand(predecessor, last.stratum(), stratum.name()))
            .flatMap(last -> last.reference().stream())
            .filter(each -> reference.isPresent() && !reference.get().equals(each))
            .findFirst();
    act.require(
        other.isEmpty(),
        ErrorCode.PREDECESSOR_UNSETTLED,
        zh("分层 %s 按 %s 比较土壤，该地块此前按 %s；请注销本项目并按相同基准重新申报")
            .en(
                "%s compares %s of soil, the project before it %s: stocks can be held against each other"
                    + " of equal soil only; deregister this project and propose it with that reference",
                stratum.name(), reference.orElse(""), other.orElse("")));
  }

  /** Where one of the two has no outline, nobody can tell that they do not. */
  private boolean mayShareLand(Project.Predecessor predecessor, String before, String now) {
    Optional<Boundary> earlier = outline(predecessor.outlines(), before);
    Optional<Boundary> own = outline(project.outlines(), now);
    if (earlier.isEmpty() || own.isEmpty()) {
      return true;
    }
    return own.get().overlaps(earlier.get())
        && !new Slivers(own.get(), RegistryRules.overlap(act, act.today()))
            .tolerates(new ProjectBoundary(earlier.get(), predecessor.project()));
  }

  private Optional<Boundary> outline(Optional<InstructionId> drawnBy, String stratum) {
    return drawnBy
        .flatMap(drawn -> act.find(StrataOutlines.key(drawn)))
        .flatMap(found -> found.of(stratum));
  }

  /** The stock that a verified report leaves in a stratum, rounded up: who follows begins there. */
  static Optional<Decimal> left(Quantification worksheet, String stratum) {
    return meanStock(worksheet, stratum, CarbonSampling.LAST)
        .map(stock -> new Decimal(stock.setScale(DECIMALS, RoundingMode.CEILING)));
  }

  /** The mass or depth of soil of which a sampling's stock is, with its unit. */
  static Optional<String> reference(Quantification worksheet, String stratum, int round) {
    String points = "SOC " + stratum + " " + Scenario.WP + "-" + round + "-";
    return worksheet.lines().stream()
        .filter(line -> line.symbol().startsWith(points))
        .flatMap(line -> line.inputs().stream())
        .filter(input -> SoilReference.isOne(input.symbol()))
        .map(input -> input.value() + " " + input.unit())
        .findFirst();
  }

  /**
   * The mean stock of a sampling of the project's land, t CO2e a hectare, as a worksheet has it.
   */
  private static Optional<BigDecimal> meanStock(
      Quantification worksheet, String stratum, int round) {
    String symbol = "SOC_MEAN " + stratum + " " + Scenario.WP + "-" + round;
    return worksheet.lines().stream()
        .filter(line -> line.symbol().equals(symbol))
        .map(line -> line.value().value())
        .findFirst();
  }
}
