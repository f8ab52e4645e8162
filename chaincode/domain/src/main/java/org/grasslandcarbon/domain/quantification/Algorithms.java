// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.List;
import java.util.Optional;

/** Every algorithm of the registry. */
public final class Algorithms {
  private static final List<Algorithm> ALL = List.of(new Tier1(), new StockChange());

  private Algorithms() {}

  /** All of them. */
  public static List<Algorithm> all() {
    return ALL;
  }

  /** The algorithm of an id, if there is one. */
  public static Optional<Algorithm> find(String id) {
    return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
