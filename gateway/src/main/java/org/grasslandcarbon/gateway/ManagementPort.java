// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives metrics and the details of health a port of their own, the one after the gateway's, unless
 * another is set: what they tell is for those who run the gateway.
 */
final class ManagementPort implements EnvironmentPostProcessor {
  private static final String SETTING = "management.server.port";

  /** Any free port. */
  private static final int ANY = 0;

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.containsProperty(SETTING)) {
      return;
    }
    int port = environment.getProperty("server.port", Integer.class, 8080);
    environment
        .getPropertySources()
        .addLast(new MapPropertySource(SETTING, Map.of(SETTING, port == ANY ? ANY : port + 1)));
  }
}
