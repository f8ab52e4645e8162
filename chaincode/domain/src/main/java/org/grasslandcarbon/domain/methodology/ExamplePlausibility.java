// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.grasslandcarbon.domain.plausibility.Severity.FINDING;
import static org.grasslandcarbon.domain.plausibility.Severity.NOTE;
import static org.grasslandcarbon.domain.plausibility.Severity.SEVERE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.plausibility.FlagCode;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Limit;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Rule;
import org.grasslandcarbon.domain.plausibility.Severity;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * What the example versions flag. Two rates of soil carbon are published; the other limits are
 * assumed, and say so: an authority that publishes a version puts its own in their place.
 */
final class ExamplePlausibility {
  private static final String DENG =
      "Deng et al. 2017, 145 sites of grazing exclusion in China: 0.68 t C/ha/yr in 0-30 cm are 2.49";
  private static final String NINGXIA =
      "steppe of Ningxia fenced off from 2000 to 2018, 2.2839 t C/ha/yr are 8.37: fastest case read";
  private static final String CONTROL =
      "VM0042 v2.2 asks for a stock that does not differ at 90 percent; the number is assumed";
  private static final String ESM = "VM0042 v2.2: equal soil mass is preferred";
  private static final String OFFERED =
      "assumed: 0.8 to 1.7 g/cm3, for which the version offers masses of 30 cm";
  private static final String LEAST_DEPTH = "VM0042 v2.2, least depth of 30 cm";
  private static final String ASSUMED = "assumed";
  private static final String OUTLINES =
      "assumed: several times what the outlines may be off, 0.02 degree and what 1:10m shows";
  private static final String BY_KIND = "no limit: it is told whenever it is so";

  private ExamplePlausibility() {}

  /** Of a version that measures. */
  static PlausibilityRules measured() {
    List<Rule> all = common();
    limit(all, FlagCode.SOIL_GAIN_EXTREME, "8.4", SEVERE, NINGXIA);
    limit(all, FlagCode.STOCK_JUMP, "120", SEVERE, ASSUMED);
    limit(all, FlagCode.WOODY_GAIN, "2", SEVERE, ASSUMED);
    limit(all, FlagCode.IDENTICAL_INCREMENTS, "1", SEVERE, ASSUMED);
    limit(all, FlagCode.LITTLE_SPREAD, "2", FINDING, ASSUMED);
    limit(all, FlagCode.REPEATED_POINTS, "50", SEVERE, ASSUMED);
    limit(all, FlagCode.OUTLIER, "3", FINDING, ASSUMED);
    limit(all, FlagCode.CARBON_LOW, "5", FINDING, ASSUMED);
    limit(all, FlagCode.CONTROL_DIFFERS, "20", SEVERE, CONTROL);
    kind(all, FlagCode.SCHEME_CHANGED, SEVERE, BY_KIND);
    kind(all, FlagCode.ANALYSES_DIFFER, SEVERE, BY_KIND);
    limit(all, FlagCode.DENSITY_CHANGED, "10", FINDING, ASSUMED);
    kind(all, FlagCode.FIXED_DEPTH, FINDING, ESM);
    limit(all, FlagCode.DENSITY_IMPLAUSIBLE, "0.45", FINDING, OFFERED);
    limit(all, FlagCode.REFERENCE_SHALLOW, "30", SEVERE, LEAST_DEPTH);
    kind(all, FlagCode.PRIOR_LEAKAGE_STATED, SEVERE, BY_KIND);
    kind(all, FlagCode.SLAUGHTER_STATED, FINDING, BY_KIND);
    return new PlausibilityRules(all);
  }

  /** Of Tier 1, which samples nothing and computes no manure. */
  static PlausibilityRules tier1() {
    List<Rule> all = common();
    kind(
        all,
        FlagCode.HIGH_INPUT_UNIMPROVED,
        SEVERE,
        "IPCC Tier 1: the factor is one of improved grassland; general knowledge, unverified");
    kind(all, FlagCode.MANURE_MISSING, NOTE, BY_KIND);
    kind(all, FlagCode.UNCERTAINTY_UNDEDUCTED, NOTE, BY_KIND);
    return new PlausibilityRules(all);
  }

  private static List<Rule> common() {
    List<Rule> all = new ArrayList<>();
    limit(all, FlagCode.SOIL_GAIN, "2.5", FINDING, DENG);
    limit(all, FlagCode.AVOIDED_EMISSIONS, "1", SEVERE, ASSUMED);
    kind(all, FlagCode.ACTIVITY_STOPPED, FINDING, BY_KIND);
    limit(all, FlagCode.ABOVE_EXPECTED, "120", FINDING, ASSUMED);
    limit(all, FlagCode.ABOVE_EARLIER, "150", FINDING, ASSUMED);
    limit(all, FlagCode.UNIT_SUSPECT, "40", SEVERE, ASSUMED);
    limit(all, FlagCode.HERD_BELOW_BASELINE, "80", FINDING, ASSUMED);
    limit(all, FlagCode.HERD_UNLIKE_STOCKING, "10", FINDING, ASSUMED);
    kind(all, FlagCode.NO_STOCKING_RECORD, NOTE, BY_KIND);
    limit(all, FlagCode.BEST_CASE_CHOICES, "75", FINDING, ASSUMED);
    limit(all, FlagCode.EXPECTED_RATE, "2.5", FINDING, DENG);
    limit(all, FlagCode.BASELINE_AT_TOP, "80", FINDING, ASSUMED);
    limit(all, FlagCode.OUTSIDE_REGION, "10", SEVERE, OUTLINES);
    return all;
  }

  private static void limit(
      List<Rule> all, FlagCode code, String value, Severity severity, String source) {
    Limit limit = new Limit(code.unit(), Decimal.of(value));
    all.add(new Rule(code, Optional.of(limit), severity, source));
  }

  private static void kind(List<Rule> all, FlagCode code, Severity severity, String source) {
    all.add(new Rule(code, Optional.empty(), severity, source));
  }
}
