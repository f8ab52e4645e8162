// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The typeface that all documents share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaperSettings.class)
class PaperConfiguration {
  @Bean
  Typeface typeface(PaperSettings settings) {
    return Typeface.with(settings.fonts());
  }
}
