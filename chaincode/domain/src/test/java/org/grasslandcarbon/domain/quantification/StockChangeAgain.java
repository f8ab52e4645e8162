// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * The method once more, from the text of the equations and with nothing of the product but its
 * records: plain sums and products with 60 digits, and quantiles from a table.
 */
final class StockChangeAgain {
  private static final MathContext MC = new MathContext(60, RoundingMode.HALF_EVEN);
  private static final String PI = "3.141592653589793238462643383279502884197169399375105820974944";
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final Subject subject;
  private final Map<String, BigDecimal> rows = new HashMap<>();
  private final Map<String, BigDecimal> parameters = new HashMap<>();
  private final Map<String, BigDecimal> figures = new TreeMap<>();
  private final int firstYear;
  private final int lastYear;

  StockChangeAgain(StockChangeCase made) {
    subject = made.subject();
    made.parameters.forEach(each -> parameters.put(each.name(), each.value().value()));
    for (Datum row : subject.data()) {
      rows.put(
          row.stratum()
              + " "
              + row.symbol()
              + " "
              + row.sample().orElse(String.valueOf(row.year())),
          row.value().value());
    }
    firstYear = subject.period().from().getYear();
    lastYear = subject.period().to().getYear();
  }

  private static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  private static BigDecimal by(BigDecimal a, BigDecimal b) {
    return a.divide(b, MC);
  }

  private BigDecimal p(String name) {
    return parameters.get(name);
  }

  private BigDecimal keep(String name, BigDecimal value) {
    figures.put(name, value);
    return value;
  }

  private BigDecimal row(String stratum, String symbol, Object where) {
    return rows.get(stratum + " " + symbol + " " + where);
  }

  private BigDecimal rowOrZero(String stratum, String symbol, Object where) {
    return rows.getOrDefault(stratum + " " + symbol + " " + where, ZERO);
  }

  private BigDecimal baseline(Stratum stratum, String symbol) {
    return stratum.baseline(symbol).map(each -> each.value()).orElse(ZERO);
  }

  private BigDecimal nearest(String stratum, String symbol, String point, int layer) {
    String sampling = point.substring(0, point.lastIndexOf('-'));
    for (String at : List.of(point + "-L" + layer, point, sampling + "-L" + layer, sampling)) {
      BigDecimal found = row(stratum, symbol, at);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Days of a year's part of the period, 29 February left out. */
  private BigDecimal days(int year) {
    int count = 0;
    for (LocalDate day = subject.period().from();
        !day.isAfter(subject.period().to());
        day = day.plusDays(1)) {
      boolean leap = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
      if ((year == 0 || day.getYear() == year) && !leap) {
        count++;
      }
    }
    return BigDecimal.valueOf(count);
  }

  Map<String, BigDecimal> figures() {
    soil();
    emissions();
    BigDecimal sum = subject.earlier().stockChange().value();
    BigDecimal leakage = leakage();
    for (int year = firstYear; year <= lastYear; year++) {
      BigDecimal share = by(days(year), n("365"));
      BigDecimal project = keep("D_CO2_WP " + year, figures.get("D_CO2_WP").multiply(share));
      BigDecimal control = keep("D_CO2_BSL " + year, figures.get("D_CO2_BSL").multiply(share));
      sum = sum.add(project);
      BigDecimal i = keep("I " + year, sum.signum() > 0 ? BigDecimal.ONE : ZERO);
      BigDecimal minp = keep("MINP " + year, project.min(ZERO).subtract(control.min(ZERO)));
      BigDecimal maxp = keep("MAXP " + year, project.max(ZERO).subtract(control.max(ZERO)));
      BigDecimal src = credited(figures.get("SRC " + year), year);
      BigDecimal both = src.add(minp).add(maxp);
      BigDecimal er =
          keep(
              "ER " + year,
              i.multiply(src.add(minp)).add(BigDecimal.ONE.subtract(i).multiply(both)));
      BigDecimal cr = keep("CR " + year, i.multiply(maxp));
      BigDecimal le = by(leakage.multiply(days(year)), days(0));
      keep("LE " + year, le);
      boolean shared = er.signum() >= 0 && cr.signum() >= 0 && er.add(cr).signum() > 0;
      BigDecimal lkEr = keep("LK_ER " + year, shared ? by(le.multiply(er), er.add(cr)) : le);
      BigDecimal lkCr = keep("LK_CR " + year, le.subtract(lkEr));
      BigDecimal erNet = keep("ER_NET " + year, gram(er.subtract(lkEr)));
      BigDecimal crNet = keep("CR_NET " + year, gram(cr.subtract(lkCr)));
      keep("ERR_NET " + year, erNet.add(crNet));
      keep("BASE " + year, gram(minp.add(maxp)));
    }
    return figures;
  }

  private BigDecimal credited(BigDecimal avoided, int year) {
    if (subject.parameters().find("AVOIDED_MOST").isEmpty()) {
      return avoided;
    }
    BigDecimal most = ZERO;
    for (Stratum stratum : subject.strata()) {
      most = most.add(stratum.areaHectares().value().multiply(p("AVOIDED_MOST")));
    }
    BigDecimal ofDays = by(most.multiply(days(year)), n("365"));
    BigDecimal positive = ZERO;
    BigDecimal negative = ZERO;
    for (BigDecimal source : sources.get(year)) {
      positive = positive.add(source.max(ZERO));
      negative = negative.add(source.min(ZERO));
    }
    return keep("SRC_MOST " + year, positive.min(ofDays).add(negative));
  }

  private final Map<Integer, List<BigDecimal>> sources = new HashMap<>();

  private static BigDecimal gram(BigDecimal value) {
    return value.setScale(6, RoundingMode.HALF_EVEN);
  }

  private void soil() {
    BigDecimal years = row("S1", "SOIL_YEARS", lastYear).max(by(days(0), n("365")));
    keep("X", years);
    if (subject.parameters().find("LOSS_WHOLE").isPresent() && gained().signum() < 0) {
      years = keep("X_LOSS", by(days(0), n("365")));
    }
    BigDecimal area = ZERO;
    BigDecimal variance = ZERO;
    int degrees = 0;
    Map<String, BigDecimal> change = new HashMap<>(Map.of("WP", ZERO, "BSL", ZERO));
    for (Stratum stratum : subject.strata()) {
      BigDecimal hectares = stratum.areaHectares().value();
      area = area.add(hectares);
      for (String site : List.of("WP", "BSL")) {
        Map<String, BigDecimal> before = stocks(stratum, site + "-1");
        Map<String, BigDecimal> after = stocks(stratum, site + "-2");
        String where = stratum.name() + " " + site;
        BigDecimal meanBefore = keep("SOC_MEAN " + where + "-1", mean(before));
        BigDecimal meanAfter = keep("SOC_MEAN " + where + "-2", mean(after));
        change.merge(
            site, by(meanAfter.subtract(meanBefore).multiply(hectares), years), BigDecimal::add);
        BigDecimal s2 =
            keep("S2 " + where + "-1", spread(before, before, hectares))
                .add(keep("S2 " + where + "-2", spread(after, after, hectares)));
        if (before.keySet().equals(after.keySet())) {
          BigDecimal cov = keep("COV " + where, spread(before, after, hectares));
          s2 = s2.subtract(cov).subtract(cov);
        }
        keep("S2_H " + where, s2);
        variance = variance.add(s2);
        degrees += Math.min(before.size(), after.size()) - 1;
      }
    }
    keep("D_SOIL_WP", change.get("WP"));
    keep("D_SOIL_BSL", change.get("BSL"));
    BigDecimal mean = keep("S2_MEAN", by(variance, area.multiply(area)));
    BigDecimal difference = change.get("WP").subtract(change.get("BSL"));
    BigDecimal delta = keep("DELTA", by(difference.multiply(years), area));
    BigDecimal t = keep("T", n(StudentTTest.AT_0_667[degrees - 1]));
    BigDecimal unc = keep("UNC", by(mean.sqrt(MC).multiply(t).multiply(n("100")), delta.abs()));
    BigDecimal j = keep("J", difference.signum() >= 0 ? n("1") : n("-1"));
    BigDecimal fraction = by(j.signum() > 0 ? unc.min(n("100")) : unc, n("100"));
    for (String site : List.of("WP", "BSL")) {
      BigDecimal kept = change.get(site).multiply(BigDecimal.ONE.subtract(fraction.multiply(j)));
      keep("D_CO2_" + site, kept.add(woody("TREE", site, years)).add(woody("SHRUB", site, years)));
    }
  }

  /** What the project's stocks gain more than the control site's, t CO2e. */
  private BigDecimal gained() {
    BigDecimal gained = ZERO;
    for (Stratum stratum : subject.strata()) {
      for (String site : List.of("WP", "BSL")) {
        BigDecimal change =
            mean(stocks(stratum, site + "-2")).subtract(mean(stocks(stratum, site + "-1")));
        for (String pool : List.of("C_TREE", "C_SHRUB")) {
          BigDecimal after = row(stratum.name(), pool, site + "-2");
          if (after != null) {
            BigDecimal carbon = after.subtract(row(stratum.name(), pool, site + "-1"));
            change = change.add(by(carbon.multiply(n("44")), n("12")));
          }
        }
        BigDecimal tonnes = change.multiply(stratum.areaHectares().value());
        gained = site.equals("WP") ? gained.add(tonnes) : gained.subtract(tonnes);
      }
    }
    return gained;
  }

  private BigDecimal woody(String pool, String site, BigDecimal years) {
    BigDecimal sum = ZERO;
    boolean any = false;
    for (Stratum stratum : subject.strata()) {
      BigDecimal after = row(stratum.name(), "C_" + pool, site + "-2");
      if (after != null) {
        any = true;
        BigDecimal before = row(stratum.name(), "C_" + pool, site + "-1");
        sum = sum.add(after.subtract(before).multiply(stratum.areaHectares().value()));
      }
    }
    BigDecimal value = by(by(sum, years).multiply(n("44")), n("12"));
    return any ? keep("D_" + pool + "_" + site, value) : value;
  }

  private Map<String, BigDecimal> stocks(Stratum stratum, String sampling) {
    String name = stratum.name();
    Map<String, BigDecimal> stocks = new TreeMap<>();
    boolean byMass = stratum.choice("SOIL_REFERENCE").orElseThrow().contains("MASS");
    BigDecimal reference = p(stratum.choice("SOIL_REFERENCE").orElseThrow());
    for (Datum row : subject.data()) {
      String sample = row.sample().orElse("");
      boolean here = row.stratum().equals(name) && sample.startsWith(sampling + "-");
      if (here && row.symbol().equals("OC") && sample.endsWith("-L1")) {
        String point = sample.substring(0, sample.length() - 3);
        BigDecimal tonnes = ZERO;
        BigDecimal left = reference;
        for (int layer = 1; row(name, "OC", point + "-L" + layer) != null; layer++) {
          BigDecimal oc = row(name, "OC", point + "-L" + layer);
          if (byMass) {
            BigDecimal radius = by(nearest(name, "PROBE_DIAMETER", point, layer), n("2"));
            BigDecimal face =
                n(PI)
                    .multiply(radius)
                    .multiply(radius)
                    .multiply(nearest(name, "CORES", point, layer));
            BigDecimal mass =
                by(row(name, "SOIL_MASS", point + "-L" + layer).multiply(n("10000")), face);
            keep("MASS " + name + " " + point + "-L" + layer, mass);
            tonnes = tonnes.add(by(mass.min(left).multiply(oc), n("1000")));
            left = left.subtract(mass.min(left));
          } else {
            BigDecimal depth = nearest(name, "LAYER_DEPTH", point, layer).min(left);
            BigDecimal stones = nearest(name, "COARSE_FRACTION", point, layer);
            BigDecimal fine = BigDecimal.ONE.subtract(stones == null ? ZERO : stones);
            BigDecimal density = row(name, "BULK_DENSITY", point + "-L" + layer);
            tonnes =
                tonnes.add(oc.multiply(density).multiply(depth).multiply(fine).multiply(n("0.1")));
            left = left.subtract(depth);
          }
        }
        String at = point.substring(point.lastIndexOf('-') + 1);
        stocks.put(at, keep("SOC " + name + " " + point, by(tonnes.multiply(n("44")), n("12"))));
      }
    }
    return stocks;
  }

  private static BigDecimal mean(Map<String, BigDecimal> stocks) {
    BigDecimal sum = stocks.values().stream().reduce(ZERO, BigDecimal::add);
    return by(sum, BigDecimal.valueOf(stocks.size()));
  }

  private static BigDecimal spread(
      Map<String, BigDecimal> one, Map<String, BigDecimal> other, BigDecimal hectares) {
    BigDecimal sum = ZERO;
    for (String point : one.keySet()) {
      BigDecimal a = one.get(point).subtract(mean(one));
      sum = sum.add(a.multiply(other.get(point).subtract(mean(other))));
    }
    long count = one.size();
    return by(sum.multiply(hectares).multiply(hectares), BigDecimal.valueOf(count * (count - 1)));
  }

  private BigDecimal leakage() {
    BigDecimal imported = ZERO;
    BigDecimal displaced = ZERO;
    BigDecimal prior = ZERO;
    BigDecimal residues = ZERO;
    boolean anyImport = false;
    for (Stratum stratum : subject.strata()) {
      anyImport |= row(stratum.name(), "M_OA.MANURE", lastYear) != null;
      imported = imported.add(rowOrZero(stratum.name(), "M_OA.MANURE", lastYear));
      displaced = displaced.add(rowOrZero(stratum.name(), "LK_DISPLACED", lastYear));
      prior = prior.add(rowOrZero(stratum.name(), "LK_DISPLACED_PRIOR", lastYear));
      residues = residues.add(rowOrZero(stratum.name(), "LE_BR", lastYear));
    }
    prior = subject.earlier().displaced().map(Decimal::value).orElse(prior);
    BigDecimal amendments =
        by(imported.multiply(p("CC_OA.MANURE")).multiply(n("0.12")).multiply(n("44")), n("12"));
    if (anyImport) {
      keep("LE_OA", amendments);
    }
    boolean onlySlaughter = fell && moved.isEmpty();
    BigDecimal livestock =
        keep("LK_DISP", onlySlaughter ? ZERO : displaced.subtract(prior).max(ZERO));
    return amendments.add(livestock).add(residues);
  }

  private final TreeSet<String> moved = new TreeSet<>();
  private boolean fell;

  private void compareHerds(String animal, int year) {
    String symbol = "HEAD." + animal;
    BigDecimal now = ZERO;
    BigDecimal before = ZERO;
    boolean proven = true;
    for (Stratum stratum : subject.strata()) {
      BigDecimal here = rowOrZero(stratum.name(), symbol, year);
      BigDecimal was = baseline(stratum, symbol);
      now = now.add(here);
      before = before.add(was);
      if (here.compareTo(was) < 0) {
        proven &= rowOrZero(stratum.name(), "SLAUGHTERED", lastYear).signum() > 0;
      }
    }
    if (now.compareTo(before) < 0) {
      keep("HERD_CHANGE " + symbol + " " + year, now.subtract(before));
      fell = true;
      if (!proven) {
        moved.add(symbol + " " + year);
      }
    }
  }

  private void emissions() {
    for (int year = firstYear; year <= lastYear; year++) {
      for (String animal : List.of("SHEEP", "CATTLE", "HORSE")) {
        compareHerds(animal, year);
      }
      BigDecimal[] total = new BigDecimal[9];
      java.util.Arrays.fill(total, ZERO);
      BigDecimal share = by(days(year), n("365"));
      for (Stratum stratum : subject.strata()) {
        BigDecimal[] before = sources(stratum, 0);
        BigDecimal[] now = sources(stratum, year);
        for (int s = 0; s < total.length; s++) {
          boolean herd = s == 2 || s == 3 || s == 7;
          BigDecimal found = herd ? now[s].multiply(share) : now[s];
          total[s] = total[s].add(before[s].multiply(share)).subtract(found);
        }
      }
      String[] names = {
        "D_FF",
        "D_LIME",
        "D_CH4_ENT",
        "D_CH4_MD",
        "D_CH4_BB",
        "D_N2O_BB",
        "D_N2O_FERT",
        "D_N2O_MD",
        "D_N2O_NFIX"
      };
      List<BigDecimal> ofYear = new ArrayList<>(List.of(total).subList(0, 6));
      ofYear.add(total[6].add(total[7]).add(total[8]));
      sources.put(year, ofYear);
      BigDecimal all = ZERO;
      for (int s = 0; s < total.length; s++) {
        keep(names[s] + " " + year, total[s]);
        all = all.add(total[s]);
      }
      keep("D_N2O_SOIL " + year, total[6].add(total[7]).add(total[8]));
      keep("SRC " + year, all);
    }
  }

  /** Of a stratum in a year; of its baseline when the year is 0. */
  private BigDecimal[] sources(Stratum stratum, int year) {
    String end = year == 0 ? "_BSL " + stratum.name() : "_WP " + stratum.name() + " " + year;
    BigDecimal ch4 = p("GWP_CH4");
    BigDecimal n2o = by(p("GWP_N2O").multiply(n("44")), n("28"));
    BigDecimal leach = p(stratum.choice("FRAC_LEACH").orElseThrow()).multiply(p("EF_N_LEACH"));
    BigDecimal direct = p(stratum.choice("EF_N_DIRECT").orElseThrow());
    BigDecimal[] e = new BigDecimal[9];
    e[0] =
        keep(
            "E_FF" + end,
            level(stratum, "FUEL.DIESEL", year)
                .multiply(p("EF_FUEL.DIESEL"))
                .add(level(stratum, "FUEL.PETROL", year).multiply(p("EF_FUEL.PETROL"))));
    BigDecimal carbon =
        level(stratum, "LIME.LIMESTONE", year)
            .multiply(n("0.12"))
            .add(level(stratum, "LIME.DOLOMITE", year).multiply(n("0.13")));
    e[1] = keep("E_LIME" + end, by(carbon.multiply(n("44")), n("12")));
    BigDecimal enteric = ZERO;
    BigDecimal manure = ZERO;
    BigDecimal nitrogen = ZERO;
    BigDecimal dung = ZERO;
    for (String animal : List.of("SHEEP", "CATTLE", "HORSE")) {
      boolean asBefore = year != 0 && moved.contains("HEAD." + animal + " " + year);
      BigDecimal head = level(stratum, "HEAD." + animal, asBefore ? 0 : year);
      BigDecimal live = by(p("WEIGHT." + animal).multiply(n("365")), n("1000"));
      BigDecimal solids = keep("VS." + animal, live.multiply(p("VS_RATE." + animal)));
      BigDecimal excreted = keep("NEX." + animal, live.multiply(p("N_RATE." + animal)));
      enteric = enteric.add(head.multiply(p("EF_ENTERIC." + animal)));
      manure = manure.add(head.multiply(solids).multiply(n("0.6")));
      BigDecimal f = keep("F." + animal + ".PASTURE" + end, head.multiply(excreted));
      nitrogen = nitrogen.add(f);
      dung = dung.add(f.multiply(p("EF_MANURE_N2O." + animal + ".PASTURE")));
    }
    e[2] = keep("CH4_ENT" + end, by(enteric.multiply(ch4), n("1000")));
    e[3] = keep("CH4_MD" + end, by(manure.multiply(ch4), n("1000000")));
    BigDecimal burnt = level(stratum, "M_BURNT.GRASS", year).multiply(n("0.77"));
    e[4] = keep("CH4_BB" + end, by(burnt.multiply(n("2.3")).multiply(ch4), n("1000000")));
    e[5] = keep("N2O_BB" + end, by(burnt.multiply(n("0.21")).multiply(n("265")), n("1000000")));
    BigDecimal sn = keep("F_SN" + end, level(stratum, "M_SF.UREA", year).multiply(n("0.46")));
    BigDecimal on = keep("F_ON" + end, level(stratum, "M_OF.MANURE", year).multiply(n("0.007")));
    BigDecimal gas = sn.multiply(p("FRAC_GASF")).add(on.multiply(p("FRAC_GASM")));
    e[6] =
        keep("N2O_FERT_DIR" + end, sn.add(on).multiply(direct).multiply(n2o))
            .add(keep("N2O_FERT_VOLAT" + end, gas.multiply(p("EF_N_VOLAT")).multiply(n2o)))
            .add(keep("N2O_FERT_LEACH" + end, sn.add(on).multiply(leach).multiply(n2o)));
    BigDecimal kgN2o = by(n2o, n("1000"));
    e[7] =
        keep("N2O_MD_DIR" + end, dung.multiply(kgN2o))
            .add(
                keep(
                    "N2O_MD_VOLAT" + end,
                    nitrogen.multiply(p("FRAC_GASM")).multiply(p("EF_N_VOLAT")).multiply(kgN2o)))
            .add(keep("N2O_MD_LEACH" + end, nitrogen.multiply(leach).multiply(kgN2o)));
    BigDecimal fixed =
        keep("F_CR" + end, level(stratum, "M_NFIX.ALFALFA", year).multiply(n("0.027")));
    e[8] = keep("N2O_NFIX" + end, fixed.multiply(direct).multiply(n2o));
    return e;
  }

  private BigDecimal level(Stratum stratum, String symbol, int year) {
    return year == 0 ? baseline(stratum, symbol) : rowOrZero(stratum.name(), symbol, year);
  }

  /** What is not expected of a worksheet: figures of zero whose lines it may leave out. */
  static List<String> missing(Map<String, BigDecimal> expected, List<String> found) {
    List<String> missing = new ArrayList<>();
    expected.forEach(
        (symbol, value) -> {
          if (!found.contains(symbol) && value.signum() != 0 && !isOfHead(symbol)) {
            missing.add(symbol);
          }
        });
    return missing;
  }

  /** What a head yields stands on a worksheet only when there are heads. */
  private static boolean isOfHead(String symbol) {
    return symbol.startsWith("VS.") || symbol.startsWith("NEX.");
  }
}
