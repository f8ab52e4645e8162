// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@link FullDisk} on a file system of its own, which a process may mount that has a name space of
 * its own. Where the system does not permit that, there is nothing to be filled.
 */
class FullDiskTest {
  private static final String MOUNTED = "mount -t tmpfs -o size=64m tmpfs \"$0\" && exec \"$@\"";

  @TempDir Path directory;

  private ProcessBuilder onSmallDisk(String... command) {
    List<String> all =
        new ArrayList<>(
            List.of("unshare", "--mount", "--map-root-user", "sh", "-c", MOUNTED, directory + ""));
    all.addAll(List.of(command));
    return new ProcessBuilder(all).redirectErrorStream(true);
  }

  private boolean canMount() throws InterruptedException {
    try {
      return onSmallDisk("true").start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  @Test
  void a_full_disk_refuses_instructions_lets_reads_go_on_and_recovers_by_itself() throws Exception {
    assumeTrue(canMount(), "no file system can be mounted here");
    Path output = Files.createTempFile("full-disk", ".log");
    Process process =
        onSmallDisk(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                directory.toString())
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(() -> said(output)).isZero();
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  private static String said(Path output) {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
