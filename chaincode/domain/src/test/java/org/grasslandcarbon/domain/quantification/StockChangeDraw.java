// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;

/** Random subjects of {@code GCS-SC}, the same for a seed. */
final class StockChangeDraw {
  private static final List<String> YEARLY =
      List.of(
          "HEAD.SHEEP",
          "HEAD.CATTLE",
          "HEAD.HORSE",
          "FUEL.DIESEL",
          "FUEL.PETROL",
          "LIME.LIMESTONE",
          "LIME.DOLOMITE",
          "M_SF.UREA",
          "M_OF.MANURE",
          "M_NFIX.ALFALFA",
          "M_BURNT.GRASS");

  private final Random random;
  private final StockChangeCase made = new StockChangeCase();

  private StockChangeDraw(long seed) {
    random = new Random(seed);
  }

  static StockChangeCase of(long seed) {
    StockChangeDraw draw = new StockChangeDraw(seed);
    draw.draw();
    return draw.made;
  }

  private String decimal(int least, int most, int decimals) {
    long scale = BigDecimal.TEN.pow(decimals).longValueExact();
    long value = least * scale + (long) (random.nextDouble() * (most - least) * scale);
    return BigDecimal.valueOf(value, decimals).toPlainString();
  }

  private void draw() {
    LocalDate from = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(700));
    made.period = new DateRange(from, from.plusDays(200 + random.nextInt(900)));
    made.stockChangeBefore = Decimal.of(decimal(-3_000, 3_000, 6));
    int strata = 1 + random.nextInt(3);
    String years = decimal(1, 5, 2);
    for (int i = 1; i <= strata; i++) {
      stratum("S" + i, years);
    }
    if (random.nextInt(3) == 0) {
      made.displacedBefore = Optional.of(Decimal.of(decimal(0, 200, 3)));
    }
    if (random.nextInt(2) == 0) {
      made.parameters.add(new Parameter("LOSS_WHOLE", "test", "1", Decimal.of("1")));
    }
    if (random.nextInt(3) == 0) {
      made.parameters.add(
          new Parameter("AVOIDED_MOST", "test", "t CO2e/ha/yr", Decimal.of(decimal(0, 3, 3))));
    }
  }

  private void stratum(String name, String years) {
    boolean byMass = random.nextBoolean();
    List<String> baseline = new ArrayList<>();
    List<String> present = new ArrayList<>();
    for (String symbol : YEARLY) {
      boolean before = random.nextInt(3) > 0;
      if (before) {
        baseline.add(symbol);
        baseline.add(decimal(0, 900, 3));
      }
      if (before || random.nextInt(3) == 0) {
        present.add(symbol);
      }
    }
    made.stratum(
        name,
        decimal(50, 4_000, 4),
        byMass ? "SOIL_REFERENCE.MASS_1950" : "SOIL_REFERENCE.DEPTH_30",
        random.nextBoolean() ? "FRAC_LEACH.WET" : "FRAC_LEACH.DRY",
        baseline.toArray(String[]::new));
    for (int year = made.period.from().getYear(); year <= made.period.to().getYear(); year++) {
      for (String symbol : present) {
        made.row(name, symbol, decimal(0, 900, 3), year);
      }
    }
    made.ofPeriod(name, "SOIL_YEARS", years);
    made.ofPeriod(name, "LK_DISPLACED", decimal(0, 50, 2));
    if (random.nextBoolean()) {
      made.ofPeriod(name, "LK_DISPLACED_PRIOR", decimal(0, 40, 2));
      made.ofPeriod(name, "SLAUGHTERED", random.nextInt(3) == 0 ? "0" : "1");
      made.ofPeriod(name, "M_OA.MANURE", decimal(0, 500, 2));
      made.ofPeriod(name, "LE_BR", decimal(0, 5, 2));
    }
    for (String site : List.of("WP", "BSL")) {
      samples(name, site, byMass);
      if (random.nextBoolean()) {
        made.sample(name, site + "-1", "C_TREE", decimal(0, 20, 2));
        made.sample(name, site + "-2", "C_TREE", decimal(0, 20, 2));
      }
      if (random.nextBoolean()) {
        made.sample(name, site + "-1", "C_SHRUB", decimal(0, 9, 3));
        made.sample(name, site + "-2", "C_SHRUB", decimal(0, 9, 3));
      }
    }
  }

  private void samples(String stratum, String site, boolean byMass) {
    boolean paired = random.nextBoolean();
    int first = 3 + random.nextInt(3);
    int second = paired ? first : 3 + random.nextInt(3);
    sampling(stratum, site + "-1", byMass, first, "P1");
    sampling(stratum, site + "-2", byMass, second, paired ? "P1" : "P2");
  }

  private void sampling(String stratum, String sampling, boolean byMass, int points, String name) {
    if (byMass) {
      made.sample(stratum, sampling, "PROBE_DIAMETER", decimal(20, 50, 1));
      made.sample(stratum, sampling, "CORES", String.valueOf(1 + random.nextInt(5)));
    }
    boolean stony = random.nextBoolean();
    for (int i = 0; i < points; i++) {
      String point = sampling + "-" + name + i;
      if (byMass && i > 0 && random.nextInt(4) == 0) {
        made.sample(stratum, point, "CORES", "3");
      }
      for (int layer = 1; layer <= 2; layer++) {
        String id = point + "-L" + layer;
        made.sample(stratum, id, "OC", decimal(8, 30, 2));
        if (byMass) {
          // Heavy enough for any probe of the draw to reach 1950 Mg/ha in two layers.
          made.sample(stratum, id, "SOIL_MASS", decimal(1_000, 4_000, 1));
          if (layer == 1 && i > 1) {
            made.sample(stratum, point, "PROBE_DIAMETER", decimal(20, 35, 1));
          }
        } else {
          made.sample(stratum, id, "BULK_DENSITY", decimal(1, 2, 3));
          made.sample(stratum, id, "LAYER_DEPTH", layer == 1 ? decimal(10, 29, 1) : "21");
          if (stony && layer == 1) {
            made.sample(stratum, id, "COARSE_FRACTION", decimal(0, 1, 3));
          }
        }
      }
    }
  }
}
