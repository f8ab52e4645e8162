// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.List;
import org.grasslandcarbon.domain.value.Name;

/** The equations of {@code GCS-TIER1}, in the order of its worksheet. */
final class Tier1Equations {
  static final Equation SOC =
      new Equation(
          "SOC = SOC_REF * F_LU * F_MG * F_I",
          "T1-1",
          Name.of("单位面积土壤有机碳储量", "Soil carbon stock per hectare"),
          "t C/ha");
  static final Equation ENTERIC =
      new Equation(
          "E_ENTERIC = GWP_CH4 * SUM(HEAD * EF_ENTERIC) / 1000",
          "T1-2",
          Name.of("肠道发酵年排放", "Enteric fermentation, a year"),
          "t CO2e/yr");
  static final Equation FERTILISER =
      new Equation(
          "E_N2O = (N_SYNTHETIC + N_ORGANIC) * EF_N_DIRECT * GWP_N2O * 44 / 28",
          "T1-3",
          Name.of("施肥直接氧化亚氮排放", "Direct N2O of fertiliser"),
          "t CO2e");
  static final Equation FUEL =
      new Equation(
          "E_FUEL = SUM(FUEL * EF_FUEL)", "T1-4", Name.of("燃料燃烧排放", "Fuel burnt"), "t CO2e");
  static final Equation SOIL =
      new Equation(
          "D_SOC = (SOC_WP - SOC_BSL) * MANAGED_AREA * DAYS_TRANSITION * 44"
              + " / (TRANSITION_YEARS * 365 * 12)",
          "T1-5",
          Name.of("土壤碳库变化", "Soil carbon stock change"),
          "t CO2e");
  static final Equation SOIL_SUM =
      new Equation(
          "D_SOIL = SUM(D_SOC)", "T1-6", Name.of("各分层土壤碳库变化之和", "Soil, all strata"), "t CO2e");
  static final Equation SOIL_NET =
      new Equation(
          "D_SOIL_NET = D_SOIL * (100 - J * DEDUCTION) / 100; J = 1 if D_SOIL >= 0, else -1",
          "T1-7",
          Name.of("扣除不确定性后的土壤碳库变化", "Soil, less uncertainty"),
          "t CO2e");
  static final Equation ENTERIC_NET =
      new Equation(
          "D_ENTERIC = (SUM(E_ENTERIC_BSL) - SUM(E_ENTERIC_WP)) * DAYS / 365,"
              + " times HERD_DECREASE_SHARE when above zero",
          "T1-8",
          Name.of("肠道发酵减排", "Enteric fermentation avoided"),
          "t CO2e");
  static final Equation FERTILISER_NET =
      new Equation(
          "D_N2O = SUM(E_N2O_BSL) * DAYS / 365 - SUM(E_N2O_WP)",
          "T1-9",
          Name.of("施肥减排", "Fertiliser N2O avoided"),
          "t CO2e");
  static final Equation FUEL_NET =
      new Equation(
          "D_FUEL = SUM(E_FUEL_BSL) * DAYS / 365 - SUM(E_FUEL_WP)",
          "T1-10",
          Name.of("燃料减排", "Fuel CO2 avoided"),
          "t CO2e");
  static final Equation MOST =
      new Equation(
          "D_MOST = MIN(SUM(MAX(0, D)), AVOIDED_MOST * SUM(AREA) * DAYS / 365) + SUM(MIN(0, D)) of"
              + " D_ENTERIC, D_N2O and D_FUEL, in their place where the version has AVOIDED_MOST",
          "T1-10a",
          Name.of("减少的排放（按上限计）", "Emissions avoided, as far as they are credited"),
          "t CO2e");
  static final Equation NET =
      new Equation(
          "NET = D_SOIL_NET + D_ENTERIC + D_N2O + D_FUEL, to the gram, half to even",
          "T1-11",
          Name.of("年净减排量", "Net tonnes of the year"),
          "t CO2e");

  static final List<Equation> ALL =
      List.of(
          SOC,
          ENTERIC,
          FERTILISER,
          FUEL,
          SOIL,
          SOIL_SUM,
          SOIL_NET,
          ENTERIC_NET,
          FERTILISER_NET,
          FUEL_NET,
          MOST,
          NET);

  private Tier1Equations() {}
}
