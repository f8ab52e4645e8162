// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What happens when a peer's disk is full. */
final class DiskFaults {
  private static final Office OFFICE = Office.INNER_MONGOLIA;
  private static final Duration GOES_ON = Duration.ofSeconds(180);

  /** What the peer can still write when the scenario begins. */
  private static final long LEFT_BYTES = 2 << 20;

  private static final int COPY_BYTES = 64 << 10;

  private DiskFaults() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "disk-full",
            "a peer's disk is full: the peer ends, the other offices go on; with room again it"
                + " catches up",
            false,
            DiskFaults::fill));
  }

  private static void fill(Network network, Load load) throws InterruptedException {
    SmallDisk.mustBePermitted();
    network.stop(OFFICE, Node.PEER);
    try (SmallDisk disk = SmallDisk.under(network.home(OFFICE).resolve("peer"))) {
      try {
        fillAndMakeRoom(network, load);
      } finally {
        network.stop(OFFICE, Node.PEER);
      }
      disk.moveBack();
    }
    network.start(OFFICE, Node.PEER);
  }

  private static void fillAndMakeRoom(Network network, Load load) throws InterruptedException {
    Path filler = network.home(OFFICE).resolve("peer/filler");
    fill(filler);
    network.start(OFFICE, Node.PEER);
    Waiting.until(
        "the peer finds no room for a block", GOES_ON, () -> !network.runs(OFFICE, Node.PEER));
    for (Office other : OFFICE.others()) {
      load.awaitOutcomes(other, 20, GOES_ON);
    }
    delete(filler);
    network.start(OFFICE, Node.PEER);
    load.awaitOutcomes(OFFICE, 20, GOES_ON);
  }

  /** Leaves little room. */
  private static void fill(Path filler) {
    byte[] zeros = new byte[COPY_BYTES];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (Files.getFileStore(filler).getUsableSpace() > LEFT_BYTES) {
        out.write(zeros);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
