// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.methodology.Science;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.value.Decimal;

/** Versions that measure, beside those of the examples. */
public final class MeasuredVersions {
  private MeasuredVersions() {}

  /** The flagged example, under which a fixed depth and a light mass can be chosen as before. */
  public static PublishMethodology flaggedOfAnyReference() {
    PublishMethodology flagged = ExampleStockChange.flagged();
    List<Parameter> parameters = new ArrayList<>(flagged.science().parameters());
    ExampleStockChange.ipcc2006().science().byName().group("SOIL_REFERENCE").stream()
        .filter(each -> flagged.science().byName().find(each.name()).isEmpty())
        .forEach(parameters::add);
    return with(flagged, parameters);
  }

  /** The version of {@link SampledProject} with a further reference mass. */
  public static PublishMethodology offering(String reference, String mass) {
    PublishMethodology version = SampledProject.version();
    List<Parameter> parameters = new ArrayList<>(version.science().parameters());
    parameters.add(new Parameter(reference, "test", "Mg/ha", Decimal.of(mass)));
    return with(version, parameters);
  }

  /** A version with another value of a parameter. */
  public static PublishMethodology with(PublishMethodology version, String name, String value) {
    return with(
        version,
        version.science().parameters().stream()
            .map(
                each ->
                    each.name().equals(name)
                        ? new Parameter(name, each.source(), each.unit(), Decimal.of(value))
                        : each)
            .toList());
  }

  /** A version with other parameters. */
  public static PublishMethodology with(PublishMethodology version, List<Parameter> parameters) {
    Science science = version.science();
    return new PublishMethodology(
        version.algorithm(),
        version.document(),
        version.name(),
        new Science(
            science.gwpSet(),
            parameters,
            science.plausibility(),
            science.ranges(),
            science.uncertainty()),
        version.terms(),
        version.training(),
        version.validity(),
        version.version());
  }
}
