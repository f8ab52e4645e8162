// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.duty.Duties;
import org.grasslandcarbon.views.duty.Duty;
import org.grasslandcarbon.views.refusal.GatewayCode;

/** The nouns and actions by which what waits is asked for. */
final class DutyNames {
  private static final Set<String> KINDS = all(duty -> duty.view().noun());
  private static final Set<String> ACTIONS = all(duty -> duty.action().name());

  private DutyNames() {}

  private static Set<String> all(Function<Duty, String> name) {
    return Duties.ALL.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Refuses a noun of which nothing ever waits.
   *
   * @throws RequestException {@code BAD_REQUEST}
   */
  static void requireKind(String asked) {
    requireOneOf("kind", asked, KINDS);
  }

  /**
   * Refuses an action for which nothing ever waits.
   *
   * @throws RequestException {@code BAD_REQUEST}
   */
  static void requireAction(String asked) {
    requireOneOf("action", asked, ACTIONS);
  }

  /** What is misspelt must not look as if nothing waited. */
  private static void requireOneOf(String name, String asked, Set<String> known) {
    if (!known.contains(asked)) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST, zh("须为下列之一：%s").en("is one of %s", known).at(name));
    }
  }
}
