// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.audit;

import java.io.PrintStream;
import java.util.Optional;
import org.grasslandcarbon.audit.Audit;

/** A bar on a terminal; elsewhere a line each time so many blocks are done. */
final class AuditProgress implements Audit.Progress, AutoCloseable {
  private static final int WIDTH = 30;
  private static final int BLOCKS_A_LINE = 10_000;
  private static final long BETWEEN_NANOS = 200_000_000L;

  private final PrintStream err;
  private final boolean terminal;
  private long drawn = System.nanoTime();
  private boolean shown;

  AuditProgress(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void judged(long block, Optional<Long> newest) {
    if (!terminal) {
      if (block > 0 && block % BLOCKS_A_LINE == 0) {
        err.println("… " + block + newest.map(last -> " / " + last).orElse(""));
      }
      return;
    }
    long now = System.nanoTime();
    if (now - drawn < BETWEEN_NANOS) {
      return;
    }
    drawn = now;
    shown = true;
    err.print('\r' + bar(block, newest));
    err.flush();
  }

  private static String bar(long block, Optional<Long> newest) {
    if (newest.isEmpty() || newest.get() <= 0) {
      return "… " + block;
    }
    int full = (int) Math.min(WIDTH, block * WIDTH / newest.get());
    return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + block + " / " + newest.get();
  }

  @Override
  public void close() {
    if (shown) {
      err.print('\r' + " ".repeat(WIDTH + 50) + '\r');
      err.flush();
    }
  }
}
