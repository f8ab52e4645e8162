// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;

/**
 * Carbon stocks of the points of a sampling (VM0042 equations 3 and 4), and their mean. Both
 * equations take soil from the surface down until the stratum's reference is reached: a mass per
 * hectare, or a depth. Within a measured layer carbon is taken to be spread evenly.
 */
final class SoilCarbon {
  private static final Input SQUARE =
      Input.of(Origin.CONSTANT, "m2 of a ha", "m2/ha", Figure.of(10_000));
  private static final Figure FOUR = Figure.of(4);
  private static final Input CM =
      Input.of(Origin.CONSTANT, "t/ha of 1 cm, g/cm3 and g/kg", "1", Figure.of(10));
  private static final int LAYERS_MOST = 9;

  private final Workings workings;
  private final SoilSamples samples;

  SoilCarbon(Workings workings, SoilSamples samples) {
    this.workings = workings;
    this.samples = samples;
  }

  /**
   * A sampling of a stratum.
   *
   * @param mean of the points
   * @param points their stocks by name
   */
  record Sampling(Input mean, SortedMap<String, Input> points) {
    Sampling {
      points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
    }
  }

  /** The stocks of all points of a sampling. */
  Sampling sampling(Stratum stratum, Scenario scenario, int round) {
    SampleId sampling = SampleId.of(scenario, round);
    SortedSet<String> names = samples.points(stratum, scenario, round);
    BigDecimal least =
        workings.subject().parameters().the(StockChangeParameters.POINTS_LEAST).value().value();
    if (BigDecimal.valueOf(names.size()).compareTo(least) < 0) {
      throw new RegistryException(
          ErrorCode.STRATA_MISMATCH,
          zh("分层 %1$s 的 %3$s 有 %2$s 个样点的土样，至少需要 %4$s 个")
              .en(
                  "%s has soil samples of %s points for %s, %s are needed",
                  stratum.name(), names.size(), sampling, least.toPlainString()));
    }
    SortedMap<String, Input> stocks = new TreeMap<>();
    names.forEach(name -> stocks.put(name, stock(stratum, sampling.atPoint(name))));
    Input mean =
        workings.line(
            StockChangeEquations.MEAN,
            "SOC_MEAN " + stratum.name() + " " + sampling,
            Terms.of(List.copyOf(stocks.values())),
            List.of(),
            List.of(Input.of(Origin.MONITORING, "N", "1", Figure.of(stocks.size()))));
    return new Sampling(mean, stocks);
  }

  private Input stock(Stratum stratum, SampleId point) {
    Input reference = workings.chosen(stratum, StockChangeParameters.SOIL_REFERENCE);
    boolean byMass = reference.unit().equals(StockChangeParameters.MASS_UNIT);
    Terms terms = new Terms();
    List<Input> inputs = new ArrayList<>();
    Figure sum = Figure.ZERO;
    Figure open = reference.value();
    for (int number = 1; number <= LAYERS_MOST; number++) {
      SampleId layer = point.atLayer(number);
      Optional<Input> carbon = samples.find(stratum, StockChangeData.OC, layer);
      if (carbon.isEmpty()) {
        break;
      }
      Layer found = byMass ? byMass(stratum, layer) : byDepth(stratum, layer);
      Figure taken = found.extent.value().min(open);
      open = open.minus(taken);
      sum = sum.plus(taken.times(carbon.get().value()).times(found.density));
      inputs.add(found.extent);
      inputs.add(carbon.get());
      inputs.addAll(found.further);
    }
    if (!open.isZero()) {
      throw new RegistryException(
          ErrorCode.DATA_OUT_OF_RANGE,
          zh("分层 %1$s 样品 %2$s 的土层较 %5$s 尚缺 %3$s %4$s")
              .en(
                  "the layers of %s, sample %s lack %s %s of %s",
                  stratum.name(), point, open, reference.unit(), reference.symbol()));
    }
    inputs.add(reference);
    Input divisor = byMass ? Constants.KG_PER_TONNE : CM;
    inputs.addAll(List.of(Constants.CO2, divisor, Constants.CARBON));
    Figure value =
        sum.times(Constants.CO2.value()).dividedBy(divisor.value().times(Constants.CARBON.value()));
    return workings.line(
        byMass ? StockChangeEquations.STOCK_BY_MASS : StockChangeEquations.STOCK_BY_DEPTH,
        "SOC " + stratum.name() + " " + point,
        value,
        inputs);
  }

  /**
   * A layer of soil.
   *
   * @param density what its carbon content is multiplied with besides what is taken of the extent
   * @param extent its mass or its thickness
   * @param further inputs besides extent and carbon content
   */
  private record Layer(Figure density, Input extent, List<Input> further) {}

  private Layer byMass(Stratum stratum, SampleId layer) {
    Input mass = samples.the(stratum, StockChangeData.SOIL_MASS, layer);
    Input diameter = samples.theNearest(stratum, StockChangeData.PROBE_DIAMETER, layer);
    Input cores = samples.theNearest(stratum, StockChangeData.CORES, layer);
    if (cores.value().value().scale() > 0) {
      throw new RegistryException(
          ErrorCode.DATA_OUT_OF_RANGE,
          zh("%s 为 %s：钻芯按个数计").en("%s is %s: cores are counted", cores.symbol(), cores.value()));
    }
    // The diameter is halved before it is squared, so four times the mass is divided once.
    Figure value =
        mass.value()
            .times(SQUARE.value())
            .times(FOUR)
            .dividedBy(
                Constants.PI
                    .value()
                    .times(diameter.value())
                    .times(diameter.value())
                    .times(cores.value()));
    Input extent =
        workings.line(
            StockChangeEquations.SOIL_MASS,
            "MASS " + stratum.name() + " " + layer,
            value,
            List.of(mass, SQUARE, Constants.PI, diameter, cores));
    return new Layer(Figure.of(1), extent, List.of());
  }

  private Layer byDepth(Stratum stratum, SampleId layer) {
    Input depth = samples.theNearest(stratum, StockChangeData.LAYER_DEPTH, layer);
    Input density = samples.the(stratum, StockChangeData.BULK_DENSITY, layer);
    Optional<Input> coarse = samples.findNearest(stratum, StockChangeData.COARSE_FRACTION, layer);
    List<Input> further = new ArrayList<>(List.of(density));
    coarse.ifPresent(further::add);
    Figure fine = Figure.of(1).minus(coarse.map(Input::value).orElse(Figure.ZERO));
    if (fine.isNegative()) {
      throw new RegistryException(
          ErrorCode.DATA_OUT_OF_RANGE,
          zh("%s 为 %s：比例不得大于 1")
              .en("%s is %s: a share is at most 1", coarse.get().symbol(), coarse.get().value()));
    }
    return new Layer(density.value().times(fine), depth, further);
  }
}
