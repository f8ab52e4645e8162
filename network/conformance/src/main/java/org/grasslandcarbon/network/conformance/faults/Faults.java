// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Plays fault scenarios on a network that is up; see {@code network/conformance/faults}, which
 * brings one up for it.
 */
public final class Faults {
  private static final int WRONG_USE = 2;

  private Faults() {}

  /**
   * Takes {@code --list}, {@code --short}, names of scenarios, or nothing for all.
   *
   * <p>Reads {@code GRASSLAND_NETWORK_SCRIPTS} (the directory {@code network/fabric}), {@code
   * GRASSLAND_NETWORK_DATA} and {@code GRASSLAND_NETWORK_PORTS}.
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

  private static boolean play(Network network, List<Scenario> scenarios)
      throws InterruptedException {
    Trial trial = new Trial(network);
    int good = 0;
    for (Scenario scenario : scenarios) {
      System.out.printf("%n== %s: %s%n", scenario.name(), scenario.about());
      long start = System.nanoTime();
      boolean held = trial.play(scenario, line -> System.out.println("   " + line));
      System.out.printf(
          Locale.ROOT,
          "   %s, %.0f s%n",
          held ? "held" : "VIOLATED",
          (System.nanoTime() - start) / 1e9);
      good += held ? 1 : 0;
    }
    System.out.printf("%n%d of %d scenarios held%n", good, scenarios.size());
    return good == scenarios.size();
  }
}
