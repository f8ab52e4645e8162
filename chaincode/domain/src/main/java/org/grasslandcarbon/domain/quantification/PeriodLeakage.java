// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;

/**
 * What the project causes elsewhere in the whole period (VM0042 equations 33 and 36, and what CDM
 * TOOL16 yields for residues). All of it is counted: the text's leave to ignore less than 5 percent
 * is not used.
 */
final class PeriodLeakage {
  private final Workings workings;
  private final List<Input> parts = new ArrayList<>();

  PeriodLeakage(Workings workings, Herds herds) {
    this.workings = workings;
    amendments();
    displacement(herds);
    parts.addAll(stated(StockChangeData.LE_BR));
  }

  /** The lines that make it up; none when there is no leakage. */
  List<Input> parts() {
    return List.copyOf(parts);
  }

  private void amendments() {
    Terms terms = new Terms();
    for (Parameter content : workings.subject().parameters().group(StockChangeParameters.CC_OA)) {
      String symbol = StockChangeData.M_OA + "." + Parameters.member(content.name());
      for (Input mass : stated(symbol)) {
        terms.addProduct(mass, workings.parameter(content.name()));
      }
    }
    if (!terms.isEmpty()) {
      parts.add(
          workings.line(
              StockChangeEquations.AMENDMENTS,
              "LE_OA",
              terms,
              List.of(workings.parameter(StockChangeParameters.OA_REMAINING), Constants.CO2),
              List.of(Constants.CARBON)));
    }
  }

  private void displacement(Herds herds) {
    List<Input> displaced = stated(StockChangeData.LK_DISPLACED);
    List<Input> prior = prior();
    if (herds.areDisplaced() && displaced.isEmpty()) {
      throw new RegistryException(
          ErrorCode.STRATA_MISMATCH,
          zh("缺少 %s：畜群减少，且未证明已出栏屠宰")
              .en(
                  "%s is missing: a herd has fallen and is not shown to have been slaughtered",
                  StockChangeData.LK_DISPLACED));
    }
    if (displaced.isEmpty() && prior.isEmpty()) {
      return;
    }
    List<Input> inputs = new ArrayList<>(displaced);
    inputs.addAll(prior);
    Figure more = Terms.of(displaced).sum().minus(Terms.of(prior).sum()).max(Figure.ZERO);
    Figure value = herds.areSlaughtered() ? Figure.ZERO : more;
    parts.add(
        workings.line(StockChangeEquations.DISPLACEMENT, Quantification.DISPLACED, value, inputs));
  }

  /** What was counted before: what verified reports bore, where the version takes it from them. */
  private List<Input> prior() {
    return workings
        .subject()
        .earlier()
        .displaced()
        .map(
            borne ->
                borne.value().signum() == 0
                    ? List.<Input>of()
                    : List.of(
                        Input.of(
                            Origin.EARLIER,
                            StockChangeData.LK_DISPLACED_PRIOR,
                            "t CO2e",
                            Figure.of(borne))))
        .orElseGet(() -> stated(StockChangeData.LK_DISPLACED_PRIOR));
  }

  private List<Input> stated(String symbol) {
    return workings.subject().strata().stream()
        .map(stratum -> workings.ofPeriod(stratum, symbol))
        .flatMap(Optional::stream)
        .toList();
  }
}
