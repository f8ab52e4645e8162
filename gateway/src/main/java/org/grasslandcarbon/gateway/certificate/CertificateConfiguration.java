// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.paper.Typeface;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Certificates and their threads. Each certificate that is made has every organisation's peer run
 * the chaincode once, and anybody may ask: two at a time are made.
 */
@EnableConfigurationProperties(CertificateSettings.class)
@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {
  @Bean
  Certificates certificates(Reader reader, Journal journal, LedgerClient client) {
    return new Certificates(reader, journal, client);
  }

  @Bean
  PrintedCertificates printedCertificates(Typeface typeface, CertificateSettings settings) {
    return new PrintedCertificates(typeface, settings.address());
  }

  @Bean
  Computations certificateThreads() {
    return new Computations("certificate", 2, 16);
  }
}
