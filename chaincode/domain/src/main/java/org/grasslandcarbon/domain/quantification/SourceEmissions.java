// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.quantification.Quantification.Input;

/**
 * The emissions of each source (VM0042 equations 6 to 32), of one stratum in one scenario at a
 * time. A source without data has no lines.
 */
final class SourceEmissions {
  private final Workings workings;
  private final Map<String, Input> yearly = new HashMap<>();

  SourceEmissions(Workings workings) {
    this.workings = workings;
  }

  /** Where the levels of activity come from, and how the lines are named. */
  private record Place(Stratum stratum, String suffix, Function<String, Optional<Input>> level) {}

  /**
   * The lines of a stratum by source.
   *
   * @param stratum the stratum
   * @param suffix of the symbols, e.g. {@code _WP S1 2024}
   * @param level the level of a datum, if there is one
   */
  Map<Source, List<Input>> of(
      Stratum stratum, String suffix, Function<String, Optional<Input>> level) {
    Place place = new Place(stratum, suffix, level);
    Map<Source, List<Input>> lines = new EnumMap<>(Source.class);
    lines.put(Source.FUEL, fuel(place));
    lines.put(Source.LIME, lime(place));
    lines.put(Source.ENTERIC, enteric(place));
    lines.put(Source.MANURE_CH4, manureMethane(place));
    lines.put(
        Source.BURNING_CH4,
        burning(
            place,
            StockChangeEquations.BURNING_CH4,
            "CH4_BB",
            StockChangeParameters.EF_BURN_CH4,
            StockChangeParameters.GWP_CH4));
    lines.put(
        Source.BURNING_N2O,
        burning(
            place,
            StockChangeEquations.BURNING_N2O,
            "N2O_BB",
            StockChangeParameters.EF_BURN_N2O,
            StockChangeParameters.GWP_N2O));
    lines.put(Source.FERTILISER, fertiliser(place));
    lines.put(Source.MANURE_N2O, manureNitrogen(place));
    lines.put(Source.FIXING, fixing(place));
    return lines;
  }

  private List<Input> fuel(Place place) {
    Terms terms = products(place, StockChangeData.FUEL, StockChangeParameters.EF_FUEL);
    return terms.isEmpty()
        ? List.of()
        : List.of(
            workings.line(
                StockChangeEquations.FUEL, "E_FF" + place.suffix, terms, List.of(), List.of()));
  }

  private List<Input> lime(Place place) {
    Terms terms = products(place, StockChangeData.LIME, StockChangeParameters.EF_LIME);
    return terms.isEmpty()
        ? List.of()
        : List.of(
            workings.line(
                StockChangeEquations.LIME,
                "E_LIME" + place.suffix,
                terms,
                List.of(Constants.CO2),
                List.of(Constants.CARBON)));
  }

  private List<Input> enteric(Place place) {
    Terms terms = products(place, StockChangeData.HEAD, StockChangeParameters.EF_ENTERIC);
    return terms.isEmpty()
        ? List.of()
        : List.of(
            workings.line(
                StockChangeEquations.ENTERIC,
                "CH4_ENT" + place.suffix,
                terms,
                List.of(parameter(StockChangeParameters.GWP_CH4)),
                List.of(Constants.KG_PER_TONNE)));
  }

  private List<Input> manureMethane(Place place) {
    Terms terms = new Terms();
    for (String animal : animals()) {
      place
          .level
          .apply(StockChangeData.HEAD + "." + animal)
          .ifPresent(
              head -> {
                Input solids = volatileSolids(animal);
                for (Parameter share : systems(animal)) {
                  String system = Parameters.member(share.name());
                  terms.addProduct(
                      head,
                      solids,
                      parameter(share.name()),
                      parameter(StockChangeParameters.EF_MANURE_CH4 + "." + system));
                }
              });
    }
    return terms.isEmpty()
        ? List.of()
        : List.of(
            workings.line(
                StockChangeEquations.MANURE_CH4,
                "CH4_MD" + place.suffix,
                terms,
                List.of(parameter(StockChangeParameters.GWP_CH4)),
                List.of(Constants.G_PER_TONNE)));
  }

  private List<Input> burning(
      Place place, Equation equation, String symbol, String factors, String gwp) {
    Terms terms = products(place, StockChangeData.M_BURNT, factors, StockChangeParameters.CF);
    return terms.isEmpty()
        ? List.of()
        : List.of(
            workings.line(
                equation,
                symbol + place.suffix,
                terms,
                List.of(parameter(gwp)),
                List.of(Constants.G_PER_TONNE)));
  }

  /** Gross nitrogen throughout: what volatilises is not taken off before equation 18. */
  private List<Input> fertiliser(Place place) {
    Optional<Input> synthetic =
        nitrogen(
            place,
            StockChangeEquations.SYNTHETIC_N,
            "F_SN",
            products(place, StockChangeData.M_SF, StockChangeParameters.NC_SF));
    Optional<Input> organic =
        nitrogen(
            place,
            StockChangeEquations.ORGANIC_N,
            "F_ON",
            products(place, StockChangeData.M_OF, StockChangeParameters.NC_OF));
    if (synthetic.isEmpty() && organic.isEmpty()) {
      return List.of();
    }
    Terms direct = new Terms();
    Terms volatilised = new Terms();
    Terms leached = new Terms();
    synthetic.ifPresent(
        each -> {
          direct.addProduct(each);
          volatilised.addProduct(each, parameter(StockChangeParameters.FRAC_GASF));
          leached.addProduct(each);
        });
    organic.ifPresent(
        each -> {
          direct.addProduct(each);
          volatilised.addProduct(each, parameter(StockChangeParameters.FRAC_GASM));
          leached.addProduct(each);
        });
    Input fraction = workings.chosen(place.stratum, StockChangeParameters.FRAC_LEACH);
    return List.of(
        workings.line(
            StockChangeEquations.FERTILISER_DIRECT,
            "N2O_FERT_DIR" + place.suffix,
            direct,
            dinitrogenOxide(directFactor(place)),
            List.of(Constants.NITROGEN)),
        workings.line(
            StockChangeEquations.FERTILISER_VOLATILE,
            "N2O_FERT_VOLAT" + place.suffix,
            volatilised,
            dinitrogenOxide(parameter(StockChangeParameters.EF_N_VOLAT)),
            List.of(Constants.NITROGEN)),
        workings.line(
            StockChangeEquations.FERTILISER_LEACHED,
            "N2O_FERT_LEACH" + place.suffix,
            leached,
            dinitrogenOxide(fraction, parameter(StockChangeParameters.EF_N_LEACH)),
            List.of(Constants.NITROGEN)));
  }

  private List<Input> fixing(Place place) {
    return nitrogen(
            place,
            StockChangeEquations.FIXED_N,
            "F_CR",
            products(place, StockChangeData.M_NFIX, StockChangeParameters.N_CONTENT))
        .map(
            fixed ->
                workings.line(
                    StockChangeEquations.FIXING,
                    "N2O_NFIX" + place.suffix,
                    Terms.of(List.of(fixed)),
                    dinitrogenOxide(directFactor(place)),
                    List.of(Constants.NITROGEN)))
        .map(List::of)
        .orElse(List.of());
  }

  /** F is in kg, so equations 30 and 31 are divided by 1000 as 26 is, though they print it not. */
  private List<Input> manureNitrogen(Place place) {
    Terms direct = new Terms();
    Terms all = new Terms();
    for (String animal : animals()) {
      place
          .level
          .apply(StockChangeData.HEAD + "." + animal)
          .ifPresent(
              head -> {
                Input excreted = excretion(animal);
                for (Parameter share : systems(animal)) {
                  String system = Parameters.member(share.name());
                  Input deposited = deposited(place, system, head, excreted, share);
                  all.addProduct(deposited);
                  direct.addProduct(
                      deposited, parameter(StockChangeParameters.EF_MANURE_N2O + "." + system));
                }
              });
    }
    if (all.isEmpty()) {
      return List.of();
    }
    List<Input> divisors = List.of(Constants.NITROGEN, Constants.KG_PER_TONNE);
    return List.of(
        workings.line(
            StockChangeEquations.MANURE_DIRECT,
            "N2O_MD_DIR" + place.suffix,
            direct,
            dinitrogenOxide(),
            divisors),
        workings.line(
            StockChangeEquations.MANURE_VOLATILE,
            "N2O_MD_VOLAT" + place.suffix,
            all,
            dinitrogenOxide(
                parameter(StockChangeParameters.FRAC_GASM),
                parameter(StockChangeParameters.EF_N_VOLAT)),
            divisors),
        workings.line(
            StockChangeEquations.MANURE_LEACHED,
            "N2O_MD_LEACH" + place.suffix,
            all,
            dinitrogenOxide(
                workings.chosen(place.stratum, StockChangeParameters.FRAC_LEACH),
                parameter(StockChangeParameters.EF_N_LEACH)),
            divisors));
  }

  /** The further factor MS of the text is 1: AWMS is the share already. */
  private Input deposited(Place place, String system, Input head, Input excreted, Parameter share) {
    Terms product = new Terms();
    product.addProduct(head, excreted, parameter(share.name()));
    return workings.line(
        StockChangeEquations.MANURE_N, "F." + system + place.suffix, product, List.of(), List.of());
  }

  private Input volatileSolids(String animal) {
    return ofHead(
        "VS." + animal,
        StockChangeEquations.VOLATILE_SOLIDS,
        StockChangeParameters.VS_RATE,
        animal);
  }

  private Input excretion(String animal) {
    return ofHead(
        "NEX." + animal, StockChangeEquations.EXCRETION, StockChangeParameters.N_RATE, animal);
  }

  /** What a head yields in a year: one line for the whole worksheet. */
  private Input ofHead(String symbol, Equation equation, String rate, String animal) {
    return yearly.computeIfAbsent(
        symbol,
        name -> {
          Terms product = new Terms();
          product.addProduct(
              parameter(rate + "." + animal),
              parameter(StockChangeParameters.WEIGHT + "." + animal));
          return workings.line(
              equation,
              name,
              product,
              List.of(Constants.DAYS_OF_YEAR),
              List.of(Constants.KG_PER_TONNE));
        });
  }

  private List<String> animals() {
    return workings.subject().parameters().group(StockChangeParameters.EF_ENTERIC).stream()
        .map(Parameter::name)
        .map(Parameters::member)
        .toList();
  }

  private List<Parameter> systems(String animal) {
    return workings.subject().parameters().group(StockChangeParameters.AWMS + "." + animal);
  }

  private Input directFactor(Place place) {
    return workings.chosen(place.stratum, StockChangeParameters.EF_N_DIRECT);
  }

  private Optional<Input> nitrogen(Place place, Equation equation, String symbol, Terms terms) {
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(workings.line(equation, symbol + place.suffix, terms, List.of(), List.of()));
  }

  /** The factors that make N2O out of nitrogen, and CO2e out of that. */
  private List<Input> dinitrogenOxide(Input... factors) {
    List<Input> all = new ArrayList<>(List.of(factors));
    all.add(parameter(StockChangeParameters.GWP_N2O));
    all.add(Constants.N2O);
    return all;
  }

  /** Each datum of a group times the parameters of the same member in other groups. */
  private Terms products(Place place, String data, String... groups) {
    Terms terms = new Terms();
    for (Parameter each : workings.subject().parameters().group(groups[0])) {
      String member = Parameters.member(each.name());
      place
          .level
          .apply(data + "." + member)
          .ifPresent(
              datum -> {
                Input[] factors = new Input[groups.length + 1];
                factors[0] = datum;
                for (int i = 0; i < groups.length; i++) {
                  factors[i + 1] = parameter(groups[i] + "." + member);
                }
                terms.addProduct(factors);
              });
    }
    return terms;
  }

  private Input parameter(String name) {
    return workings.parameter(name);
  }
}
