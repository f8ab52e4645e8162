// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.plausibility.Severity;

/**
 * Nothing implausible is passed over in silence, neither in a design nor in a report: a certifier
 * answers each flag in public, and the office has read the severe ones.
 */
public final class FlagAnswers {
  private FlagAnswers() {}

  /**
   * Refuses a positive opinion that leaves a flag without a finding that names it.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code FLAG_NOT_ADDRESSED}
   */
  public static void require(Act act, List<Flag> flags, List<Finding> findings) {
    List<AnsweredFlag> open = new ArrayList<>(flags.stream().map(AnsweredFlag::of).toList());
    findings.forEach(finding -> finding.flag().ifPresent(open::remove));
    act.require(
        open.isEmpty(),
        ErrorCode.FLAG_NOT_ADDRESSED,
        zh("尚未回应的提示：%s").en("flags without an answer: %s", open));
  }

  /** The severe ones, which an office must read; nothing when there are none. */
  public static Optional<List<AnsweredFlag>> severe(List<Flag> flags) {
    List<AnsweredFlag> severe =
        flags.stream()
            .filter(flag -> flag.severity() == Severity.SEVERE)
            .map(AnsweredFlag::of)
            .toList();
    return severe.isEmpty() ? Optional.empty() : Optional.of(severe);
  }

  /**
   * Refuses an office that does not name every severe flag as read.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code FLAG_NOT_READ}
   */
  public static void requireRead(
      Act act, Optional<List<AnsweredFlag>> severe, Optional<List<AnsweredFlag>> read) {
    List<AnsweredFlag> unread = new ArrayList<>(severe.orElse(List.of()));
    unread.removeAll(read.orElse(List.of()));
    act.require(
        unread.isEmpty(),
        ErrorCode.FLAG_NOT_READ,
        zh("未列为已阅的严重提示：%s").en("severe flags that are not named as read: %s", unread));
  }
}
