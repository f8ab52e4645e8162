// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/** The parameters that {@code GCS-SC} computes with, and what must be true of them. */
final class StockChangeParameters {
  static final String GWP_CH4 = "GWP_CH4";
  static final String GWP_N2O = "GWP_N2O";
  static final String EF_N_VOLAT = "EF_N_VOLAT";
  static final String EF_N_LEACH = "EF_N_LEACH";
  static final String FRAC_GASF = "FRAC_GASF";
  static final String FRAC_GASM = "FRAC_GASM";
  static final String OA_REMAINING = "OA_REMAINING";
  static final String POINTS_LEAST = "POINTS_LEAST";

  static final String SOIL_REFERENCE = "SOIL_REFERENCE";
  static final String FRAC_LEACH = "FRAC_LEACH";
  static final String EF_N_DIRECT = "EF_N_DIRECT";

  static final String EF_ENTERIC = "EF_ENTERIC";
  static final String WEIGHT = "WEIGHT";
  static final String VS_RATE = "VS_RATE";
  static final String N_RATE = "N_RATE";
  static final String AWMS = "AWMS";
  static final String EF_MANURE_CH4 = "EF_MANURE_CH4";
  static final String EF_MANURE_N2O = "EF_MANURE_N2O";
  static final String EF_FUEL = "EF_FUEL";
  static final String EF_LIME = "EF_LIME";
  static final String NC_SF = "NC_SF";
  static final String NC_OF = "NC_OF";
  static final String N_CONTENT = "N_CONTENT";
  static final String EF_BURN_CH4 = "EF_BURN_CH4";
  static final String EF_BURN_N2O = "EF_BURN_N2O";
  static final String CF = "CF";
  static final String CC_OA = "CC_OA";

  /** A reference of this unit compares equal soil masses. */
  static final String MASS_UNIT = "Mg/ha";

  /** A reference of this unit compares equal depths. */
  static final String DEPTH_UNIT = "cm";

  /** Unit of {@link #CF}, {@link #AWMS} and the like. */
  private static final String SHARE = "1";

  private static final BigDecimal POINTS_MOST = BigDecimal.valueOf(100);

  private static final List<Needed> SINGLE =
      List.of(
          new Needed(EF_N_LEACH, "t N2O-N/t N", true),
          new Needed(EF_N_VOLAT, "t N2O-N/t N", true),
          new Needed(FRAC_GASF, SHARE, true),
          new Needed(FRAC_GASM, SHARE, true),
          new Needed(GWP_CH4, "t CO2e/t CH4", false),
          new Needed(GWP_N2O, "t CO2e/t N2O", false),
          new Needed(OA_REMAINING, SHARE, true),
          new Needed(POINTS_LEAST, SHARE, false));

  /** Groups of which a stratum chooses one. */
  private static final List<Needed> CHOSEN =
      List.of(new Needed(FRAC_LEACH, SHARE, true), new Needed(EF_N_DIRECT, "t N2O-N/t N", true));

  /** Groups that may be empty: then there is no such datum. */
  private static final List<Needed> OFFERED =
      List.of(
          new Needed(CC_OA, "t C/t", true),
          new Needed(EF_BURN_CH4, "g CH4/kg dm", false),
          new Needed(EF_ENTERIC, "kg CH4/head/yr", false),
          new Needed(EF_FUEL, "t CO2e/L", false),
          new Needed(EF_LIME, "t C/t", true),
          new Needed(NC_OF, "t N/t", true),
          new Needed(NC_SF, "t N/t", true),
          new Needed(N_CONTENT, "t N/t dm", true));

  private final Parameters parameters;

  StockChangeParameters(Parameters parameters) {
    this.parameters = parameters;
  }

  /** A parameter, or the members of a group, with their unit; a share is at most 1. */
  private record Needed(String name, String unit, boolean isShare) {}

  Optional<Detail> problem(Uncertainty uncertainty) {
    return first(SINGLE, each -> numberProblem(each.name, each))
        .or(() -> first(CHOSEN, each -> emptyProblem(each.name)))
        .or(() -> first(CHOSEN, this::groupProblem))
        .or(() -> first(OFFERED, this::groupProblem))
        .or(this::pointsProblem)
        .or(this::referenceProblem)
        .or(this::burningProblem)
        .or(() -> AvoidedCap.problem(parameters))
        .or(() -> LossWhole.problem(parameters))
        .or(this::animalProblem)
        .or(() -> confidenceProblem(uncertainty));
  }

  private static <T> Optional<Detail> first(List<T> all, Function<T, Optional<Detail>> problem) {
    return all.stream().map(problem).flatMap(Optional::stream).findFirst();
  }

  private Optional<Detail> numberProblem(String name, Needed needed) {
    Optional<Parameter> found = parameters.find(name);
    if (found.isEmpty() || !found.get().unit().equals(needed.unit)) {
      return Optional.of(zh("须给出 %s，单位为 %s").en("%s is needed, in %s", name, needed.unit));
    }
    Decimal value = found.get().value();
    if (value.isNegative()) {
      return Optional.of(zh("%s 不得小于零").en("%s must not be below zero", name));
    }
    return needed.isShare && value.value().compareTo(BigDecimal.ONE) > 0
        ? Optional.of(zh("%s 不得大于 1").en("%s must not be above 1", name))
        : Optional.empty();
  }

  private Optional<Detail> emptyProblem(String group) {
    return parameters.group(group).isEmpty()
        ? Optional.of(zh("须给出参数 %s.*").en("a parameter %s.* is needed", group))
        : Optional.empty();
  }

  private Optional<Detail> groupProblem(Needed group) {
    return first(parameters.group(group.name), each -> numberProblem(each.name(), group));
  }

  private Optional<Detail> pointsProblem() {
    BigDecimal points = parameters.the(POINTS_LEAST).value().value();
    boolean isWhole = points.stripTrailingZeros().scale() <= 0;
    // A variance needs two points (equation 71 divides by n - 1).
    return isWhole
            && points.compareTo(BigDecimal.valueOf(2)) >= 0
            && points.compareTo(POINTS_MOST) <= 0
        ? Optional.empty()
        : Optional.of(
            zh("%s 须为 2 至 100 的整数").en("%s must be a whole number from 2 to 100", POINTS_LEAST));
  }

  private Optional<Detail> referenceProblem() {
    return emptyProblem(SOIL_REFERENCE)
        .or(
            () ->
                first(
                    parameters.group(SOIL_REFERENCE),
                    each ->
                        (each.unit().equals(MASS_UNIT) || each.unit().equals(DEPTH_UNIT))
                                && each.value().value().signum() > 0
                            ? Optional.empty()
                            : Optional.of(
                                zh("%s 的单位须为 Mg/ha 或 cm，数值须大于零")
                                    .en("%s must be in Mg/ha or cm, above zero", each.name()))));
  }

  private Optional<Detail> burningProblem() {
    return first(
        parameters.group(EF_BURN_CH4),
        each -> {
          String kind = Parameters.member(each.name());
          return numberProblem(CF + "." + kind, new Needed(CF, SHARE, true))
              .or(
                  () ->
                      numberProblem(
                          EF_BURN_N2O + "." + kind, new Needed(EF_BURN_N2O, "g N2O/kg dm", false)));
        });
  }

  private Optional<Detail> animalProblem() {
    return first(
        parameters.group(EF_ENTERIC), each -> animalProblem(Parameters.member(each.name())));
  }

  private Optional<Detail> animalProblem(String animal) {
    if (animal.contains(".")) {
      return Optional.of(
          zh("畜种名称 %s 中不得有点").en("the animal %s must have a name without points", animal));
    }
    return numberProblem(WEIGHT + "." + animal, new Needed(WEIGHT, "kg", false))
        .or(
            () ->
                numberProblem(
                    VS_RATE + "." + animal, new Needed(VS_RATE, "kg VS/1000 kg/d", false)))
        .or(() -> numberProblem(N_RATE + "." + animal, new Needed(N_RATE, "kg N/1000 kg/d", false)))
        .or(() -> systemProblem(animal));
  }

  private Optional<Detail> systemProblem(String animal) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Parameter share : parameters.group(AWMS + "." + animal)) {
      String system = Parameters.member(share.name());
      Optional<Detail> problem =
          numberProblem(share.name(), new Needed(AWMS, SHARE, true))
              .or(
                  () ->
                      numberProblem(
                          EF_MANURE_CH4 + "." + system,
                          new Needed(EF_MANURE_CH4, "g CH4/kg VS", false)))
              .or(
                  () ->
                      numberProblem(
                          EF_MANURE_N2O + "." + system,
                          new Needed(EF_MANURE_N2O, "kg N2O-N/kg N", true)));
      if (problem.isPresent()) {
        return problem;
      }
      sum = sum.add(share.value().value());
    }
    return sum.compareTo(BigDecimal.ONE) == 0
        ? Optional.empty()
        : Optional.of(
            zh("比例 %s.%s.* 之和须为 1").en("the shares %s.%s.* must add up to 1", AWMS, animal));
  }

  /** Equation 74 deducts what was measured: a table of steps would deduct it twice. */
  private static Optional<Detail> confidenceProblem(Uncertainty uncertainty) {
    if (!uncertainty.deductions().isEmpty()) {
      return Optional.of(
          zh("该算法按公式 74 扣减：扣减表须为空")
              .en("the algorithm deducts by equation 74: the deduction table must be empty"));
    }
    return uncertainty.confidencePercent().compareTo(Decimal.of("50")) < 0
            || uncertainty.confidencePercent().compareTo(Decimal.of("99.99")) > 0
        ? Optional.of(
            zh("置信水平须在百分之 50 至 99.99 之间（单侧）")
                .en("the confidence level must be 50 to 99.99 percent, one-sided"))
        : Optional.empty();
  }
}
