// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.disk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The disk's parts, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DiskSettings.class)
class DiskConfiguration {
  @Bean
  @ConditionalOnMissingBean
  DataDisk.Space dataSpace(@Value("${grassland.data}") Path data) throws IOException {
    FileStore store = Files.getFileStore(data);
    return store::getUsableSpace;
  }

  @Bean
  DataDisk dataDisk(
      DataDisk.Space space, DiskSettings settings, Clock clock, MeterRegistry meters) {
    DataDisk disk = new DataDisk(space, settings, clock);
    Gauge.builder("grassland.disk.free", disk, DataDisk::freeBytes)
        .description("What can be written in the data directory")
        .baseUnit("bytes")
        .register(meters);
    return disk;
  }

  @Bean
  FileDatabase fileDatabase(
      JdbcTemplate jdbc, @Value("${spring.datasource.url}") String url, DataDisk disk) {
    return new FileDatabase(jdbc, url, disk);
  }

  /**
   * @param locked the inbox holds the lock of the data directory: a second gateway that is started
   *     by mistake must not delete the first one's files
   */
  @Bean
  TemporaryFiles temporaryFiles(@Value("${grassland.data}") Path data, Inbox locked)
      throws IOException {
    return new TemporaryFiles(data.resolve("temporary"));
  }
}
