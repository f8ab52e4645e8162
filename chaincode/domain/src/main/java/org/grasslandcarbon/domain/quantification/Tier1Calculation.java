// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;
import org.grasslandcarbon.domain.quantification.Quantification.Vintage;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * One run of {@code GCS-TIER1}. Sums and products of what people enter are exact; each line divides
 * at most once, at its end.
 */
final class Tier1Calculation {
  private static final int DECIMALS_OF_A_GRAM = 6;
  private static final String CO2E = "t CO2e";

  private static final BigDecimal TONNES_MOST = BigDecimal.valueOf(Tonnes.MAXIMUM);
  private static final Figure HUNDRED = Figure.of(100);

  private final Subject subject;
  private final Worksheet sheet = new Worksheet();
  private final Optional<DateRange> transition;
  private final Map<String, Decimal> data = new TreeMap<>();
  private final Map<String, String> units = new TreeMap<>();
  private final List<Soil> soils = new ArrayList<>();
  private final List<Input> entericBaseline = new ArrayList<>();
  private final List<Input> fertiliserBaseline = new ArrayList<>();
  private final List<Input> fuelBaseline = new ArrayList<>();

  Tier1Calculation(Tier1 algorithm, Subject subject) {
    this.subject = subject;
    algorithm.data(subject.parameters()).forEach(type -> units.put(type.symbol(), type.unit()));
    int years = subject.parameters().the(Tier1.TRANSITION_YEARS).value().value().intValueExact();
    DateRange whole =
        new DateRange(subject.startDate(), subject.startDate().plusYears(years).minusDays(1));
    transition = subject.period().intersection(whole);
    subject.data().forEach(row -> data.put(row.toString(), row.value()));
  }

  /** The stocks of a stratum before and after the change. */
  private record Soil(Stratum stratum, Input baseline, Input project) {}

  Quantification run() {
    for (Stratum stratum : subject.strata()) {
      soils.add(new Soil(stratum, stock(stratum, Tier1.BASELINE), stock(stratum, Tier1.PROJECT)));
      String where = "_BSL " + stratum.name();
      Function<String, Optional<Input>> level =
          symbol ->
              stratum
                  .baseline(symbol)
                  .map(value -> entered(Origin.DESIGN, symbol, stratum.name(), value));
      enteric(where, level).ifPresent(entericBaseline::add);
      fertiliser(where, level).ifPresent(fertiliserBaseline::add);
      fuel(where, level).ifPresent(fuelBaseline::add);
    }
    List<Vintage> vintages = new ArrayList<>();
    DateRange period = subject.period();
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      DateRange days = period.inYear(year).orElseThrow();
      vintages.add(new Vintage(days, net(year, days), year));
    }
    return new Quantification(Tier1.ID, sheet.lines(), vintages);
  }

  private Input stock(Stratum stratum, String scenario) {
    List<Input> inputs =
        List.of(
            chosen(stratum, Tier1.SOC_REF),
            chosen(stratum, Tier1.F_LU + scenario),
            chosen(stratum, Tier1.F_MG + scenario),
            chosen(stratum, Tier1.F_I + scenario));
    Figure value = inputs.stream().map(Input::value).reduce(Figure.of(1), Figure::times);
    return line(Tier1Equations.SOC, "SOC" + scenario + " " + stratum.name(), value, inputs);
  }

  private Input chosen(Stratum stratum, String symbol) {
    return parameter(
        stratum.choice(symbol).orElseThrow(() -> new IllegalStateException(symbol + " is open")));
  }

  private Input parameter(String name) {
    Parameter parameter = subject.parameters().the(name);
    return Input.of(Origin.PARAMETER, name, parameter.unit(), Figure.of(parameter.value()));
  }

  private Input entered(Origin origin, String symbol, String where, Decimal value) {
    return Input.of(origin, symbol + " " + where, units.get(symbol), Figure.of(value));
  }

  private Input line(Equation equation, String symbol, Figure value, List<Input> inputs) {
    return sheet.add(equation.id(), symbol, equation.unit(), value, inputs);
  }

  private Optional<Input> enteric(String where, Function<String, Optional<Input>> level) {
    List<Input> inputs = new ArrayList<>();
    Figure kilograms = products(Tier1.EF_ENTERIC, Tier1.HEAD, level, inputs);
    if (inputs.isEmpty()) {
      return Optional.empty();
    }
    Input gwp = parameter(Tier1.GWP_CH4);
    inputs.add(0, gwp);
    inputs.add(Constants.KG_PER_TONNE);
    Figure value = gwp.value().times(kilograms).dividedBy(Constants.KG_PER_TONNE.value());
    return Optional.of(line(Tier1Equations.ENTERIC, "E_ENTERIC" + where, value, inputs));
  }

  private Optional<Input> fuel(String where, Function<String, Optional<Input>> level) {
    List<Input> inputs = new ArrayList<>();
    Figure value = products(Tier1.EF_FUEL, Tier1.FUEL, level, inputs);
    return inputs.isEmpty()
        ? Optional.empty()
        : Optional.of(line(Tier1Equations.FUEL, "E_FUEL" + where, value, inputs));
  }

  /** The sum of each datum of a group times the factor of the same member. */
  private Figure products(
      String factors, String data, Function<String, Optional<Input>> level, List<Input> inputs) {
    Figure sum = Figure.ZERO;
    for (Parameter each : subject.parameters().group(factors)) {
      Optional<Input> datum = level.apply(data + "." + Parameters.member(each.name()));
      if (datum.isPresent()) {
        Input factor = parameter(each.name());
        inputs.add(datum.get());
        inputs.add(factor);
        sum = sum.plus(datum.get().value().times(factor.value()));
      }
    }
    return sum;
  }

  private Optional<Input> fertiliser(String where, Function<String, Optional<Input>> level) {
    List<Input> inputs = new ArrayList<>();
    level.apply(Tier1.N_SYNTHETIC).ifPresent(inputs::add);
    level.apply(Tier1.N_ORGANIC).ifPresent(inputs::add);
    if (inputs.isEmpty()) {
      return Optional.empty();
    }
    Input factor = parameter(Tier1.EF_N_DIRECT);
    Input gwp = parameter(Tier1.GWP_N2O);
    Figure value =
        sum(inputs)
            .times(factor.value())
            .times(gwp.value())
            .times(Constants.N2O.value())
            .dividedBy(Constants.NITROGEN.value());
    inputs.addAll(List.of(factor, gwp, Constants.N2O, Constants.NITROGEN));
    return Optional.of(line(Tier1Equations.FERTILISER, "E_N2O" + where, value, inputs));
  }

  private Decimal net(int year, DateRange days) {
    List<Input> entericProject = new ArrayList<>();
    List<Input> fertiliserProject = new ArrayList<>();
    List<Input> fuelProject = new ArrayList<>();
    for (Stratum stratum : subject.strata()) {
      String where = "_WP " + stratum.name() + " " + year;
      Function<String, Optional<Input>> level = symbol -> monitored(stratum, symbol, year);
      enteric(where, level).ifPresent(entericProject::add);
      fertiliser(where, level).ifPresent(fertiliserProject::add);
      fuel(where, level).ifPresent(fuelProject::add);
    }
    Input counted = Input.of(Origin.PERIOD, "DAYS " + year, "d", Figure.of(days.daysOf365()));
    Input soil = soil(year, days);
    List<Input> terms = new ArrayList<>();
    if (!entericBaseline.isEmpty() || !entericProject.isEmpty()) {
      terms.add(entericNet(year, counted, entericProject));
    }
    if (!fertiliserBaseline.isEmpty() || !fertiliserProject.isEmpty()) {
      terms.add(
          flowNet(
              Tier1Equations.FERTILISER_NET,
              "D_N2O " + year,
              counted,
              fertiliserBaseline,
              fertiliserProject));
    }
    if (!fuelBaseline.isEmpty() || !fuelProject.isEmpty()) {
      terms.add(
          flowNet(Tier1Equations.FUEL_NET, "D_FUEL " + year, counted, fuelBaseline, fuelProject));
    }
    atMost(terms, year, counted);
    terms.add(0, soil);
    Figure net =
        new Figure(sum(terms).value().setScale(DECIMALS_OF_A_GRAM, RoundingMode.HALF_EVEN));
    line(Tier1Equations.NET, "NET " + year, net, terms);
    if (net.value().abs().compareTo(TONNES_MOST) > 0) {
      throw new RegistryException(
          ErrorCode.DATA_OUT_OF_RANGE,
          zh("按数据计算，%2$s 年为 %1$s 吨二氧化碳当量").en("the data yield %s t CO2e for %s", net, year));
    }
    return new Decimal(net.value());
  }

  /** Puts what is credited in the place of what is avoided, where the version has a cap. */
  private void atMost(List<Input> avoided, int year, Input days) {
    Optional<AvoidedCap> cap = AvoidedCap.of(subject);
    if (cap.isEmpty() || avoided.isEmpty()) {
      return;
    }
    List<Input> inputs = new ArrayList<>(avoided);
    inputs.addAll(cap.get().inputs(days));
    Input most =
        line(Tier1Equations.MOST, "D_MOST " + year, cap.get().atMost(avoided, days), inputs);
    avoided.clear();
    avoided.add(most);
  }

  private Optional<Input> monitored(Stratum stratum, String symbol, int year) {
    return Optional.ofNullable(data.get(Datum.label(symbol, stratum.name(), year)))
        .map(value -> entered(Origin.MONITORING, symbol, stratum.name() + " " + year, value));
  }

  private Input soil(int year, DateRange days) {
    int inTransition = transition.flatMap(days::intersection).map(DateRange::daysOf365).orElse(0);
    Input counted =
        Input.of(Origin.PERIOD, "DAYS_TRANSITION " + year, "d", Figure.of(inTransition));
    Input years = parameter(Tier1.TRANSITION_YEARS);
    List<Input> changes = new ArrayList<>();
    for (Soil soil : soils) {
      Input area = monitored(soil.stratum, Tier1.MANAGED_AREA, year).orElseThrow();
      Figure value =
          soil.project
              .value()
              .minus(soil.baseline.value())
              .times(area.value())
              .times(counted.value())
              .times(Constants.CO2.value())
              .dividedBy(
                  years
                      .value()
                      .times(Constants.DAYS_OF_YEAR.value())
                      .times(Constants.CARBON.value()));
      changes.add(
          line(
              Tier1Equations.SOIL,
              "D_SOC " + soil.stratum.name() + " " + year,
              value,
              List.of(
                  soil.project,
                  soil.baseline,
                  area,
                  counted,
                  Constants.CO2,
                  years,
                  Constants.DAYS_OF_YEAR,
                  Constants.CARBON)));
    }
    Input sum = line(Tier1Equations.SOIL_SUM, "D_SOIL " + year, sum(changes), changes);
    return lessUncertainty(year, sum);
  }

  /** J as in VM0042 equations 44 and 45: the deduction makes a gain smaller and a loss larger. */
  private Input lessUncertainty(int year, Input soil) {
    Decimal uncertainty = subject.parameters().the(Tier1.UNCERTAINTY_SOC).value();
    Input deduction =
        Input.of(
            Origin.PARAMETER,
            "DEDUCTION at " + Tier1.UNCERTAINTY_SOC + " " + uncertainty,
            "%",
            Figure.of(subject.uncertainty().deduction(uncertainty).orElseThrow()));
    Figure kept =
        soil.value().isNegative()
            ? HUNDRED.plus(deduction.value())
            : HUNDRED.minus(deduction.value());
    return line(
        Tier1Equations.SOIL_NET,
        "D_SOIL_NET " + year,
        soil.value().times(kept).dividedBy(HUNDRED),
        List.of(soil, deduction));
  }

  private Input entericNet(int year, Input days, List<Input> project) {
    List<Input> inputs = new ArrayList<>(entericBaseline);
    inputs.addAll(project);
    inputs.add(days);
    inputs.add(Constants.DAYS_OF_YEAR);
    Figure avoided = sum(entericBaseline).minus(sum(project)).times(days.value());
    if (!avoided.isNegative()) {
      Input share = parameter(Tier1.HERD_DECREASE_SHARE);
      inputs.add(share);
      avoided = avoided.times(share.value());
    }
    return line(
        Tier1Equations.ENTERIC_NET,
        "D_ENTERIC " + year,
        avoided.dividedBy(Constants.DAYS_OF_YEAR.value()),
        inputs);
  }

  private Input flowNet(
      Equation equation, String symbol, Input days, List<Input> baseline, List<Input> project) {
    List<Input> inputs = new ArrayList<>(baseline);
    inputs.add(days);
    inputs.add(Constants.DAYS_OF_YEAR);
    inputs.addAll(project);
    Figure expected = sum(baseline).times(days.value()).dividedBy(Constants.DAYS_OF_YEAR.value());
    return line(equation, symbol, expected.minus(sum(project)), inputs);
  }

  private static Figure sum(List<Input> inputs) {
    return inputs.stream().map(Input::value).reduce(Figure.ZERO, Figure::plus);
  }
}
