// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * What acting together is worth before anybody has begun (china-rules E16): joint minus the sum of
 * separate, at three prices. It computes from what was typed and nothing else; with 34 digits, each
 * sum of money rounded once, half to even, to a whole fen. Sums and differences are those of the
 * rounded numbers, so that whoever adds up what is shown comes to the same.
 *
 * @param added the least and the most of what acting together adds, of the three prices
 * @param annuity of how many yearly flows at once a flow of all years is worth, six digits
 * @param formulas how each number is computed, and from what
 * @param inputs what was typed
 * @param prices the low, the middle and the high price, in this order
 */
public record ValueEstimate(
    Range added, Figure annuity, List<Formula> formulas, ValueInputs inputs, List<AtPrice> prices) {

  private static final int DIGITS = 6;

  private static final Figure HUNDRED = Figure.of(100);

  private static final Figure WHOLE = Figure.of(1_000);

  /** How each number comes about; the first name is the member that it explains. */
  private static final List<Formula> FORMULAS =
      List.of(
          new Formula(
              "tonnes",
              "years * (areaHectares * tonnesPerHectare); joint: years * (sum + extraTonnes)",
              List.of("years", "areaHectares", "tonnesPerHectare", "joint.extraTonnes")),
          new Formula("revenueFen", "tonnes * price", List.of("tonnes", "prices")),
          new Formula(
              "feesFen", "revenueFen * feePerMille / 1000", List.of("revenueFen", "feePerMille")),
          new Formula(
              "compensationFen",
              "years * (areaHectares * compensationFenPerHectare)",
              List.of("years", "areaHectares", "compensationFenPerHectare")),
          new Formula(
              "costFen",
              "years * (areaHectares * managementFenPerHectare + monitoringFen) + startFen",
              List.of(
                  "years", "areaHectares", "managementFenPerHectare", "monitoringFen", "startFen")),
          new Formula(
              "annuity",
              "sum over t = 1..years of (1 + discountPercent / 100)^-t",
              List.of("years", "discountPercent")),
          new Formula(
              "npvFen",
              "annuity * (revenueFen + compensationFen - feesFen - (costFen - startFen)) / years"
                  + " - startFen",
              List.of(
                  "annuity",
                  "revenueFen",
                  "compensationFen",
                  "feesFen",
                  "costFen",
                  "startFen",
                  "years")),
          new Formula("separate", "sum of alone", List.of("alone")),
          new Formula("added", "joint - separate", List.of("joint", "separate")));

  /** Which of the three prices. */
  public enum Price {
    /** The lowest that is thought of. */
    LOW,
    /** The likely one. */
    MIDDLE,
    /** The highest. */
    HIGH
  }

  /**
   * How a number is computed.
   *
   * @param member which number
   * @param formula from what, in words that a spreadsheet follows
   * @param from the inputs and numbers in it
   */
  public record Formula(String member, String formula, List<String> from) {
    public Formula {
      from = List.copyOf(from);
    }
  }

  /**
   * A range.
   *
   * @param leastNpvFen the least, fen
   * @param mostNpvFen the most, fen
   */
  public record Range(Figure leastNpvFen, Figure mostNpvFen) {}

  /**
   * At one price.
   *
   * @param added what acting together adds
   * @param alone each region by itself, in the order of the inputs
   * @param joint all together
   * @param price which price
   * @param priceFen fen a tonne
   * @param separate the sum of the regions by themselves
   */
  public record AtPrice(
      Sums added, List<Sums> alone, Sums joint, Price price, Fen priceFen, Sums separate) {
    public AtPrice {
      alone = List.copyOf(alone);
    }
  }

  /**
   * Over all years, undiscounted but for the last.
   *
   * @param compensationFen what the state pays
   * @param costFen land, measuring and what is paid once
   * @param feesFen certifying and selling
   * @param npvFen the net present value
   * @param region whose, where it is one region's
   * @param revenueFen what buyers pay
   * @param tonnes CO2e, six digits after the point
   */
  public record Sums(
      Figure compensationFen,
      Figure costFen,
      Figure feesFen,
      Figure npvFen,
      Optional<RegionCode> region,
      Figure revenueFen,
      Figure tonnes) {

    private Sums plus(Sums other) {
      return new Sums(
          compensationFen.plus(other.compensationFen),
          costFen.plus(other.costFen),
          feesFen.plus(other.feesFen),
          npvFen.plus(other.npvFen),
          Optional.empty(),
          revenueFen.plus(other.revenueFen),
          tonnes.plus(other.tonnes));
    }

    private Sums minus(Sums other) {
      return new Sums(
          compensationFen.minus(other.compensationFen),
          costFen.minus(other.costFen),
          feesFen.minus(other.feesFen),
          npvFen.minus(other.npvFen),
          Optional.empty(),
          revenueFen.minus(other.revenueFen),
          tonnes.minus(other.tonnes));
    }
  }

  /**
   * What a year brings and costs before anything is sold.
   *
   * @param tonnes CO2e
   * @param compensation fen
   * @param cost fen
   * @param feePerMille of the proceeds
   * @param start fen, once
   * @param region whose, where it is one region's
   */
  private record Year(
      Figure tonnes,
      Figure compensation,
      Figure cost,
      Figure feePerMille,
      Figure start,
      Optional<RegionCode> region) {

    static Year of(ValueInputs.Place place) {
      return new Year(
          tonnes(place),
          compensation(place),
          management(place).plus(of(place.monitoringFen())),
          Figure.of(place.feePerMille()),
          of(place.startFen()),
          Optional.of(place.region()));
    }

    static Year of(ValueInputs inputs) {
      ValueInputs.Joint joint = inputs.joint();
      Figure tonnes = joint.extraTonnes().map(Figure::of).orElse(Figure.ZERO);
      Figure compensation = Figure.ZERO;
      Figure cost = of(joint.monitoringFen());
      for (ValueInputs.Place place : inputs.regions()) {
        tonnes = tonnes.plus(tonnes(place));
        compensation = compensation.plus(compensation(place));
        cost = cost.plus(management(place));
      }
      return new Year(
          tonnes,
          compensation,
          cost,
          Figure.of(joint.feePerMille()),
          of(joint.startFen()),
          Optional.empty());
    }

    private static Figure tonnes(ValueInputs.Place place) {
      return Figure.of(place.areaHectares()).times(Figure.of(place.tonnesPerHectare()));
    }

    private static Figure compensation(ValueInputs.Place place) {
      return Figure.of(place.areaHectares()).times(of(place.compensationFenPerHectare()));
    }

    private static Figure management(ValueInputs.Place place) {
      return Figure.of(place.areaHectares()).times(of(place.managementFenPerHectare()));
    }

    private static Figure of(Fen fen) {
      return Figure.of(fen.value());
    }

    Sums at(Fen price, Figure years, Figure annuity) {
      Figure revenue = tonnes.times(of(price));
      Figure fees = revenue.times(feePerMille).dividedBy(WHOLE);
      Figure net = revenue.plus(compensation).minus(fees).minus(cost);
      return new Sums(
          fen(compensation.times(years)),
          fen(cost.times(years).plus(start)),
          fen(fees.times(years)),
          fen(net.times(annuity).minus(start)),
          region,
          fen(revenue.times(years)),
          rounded(tonnes.times(years), DIGITS));
    }
  }

  public ValueEstimate {
    formulas = List.copyOf(formulas);
    prices = List.copyOf(prices);
  }

  /** Computes it. */
  public static ValueEstimate of(ValueInputs inputs) {
    Figure years = Figure.of(inputs.years());
    Figure annuity = annuity(inputs);
    List<AtPrice> prices = new ArrayList<>();
    for (Price price : Price.values()) {
      Fen fen = fen(inputs.prices(), price);
      List<Sums> alone =
          inputs.regions().stream().map(each -> Year.of(each).at(fen, years, annuity)).toList();
      Sums separate = alone.stream().reduce(Sums::plus).orElseThrow();
      Sums joint = Year.of(inputs).at(fen, years, annuity);
      prices.add(new AtPrice(joint.minus(separate), alone, joint, price, fen, separate));
    }
    List<Figure> added = prices.stream().map(each -> each.added().npvFen()).toList();
    return new ValueEstimate(
        new Range(
            added.stream().reduce(Figure::min).orElseThrow(),
            added.stream().reduce(Figure::max).orElseThrow()),
        rounded(annuity, DIGITS),
        FORMULAS,
        inputs,
        prices);
  }

  private static Figure annuity(ValueInputs inputs) {
    Figure growth = Figure.of(1).plus(Figure.of(inputs.discountPercent()).dividedBy(HUNDRED));
    Figure factor = Figure.of(1);
    Figure sum = Figure.ZERO;
    for (int year = 1; year <= inputs.years(); year++) {
      factor = factor.dividedBy(growth);
      sum = sum.plus(factor);
    }
    return sum;
  }

  private static Fen fen(ValueInputs.Prices prices, Price price) {
    return switch (price) {
      case LOW -> prices.low();
      case MIDDLE -> prices.middle();
      case HIGH -> prices.high();
    };
  }

  private static Figure fen(Figure exact) {
    return rounded(exact, 0);
  }

  private static Figure rounded(Figure exact, int digits) {
    return new Figure(exact.value().setScale(digits, RoundingMode.HALF_EVEN));
  }
}
