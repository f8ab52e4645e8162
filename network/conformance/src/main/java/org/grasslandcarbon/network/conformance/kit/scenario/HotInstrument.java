// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.conformance.HeadlessGateway;
import org.grasslandcarbon.network.conformance.kit.Office;
import org.grasslandcarbon.network.conformance.kit.RegistryCalls;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.market.ManyTakers;

/**
 * Five hundred take from one instrument at once. Who is served is chance, and not in the
 * transcript; that all is as it must be is no chance.
 */
public final class HotInstrument implements Scenario {
  private static final int TAKERS = 500;

  @Override
  public String name() {
    return "hot-instrument";
  }

  @Override
  public String about() {
    return "500 take from one instrument at once, through one office's gateway, two and four.";
  }

  @Override
  public void play(Scene scene) throws IOException {
    Path inboxes = Files.createTempDirectory("grassland-rush");
    List<HeadlessGateway> gateways = new ArrayList<>();
    try {
      for (Office office : scene.target().offices()) {
        gateways.add(
            HeadlessGateway.over(
                office.channel(),
                new LedgerIdentity(office.mspId(), office.certificate(), office.privateKey()),
                inboxes.resolve(office.mspId())));
      }
      ManyTakers takers = new ManyTakers(gateways, new RegistryCalls(scene).examples(), TAKERS);
      for (int through : List.of(1, 2, 4)) {
        scene.title(TAKERS + " take at once, gateways: " + through);
        see(scene, takers.rush(through));
      }
    } finally {
      gateways.forEach(HeadlessGateway::close);
      delete(inboxes);
    }
  }

  private static void see(Scene scene, ManyTakers.Result result) {
    scene.see(
        "wanted %d t, listed %d t, sold %d t"
            .formatted(result.wanted(), result.listed(), result.sold()));
    scene.see("outcomes: " + result.outcomes().keySet());
    scene.see("not as it must be: " + result.violations().size());
    result.violations().forEach(scene::see);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
