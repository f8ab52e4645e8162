// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.plausibility.Evidence.Depth;
import org.grasslandcarbon.domain.plausibility.Flag.Value;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.SoilReference;
import org.grasslandcarbon.domain.quantification.Stratum;

/**
 * How deep samplings by mass went: the density of fine soil that follows, and the depth at which
 * the reference mass ends. Nothing is said of a sampling whose depth nobody knows.
 */
final class DepthFlags {
  /** A hectare of soil, 1 cm deep and of 1 g/cm3, Mg. */
  private static final Figure CENTIMETRE = Figure.of(100);

  /** Of 0.8 to 1.7 g/cm3, for which the example version offers masses of 30 cm. */
  private static final Figure MIDDLE = new Figure(new BigDecimal("1.25"));

  private static final String CM = "cm";
  private static final String DENSITY_UNIT = "g/cm3";
  private static final String MASS_UNIT = "Mg/ha";

  private final Evidence evidence;
  private final Masses masses;
  private final Raised raised;
  private final Map<Place, Figure> depths = new HashMap<>();

  DepthFlags(Evidence evidence, Masses masses, Raised raised) {
    this.evidence = evidence;
    this.masses = masses;
    this.raised = raised;
    for (Depth each : evidence.depths()) {
      depths.put(new Place(each.stratum(), each.sampling()), Figure.of(each.centimetres()));
    }
  }

  /** What was sampled. */
  private record Place(String stratum, SampleId sampling) {
    @Override
    public String toString() {
      return stratum + " " + sampling;
    }
  }

  /** A sampling whose depth is known, with the mean mass of all layers of its points. */
  private record Cores(Figure depth, Figure mass, Place place) {
    Figure density() {
      return mass.dividedBy(depth.times(CENTIMETRE));
    }

    Value depthValue() {
      return new Value("DEPTH " + place, CM, depth);
    }

    Value massValue() {
      return new Value("MASS_MEAN " + place, MASS_UNIT, mass);
    }

    Value densityValue() {
      return new Value("DENSITY " + place, DENSITY_UNIT, density());
    }
  }

  void raise() {
    for (Stratum stratum : evidence.subject().strata()) {
      for (Scenario scenario : Scenario.values()) {
        Optional<Cores> first = cores(stratum, scenario, SampleId.FIRST);
        Optional<Cores> second = cores(stratum, scenario, SampleId.SECOND);
        Stream.of(first, second).flatMap(Optional::stream).forEach(each -> density(stratum, each));
        if (first.isPresent() && second.isPresent()) {
          two(stratum, scenario, first.get(), second.get());
        }
        if (scenario == Scenario.WP) {
          first.or(() -> second).ifPresent(each -> reference(stratum, each));
        }
      }
    }
  }

  private Optional<Cores> cores(Stratum stratum, Scenario scenario, int round) {
    Place place = new Place(stratum.name(), SampleId.of(scenario, round));
    List<Figure> points = List.copyOf(masses.points(place.stratum, place.sampling).values());
    return points.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(depths.get(place))
            .map(depth -> new Cores(depth, new Series(points).mean(), place));
  }

  private static Optional<String> name(Stratum stratum) {
    return Optional.of(stratum.name());
  }

  private void density(Stratum stratum, Cores cores) {
    raised.measured(
        FlagCode.DENSITY_IMPLAUSIBLE,
        name(stratum),
        "DENSITY_FROM_MIDDLE " + cores.place,
        Ratio.size(cores.density().minus(MIDDLE)),
        cores.densityValue(),
        cores.massValue(),
        cores.depthValue());
  }

  private void two(Stratum stratum, Scenario scenario, Cores first, Cores second) {
    if (!first.depth.equals(second.depth)) {
      raised.seen(
          FlagCode.SCHEME_CHANGED,
          name(stratum),
          Figure.ZERO,
          first.depthValue(),
          second.depthValue());
    }
    raised.measured(
        FlagCode.DENSITY_CHANGED,
        name(stratum),
        "CHANGE OF DENSITY " + stratum.name() + " " + scenario,
        Ratio.percent(Ratio.size(second.density().minus(first.density())), first.density()),
        first.densityValue(),
        second.densityValue());
  }

  /** Every point reaches the reference, else nothing was computed: no mass is zero. */
  private void reference(Stratum stratum, Cores cores) {
    SoilReference.mass(stratum, evidence.subject().parameters())
        .ifPresent(
            reference ->
                raised.measured(
                    FlagCode.REFERENCE_SHALLOW,
                    name(stratum),
                    "REFERENCE_DEPTH " + stratum.name(),
                    reference.times(cores.depth).dividedBy(cores.mass),
                    new Value("SOIL_REFERENCE " + stratum.name(), MASS_UNIT, reference),
                    cores.densityValue(),
                    cores.massValue(),
                    cores.depthValue()));
  }
}
