// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of what keeps documents, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentsConfiguration {
  @Bean
  DocumentQuota documentQuota(DocumentSettings settings, Clock clock) {
    return new DocumentQuota(settings, clock);
  }

  /**
   * @param locked the inbox holds the lock of the data directory: a second gateway that is started
   *     by mistake must not delete what comes to the first one
   */
  @Bean
  DocumentStore documentStore(
      @Value("${grassland.data}") Path data,
      DocumentQuota quota,
      Inbox locked,
      MeterRegistry meters)
      throws IOException {
    DocumentStore store = new DocumentStore(data.resolve("documents"), quota);
    Gauge.builder("grassland.documents.held", quota, DocumentQuota::documents)
        .description("Documents that are kept")
        .register(meters);
    Gauge.builder("grassland.documents.size", quota, DocumentQuota::bytes)
        .description("Bytes of the documents that are kept")
        .baseUnit("bytes")
        .register(meters);
    Gauge.builder("grassland.documents.damaged", store, each -> each.damaged().size())
        .description("Documents whose files were found not to be what they were")
        .register(meters);
    return store;
  }

  @Bean
  OtherGateways otherGateways(DocumentSettings settings) {
    return new OtherGateways(settings);
  }

  @Bean
  Documents documents(
      DocumentStore store,
      DocumentQuota quota,
      OtherGateways others,
      DocumentSettings settings,
      DataDisk disk,
      Clock clock) {
    List<Scanner> scanners = new ArrayList<>();
    if (!settings.scanCommand().isEmpty()) {
      scanners.add(new CommandScanner(settings.scanCommand(), settings.scanWithin()));
    }
    if (!settings.scanClamd().isEmpty()) {
      scanners.add(new ClamdScanner(settings.scanClamd(), settings.scanWithin()));
    }
    return new Documents(store, quota, others, scanners, settings, disk, clock);
  }
}
