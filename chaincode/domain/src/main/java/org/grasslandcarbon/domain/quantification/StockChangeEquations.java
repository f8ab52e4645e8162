// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.value.Name;

/**
 * The equations of {@code GCS-SC}, in the order of its worksheet, numbered as in VM0042 v2.2. A
 * letter after a number marks a step that the text has in words, or that a rule of ours adds; which
 * of them, and why, is in {@code docs/reference/methodologies.md}.
 */
final class StockChangeEquations {
  private static final List<Equation> ALL = new ArrayList<>();

  private static final String CO2E = "t CO2e";
  private static final String CO2E_YEAR = "t CO2e/yr";
  private static final String CO2E_HECTARE = "t CO2e/ha";

  static final Equation SOIL_MASS =
      equation(
          "3a",
          "MASS = SOIL_MASS * 10000 / (PI * (PROBE_DIAMETER / 2)^2 * CORES)",
          "土层单位面积质量",
          "Mass of a soil layer",
          "Mg/ha");
  static final Equation STOCK_BY_MASS =
      equation(
          "3",
          "SOC = SUM(TAKEN * OC) * 44 / (1000 * 12); TAKEN = MASS from the surface down, together"
              + " SOIL_REFERENCE",
          "等质量土壤有机碳储量",
          "Soil carbon of equal soil mass",
          CO2E_HECTARE);
  static final Equation STOCK_BY_DEPTH =
      equation(
          "4",
          "SOC = SUM(TAKEN * OC * BULK_DENSITY * (1 - COARSE_FRACTION)) * 44 / (10 * 12); TAKEN ="
              + " LAYER_DEPTH from the surface down, together SOIL_REFERENCE",
          "固定深度土壤有机碳储量",
          "Soil carbon of a fixed depth",
          CO2E_HECTARE);
  static final Equation MEAN =
      equation("46/47a", "SOC_MEAN = SUM(SOC) / N", "样点平均", "Mean of the points", CO2E_HECTARE);
  static final Equation YEARS =
      equation(
          "46/47b",
          "X = SOIL_YEARS, at least DAYS_PERIOD / 365",
          "核查期年数",
          "Years between the samplings",
          "yr");
  static final Equation YEARS_OF_LOSS =
      equation(
          "46/47c",
          "X_LOSS = DAYS_PERIOD / 365, in the place of X where all stocks fall and the version has"
              + " LOSS_WHOLE",
          "碳损失计入的年数",
          "Years that bear a loss",
          "yr");
  static final Equation SOIL =
      equation(
          "46/47",
          "D_SOIL = SUM((SOC_MEAN_2 - SOC_MEAN_1) * AREA) / X",
          "土壤碳库年变化",
          "Soil carbon stock change, a year",
          CO2E_YEAR);
  static final Equation WOODY =
      equation(
          "48-51",
          "D_WOODY = SUM((C_2 - C_1) * AREA) * 44 / (X * 12); C = C_TREE or C_SHRUB",
          "木本生物质碳库年变化",
          "Woody biomass stock change, a year",
          CO2E_YEAR);
  static final Equation VARIANCE =
      equation(
          "71a",
          "S2 = SUM((SOC - SOC_MEAN)^2) * AREA^2 / (N * (N - 1))",
          "分层总量方差",
          "Variance of a stratum's stock",
          "(t CO2e)2");
  static final Equation COVARIANCE =
      equation(
          "71b",
          "COV = SUM((SOC_1 - SOC_MEAN_1) * (SOC_2 - SOC_MEAN_2)) * AREA^2 / (N * (N - 1))",
          "两次采样的协方差",
          "Covariance of the two samplings",
          "(t CO2e)2");
  static final Equation VARIANCE_OF_CHANGE =
      equation(
          "71",
          "S2_H = S2_1 + S2_2 - 2 * COV",
          "分层变化量方差",
          "Variance of a stratum's change",
          "(t CO2e)2");
  static final Equation VARIANCE_OF_MEAN =
      equation(
          "70",
          "S2_MEAN = SUM(S2_H) / SUM(AREA)^2, not below 0",
          "平均变化量方差",
          "Variance of the mean change",
          "(t CO2e/ha)2");
  static final Equation DELTA =
      equation(
          "74a",
          "DELTA = (D_SOIL_WP - D_SOIL_BSL) * X / SUM(AREA)",
          "平均变化量之差",
          "Mean change, project less baseline",
          CO2E_HECTARE);
  static final Equation STUDENT =
      equation(
          "74b",
          "T = quantile of Student's t at P / 100 with DEGREES of freedom, 20 digits",
          "t 分位数",
          "Student's t",
          "1");
  static final Equation UNCERTAINTY =
      equation(
          "74",
          "UNC = 100 * SQRT(S2_MEAN) * T / |DELTA|; 0 if DELTA = 0",
          "不确定性扣减率",
          "Uncertainty deduction",
          "%");
  static final Equation SIGN =
      equation(
          "44/45a",
          "J = 1 if D_SOIL_WP - D_SOIL_BSL >= 0, else -1",
          "扣减方向",
          "Sign of the deduction",
          "1");
  static final Equation STOCKS =
      equation(
          "44/45",
          "D_CO2 = D_SOIL * (100 - UNC * J) / 100 + D_TREE + D_SHRUB; UNC at most 100 if J = 1",
          "碳库年变化",
          "Stock change, a year",
          CO2E_YEAR);

  static final Equation FUEL =
      equation("6/7", "E_FF = SUM(FUEL * EF_FUEL)", "燃料燃烧", "Fuel burnt", CO2E);
  static final Equation LIME =
      equation("8/9", "E_LIME = SUM(LIME * EF_LIME) * 44 / 12", "施用石灰", "Liming", CO2E);
  static final Equation ENTERIC =
      equation(
          "11",
          "CH4_ENT = SUM(HEAD * EF_ENTERIC) * GWP_CH4 / 1000",
          "肠道发酵，年",
          "Enteric fermentation, a year",
          CO2E_YEAR);
  static final Equation VOLATILE_SOLIDS =
      equation(
          "13",
          "VS = VS_RATE * WEIGHT * 365 / 1000",
          "挥发性固体",
          "Volatile solids of a head",
          "kg VS/head/yr");
  static final Equation MANURE_CH4 =
      equation(
          "12",
          "CH4_MD = SUM(HEAD * VS * AWMS * EF_MANURE_CH4) * GWP_CH4 / 1000000",
          "粪便甲烷，年",
          "Manure CH4, a year",
          CO2E_YEAR);
  static final Equation BURNING_CH4 =
      equation(
          "14",
          "CH4_BB = SUM(M_BURNT * CF * EF_BURN_CH4) * GWP_CH4 / 1000000",
          "生物质燃烧甲烷",
          "Burning, CH4",
          CO2E);
  static final Equation BURNING_N2O =
      equation(
          "32",
          "N2O_BB = SUM(M_BURNT * CF * EF_BURN_N2O) * GWP_N2O / 1000000",
          "生物质燃烧氧化亚氮",
          "Burning, N2O",
          CO2E);
  static final Equation SYNTHETIC_N =
      equation("19", "F_SN = SUM(M_SF * NC_SF)", "化肥氮", "N of synthetic fertiliser", "t N");
  static final Equation ORGANIC_N =
      equation("20", "F_ON = SUM(M_OF * NC_OF)", "有机肥氮", "N of organic fertiliser", "t N");
  static final Equation FERTILISER_DIRECT =
      equation(
          "18",
          "N2O_FERT_DIR = (F_SN + F_ON) * EF_N_DIRECT * GWP_N2O * 44 / 28",
          "施肥直接氧化亚氮",
          "Fertiliser N2O, direct",
          CO2E);
  static final Equation FERTILISER_VOLATILE =
      equation(
          "22",
          "N2O_FERT_VOLAT = (F_SN * FRAC_GASF + F_ON * FRAC_GASM) * EF_N_VOLAT * GWP_N2O * 44 / 28",
          "施肥挥发氧化亚氮",
          "Fertiliser N2O, volatilised",
          CO2E);
  static final Equation FERTILISER_LEACHED =
      equation(
          "23",
          "N2O_FERT_LEACH = (F_SN + F_ON) * FRAC_LEACH * EF_N_LEACH * GWP_N2O * 44 / 28",
          "施肥淋溶氧化亚氮",
          "Fertiliser N2O, leached",
          CO2E);
  static final Equation FIXED_N =
      equation("25", "F_CR = SUM(M_NFIX * N_CONTENT)", "固氮植物氮", "N of N-fixing species", "t N");
  static final Equation FIXING =
      equation(
          "24",
          "N2O_NFIX = F_CR * EF_N_DIRECT * GWP_N2O * 44 / 28",
          "固氮植物氧化亚氮",
          "N2O of N-fixing species",
          CO2E);
  static final Equation EXCRETION =
      equation(
          "26-29a", "NEX = N_RATE * WEIGHT * 365 / 1000", "氮排泄", "N of a head", "kg N/head/yr");
  static final Equation MANURE_N =
      equation("26-29b", "F = HEAD * NEX * AWMS", "粪尿氮，年", "N of manure, a year", "kg N/yr");
  static final Equation MANURE_DIRECT =
      equation(
          "26-29",
          "N2O_MD_DIR = SUM(F * EF_MANURE_N2O) * GWP_N2O * 44 / (28 * 1000)",
          "粪尿直接氧化亚氮，年",
          "Manure N2O, direct, a year",
          CO2E_YEAR);
  static final Equation MANURE_VOLATILE =
      equation(
          "30",
          "N2O_MD_VOLAT = SUM(F) * FRAC_GASM * EF_N_VOLAT * GWP_N2O * 44 / (28 * 1000)",
          "粪尿挥发氧化亚氮，年",
          "Manure N2O, volatilised, a year",
          CO2E_YEAR);
  static final Equation MANURE_LEACHED =
      equation(
          "31",
          "N2O_MD_LEACH = SUM(F) * FRAC_LEACH * EF_N_LEACH * GWP_N2O * 44 / (28 * 1000)",
          "粪尿淋溶氧化亚氮，年",
          "Manure N2O, leached, a year",
          CO2E_YEAR);
  static final Equation HERD_CHANGE =
      equation(
          "36a",
          "HERD_CHANGE = SUM(HEAD_WP) - SUM(HEAD_BSL); below 0 the baseline's herd is counted,"
              + " unless SLAUGHTERED = 1 wherever there are fewer",
          "畜群减少",
          "Fall of a herd",
          "head");

  static final Equation FLOW =
      equation(
          "52-59a",
          "D = (SUM(E_BSL) * DAYS - SUM(E_WP) * 365) / 365",
          "投入品减排",
          "Emissions avoided, of what is used up",
          CO2E);
  static final Equation HERD =
      equation(
          "52-59b",
          "D = (SUM(E_BSL) - SUM(E_WP)) * DAYS / 365",
          "畜群减排",
          "Emissions avoided, of herds",
          CO2E);
  static final Equation SOIL_N2O =
      equation(
          "16",
          "D_N2O_SOIL = D_N2O_FERT + D_N2O_MD + D_N2O_NFIX",
          "土壤氧化亚氮减排",
          "Soil N2O avoided",
          CO2E);
  static final Equation STOCKS_OF_YEAR =
      equation("44/45b", "D_CO2_YEAR = D_CO2 * DAYS / 365", "年内碳库变化", "Stock change", CO2E);
  static final Equation SWITCH =
      equation(
          "37a",
          "I = 1 if STOCK_BEFORE + SUM(D_CO2_WP) > 0, else 0",
          "清除判别",
          "Whether the project has removed carbon so far",
          "1");
  static final Equation SOURCES =
      equation("37b", "SRC = SUM(D)", "各排放源减排之和", "Emissions avoided, all", CO2E);
  static final Equation SOURCES_MOST =
      equation(
          "37e",
          "SRC_MOST = MIN(SUM(MAX(0, D)), AVOIDED_MOST * SUM(AREA) * DAYS / 365) + SUM(MIN(0, D)), in"
              + " the place of SRC where the version has AVOIDED_MOST",
          "减少的排放（按上限计）",
          "Emissions avoided, as far as they are credited",
          CO2E);
  static final Equation LOSSES =
      equation("37c", "MINP = MIN(0, D_CO2_WP) - MIN(0, D_CO2_BSL)", "避免的碳损失", "Losses", CO2E);
  static final Equation GAINS =
      equation("37d", "MAXP = MAX(0, D_CO2_WP) - MAX(0, D_CO2_BSL)", "增加的碳汇", "Gains", CO2E);
  static final Equation REDUCTIONS =
      equation("37", "ER = SRC + MINP + (1 - I) * MAXP", "减排量", "Reductions", CO2E);
  static final Equation REMOVALS = equation("40", "CR = I * MAXP", "清除量", "Removals", CO2E);
  static final Equation AMENDMENTS =
      equation(
          "33",
          "LE_OA = SUM(M_OA * CC_OA) * OA_REMAINING * 44 / 12",
          "外来有机肥泄漏",
          "Leakage of imported organic amendments",
          CO2E);
  static final Equation DISPLACEMENT =
      equation(
          "36",
          "LK_DISP = MAX(0, SUM(LK_DISPLACED) - SUM(LK_DISPLACED_PRIOR)); 0 if every fall of a herd"
              + " is one of slaughter",
          "牲畜转移泄漏",
          "Leakage of displaced livestock",
          CO2E);
  static final Equation LEAKAGE =
      equation(
          "39/42a", "LE = (LE_OA + LK_DISP + LE_BR) * DAYS / DAYS_PERIOD", "年内泄漏", "Leakage", CO2E);
  static final Equation LEAKAGE_OF_REDUCTIONS =
      equation(
          "39",
          "LK_ER = LE * ER / (ER + CR); LE if ER or CR is below 0 or both are 0",
          "减排量分担泄漏",
          "Leakage borne by reductions",
          CO2E);
  static final Equation LEAKAGE_OF_REMOVALS =
      equation("42", "LK_CR = LE - LK_ER", "清除量分担泄漏", "Leakage borne by removals", CO2E);
  static final Equation NET_REDUCTIONS =
      equation(
          "38", "ER_NET = ER - LK_ER, to the gram, half to even", "净减排量", "Net reductions", CO2E);
  static final Equation NET_REMOVALS =
      equation(
          "41", "CR_NET = CR - LK_CR, to the gram, half to even", "净清除量", "Net removals", CO2E);
  static final Equation NET =
      equation("43", "ERR_NET = ER_NET + CR_NET", "年净减排量", "Net tonnes of the year", CO2E);
  static final Equation BUFFER_BASE =
      equation(
          "75/76",
          "BASE = I * MINP + (1 - I) * (MINP + MAXP) + I * MAXP, to the gram, half to even",
          "非持久性扣减基数",
          "What the non-permanence share is of",
          CO2E);

  private StockChangeEquations() {}

  /** All of them. */
  static List<Equation> all() {
    return List.copyOf(ALL);
  }

  private static Equation equation(String id, String formula, String zh, String en, String unit) {
    Equation equation = new Equation(formula, id, Name.of(zh, en), unit);
    ALL.add(equation);
    return equation;
  }
}
