// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;

/** Limits of a gateway behind a proxy, which is this machine. */
class ForwardedTest {
  private static final String PATH = "/api/v1/errors";

  private static final String[] STRICT = {
    "--grassland.rate-limit.reads-per-second=1",
    "--grassland.rate-limit.reads-burst=3",
    "--grassland.rate-limit.loopback=true"
  };

  private static final int MANY = 20;

  /** How many of many requests were too many. */
  private static long refused(RunningGateway gateway, String forwarded) {
    long refused = 0;
    for (int i = 0; i < MANY; i++) {
      int status = gateway.get(PATH, "X-Forwarded-For", forwarded.formatted(i)).statusCode();
      assertThat(status).isIn(200, 429);
      refused += status == 429 ? 1 : 0;
    }
    return refused;
  }

  @Test
  void each_client_has_its_limit_whom_a_trusted_proxy_names_and_nobody_else() {
    try (RunningGateway gateway = RunningGateway.start()) {
      gateway.restart(STRICT);
      assertThat(refused(gateway, "203.0.113.1")).as("one client").isPositive();
      assertThat(gateway.get(PATH, "X-Forwarded-For", "203.0.113.2").statusCode())
          .as("another client")
          .isEqualTo(200);
      assertThat(refused(gateway, "192.0.2.%d, 203.0.113.3"))
          .as("who invents others before itself")
          .isPositive();
      assertThat(refused(gateway, "198.51.100.%d")).as("many clients").isZero();

      String[] withoutProxy = new String[STRICT.length + 1];
      System.arraycopy(STRICT, 0, withoutProxy, 0, STRICT.length);
      withoutProxy[STRICT.length] = "--server.tomcat.remoteip.internal-proxies=192.0.2.0/24";
      gateway.restart(withoutProxy);
      assertThat(refused(gateway, "198.51.100.%d")).as("nobody is asked").isPositive();
    }
  }
}
