// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Name;

/**
 * {@code GCS-SC}: soil carbon measured at the beginning and the end of a period on the project's
 * land and on its control sites, all sources of methane and nitrous oxide on grazed land, leakage,
 * and the deduction of measured uncertainty: VM0042 v2.2, quantification approach 2. The equations,
 * and how each point that the text leaves open is settled, are in {@code
 * docs/reference/methodologies.md}.
 */
final class StockChange implements Algorithm {
  static final String ID = "GCS-SC";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Name name() {
    return Name.of("草原碳库变化实测法", "Grassland stock change by measurement");
  }

  @Override
  public List<Equation> equations() {
    return StockChangeEquations.all();
  }

  @Override
  public Optional<Detail> problem(Parameters parameters, Uncertainty uncertainty) {
    return new StockChangeParameters(parameters).problem(uncertainty);
  }

  @Override
  public List<ChoiceType> choices() {
    return List.of(
        new ChoiceType(
            StockChangeParameters.SOIL_REFERENCE,
            Name.of("比较的土壤质量或深度", "Soil mass or depth that is compared"),
            StockChangeParameters.SOIL_REFERENCE),
        new ChoiceType(
            StockChangeParameters.EF_N_DIRECT,
            Name.of("氮素直接排放因子", "Direct N2O factor of the climate"),
            StockChangeParameters.EF_N_DIRECT),
        new ChoiceType(
            StockChangeParameters.FRAC_LEACH,
            Name.of("氮素淋溶比例", "Share of nitrogen leached in the climate"),
            StockChangeParameters.FRAC_LEACH));
  }

  @Override
  public List<DatumType> data(Parameters parameters) {
    return StockChangeData.types(parameters);
  }

  @Override
  public Quantification quantify(Subject subject) {
    return new StockChangeCalculation(subject, data(subject.parameters())).run();
  }
}
