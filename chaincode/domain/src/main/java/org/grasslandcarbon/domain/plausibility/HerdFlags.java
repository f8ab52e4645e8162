// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.plausibility.Flag.Value;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;

/** The herds of the whole project: reported, recorded with the balance of grass, and designed. */
final class HerdFlags {
  private static final String HEAD = "HEAD.";
  private static final String PRIOR_LEAKAGE = "LK_DISPLACED_PRIOR";
  private static final String SLAUGHTERED = "SLAUGHTERED";

  /** A version that computes manure publishes factors of this group. */
  private static final String MANURE = "EF_MANURE_CH4";

  private final Evidence evidence;
  private final Raised raised;
  private final DateRange period;
  private final SortedMap<String, Figure> designed = new TreeMap<>();
  private final SortedMap<Integer, SortedMap<String, Figure>> reported = new TreeMap<>();

  HerdFlags(Evidence evidence, Raised raised) {
    this.evidence = evidence;
    this.raised = raised;
    period = evidence.subject().period();
    for (Stratum stratum : evidence.subject().strata()) {
      for (Stratum.Level level : stratum.baseline()) {
        if (level.symbol().startsWith(HEAD)) {
          designed.merge(species(level.symbol()), Figure.of(level.value()), Figure::plus);
        }
      }
    }
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      reported.put(year, new TreeMap<>());
    }
    for (Datum row : evidence.subject().data()) {
      if (row.symbol().startsWith(HEAD) && reported.containsKey(row.year())) {
        reported.get(row.year()).merge(species(row.symbol()), Figure.of(row.value()), Figure::plus);
      }
    }
  }

  private static String species(String symbol) {
    return symbol.substring(HEAD.length());
  }

  void raise() {
    for (int year : reported.keySet()) {
      designed.keySet().forEach(species -> againstDesign(species, year));
      if (evidence.stocking().containsKey(year)) {
        againstRecord(year);
      }
    }
    withoutRecord();
    evidence.subject().data().forEach(this::stated);
    manure();
  }

  private Figure reported(String species, int year) {
    return reported.get(year).getOrDefault(species, Figure.ZERO);
  }

  private static Value heads(String of, String species, int when, Figure value) {
    return new Value(of + " " + species + " " + when, "head", value);
  }

  private void againstDesign(String species, int year) {
    Figure before = designed.get(species);
    Figure now = reported(species, year);
    if (Ratio.isAboveZero(before)) {
      raised.measured(
          FlagCode.HERD_BELOW_BASELINE,
          Optional.empty(),
          "HERD_SHARE " + species + " " + year,
          Ratio.percent(now, before),
          heads("REPORTED", species, year, now),
          new Value("BASELINE " + species, "head", before));
    }
  }

  private void againstRecord(int year) {
    SortedMap<String, Integer> recorded = evidence.stocking().get(year);
    SortedSet<String> all = new TreeSet<>(recorded.keySet());
    all.addAll(reported.get(year).keySet());
    for (String species : all) {
      Figure now = reported(species, year);
      Figure counted = Figure.of(recorded.getOrDefault(species, 0));
      raised.measured(
          FlagCode.HERD_UNLIKE_STOCKING,
          Optional.empty(),
          "HERD_DIFFERENCE " + species + " " + year,
          Ratio.percent(Ratio.size(now.minus(counted)), now.max(counted)),
          heads("REPORTED", species, year, now),
          heads("RECORDED", species, year, counted));
    }
  }

  private void withoutRecord() {
    SortedSet<Integer> missing = new TreeSet<>(reported.keySet());
    missing.removeAll(evidence.stocking().keySet());
    if (!missing.isEmpty()) {
      raised.seen(
          FlagCode.NO_STOCKING_RECORD,
          Optional.empty(),
          Figure.of(missing.size()),
          new Value("YEARS_WITHOUT", "yr", Figure.of(missing.size())),
          new Value("FIRST_YEAR_WITHOUT", "yr", Figure.of(missing.first())));
    }
  }

  private void stated(Datum row) {
    Figure value = Figure.of(row.value());
    if (!Ratio.isAboveZero(value)) {
      return;
    }
    Value figure = new Value(row.symbol() + " " + row.stratum(), row.unit(), value);
    if (row.symbol().equals(PRIOR_LEAKAGE)) {
      raised.seen(FlagCode.PRIOR_LEAKAGE_STATED, Optional.of(row.stratum()), value, figure);
    } else if (row.symbol().equals(SLAUGHTERED)) {
      raised.seen(FlagCode.SLAUGHTER_STATED, Optional.of(row.stratum()), value, figure);
    }
  }

  private void manure() {
    if (!evidence.subject().parameters().group(MANURE).isEmpty()) {
      return;
    }
    Figure before = sum(designed);
    Figure most = Figure.ZERO;
    for (SortedMap<String, Figure> ofYear : reported.values()) {
      most = most.max(sum(ofYear));
    }
    if (Ratio.isAboveZero(before.max(most))) {
      raised.seen(
          FlagCode.MANURE_MISSING,
          Optional.empty(),
          most,
          new Value("HEADS_BSL", "head", before),
          new Value("HEADS_WP_MOST", "head", most));
    }
  }

  private static Figure sum(SortedMap<String, Figure> heads) {
    return heads.values().stream().reduce(Figure.ZERO, Figure::plus);
  }
}
