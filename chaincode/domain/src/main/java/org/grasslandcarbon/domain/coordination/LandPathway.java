// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Fen;

/**
 * A way in which a change of land may bring credits or money, with what it asks for.
 *
 * @param conditions what it asks for
 * @param from what it is on the ledger or in print: an address below the API's root, or a document
 * @param id e.g. {@code GCS-T1 1.1} or {@code VM0042}
 * @param kind what it brings
 * @param nameEn in English
 * @param nameZh in Chinese
 * @param outcome what follows from its conditions
 * @param yearlyFen what it pays for all of the area in a year, where a rate is on the ledger
 * @param yearlyFrom from what that is computed
 */
public record LandPathway(
    List<Condition> conditions,
    String from,
    String id,
    Kind kind,
    String nameEn,
    String nameZh,
    Outcome outcome,
    Optional<Fen> yearlyFen,
    List<String> yearlyFrom) {

  /** What a way brings. */
  public enum Kind {
    /** Credits of this registry. */
    REGISTRY,
    /** Credits of another programme. */
    PROGRAMME,
    /** Compensation by the state. */
    COMPENSATION
  }

  /** What follows from conditions. */
  public enum Outcome {
    /** All are met. */
    OPEN,
    /** None is not met, and of some it is not known. */
    POSSIBLE,
    /** One is not met. */
    CLOSED
  }

  /** How a condition stands. */
  public enum State {
    /** It is met. */
    MET,
    /** It is not. */
    NOT_MET,
    /** The plan does not say. */
    NOT_SAID,
    /** Nobody has read what decides it. */
    NOT_READ
  }

  /**
   * A condition.
   *
   * @param en in English
   * @param id its name
   * @param source who asks for it: an address below the API's root, or a document
   * @param state how it stands
   * @param zh in Chinese
   */
  public record Condition(String en, String id, String source, State state, String zh) {}

  public LandPathway {
    conditions = List.copyOf(conditions);
    yearlyFrom = List.copyOf(yearlyFrom);
  }

  /** What follows from conditions. */
  static Outcome outcome(List<Condition> conditions) {
    if (conditions.stream().anyMatch(each -> each.state() == State.NOT_MET)) {
      return Outcome.CLOSED;
    }
    return conditions.stream().allMatch(each -> each.state() == State.MET)
        ? Outcome.OPEN
        : Outcome.POSSIBLE;
  }
}
