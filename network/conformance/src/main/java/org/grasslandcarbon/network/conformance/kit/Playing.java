// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.util.List;

/** Plays scenarios on a target. */
public final class Playing {
  private Playing() {}

  /**
   * Plays a scenario.
   *
   * @return its transcript
   * @throws IllegalStateException when it could not be played to its end; the message has what was
   *     seen until then
   */
  public static List<String> play(Scenario scenario, Target target) {
    try (Scene scene = new Scene(target)) {
      try {
        scenario.play(scene);
      } catch (Exception e) {
        throw new IllegalStateException(
            scenario.name()
                + " broke off: "
                + Failure.of(e)
                + "\n"
                + String.join("\n", scene.lines()),
            e);
      }
      return scene.lines();
    }
  }
}
