// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Published inputs and what comes out of them. Sources: the sample "ERR Data 3_12_25" of the
 * Guardian's VM0042 v2.1 policy for inputs of emissions, and figure 3 of VM0042 for the soil.
 */
class StockChangeVectorsTest {
  private static final int YEAR = 2023;

  private static void assertSix(BigDecimal value, String expected) {
    assertThat(value.setScale(6, RoundingMode.HALF_UP)).isEqualByComparingTo(expected);
  }

  @Test
  void fuel_of_the_published_sample() {
    StockChangeCase made = StockChangeCase.still();
    made.baseline("FUEL.DIESEL", "30000", "FUEL.PETROL", "10000");
    made.row("S1", "FUEL.DIESEL", "30000", YEAR).row("S1", "FUEL.PETROL", "0", YEAR);
    assertThat(made.value("E_FF_BSL S1")).isEqualByComparingTo("114.68");
    assertThat(made.value("E_FF_WP S1 2023")).isEqualByComparingTo("86.58");
    assertThat(made.value("D_FF 2023")).isEqualByComparingTo("28.1");
  }

  @Test
  void lime_of_the_published_sample() {
    StockChangeCase made = StockChangeCase.still();
    made.baseline("LIME.LIMESTONE", "10", "LIME.DOLOMITE", "5");
    made.row("S1", "LIME.LIMESTONE", "8", YEAR).row("S1", "LIME.DOLOMITE", "3", YEAR);
    assertSix(made.value("E_LIME_BSL S1"), "6.783333");
    assertThat(made.value("E_LIME_WP S1 2023")).isEqualByComparingTo("4.95");
  }

  @Test
  void enteric_fermentation_of_the_published_sample() {
    StockChangeCase made = StockChangeCase.still();
    // The sample's factors have more decimals than a parameter: its twelve are enough.
    made.parameter("EF_ENTERIC.SHEEP", "13.289693946836");
    made.parameter("EF_ENTERIC.CATTLE", "12");
    made.baseline("HEAD.SHEEP", "160", "HEAD.CATTLE", "160");
    made.row("S1", "HEAD.SHEEP", "160", YEAR).row("S1", "HEAD.CATTLE", "160", YEAR);
    assertSix(made.value("CH4_ENT_BSL S1"), "113.297829");

    StockChangeCase project = StockChangeCase.still();
    project.parameter("EF_ENTERIC.SHEEP", "5.995180195263");
    project.row("S1", "HEAD.SHEEP", "160", YEAR);
    assertSix(project.value("CH4_ENT_WP S1 2023"), "26.858407");
  }

  @Test
  void fertiliser_of_the_published_sample() {
    StockChangeCase made = StockChangeCase.still();
    made.parameter("NC_SF.UREA", "0.82").parameter("NC_OF.MANURE", "0.0666");
    made.row("S1", "M_SF.UREA", "314.035392421426", YEAR);
    made.row("S1", "M_OF.MANURE", "483.312728576519", YEAR);
    Quantification done = made.run();
    assertSix(StockChangeCase.value(done, "F_SN_WP S1 2023"), "257.509022");
    assertSix(StockChangeCase.value(done, "F_ON_WP S1 2023"), "32.188628");
    assertSix(StockChangeCase.value(done, "N2O_FERT_DIR_WP S1 2023"), "1206.383783");
  }

  @Test
  void soil_of_figure_3_of_the_methodology() {
    StockChangeCase made = new StockChangeCase();
    made.parameter("SOIL_REFERENCE.MASS_1950", "1950.14");
    made.stratum("S1", "1", "SOIL_REFERENCE.MASS_1950", "FRAC_LEACH.DRY");
    for (String sampling : List.of("WP-1", "WP-2", "BSL-1", "BSL-2")) {
      made.sample("S1", sampling, "PROBE_DIAMETER", "21.5").sample("S1", sampling, "CORES", "4");
      for (String point : List.of("P01", "P02", "P03")) {
        made.sample("S1", sampling + "-" + point + "-L1", "SOIL_MASS", "283.2");
        made.sample("S1", sampling + "-" + point + "-L1", "OC", "24.29");
      }
    }
    made.ofPeriod("S1", "SOIL_YEARS", "1");
    Quantification done = made.run();
    BigDecimal mass = StockChangeCase.value(done, "MASS S1 WP-1-P01-L1");
    assertThat(mass.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("1950.14");
    // Printed with a mass rounded to whole Mg: 47,368 kg/ha, that is 47.36 Mg/ha.
    BigDecimal carbon =
        StockChangeCase.value(done, "SOC S1 WP-1-P01")
            .multiply(BigDecimal.valueOf(12))
            .divide(BigDecimal.valueOf(44), Figure.CONTEXT);
    assertThat(carbon).isCloseTo(new BigDecimal("47.36"), within(new BigDecimal("0.01")));
    assertThat(carbon.movePointRight(3))
        .isCloseTo(new BigDecimal("47368.97"), within(new BigDecimal("0.1")));
  }

  /**
   * Steppe of Ningxia fenced off from 2000 to 2018: 49.60 to 90.71 t C/ha, 65.55 Tg more in all,
   * that is 2.2839 t C/ha a year on 1.5945 million hectares.
   */
  @Test
  void soil_of_the_fenced_steppe_of_ningxia() {
    StockChangeCase made = new StockChangeCase();
    made.parameter("SOIL_REFERENCE.DEPTH_30", "10");
    made.stratum("S1", "1594502", "SOIL_REFERENCE.DEPTH_30", "FRAC_LEACH.DRY");
    for (String sampling : List.of("WP-1", "WP-2", "BSL-1", "BSL-2")) {
      made.sample("S1", sampling + "-L1", "LAYER_DEPTH", "10");
      for (String point : List.of("P01", "P02", "P03")) {
        String carbon = sampling.equals("WP-2") ? "90.71" : "49.6";
        made.sample("S1", sampling + "-" + point + "-L1", "OC", carbon);
        made.sample("S1", sampling + "-" + point + "-L1", "BULK_DENSITY", "1");
      }
    }
    made.ofPeriod("S1", "SOIL_YEARS", "18");
    BigDecimal tonnesOfCarbonYearly =
        made.value("D_SOIL_WP")
            .multiply(BigDecimal.valueOf(12))
            .divide(BigDecimal.valueOf(44), Figure.CONTEXT);
    assertThat(
            tonnesOfCarbonYearly
                .divide(new BigDecimal("1594502"), Figure.CONTEXT)
                .setScale(4, RoundingMode.HALF_UP))
        .isEqualByComparingTo("2.2839");
    assertThat(
            tonnesOfCarbonYearly
                .multiply(BigDecimal.valueOf(18))
                .movePointLeft(6)
                .setScale(2, RoundingMode.HALF_UP))
        .isEqualByComparingTo("65.55");
  }

  @Test
  void a_fixed_depth_weighs_carbon_content_density_thickness_and_fine_soil() {
    // 0.1 * OC * BD * d * (1 - G): 0.1 * 20 * 1.2 * 30 * 0.9 = 64.8 t C/ha; by hand.
    StockChangeCase made = StockChangeCase.still();
    made.sample("S1", "WP-1", "COARSE_FRACTION", "0.1");
    assertThat(
            made.value("SOC S1 WP-1-P10")
                .multiply(BigDecimal.valueOf(12))
                .divide(BigDecimal.valueOf(44), Figure.CONTEXT)
                .setScale(20, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("64.8");
  }
}
