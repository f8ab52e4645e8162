// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
  @TempDir Path directory;

  @Test
  void a_directory_is_locked_once_until_it_is_let_go() throws Exception {
    DirectoryLock first = DirectoryLock.tryAcquire(directory).orElseThrow();
    assertThat(DirectoryLock.tryAcquire(directory)).isEmpty();
    first.close();
    DirectoryLock.tryAcquire(directory).orElseThrow().close();
  }

  @Test
  void another_process_is_kept_out_and_let_in_when_the_first_is_killed() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("locked");
      assertThat(DirectoryLock.tryAcquire(directory)).isEmpty();
    } finally {
      holder.destroyForcibly().waitFor();
    }
    DirectoryLock.tryAcquire(directory).orElseThrow().close();
  }

  /** Locks a directory until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      try (DirectoryLock lock = DirectoryLock.tryAcquire(Path.of(arguments[0])).orElseThrow()) {
        System.out.println("locked");
        Thread.currentThread().join();
        throw new IllegalStateException(lock.toString());
      }
    }
  }
}
