// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The threads on which anybody may have something computed. Files and dry runs do not wait for each
 * other; a file, which strangers write, is read on one thread at a time, so that another is left.
 */
@Configuration(proxyBeanMethods = false)
class PreparationConfiguration {
  @Bean
  Computations dryRunThreads() {
    return new Computations("dry-run", 2, 16);
  }

  @Bean
  Computations importThreads() {
    return new Computations("import", 1, 8);
  }
}
