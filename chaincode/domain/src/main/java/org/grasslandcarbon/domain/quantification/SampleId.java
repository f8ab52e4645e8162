// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a measurement was taken on: {@code WP-1-P07-L2} is the second layer at point P07 of the
 * project's land in the first sampling. Point and layer are left out of what holds for the whole
 * sampling, as the diameter of the probe.
 *
 * @param layer counted from the surface, from 1
 * @param point its name; the same point keeps its name when it is sampled again
 * @param round 1 at the beginning of the verification period, 2 at its end
 * @param scenario the project's land, or its control site
 */
public record SampleId(
    Optional<Integer> layer, Optional<String> point, int round, Scenario scenario) {
  private static final Pattern FORM =
      Pattern.compile("(WP|BSL)-([12])(?:-(P[A-Z0-9]{1,8}))?(?:-L([1-9]))?");

  /** The first sampling. */
  public static final int FIRST = 1;

  /** The second sampling. */
  public static final int SECOND = 2;

  /** The sample that a text names, if it names one. */
  public static Optional<SampleId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new SampleId(
                Optional.ofNullable(matcher.group(4)).map(Integer::valueOf),
                Optional.ofNullable(matcher.group(3)),
                Integer.parseInt(matcher.group(2)),
                Scenario.valueOf(matcher.group(1))))
        : Optional.empty();
  }

  /** A whole sampling. */
  public static SampleId of(Scenario scenario, int round) {
    return new SampleId(Optional.empty(), Optional.empty(), round, scenario);
  }

  SampleId atPoint(String name) {
    return new SampleId(layer, Optional.of(name), round, scenario);
  }

  SampleId atLayer(int number) {
    return new SampleId(Optional.of(number), point, round, scenario);
  }

  /** The same of the whole sampling. */
  public SampleId ofAllPoints() {
    return new SampleId(layer, Optional.empty(), round, scenario);
  }

  /** The same of all layers. */
  public SampleId ofAllLayers() {
    return new SampleId(Optional.empty(), point, round, scenario);
  }

  /** Point and layer alone, as a sampling names them whatever its round. */
  String inSampling() {
    return point.map(name -> "-" + name).orElse("") + layer.map(number -> "-L" + number).orElse("");
  }

  @Override
  public String toString() {
    return scenario + "-" + round + inSampling();
  }
}
