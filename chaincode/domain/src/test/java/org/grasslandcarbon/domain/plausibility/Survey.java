// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.methodology.Science;
import org.grasslandcarbon.domain.plausibility.Evidence.EarlierReport;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Limit;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Rule;
import org.grasslandcarbon.domain.quantification.Algorithms;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Parameters;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.quantification.Stratum.Choice;
import org.grasslandcarbon.domain.quantification.Stratum.Level;
import org.grasslandcarbon.domain.quantification.Subject;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * A report of two years whose soil was measured, as an honest owner has it: values scatter, land
 * gains a little, nothing has stopped. Tests change what a cheat would change.
 */
final class Survey {
  static final String S1 = "S1";

  private static final Science SCIENCE = MeasuredVersions.flaggedOfAnyReference().science();
  private static final String[][] CARBON = {
    {"24.3", "21.7", "27.9", "19.8", "25.6"},
    {"24.8", "21.9", "28.65", "20.15", "26"},
    {"23.1", "26", "20.9", "24.8", "22.7"},
    {"23", "26.15", "20.85", "24.9", "22.75"}
  };
  private static final String[] LESS_GAIN = {"24.55", "21.9", "28.3", "19.95", "25.8"};
  private static final String[][] MASS = {
    {"268", "271", "273", "269", "270.5"},
    {"269.5", "270.2", "272.1", "268.4", "271.3"},
    {"272.3", "269.7", "268.2", "270.8", "271.9"},
    {"271.1", "270.4", "269.1", "272.6", "268.8"}
  };

  final List<Datum> rows = new ArrayList<>();
  final List<Evidence.Depth> depths = new ArrayList<>();
  final List<Datum> earlierRows = new ArrayList<>();
  final List<EarlierReport> earlierReports = new ArrayList<>();
  final SortedMap<Integer, SortedMap<String, Integer>> stocking = new TreeMap<>();
  final List<Stratum> strata = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>(SCIENCE.plausibility().orElseThrow().rules());
  final List<Parameter> parameters = new ArrayList<>(SCIENCE.parameters());
  Decimal expected = Decimal.of("0");

  private Survey() {}

  /** One stratum whose soil is compared at equal mass. */
  static Survey honest() {
    Survey made = new Survey().stratum(S1, "SOIL_REFERENCE.MASS_1950");
    made.points(S1, "268");
    return made;
  }

  /** The same with cores of 31 cm, and a reference that is reached at 30 cm. */
  static Survey deep() {
    Survey made = Survey.honest().choice("SOIL_REFERENCE.MASS_3600", "SOIL_REFERENCE");
    return made.depth("WP-1", "31").depth("WP-2", "31").depth("BSL-1", "31").depth("BSL-2", "31");
  }

  /** How deep the cores of a sampling of the first stratum went. */
  Survey depth(String sampling, String centimetres) {
    SampleId id = SampleId.parse(sampling).orElseThrow();
    depths.removeIf(each -> each.sampling().equals(id));
    depths.add(new Evidence.Depth(Decimal.of(centimetres), id, S1));
    return this;
  }

  /** One stratum whose soil is compared by a fixed depth. */
  static Survey byDepth() {
    Survey made = new Survey().stratum(S1, "SOIL_REFERENCE.DEPTH_30");
    String[] samplings = {"WP-1", "WP-2", "BSL-1", "BSL-2"};
    for (int i = 0; i < samplings.length; i++) {
      made.sample(S1, samplings[i] + "-L1", "LAYER_DEPTH", "cm", "30");
      for (int p = 0; p < CARBON[i].length; p++) {
        String layer = samplings[i] + "-P0" + (p + 1) + "-L1";
        made.sample(S1, layer, "OC", "g/kg", i == 1 ? LESS_GAIN[p] : CARBON[i][p]);
        made.sample(S1, layer, "BULK_DENSITY", "g/cm3", "1.2" + p);
      }
    }
    return made;
  }

  Survey stratum(String name, String reference) {
    strata.add(
        new Stratum(
            Decimal.of("1000"),
            List.of(
                level("HEAD.SHEEP", "head", "1800"),
                level("HEAD.CATTLE", "head", "40"),
                level("FUEL.DIESEL", "L", "1000")),
            List.of(
                new Choice(reference, "SOIL_REFERENCE"),
                new Choice("EF_N_DIRECT.AGGREGATE", "EF_N_DIRECT"),
                new Choice("FRAC_LEACH.DRY", "FRAC_LEACH")),
            name));
    expected = Decimal.of(String.valueOf(1_700 * strata.size()));
    for (int year = 2023; year <= 2024; year++) {
      yearly(name, "HEAD.SHEEP", "head", "1800", year);
      yearly(name, "HEAD.CATTLE", "head", "40", year);
      yearly(name, "FUEL.DIESEL", "L", "900", year);
      SortedMap<String, Integer> herds = stocking.computeIfAbsent(year, each -> new TreeMap<>());
      herds.merge("SHEEP", 1800, Integer::sum);
      herds.merge("CATTLE", 40, Integer::sum);
    }
    yearly(name, "SOIL_YEARS", "yr", "2", 2024);
    return this;
  }

  /** The points of all samplings of a stratum. */
  private void points(String stratum, String ofSecondLayer) {
    String[] samplings = {"WP-1", "WP-2", "BSL-1", "BSL-2"};
    for (int i = 0; i < samplings.length; i++) {
      sample(stratum, samplings[i], "PROBE_DIAMETER", "mm", "21.5");
      sample(stratum, samplings[i], "CORES", "1", "4");
      for (int p = 0; p < CARBON[i].length; p++) {
        String point = samplings[i] + "-P0" + (p + 1);
        sample(stratum, point + "-L1", "SOIL_MASS", "g", MASS[i][p]);
        sample(stratum, point + "-L1", "OC", "g/kg", CARBON[i][p]);
        sample(stratum, point + "-L2", "SOIL_MASS", "g", ofSecondLayer);
        sample(stratum, point + "-L2", "OC", "g/kg", "14.8");
      }
    }
  }

  /** Another stratum like the first, with values of its own. */
  Survey and(String name) {
    stratum(name, "SOIL_REFERENCE.MASS_1950");
    points(name, "2" + strata.size() + "1.5");
    return this;
  }

  private static Level level(String symbol, String unit, String value) {
    return new Level(symbol, unit, Decimal.of(value));
  }

  Survey yearly(String stratum, String symbol, String unit, String value, int year) {
    rows.add(new Datum(stratum, symbol, unit, Decimal.of(value), year));
    return this;
  }

  Survey sample(String stratum, String sample, String symbol, String unit, String value) {
    rows.add(new Datum(Optional.of(sample), stratum, symbol, unit, Decimal.of(value), 2024));
    return this;
  }

  /** Gives the first stratum another baseline level of something. */
  Survey baseline(String symbol, String unit, String value) {
    Stratum old = strata.remove(0);
    List<Level> levels = new ArrayList<>(old.baseline());
    levels.removeIf(each -> each.symbol().equals(symbol));
    levels.add(level(symbol, unit, value));
    strata.add(0, new Stratum(old.areaHectares(), levels, old.choices(), old.name()));
    return this;
  }

  /** Gives the first stratum another choice of something. */
  Survey choice(String parameter, String symbol) {
    Stratum old = strata.remove(0);
    List<Choice> choices = new ArrayList<>(old.choices());
    choices.removeIf(each -> each.symbol().equals(symbol));
    choices.add(new Choice(parameter, symbol));
    strata.add(0, new Stratum(old.areaHectares(), old.baseline(), choices, old.name()));
    return this;
  }

  /** Rows whose sample begins so, of a symbol. */
  static Predicate<Datum> of(String sample, String symbol) {
    return row ->
        row.symbol().equals(symbol)
            && row.sample().orElse("").startsWith(sample)
            && (sample.isEmpty() || row.sample().isPresent());
  }

  Survey change(Predicate<Datum> which, UnaryOperator<BigDecimal> change) {
    boolean found = false;
    for (int i = 0; i < rows.size(); i++) {
      Datum row = rows.get(i);
      if (which.test(row)) {
        found = true;
        rows.set(
            i,
            new Datum(
                row.sample(),
                row.stratum(),
                row.symbol(),
                row.unit(),
                new Decimal(change.apply(row.value().value())),
                row.year()));
      }
    }
    if (!found) {
      throw new AssertionError("no such row");
    }
    return this;
  }

  Survey set(String sample, String symbol, String value) {
    return change(of(sample, symbol), old -> new BigDecimal(value));
  }

  Survey times(String sample, String symbol, String factor) {
    return change(of(sample, symbol), old -> old.multiply(new BigDecimal(factor)));
  }

  Survey plus(String sample, String symbol, String more) {
    return change(of(sample, symbol), old -> old.add(new BigDecimal(more)));
  }

  /** The values of a sampling are those of another. */
  Survey copy(String from, String to, int points) {
    for (int p = 1; p <= points; p++) {
      for (String layer : List.of("-P0" + p + "-L1", "-P0" + p + "-L2")) {
        for (Datum row : List.copyOf(rows)) {
          if (row.sample().orElse("").equals(from + layer)) {
            set(to + layer, row.symbol(), row.value().toString());
          }
        }
      }
    }
    return this;
  }

  Survey limit(FlagCode code, Decimal limit) {
    Rule old = rule(code);
    rules.remove(old);
    rules.add(
        new Rule(code, Optional.of(new Limit(code.unit(), limit)), old.severity(), old.source()));
    return this;
  }

  Rule rule(FlagCode code) {
    return rules.stream().filter(each -> each.code() == code).findFirst().orElseThrow();
  }

  Evidence evidence() {
    Subject subject =
        new Subject(
            rows,
            new Parameters(parameters),
            new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 12, 31)),
            LocalDate.of(2023, 1, 1),
            strata,
            SCIENCE.uncertainty());
    return new Evidence(
        new TreeMap<>(),
        depths,
        earlierReports,
        earlierRows,
        expected,
        Algorithms.find("GCS-SC").orElseThrow().quantify(subject),
        new PlausibilityRules(rules),
        stocking,
        subject);
  }

  List<Flag> flags() {
    return Plausibility.flags(evidence());
  }

  /** The one flag of a code. */
  Flag the(FlagCode code) {
    List<Flag> found = flags().stream().filter(each -> each.code() == code).toList();
    if (found.size() != 1) {
      throw new AssertionError(code + " in " + flags());
    }
    return found.get(0);
  }

  List<FlagCode> codes() {
    return flags().stream().map(Flag::code).distinct().toList();
  }
}
