// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import org.grasslandcarbon.client.LocalFileException;
import org.grasslandcarbon.network.embedded.EmbeddedPeerException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;

/**
 * Says in one sentence, in Chinese and in English, why the one-JVM registry did not start, where
 * the gateway does not know it.
 */
final class StandaloneFailures implements FailureAnalyzer, Ordered {

  /** Before the gateway's own: what lies deeper in the chain of causes is the reason. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EmbeddedPeerException peer) {
        return sentence(peer.zh(), peer);
      }
      if (cause instanceof DataException data) {
        return sentence(data.zh(), data);
      }
      if (cause instanceof LocalFileException file) {
        return sentence(file.zh(), file);
      }
    }
    return null;
  }

  private static FailureAnalysis sentence(String zh, Throwable cause) {
    return new FailureAnalysis(zh + "\n" + cause.getMessage(), null, cause);
  }
}
