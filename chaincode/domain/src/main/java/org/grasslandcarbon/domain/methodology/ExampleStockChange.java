// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.participant.SourcedLimit;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Uncertainty;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Versions of a methodology that measures: {@code GCS-SC} 1.0 with the nitrogen factors of IPCC
 * 2006, 1.1 with those of the 2019 refinement, and 1.2, which is 1.0 with flags. The editions
 * differ fivefold for the dung of cattle, so a version has all of one edition and none of the
 * other. Each number says where it comes from; those without a read source say that too. It is not
 * a methodology of any programme.
 */
public final class ExampleStockChange {
  private static final String ASSUMED = "assumed example";
  private static final String UNVERIFIED = "general knowledge, unverified";
  private static final String IPCC_10 = "IPCC 2006 vol. 4 ch. 10, Asia or developing countries";
  private static final String IPCC_11 = "IPCC 2006 vol. 4 ch. 11";
  private static final String IPCC_11_NEW = "IPCC 2019 refinement vol. 4 ch. 11, read second-hand";
  private static final String IPCC_2 =
      "IPCC 2019 refinement vol. 4 ch. 2, grassland and savanna, read second-hand";
  private static final String VM0042 = "VM0042 v2.2";
  private static final String NO_SURPLUS =
      "VM0042 v2.2, equations 23 and 31: less precipitation than evapotranspiration";

  private static final String SOIL_REFERENCE = "SOIL_REFERENCE.";

  /** Of a bulk density of 0.8 to 1.7 g/cm3, in steps of 0.1. */
  private static final int LIGHTEST_30_CM = 2_400;

  private static final int HEAVIEST_30_CM = 5_100;
  private static final int STEP_OF_MASSES = 300;

  private static final String N_TO_N2O = "t N2O-N/t N";
  private static final String DUNG = "kg N2O-N/kg N";

  private ExampleStockChange() {}

  /** {@code GCS-SC} version 1.0, with AR5 potentials and IPCC 2006 factors. */
  public static PublishMethodology ipcc2006() {
    return version("1.0", "IPCC 2006", nitrogen2006());
  }

  /** {@code GCS-SC} version 1.1, with the nitrogen factors of the 2019 refinement. */
  public static PublishMethodology ipcc2019() {
    return version("1.1", "IPCC 2019", nitrogen2019());
  }

  /**
   * {@code GCS-SC} version 1.2: the factors of 1.0; samplings are records, each stratum has an
   * outline, soil is compared by mass, what is avoided has a cap, and it flags what is implausible.
   */
  public static PublishMethodology flagged() {
    PublishMethodology before = version("1.2", "IPCC 2006", nitrogen2006());
    Science science = before.science();
    return new PublishMethodology(
        before.algorithm(),
        before.document(),
        before.name(),
        new Science(
            science.gwpSet(),
            parametersOfRecords(science.parameters()),
            Optional.of(ExamplePlausibility.measured()),
            science.ranges(),
            science.uncertainty()),
        before.terms().withSamplings(samplings().withOutlines()).withLookBack(lookBack()),
        before.training(),
        before.validity(),
        before.version());
  }

  /**
   * Equal soil masses only, of 30 cm at least: a stratum chooses the mass of its own density. A
   * fixed depth yields tonnes when soil is compacted.
   */
  private static List<Parameter> parametersOfRecords(List<Parameter> before) {
    List<Parameter> all = new ArrayList<>();
    before.stream().filter(each -> !each.name().startsWith(SOIL_REFERENCE)).forEach(all::add);
    for (int mass = LIGHTEST_30_CM; mass <= HEAVIEST_30_CM; mass += STEP_OF_MASSES) {
      Decimal density = new Decimal(BigDecimal.valueOf(mass, 2).divide(BigDecimal.valueOf(30)));
      add(
          all,
          SOIL_REFERENCE + "MASS_" + mass,
          String.valueOf(mass),
          "Mg/ha",
          VM0042 + ", least depth of 30 cm, at a bulk density of " + density + " g/cm3");
    }
    add(all, "LOSS_WHOLE", "1", "1", "decided: what is lost in a gap is not gained anew after it");
    add(all, "AVOIDED_MOST", "1", "t CO2e/ha/yr", ASSUMED + ": nobody published one");
    return all;
  }

  /** Herds are compared with the average of the years before; how many these are is assumed. */
  static SourcedLimit lookBack() {
    return new SourcedLimit(
        3, ASSUMED + ": " + VM0042 + " has a look-back, its years were not read");
  }

  private static SamplingTerms samplings() {
    return new SamplingTerms(
        new SourcedLimit(250, VM0042 + ", conditions of control sites"),
        new SourcedLimit(60, ASSUMED + ": nobody published one"),
        new SourcedLimit(30, ASSUMED + ": nobody published one"));
  }

  private static PublishMethodology version(
      String version, String edition, List<Parameter> nitrogen) {
    List<Parameter> all = new ArrayList<>(common());
    all.addAll(nitrogen);
    return new PublishMethodology(
        "GCS-SC",
        Sha256.of("docs/reference/methodologies.md#gcs-sc"),
        Name.of("草原碳库变化实测示例方法学（" + edition + "）", "Grassland stock change, example, " + edition),
        new Science(
            "AR5",
            all,
            ranges(),
            // One-sided: equation 74 takes the quantile at p = 0.667.
            new Uncertainty(Decimal.of("66.7"), List.of())),
        ExampleMethodology.tier1().terms(),
        false,
        new Validity(
            Optional.empty(), Optional.empty(), LocalDate.of(2024, 1, 1), Optional.empty()),
        new MethodologyRef("GCS-SC", version));
  }

  private static List<Parameter> common() {
    List<Parameter> all = new ArrayList<>();
    add(all, "GWP_CH4", "28", "t CO2e/t CH4", "IPCC AR5, 100 years");
    add(all, "GWP_N2O", "265", "t CO2e/t N2O", "IPCC AR5, 100 years");
    add(all, "POINTS_LEAST", "3", "1", VM0042 + ", 3 to 5 composite samples a stratum");
    add(
        all,
        "SOIL_REFERENCE.MASS_1950",
        "1950",
        "Mg/ha",
        VM0042 + ", example of a reference layer");
    add(all, "SOIL_REFERENCE.MASS_3253", "3253", "Mg/ha", VM0042 + ", example of two layers");
    add(all, "SOIL_REFERENCE.DEPTH_30", "30", "cm", VM0042 + ", least depth");
    add(all, "EF_FUEL.DIESEL", "0.002886", "t CO2e/L", VM0042 + ", equation 7");
    add(all, "EF_FUEL.PETROL", "0.00281", "t CO2e/L", VM0042 + ", equation 7");
    add(all, "EF_LIME.LIMESTONE", "0.12", "t C/t", VM0042 + ", equation 9; IPCC 2006");
    add(all, "EF_LIME.DOLOMITE", "0.13", "t C/t", VM0042 + ", equation 9; IPCC 2006");
    add(all, "OA_REMAINING", "0.12", "1", VM0042 + ", equation 33");
    add(all, "CC_OA.MANURE", "0.1", "t C/t", ASSUMED);
    add(all, "NC_SF.UREA", "0.46", "t N/t", ASSUMED);
    add(all, "NC_OF.MANURE", "0.007", "t N/t", ASSUMED);
    add(all, "N_CONTENT.ALFALFA", "0.027", "t N/t dm", UNVERIFIED);
    add(all, "CF.GRASS", "0.77", "1", IPCC_2 + ", mid or late dry season");
    add(all, "EF_BURN_CH4.GRASS", "2.3", "g CH4/kg dm", IPCC_2);
    add(all, "EF_BURN_N2O.GRASS", "0.21", "g N2O/kg dm", IPCC_2);
    animal(all, "SHEEP", "5", "45", "NY/T 635-2015, adult sheep of a sheep unit", "8.3", "1.17");
    animal(all, "GOAT", "5", "40", ASSUMED, "9", "1.37");
    animal(all, "CATTLE", "47", "319", IPCC_10 + ", other cattle", "9.8", "0.34");
    animal(all, "HORSE", "18", "238", UNVERIFIED, "7.2", "0.46");
    animal(all, "CAMEL", "46", "217", UNVERIFIED, "7.2", "0.46");
    all.addAll(ExampleMethodology.stockingStandard());
    return all;
  }

  private static void animal(
      List<Parameter> all,
      String name,
      String enteric,
      String weight,
      String weightSource,
      String solids,
      String nitrogen) {
    add(all, "EF_ENTERIC." + name, enteric, "kg CH4/head/yr", IPCC_10);
    add(all, "WEIGHT." + name, weight, "kg", weightSource);
    add(all, "VS_RATE." + name, solids, "kg VS/1000 kg/d", ASSUMED);
    add(all, "N_RATE." + name, nitrogen, "kg N/1000 kg/d", IPCC_10);
    add(all, "AWMS." + name + ".PASTURE", "1", "1", "all dung stays on the pasture");
    add(all, "EF_MANURE_CH4." + name + ".PASTURE", "0.6", "g CH4/kg VS", UNVERIFIED);
  }

  private static List<Parameter> nitrogen2006() {
    List<Parameter> all = new ArrayList<>();
    add(all, "EF_N_DIRECT.AGGREGATE", "0.01", N_TO_N2O, IPCC_11 + ", EF1");
    dung(all, "0.02", "0.01", IPCC_11 + ", EF3PRP");
    add(all, "FRAC_GASF", "0.1", "1", IPCC_11 + ", FracGASF");
    add(all, "FRAC_GASM", "0.2", "1", IPCC_11 + ", FracGASM");
    add(all, "EF_N_VOLAT", "0.01", N_TO_N2O, IPCC_11 + ", EF4");
    add(all, "FRAC_LEACH.DRY", "0", "1", NO_SURPLUS);
    add(all, "FRAC_LEACH.WET", "0.3", "1", IPCC_11 + ", FracLEACH");
    add(all, "EF_N_LEACH", "0.0075", N_TO_N2O, IPCC_11 + ", EF5");
    return all;
  }

  private static List<Parameter> nitrogen2019() {
    List<Parameter> all = new ArrayList<>();
    add(all, "EF_N_DIRECT.AGGREGATE", "0.01", N_TO_N2O, IPCC_11_NEW + ", EF1");
    add(all, "EF_N_DIRECT.DRY", "0.005", N_TO_N2O, IPCC_11_NEW + ", EF1, dry climate");
    add(all, "EF_N_DIRECT.WET_LOW", "0.013", N_TO_N2O, VM0042 + ", where emissions fall");
    add(all, "EF_N_DIRECT.WET_HIGH", "0.019", N_TO_N2O, VM0042 + ", where emissions rise");
    dung(all, "0.004", "0.003", IPCC_11_NEW + ", EF3PRP");
    add(all, "FRAC_GASF", "0.11", "1", IPCC_11_NEW + ", FracGASF");
    ranged(all, "FRAC_GASM", "0.21", "0", "0.31", IPCC_11_NEW + ", FracGASM");
    add(all, "EF_N_VOLAT", "0.01", N_TO_N2O, IPCC_11_NEW + ", EF4");
    add(all, "FRAC_LEACH.DRY", "0", "1", NO_SURPLUS);
    ranged(all, "FRAC_LEACH.WET", "0.24", "0.01", "0.73", IPCC_11_NEW + ", FracLEACH");
    add(all, "EF_N_LEACH", "0.011", N_TO_N2O, IPCC_11_NEW + ", EF5");
    return all;
  }

  private static void dung(List<Parameter> all, String cattle, String others, String source) {
    for (String animal : List.of("SHEEP", "GOAT", "CATTLE", "HORSE", "CAMEL")) {
      String value = animal.equals("CATTLE") ? cattle : others;
      add(all, "EF_MANURE_N2O." + animal + ".PASTURE", value, DUNG, source);
    }
  }

  private static void add(
      List<Parameter> all, String name, String value, String unit, String source) {
    all.add(new Parameter(name, source, unit, Decimal.of(value)));
  }

  private static void ranged(
      List<Parameter> all, String name, String value, String least, String most, String source) {
    Parameter.Range range = new Parameter.Range(Decimal.of(least), Decimal.of(most));
    all.add(new Parameter(name, source, Optional.of(range), "1", Decimal.of(value)));
  }

  private static List<PlausibleRange> ranges() {
    List<PlausibleRange> all = new ArrayList<>();
    perHectare(all, "HEAD.SHEEP", "20");
    perHectare(all, "HEAD.GOAT", "20");
    perHectare(all, "HEAD.CATTLE", "5");
    perHectare(all, "HEAD.HORSE", "5");
    perHectare(all, "HEAD.CAMEL", "5");
    perHectare(all, "FUEL.DIESEL", "500");
    perHectare(all, "FUEL.PETROL", "500");
    perHectare(all, "LIME.LIMESTONE", "10");
    perHectare(all, "LIME.DOLOMITE", "10");
    perHectare(all, "M_SF.UREA", "2");
    perHectare(all, "M_OF.MANURE", "60");
    perHectare(all, "M_NFIX.ALFALFA", "20");
    perHectare(all, "M_BURNT.GRASS", "20000");
    perHectare(all, "M_OA.MANURE", "300");
    perHectare(all, "LE_BR", "50");
    perHectare(all, "LK_DISPLACED", "50");
    perHectare(all, "LK_DISPLACED_PRIOR", "50");
    // Soil is sampled again after five years at the latest.
    between(all, "SOIL_YEARS", "0.5", "5");
    between(all, "SLAUGHTERED", "0", "1");
    between(all, "SOIL_MASS", "1", "50000");
    between(all, "PROBE_DIAMETER", "5", "200");
    between(all, "CORES", "1", "50");
    between(all, "OC", "0.1", "300");
    between(all, "BULK_DENSITY", "0.1", "2.5");
    between(all, "COARSE_FRACTION", "0", "0.9");
    between(all, "LAYER_DEPTH", "1", "100");
    between(all, "C_TREE", "0", "500");
    between(all, "C_SHRUB", "0", "200");
    return all;
  }

  private static void perHectare(List<PlausibleRange> all, String symbol, String most) {
    all.add(new PlausibleRange(Decimal.of("0"), Decimal.of(most), true, symbol));
  }

  private static void between(List<PlausibleRange> all, String symbol, String least, String most) {
    all.add(new PlausibleRange(Decimal.of(least), Decimal.of(most), false, symbol));
  }
}
