// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import org.grasslandcarbon.gateway.GatewayApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the whole product in one JVM. */
public final class StandaloneApplication {
  private StandaloneApplication() {}

  /** Starts it; settings as for the gateway, see {@code docs/operate/settings.md}. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(GatewayApplication.class)
        .initializers(new EmbeddedLedgerInitializer())
        // StartReport says what people need; the rooms' own lines would bury it.
        .properties(
            "logging.level.org.grasslandcarbon.contract=warn",
            "logging.level.org.grasslandcarbon.network=warn",
            "logging.level.org.grasslandcarbon.gateway.inbox=warn")
        .run(args);
  }
}
