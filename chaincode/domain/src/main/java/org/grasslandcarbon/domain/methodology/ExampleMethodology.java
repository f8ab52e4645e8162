// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Uncertainty;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A methodology version to begin with: the example that the catalogue shows, tests use and the
 * example registry publishes. Each number says where it comes from; those without a read source say
 * that too. It is not a methodology of any programme.
 */
public final class ExampleMethodology {
  private static final String ASSUMED = "assumed example";
  private static final String UNVERIFIED = "general knowledge, unverified";
  private static final String ENTERIC = "IPCC 2006 vol. 4 ch. 10, Asia or developing countries";

  private static final String UNCERTAINTY_SOC = "UNCERTAINTY_SOC";

  private ExampleMethodology() {}

  /** {@code GCS-T1} version 1.0: Tier 1 with AR5 potentials and 20 working days of publicity. */
  public static PublishMethodology tier1() {
    return new PublishMethodology(
        "GCS-TIER1",
        Sha256.of("docs/reference/methodologies.md#gcs-tier1"),
        Name.of("草原土壤碳汇（IPCC 第一层级）示例方法学", "Grassland soil carbon, IPCC Tier 1, example"),
        new Science("AR5", parameters(), ranges(), uncertainty()),
        new Terms(
            Decimal.of("1"),
            10,
            60,
            LocalDate.of(2020, 9, 23),
            LocalDate.of(2012, 11, 9),
            Decimal.of("12"),
            20,
            5),
        false,
        new Validity(
            Optional.empty(), Optional.empty(), LocalDate.of(2024, 1, 1), Optional.empty()),
        new MethodologyRef("GCS-T1", "1.0"));
  }

  /** The same for practice: no publicity, any crediting period up to 60 years. */
  public static PublishMethodology training() {
    PublishMethodology example = tier1();
    Terms terms = example.terms();
    return new PublishMethodology(
        example.algorithm(),
        example.document(),
        Name.of("练习用草原碳汇方法学", "Grassland carbon for practice"),
        example.science(),
        new Terms(
            terms.areaTolerancePercent(),
            0,
            terms.creditingYearsMost(),
            terms.earliestCredit(),
            terms.earliestStart(),
            terms.nonPermanencePercent(),
            0,
            terms.yearsToClaim()),
        true,
        example.validity(),
        new MethodologyRef("GCS-T1-TRAINING", "1.0"));
  }

  /**
   * {@code GCS-T1} version 1.1: it flags what is implausible, and its uncertainty, which nobody
   * published, takes the largest deduction in place of none; its baseline is shown of the years
   * before.
   */
  public static PublishMethodology flagged() {
    return flagged(tier1());
  }

  /** The same for practice. */
  public static PublishMethodology flaggedTraining() {
    return flagged(training());
  }

  private static PublishMethodology flagged(PublishMethodology before) {
    List<Parameter> all = new ArrayList<>();
    for (Parameter each : parameters()) {
      all.add(
          each.name().equals(UNCERTAINTY_SOC)
              ? new Parameter(
                  UNCERTAINTY_SOC,
                  "assumed: the most that the deduction table accepts, for want of a published one",
                  "%",
                  Decimal.of("30"))
              : each);
    }
    add(all, "AVOIDED_MOST", "1", "t CO2e/ha/yr", ASSUMED + ": nobody published one");
    return new PublishMethodology(
        before.algorithm(),
        before.document(),
        before.name(),
        new Science("AR5", all, Optional.of(ExamplePlausibility.tier1()), ranges(), uncertainty()),
        before.terms().withLookBack(ExampleStockChange.lookBack()),
        before.training(),
        before.validity(),
        new MethodologyRef(before.version().id(), "1.1"));
  }

  private static List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    add(all, "GWP_CH4", "28", "t CO2e/t CH4", "IPCC AR5, 100 years");
    add(all, "GWP_N2O", "265", "t CO2e/t N2O", "IPCC AR5, 100 years");
    add(all, "TRANSITION_YEARS", "20", "yr", "IPCC 2006 vol. 4, default transition");
    add(all, UNCERTAINTY_SOC, "10", "%", ASSUMED);
    add(all, "HERD_DECREASE_SHARE", "0", "1", "conservative: displaced animals graze elsewhere");
    add(all, "SOC_REF.COLD_DRY_HAC", "50", "t C/ha", UNVERIFIED);
    add(all, "SOC_REF.WARM_DRY_HAC", "38", "t C/ha", UNVERIFIED);
    add(all, "F_LU.GRASSLAND", "1", "1", UNVERIFIED);
    add(all, "F_MG.NOMINAL", "1", "1", "IPCC Tier 1, nominal management");
    add(all, "F_MG.MODERATE", "0.95", "1", UNVERIFIED);
    add(all, "F_MG.SEVERE", "0.7", "1", UNVERIFIED);
    add(all, "F_MG.IMPROVED", "1.14", "1", UNVERIFIED);
    add(all, "F_I.MEDIUM", "1", "1", UNVERIFIED);
    add(all, "F_I.HIGH", "1.11", "1", UNVERIFIED);
    add(all, "EF_ENTERIC.SHEEP", "5", "kg CH4/head/yr", ENTERIC);
    add(all, "EF_ENTERIC.GOAT", "5", "kg CH4/head/yr", ENTERIC);
    add(all, "EF_ENTERIC.CATTLE", "47", "kg CH4/head/yr", ENTERIC);
    add(all, "EF_ENTERIC.HORSE", "18", "kg CH4/head/yr", ENTERIC);
    add(all, "EF_ENTERIC.CAMEL", "46", "kg CH4/head/yr", ENTERIC);
    add(all, "EF_N_DIRECT", "0.01", "t N2O-N/t N", "IPCC 2006 vol. 4 ch. 11, EF1");
    add(all, "EF_FUEL.DIESEL", "0.002886", "t CO2e/L", "VM0042 v2.2, equation 7");
    add(all, "EF_FUEL.PETROL", "0.00281", "t CO2e/L", "VM0042 v2.2, equation 7");
    all.addAll(stockingStandard());
    return all;
  }

  /** What a sheep unit is. */
  static List<Parameter> stockingStandard() {
    List<Parameter> all = new ArrayList<>();
    String gansu = "sheep units as published for Gansu";
    add(all, "DAILY_HAY", "1.8", "kg/SU/d", "NY/T 635-2015: standard hay of a 45 kg sheep");
    add(all, "SHEEP_UNITS.SHEEP", "1", "SU/head", "NY/T 635-2015: definition of the sheep unit");
    add(all, "SHEEP_UNITS.GOAT", "0.8", "SU/head", gansu);
    add(all, "SHEEP_UNITS.CATTLE", "5", "SU/head", gansu);
    add(all, "SHEEP_UNITS.YAK", "4", "SU/head", UNVERIFIED);
    add(all, "SHEEP_UNITS.HORSE", "6", "SU/head", gansu);
    add(all, "SHEEP_UNITS.MULE", "5", "SU/head", gansu);
    add(all, "SHEEP_UNITS.ASS", "3.5", "SU/head", gansu);
    add(all, "SHEEP_UNITS.CAMEL", "7", "SU/head", gansu);
    return all;
  }

  private static void add(
      List<Parameter> all, String name, String value, String unit, String source) {
    all.add(new Parameter(name, source, unit, Decimal.of(value)));
  }

  private static List<PlausibleRange> ranges() {
    List<PlausibleRange> all = new ArrayList<>();
    all.add(range("MANAGED_AREA", "1"));
    all.add(range("HEAD.SHEEP", "20"));
    all.add(range("HEAD.GOAT", "20"));
    all.add(range("HEAD.CATTLE", "5"));
    all.add(range("HEAD.HORSE", "5"));
    all.add(range("HEAD.CAMEL", "5"));
    all.add(range("N_SYNTHETIC", "0.5"));
    all.add(range("N_ORGANIC", "0.5"));
    all.add(range("FUEL.DIESEL", "500"));
    all.add(range("FUEL.PETROL", "500"));
    return all;
  }

  private static PlausibleRange range(String symbol, String most) {
    return new PlausibleRange(Decimal.of("0"), Decimal.of(most), true, symbol);
  }

  private static Uncertainty uncertainty() {
    return new Uncertainty(
        Decimal.of("90"),
        List.of(
            new Uncertainty.Step(Decimal.of("0"), Decimal.of("10")),
            new Uncertainty.Step(Decimal.of("6"), Decimal.of("20")),
            new Uncertainty.Step(Decimal.of("11"), Decimal.of("30"))));
  }
}
