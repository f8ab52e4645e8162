// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Plays fault scenarios on a network that is up; see {@code network/conformance/faults}, which
 * brings one up for it.
 */
public final class Faults {
  private static final int WRONG_USE = 2;

  /** What an idle machine with two processors carries easily, beside the twelve nodes. */
  private static final int PER_SECOND = 30;

  private Faults() {}

  /**
   * Takes {@code --list}, {@code --short}, names of scenarios, or nothing for all.
   *
   * <p>Reads {@code GRASSLAND_NETWORK_SCRIPTS} (the directory {@code network/fabric}), {@code
   * GRASSLAND_NETWORK_DATA} and {@code GRASSLAND_NETWORK_PORTS}; and {@code
   * GRASSLAND_FAULTS_PER_SECOND}, how many instructions the load sends a second.
   */
  public static void main(String[] args) throws InterruptedException {
    List<String> wanted = List.of(args);
    if (wanted.equals(List.of("--list"))) {
      Scenarios.all().forEach(each -> System.out.printf("%-28s %s%n", each.name(), each.about()));
      return;
    }
    List<Scenario> scenarios = chosen(wanted);
    if (scenarios.isEmpty()) {
      System.err.println("没有这样的场景；名称见 --list。 No such scenario: --list names them.");
      System.exit(WRONG_USE);
    }
    System.exit(play(network(), scenarios) ? 0 : 1);
  }

  private static List<Scenario> chosen(List<String> wanted) {
    if (wanted.isEmpty()) {
      return Scenarios.all();
    }
    if (wanted.equals(List.of("--short"))) {
      return Scenarios.all().stream().filter(Scenario::quick).toList();
    }
    List<Scenario> named =
        Scenarios.all().stream().filter(each -> wanted.contains(each.name())).toList();
    return named.size() == wanted.size() ? named : List.of();
  }

  private static Network network() {
    return new Network(
        Path.of(System.getenv("GRASSLAND_NETWORK_SCRIPTS")),
        Path.of(System.getenv("GRASSLAND_NETWORK_DATA")),
        Integer.parseInt(System.getenv("GRASSLAND_NETWORK_PORTS")));
  }

  private static int perSecond() {
    String given = System.getenv("GRASSLAND_FAULTS_PER_SECOND");
    return given == null ? PER_SECOND : Integer.parseInt(given);
  }

  private static boolean play(Network network, List<Scenario> scenarios)
      throws InterruptedException {
    Trial trial = new Trial(network, perSecond());
    Map<Ended, Integer> counts = new EnumMap<>(Ended.class);
    for (Scenario scenario : scenarios) {
      System.out.printf("%n== %s: %s%n", scenario.name(), scenario.about());
      long start = System.nanoTime();
      Ended ended = play(trial, scenario);
      System.out.printf(Locale.ROOT, "   %s, %.0f s%n", ended, (System.nanoTime() - start) / 1e9);
      counts.merge(ended, 1, Integer::sum);
    }
    System.out.printf("%n%d scenarios: %s%n", scenarios.size(), counts);
    return !counts.containsKey(Ended.VIOLATED);
  }

  /** How a scenario ended. */
  private enum Ended {
    HELD,
    VIOLATED,
    SKIPPED
  }

  private static Ended play(Trial trial, Scenario scenario) throws InterruptedException {
    try {
      return trial.play(scenario, Faults::say) ? Ended.HELD : Ended.VIOLATED;
    } catch (Skipped e) {
      say(e.getMessage());
      return Ended.SKIPPED;
    }
  }

  private static void say(String line) {
    System.out.println("   " + line);
  }
}
