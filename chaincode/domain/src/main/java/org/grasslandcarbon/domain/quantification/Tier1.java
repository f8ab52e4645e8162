// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Name;

/**
 * {@code GCS-TIER1}: soil carbon by the IPCC Tier 1 stock change over a linear transition, and the
 * yearly emissions of grazing animals, nitrogen fertiliser and fuel, baseline minus project. The
 * equations with their sources are in {@code docs/reference/methodologies.md}.
 */
final class Tier1 implements Algorithm {
  static final String ID = "GCS-TIER1";

  static final String SOC_REF = "SOC_REF";
  static final String F_LU = "F_LU";
  static final String F_MG = "F_MG";
  static final String F_I = "F_I";
  static final String EF_ENTERIC = "EF_ENTERIC";
  static final String EF_FUEL = "EF_FUEL";
  static final String EF_N_DIRECT = "EF_N_DIRECT";
  static final String GWP_CH4 = "GWP_CH4";
  static final String GWP_N2O = "GWP_N2O";
  static final String HERD_DECREASE_SHARE = "HERD_DECREASE_SHARE";
  static final String TRANSITION_YEARS = "TRANSITION_YEARS";
  static final String UNCERTAINTY_SOC = "UNCERTAINTY_SOC";

  static final String BASELINE = "_BSL";
  static final String PROJECT = "_WP";

  static final String MANAGED_AREA = "MANAGED_AREA";
  static final String HEAD = "HEAD";
  static final String FUEL = "FUEL";
  static final String N_SYNTHETIC = "N_SYNTHETIC";
  static final String N_ORGANIC = "N_ORGANIC";

  /** A transition as long as any crediting period; IPCC's default is 20 years. */
  private static final BigDecimal TRANSITION_YEARS_MOST = BigDecimal.valueOf(100);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Name name() {
    return Name.of("IPCC 第一层级土壤碳库变化法", "IPCC Tier 1 soil carbon stock change");
  }

  @Override
  public List<Equation> equations() {
    return Tier1Equations.ALL;
  }

  @Override
  public List<ChoiceType> choices() {
    return List.of(
        new ChoiceType(SOC_REF, Name.of("参考土壤有机碳储量", "Reference soil carbon stock"), SOC_REF),
        new ChoiceType(F_LU, Name.of("基准线土地利用因子", "Land-use factor, baseline"), F_LU + BASELINE),
        new ChoiceType(F_MG, Name.of("基准线管理因子", "Management factor, baseline"), F_MG + BASELINE),
        new ChoiceType(F_I, Name.of("基准线投入因子", "Input factor, baseline"), F_I + BASELINE),
        new ChoiceType(F_LU, Name.of("项目土地利用因子", "Land-use factor, project"), F_LU + PROJECT),
        new ChoiceType(F_MG, Name.of("项目管理因子", "Management factor, project"), F_MG + PROJECT),
        new ChoiceType(F_I, Name.of("项目投入因子", "Input factor, project"), F_I + PROJECT));
  }

  @Override
  public List<DatumType> data(Parameters parameters) {
    List<DatumType> data = new ArrayList<>();
    data.add(
        new DatumType(
            Name.of("实际按项目方式管理的面积", "Area managed as the project designs"),
            DatumType.Over.AVERAGE,
            true,
            MANAGED_AREA,
            "ha"));
    for (Parameter factor : parameters.group(EF_ENTERIC)) {
      String animal = Parameters.member(factor.name());
      data.add(
          new DatumType(
              Name.of("存栏数 " + animal, "Animals: " + animal),
              DatumType.Over.AVERAGE,
              false,
              HEAD + "." + animal,
              "head"));
    }
    data.add(nitrogen("化肥施氮量", "Nitrogen in synthetic fertiliser", N_SYNTHETIC));
    data.add(nitrogen("有机肥施氮量", "Nitrogen in organic amendments", N_ORGANIC));
    for (Parameter factor : parameters.group(EF_FUEL)) {
      String fuel = Parameters.member(factor.name());
      data.add(
          new DatumType(
              Name.of("燃料消耗 " + fuel, "Fuel burnt: " + fuel),
              DatumType.Over.TOTAL,
              false,
              FUEL + "." + fuel,
              "L"));
    }
    return data;
  }

  private static DatumType nitrogen(String zh, String en, String symbol) {
    return new DatumType(Name.of(zh, en), DatumType.Over.TOTAL, false, symbol, "t N");
  }

  @Override
  public Optional<Detail> problem(Parameters parameters, Uncertainty uncertainty) {
    return missing(parameters)
        .or(() -> badNumber(parameters))
        .or(() -> AvoidedCap.problem(parameters))
        .or(
            () ->
                uncertainty.deduction(parameters.the(UNCERTAINTY_SOC).value()).isEmpty()
                    ? Optional.of(
                        zh("扣减表未达到 %s")
                            .en("the deduction table does not reach %s", UNCERTAINTY_SOC))
                    : Optional.empty());
  }

  private static Optional<Detail> missing(Parameters parameters) {
    for (Required each : Required.ALL) {
      Optional<Parameter> found = parameters.find(each.name);
      if (found.isEmpty() || !found.get().unit().equals(each.unit)) {
        return Optional.of(zh("须给出 %s，单位为 %s").en("%s is needed, in %s", each.name, each.unit));
      }
    }
    for (Required each : Required.GROUPS) {
      List<Parameter> group = parameters.group(each.name);
      if (group.isEmpty()) {
        return Optional.of(
            zh("须给出参数 %s.*，单位为 %s").en("a parameter %s.* is needed, in %s", each.name, each.unit));
      }
      for (Parameter parameter : group) {
        if (!parameter.unit().equals(each.unit)) {
          return Optional.of(zh("%s 的单位须为 %s").en("%s must be in %s", parameter.name(), each.unit));
        }
        if (parameter.value().isNegative()) {
          return Optional.of(zh("%s 不得小于零").en("%s must not be below zero", parameter.name()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Detail> badNumber(Parameters parameters) {
    Decimal years = parameters.the(TRANSITION_YEARS).value();
    boolean whole = years.value().stripTrailingZeros().scale() <= 0;
    if (!whole
        || years.value().signum() <= 0
        || years.value().compareTo(TRANSITION_YEARS_MOST) > 0) {
      return Optional.of(
          zh("%s 须为 1 至 100 的整数").en("%s must be a whole number from 1 to 100", TRANSITION_YEARS));
    }
    Decimal share = parameters.the(HERD_DECREASE_SHARE).value();
    if (share.isNegative() || share.value().compareTo(BigDecimal.ONE) > 0) {
      return Optional.of(zh("%s 须在 0 至 1 之间").en("%s must be from 0 to 1", HERD_DECREASE_SHARE));
    }
    for (Required each : Required.ALL) {
      if (parameters.the(each.name).value().isNegative()) {
        return Optional.of(zh("%s 不得小于零").en("%s must not be below zero", each.name));
      }
    }
    return Optional.empty();
  }

  /** A parameter, or a group of them, that a version must publish. */
  private record Required(String name, String unit) {
    static final List<Required> ALL =
        List.of(
            new Required(EF_N_DIRECT, "t N2O-N/t N"),
            new Required(GWP_CH4, "t CO2e/t CH4"),
            new Required(GWP_N2O, "t CO2e/t N2O"),
            new Required(HERD_DECREASE_SHARE, "1"),
            new Required(TRANSITION_YEARS, "yr"),
            new Required(UNCERTAINTY_SOC, "%"));

    static final List<Required> GROUPS =
        List.of(
            new Required(SOC_REF, "t C/ha"),
            new Required(F_LU, "1"),
            new Required(F_MG, "1"),
            new Required(F_I, "1"),
            new Required(EF_ENTERIC, "kg CH4/head/yr"),
            new Required(EF_FUEL, "t CO2e/L"));
  }

  @Override
  public Quantification quantify(Subject subject) {
    return new Tier1Calculation(this, subject).run();
  }
}
