// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.util.List;
import org.grasslandcarbon.domain.value.Name;

/**
 * Looks for one kind of abnormal trading. A pure function of what was traded and of its settings,
 * so that the same question always has the same answer.
 */
interface Detector {
  /** What it is called in requests and cases, e.g. {@code WASH_RING}. */
  String name();

  /** Which kind of article 44 it looks for. */
  Clause clause();

  /** What people call it. */
  Name title();

  /** What it looks for, one sentence. */
  Name means();

  /** The numbers that it is given. */
  List<Setting> settings();

  /** What it finds, in any order. */
  List<Signal> find(Trading trading, Settings settings);

  /** What it finds, and of which instruments it has not looked at all there is. */
  default Findings look(Trading trading, Settings settings) {
    return new Findings(find(trading, settings), List.of());
  }

  /**
   * What a detector found.
   *
   * @param signals in any order
   * @param incomplete instruments of which it gave up looking, so that there may be more
   */
  record Findings(List<Signal> signals, List<String> incomplete) {}
}
