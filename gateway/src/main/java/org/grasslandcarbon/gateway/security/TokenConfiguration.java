// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import java.nio.file.Path;
import java.time.Clock;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is remembered of tokens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
class TokenConfiguration {
  /**
   * @param locked the inbox holds the lock of the data directory
   */
  @Bean
  ReplayCache replayCache(
      TokenSettings settings, @Value("${grassland.data}") Path data, Inbox locked, Clock clock) {
    return new ReplayCache(
        settings,
        TokenDecoder.REMEMBERED,
        new UsedTokens(data.resolve("tokens"), TokenDecoder.REMEMBERED, clock.instant()));
  }
}
