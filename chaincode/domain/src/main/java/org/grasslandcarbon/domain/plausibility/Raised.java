// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.plausibility.Flag.Value;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Limit;
import org.grasslandcarbon.domain.plausibility.PlausibilityRules.Rule;
import org.grasslandcarbon.domain.quantification.Figure;

/**
 * Flags as they are found: of each code and stratum the worst. There are never more than {@link
 * Flag#FLAGS_MOST}: where a code has been raised in so many strata that there would be, it is told
 * once, of the worst stratum, with the number of strata.
 */
final class Raised {
  private final Map<FlagCode, Rule> rules = new EnumMap<>(FlagCode.class);
  private final SortedMap<Group, Candidate> worst = new TreeMap<>();

  Raised(PlausibilityRules rules) {
    rules.rules().forEach(rule -> this.rules.put(rule.code(), rule));
  }

  /** What is flagged once. */
  private record Group(FlagCode code, Optional<String> stratum) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::code).thenComparing(group -> group.stratum.orElse(""));

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  /** A flag with how bad it is among those of its code. */
  private record Candidate(Flag flag, BigDecimal badness) {}

  /** Raises a code when what was measured passes its limit. */
  void measured(FlagCode code, Optional<String> stratum, String name, Figure value, Value... from) {
    Optional<Limit> limit = Optional.ofNullable(rules.get(code)).flatMap(Rule::limit);
    if (limit.isEmpty()) {
      return;
    }
    BigDecimal beyond = value.value().subtract(limit.get().value().value());
    boolean passes =
        switch (code.bound()) {
          case ABOVE -> beyond.signum() > 0;
          case AT_LEAST -> beyond.signum() >= 0;
          case BELOW -> beyond.signum() < 0;
          case NONE -> false;
        };
    if (passes) {
      List<Value> figures = new ArrayList<>();
      figures.add(new Value(name, code.unit(), value));
      figures.addAll(List.of(from));
      figures.add(new Value("LIMIT", code.unit(), Figure.of(limit.get().value())));
      add(code, stratum, beyond.abs(), figures);
    }
  }

  /** Raises a code that has no limit. */
  void seen(FlagCode code, Optional<String> stratum, Figure badness, Value... figures) {
    if (rules.containsKey(code)) {
      add(code, stratum, badness.value(), List.of(figures));
    }
  }

  private void add(
      FlagCode code, Optional<String> stratum, BigDecimal badness, List<Value> figures) {
    Candidate found =
        new Candidate(new Flag(code, figures, rules.get(code).severity(), stratum), badness);
    worst.merge(new Group(code, stratum), found, Raised::worse);
  }

  /** Of two that are as bad the first, so that the order of computation decides. */
  private static Candidate worse(Candidate first, Candidate second) {
    return second.badness.compareTo(first.badness) > 0 ? second : first;
  }

  /** All of them, in the order of codes and strata. */
  List<Flag> flags() {
    while (worst.size() > Flag.FLAGS_MOST) {
      tellOnce(mostRaised());
    }
    return worst.values().stream().map(Candidate::flag).toList();
  }

  private FlagCode mostRaised() {
    Map<FlagCode, Integer> counts = new EnumMap<>(FlagCode.class);
    worst.keySet().forEach(group -> counts.merge(group.code, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private void tellOnce(FlagCode code) {
    List<Candidate> all =
        worst.entrySet().stream()
            .filter(each -> each.getKey().code == code)
            .map(Map.Entry::getValue)
            .toList();
    Candidate kept = all.stream().reduce(Raised::worse).orElseThrow();
    List<Value> figures = new ArrayList<>(kept.flag.figures());
    figures.add(new Value("STRATA", "1", Figure.of(all.size())));
    worst.keySet().removeIf(group -> group.code == code);
    add(code, Optional.empty(), kept.badness, figures);
  }
}
