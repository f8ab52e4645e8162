// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.wiring;

import org.grasslandcarbon.gateway.commit.GroupCommitter;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the committer with the application and ends it after the web server has let its last
 * request go, so that what was accepted while stopping is still in order in the inbox.
 */
final class CommitterLifecycle implements SmartLifecycle {
  /** Below the web server's, which are near the greatest number: starts before, stops after. */
  private static final int PHASE = 1_000;

  private final GroupCommitter committer;

  CommitterLifecycle(GroupCommitter committer) {
    this.committer = committer;
  }

  @Override
  public void start() {
    committer.start();
  }

  @Override
  public void stop() {
    committer.close();
  }

  @Override
  public boolean isRunning() {
    return committer.isRunning();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
