// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.quantification.Quantification.Input;

/**
 * Which animals are counted (VM0042 equation 36). Animals that are no longer on the land may graze
 * elsewhere: when the project has fewer of a species than the baseline, all strata together, the
 * project is computed with the baseline's herd of it, unless the missing ones are shown to have
 * been slaughtered without a fall of production. A herd that only moves between strata has not
 * fallen.
 */
final class Herds {
  private final Workings workings;
  private final Set<String> displaced = new HashSet<>();
  private boolean hasFallen;

  Herds(Workings workings) {
    this.workings = workings;
    for (int year = workings.subject().period().from().getYear();
        year <= workings.subject().period().to().getYear();
        year++) {
      for (Parameter each :
          workings.subject().parameters().group(StockChangeParameters.EF_ENTERIC)) {
        compare(StockChangeData.HEAD + "." + Parameters.member(each.name()), year);
      }
    }
  }

  private void compare(String symbol, int year) {
    List<Input> inputs = new ArrayList<>();
    Figure change = Figure.ZERO;
    boolean slaughtered = true;
    for (Stratum stratum : workings.subject().strata()) {
      Optional<Input> before = workings.designed(stratum, symbol);
      Optional<Input> now = workings.monitored(stratum, symbol, year);
      now.ifPresent(inputs::add);
      before.ifPresent(inputs::add);
      Figure own = valueOf(now).minus(valueOf(before));
      change = change.plus(own);
      if (own.isNegative()) {
        Optional<Input> proof = workings.ofPeriod(stratum, StockChangeData.SLAUGHTERED);
        proof.ifPresent(inputs::add);
        slaughtered &= isYes(valueOf(proof), stratum);
      }
    }
    if (change.isNegative()) {
      workings.line(
          StockChangeEquations.HERD_CHANGE, "HERD_CHANGE " + symbol + " " + year, change, inputs);
      hasFallen = true;
      if (!slaughtered) {
        displaced.add(symbol + " " + year);
      }
    }
  }

  private static boolean isYes(Figure answer, Stratum stratum) {
    boolean isYes = answer.equals(Figure.of(1));
    if (!isYes && !answer.isZero()) {
      throw new RegistryException(
          ErrorCode.DATA_OUT_OF_RANGE,
          zh("分层 %2$s 的 %1$s 为 %3$s，应为 0 或 1")
              .en(
                  "%s of %s is %s, not 0 or 1",
                  StockChangeData.SLAUGHTERED, stratum.name(), answer));
    }
    return isYes;
  }

  private static Figure valueOf(Optional<Input> input) {
    return input.map(Input::value).orElse(Figure.ZERO);
  }

  /** Whether some animals may graze elsewhere now: what they displace must be accounted for. */
  boolean areDisplaced() {
    return !displaced.isEmpty();
  }

  /** Whether herds fell, and always by slaughter. */
  boolean areSlaughtered() {
    return hasFallen && displaced.isEmpty();
  }

  /** The level of a datum with which the project is computed. */
  Optional<Input> counted(Stratum stratum, String symbol, int year) {
    return displaced.contains(symbol + " " + year)
        ? workings.designed(stratum, symbol)
        : workings.monitored(stratum, symbol, year);
  }
}
