// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.quantification.DatumType.Over;
import org.grasslandcarbon.domain.value.Name;

/** The data that {@code GCS-SC} reads. */
final class StockChangeData {
  static final String HEAD = "HEAD";
  static final String FUEL = "FUEL";
  static final String LIME = "LIME";
  static final String M_SF = "M_SF";
  static final String M_OF = "M_OF";
  static final String M_NFIX = "M_NFIX";
  static final String M_BURNT = "M_BURNT";

  static final String SOIL_YEARS = "SOIL_YEARS";
  static final String M_OA = "M_OA";
  static final String LE_BR = "LE_BR";
  static final String LK_DISPLACED = "LK_DISPLACED";
  static final String LK_DISPLACED_PRIOR = "LK_DISPLACED_PRIOR";
  static final String SLAUGHTERED = "SLAUGHTERED";

  static final String SOIL_MASS = "SOIL_MASS";
  static final String PROBE_DIAMETER = "PROBE_DIAMETER";
  static final String CORES = "CORES";
  static final String OC = "OC";
  static final String BULK_DENSITY = "BULK_DENSITY";
  static final String COARSE_FRACTION = "COARSE_FRACTION";
  static final String LAYER_DEPTH = "LAYER_DEPTH";
  static final String C_TREE = "C_TREE";
  static final String C_SHRUB = "C_SHRUB";

  private final Parameters parameters;
  private final List<DatumType> types = new ArrayList<>();

  private StockChangeData(Parameters parameters) {
    this.parameters = parameters;
  }

  static List<DatumType> types(Parameters parameters) {
    StockChangeData data = new StockChangeData(parameters);
    data.addYearly();
    data.addOfPeriod();
    data.addOfSamples();
    return data.types;
  }

  private void addYearly() {
    each(HEAD, StockChangeParameters.EF_ENTERIC, Over.AVERAGE, "head", "存栏数", "Animals");
    each(FUEL, StockChangeParameters.EF_FUEL, Over.TOTAL, "L", "燃料消耗", "Fuel burnt");
    each(LIME, StockChangeParameters.EF_LIME, Over.TOTAL, "t", "石灰用量", "Lime");
    each(M_SF, StockChangeParameters.NC_SF, Over.TOTAL, "t", "化肥用量", "Synthetic fertiliser");
    each(M_OF, StockChangeParameters.NC_OF, Over.TOTAL, "t", "有机肥用量", "Organic fertiliser");
    each(
        M_NFIX,
        StockChangeParameters.N_CONTENT,
        Over.TOTAL,
        "t dm",
        "固氮植物干物质",
        "Dry matter of N-fixing species");
    each(
        M_BURNT,
        StockChangeParameters.EF_BURN_CH4,
        Over.TOTAL,
        "kg dm",
        "燃烧的干物质",
        "Dry matter burnt");
  }

  private void addOfPeriod() {
    types.add(
        new DatumType(
            Name.of("两次土壤采样间隔年数", "Years between the two soil samplings"),
            Over.PERIOD,
            true,
            SOIL_YEARS,
            "yr"));
    each(
        M_OA, StockChangeParameters.CC_OA, Over.PERIOD, "t", "外来有机肥", "Imported organic amendment");
    add(LE_BR, Over.PERIOD, "t CO2e", "生物质残余挪用泄漏", "Leakage of diverted biomass residues");
    add(
        LK_DISPLACED,
        Over.PERIOD,
        "t CO2e",
        "生产转移泄漏（自项目开始累计）",
        "Leakage of displaced production since the start");
    add(LK_DISPLACED_PRIOR, Over.PERIOD, "t CO2e", "此前已计的生产转移泄漏", "The same, accounted for before");
    add(
        SLAUGHTERED,
        Over.PERIOD,
        "1",
        "减少的牲畜已出栏屠宰且产量未减（1 为是）",
        "1 if the missing animals were slaughtered and production did not fall");
  }

  private void addOfSamples() {
    add(SOIL_MASS, Over.SAMPLE, "g", "细土干质量", "Dry mass of fine soil");
    add(PROBE_DIAMETER, Over.SAMPLE, "mm", "取土钻内径", "Inner diameter of the probe");
    add(CORES, Over.SAMPLE, "1", "土芯数", "Cores of the sample");
    add(OC, Over.SAMPLE, "g/kg", "有机碳含量", "Organic carbon content");
    add(BULK_DENSITY, Over.SAMPLE, "g/cm3", "容重", "Bulk density");
    add(COARSE_FRACTION, Over.SAMPLE, "1", "砾石体积分数", "Volume share above 2 mm");
    add(LAYER_DEPTH, Over.SAMPLE, "cm", "土层厚度", "Thickness of the layer");
    add(C_TREE, Over.SAMPLE, "t C/ha", "乔木碳储量", "Carbon stock of trees");
    add(C_SHRUB, Over.SAMPLE, "t C/ha", "灌木碳储量", "Carbon stock of shrubs");
  }

  private void add(String symbol, Over over, String unit, String zh, String en) {
    types.add(new DatumType(Name.of(zh, en), over, false, symbol, unit));
  }

  /** A datum for each parameter of a group. */
  private void each(String prefix, String group, Over over, String unit, String zh, String en) {
    for (Parameter parameter : parameters.group(group)) {
      String member = Parameters.member(parameter.name());
      add(prefix + "." + member, over, unit, zh + " " + member, en + ": " + member);
    }
  }
}
