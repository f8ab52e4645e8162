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
}
