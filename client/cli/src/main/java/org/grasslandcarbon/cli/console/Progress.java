// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells a waiting person what is being waited for. Silent for two seconds; then a line that counts
 * seconds on a terminal, and one plain line elsewhere.
 */
public final class Progress {
  /** Shorter waits need no word. */
  private static final int SILENT_SECONDS = 2;

  private final PrintStream err;
  private final boolean terminal;

  /**
   * @param err where to; never standard output, which programs read
   * @param terminal whether a person looks at it
   */
  public Progress(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** Does something while telling what it is. */
  public <T> T during(String what, Supplier<T> work) {
    Ticker ticker = new Ticker(Text.printable(what));
    try {
      return work.get();
    } finally {
      ticker.stop();
    }
  }

  private final class Ticker {
    private final String what;
    private final ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    private int seconds = SILENT_SECONDS - 1;
    private boolean shown;
    private boolean stopped;

    private Ticker(String what) {
      this.what = what;
      clock.scheduleAtFixedRate(this::tick, SILENT_SECONDS, 1, TimeUnit.SECONDS);
    }

    private synchronized void tick() {
      seconds++;
      if (stopped) {
        return;
      }
      if (terminal) {
        err.print("\r… " + what + " (" + seconds + " s) ");
        err.flush();
      } else if (!shown) {
        err.println("… " + what);
      }
      shown = true;
    }

    private void stop() {
      clock.shutdownNow();
      synchronized (this) {
        stopped = true;
        if (shown && terminal) {
          err.print("\r" + " ".repeat(Width.of(what) + 14) + "\r");
          err.flush();
        }
      }
    }
  }
}
