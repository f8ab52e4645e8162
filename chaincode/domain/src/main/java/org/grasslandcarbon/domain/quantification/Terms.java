// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.quantification.Quantification.Input;

/** The terms of a sum, with the inputs that they name. */
final class Terms {
  private final List<Input> inputs = new ArrayList<>();
  private Figure sum = Figure.ZERO;

  /** Terms that are inputs themselves. */
  static Terms of(List<Input> summands) {
    Terms terms = new Terms();
    summands.forEach(terms::addProduct);
    return terms;
  }

  /** Adds the product of some inputs as one term. */
  void addProduct(Input... factors) {
    Figure product = Figure.of(1);
    for (Input factor : factors) {
      inputs.add(factor);
      product = product.times(factor.value());
    }
    sum = sum.plus(product);
  }

  boolean isEmpty() {
    return inputs.isEmpty();
  }

  Figure sum() {
    return sum;
  }

  List<Input> inputs() {
    return inputs;
  }
}
