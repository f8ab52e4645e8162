// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.grasslandcarbon.gateway.act.Telling;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.projection.Acts;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.security.Callers;
import org.grasslandcarbon.gateway.security.Keyring;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of what sends to participants' addresses, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {
  /**
   * @param locked the inbox holds the lock of the data directory
   */
  @Bean
  Webhooks webhooks(
      @Value("${grassland.data}") Path data,
      WebhookSettings settings,
      Inbox locked,
      Clock clock,
      MeterRegistry meters)
      throws IOException {
    Webhooks webhooks = new Webhooks(data.resolve("webhooks"), settings, clock);
    Gauge.builder("grassland.webhooks.subscriptions", webhooks, each -> each.all().size())
        .description("Subscriptions of participants")
        .register(meters);
    Gauge.builder(
            "grassland.webhooks.paused",
            webhooks,
            each -> each.all().stream().filter(one -> one.paused().isPresent()).count())
        .description("Subscriptions to which nothing is sent until somebody resumes them")
        .register(meters);
    Gauge.builder(
            "grassland.webhooks.failing",
            webhooks,
            each -> each.all().stream().filter(one -> one.failing().isPresent()).count())
        .description("Subscriptions whose last delivery failed")
        .register(meters);
    return webhooks;
  }

  @Bean
  Deliveries deliveries(
      Webhooks webhooks,
      Acts acts,
      Telling telling,
      Callers callers,
      Keyring keyring,
      ProjectionProgress progress,
      WebhookSettings settings,
      @Value("${grassland.audience}") String gateway,
      Clock clock,
      MeterRegistry meters)
      throws IOException, GeneralSecurityException {
    HttpsPost post = new HttpsPost(settings, tls(settings.trust()), InetAddress::getAllByName);
    Deliveries deliveries =
        new Deliveries(
            webhooks,
            new Deliveries.Ledger(acts, telling, callers, keyring, progress),
            post,
            settings,
            gateway,
            clock,
            meters);
    Gauge.builder("grassland.webhooks.underway", deliveries, Deliveries::underway)
        .description("Deliveries that are on their way")
        .register(meters);
    return deliveries;
  }

  private static SSLSocketFactory tls(String trust) throws IOException, GeneralSecurityException {
    if (trust.isEmpty()) {
      return SSLContext.getDefault().getSocketFactory();
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(Path.of(trust))) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("trusted-" + store.size(), each);
      }
    }
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trusted.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
