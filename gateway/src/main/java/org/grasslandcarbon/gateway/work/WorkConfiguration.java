// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import java.time.Clock;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Work and stages, and the threads on which stages are computed: each reads whole tables. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {
  @Bean
  Work work(Reader reader, Clock clock) {
    return new Work(reader, clock);
  }

  @Bean
  Overdue overdue(Reader reader, Clock clock) {
    return new Overdue(reader, clock);
  }

  @Bean
  StageDays stageDays(Reader reader, Clock clock) {
    return new StageDays(reader, clock);
  }

  @Bean
  Computations stageThreads() {
    return new Computations("stages", 1, 8);
  }
}
