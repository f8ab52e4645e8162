// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.function.ToDoubleFunction;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.util.NetMaskSet;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.disk.TemporaryFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** The edge's parts, in the order in which a request meets them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EdgeSettings.class, RateLimit.Settings.class})
class EdgeConfiguration {
  /** A request with a body comes to all but the first when its body is there: as taken up again. */
  private static final EnumSet<DispatcherType> EACH =
      EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC);

  /**
   * @param proxies whose word the server takes for whom they forward: they stand for many
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> connector(
      EdgeSettings settings, @Value("${server.tomcat.remoteip.internal-proxies}") String proxies) {
    NetMaskSet trusted = NetMaskSet.parse(proxies);
    return factory -> {
      factory.setProtocol(CountedConnections.class.getName());
      factory.addProtocolHandlerCustomizers(
          protocol -> {
            if (protocol instanceof CountedConnections counted) {
              counted.limit(settings.connectionsPerAddress(), trusted);
            }
          });
      factory.addEngineValves(new Breaking());
      factory.addContextCustomizers(
          context -> {
            ((StandardHost) context.getParent())
                .setErrorReportValveClass(ConnectorProblems.class.getName());
            // What is forwarded, as to the start page, is kept and sent like everything else.
            context.setSuspendWrappedResponseAfterForward(false);
          });
    };
  }

  @Bean
  FilterRegistrationBean<StrictRequests> strictRequests() {
    return registration(new StrictRequests(), 10, "/*");
  }

  @Bean
  FilterRegistrationBean<RateLimit> rateLimit(RateLimit.Settings settings, Clock clock) {
    return registration(new RateLimit(settings, clock), 20, "/api/*");
  }

  @Bean
  FilterRegistrationBean<KeptThreads> keptThreads(
      EdgeSettings settings, @Value("${server.tomcat.threads.max:200}") int threads) {
    return registration(new KeptThreads(threads, settings.threadsKept()), 30, "/*");
  }

  @Bean
  FilterRegistrationBean<BodiesFirst> bodiesFirst(
      EdgeSettings settings, TemporaryFiles files, DataDisk disk, MeterRegistry meters) {
    BodiesFirst filter = new BodiesFirst(settings, files, disk);
    held("bodies", "Bodies that are being received", filter, BodiesFirst::heldBytes, meters);
    return registration(filter, 0, "/*");
  }

  @Bean
  LateBodies lateBodies(
      EdgeSettings settings,
      TemporaryFiles files,
      @Value("${grassland.documents.size-most:50MB}") DataSize documentMost,
      MeterRegistry meters) {
    LateBodies late = new LateBodies(settings, files, documentMost.toBytes());
    held("uploads", "Documents that are being received", late, LateBodies::heldBytes, meters);
    return late;
  }

  @Bean
  FileAnswers fileAnswers(MeterRegistry meters) {
    FileAnswers answers = new FileAnswers();
    Gauge.builder("grassland.files.sending", answers, FileAnswers::sending)
        .description("Documents that are being fetched")
        .register(meters);
    return answers;
  }

  @Bean
  FilterRegistrationBean<Answers> answers(
      EdgeSettings settings,
      TemporaryFiles files,
      DataDisk disk,
      LateBodies late,
      MeterRegistry meters) {
    Answers filter = new Answers(settings, files, disk, late);
    held("answers", "Answers that are being made or fetched", filter, Answers::heldBytes, meters);
    return registration(filter, 40, "/*");
  }

  private static <F> void held(
      String what, String description, F filter, ToDoubleFunction<F> bytes, MeterRegistry meters) {
    Gauge.builder("grassland." + what + ".held", filter, bytes)
        .description(description)
        .baseUnit("bytes")
        .register(meters);
  }

  private static <F extends Filter> FilterRegistrationBean<F> registration(
      F filter, int place, String addresses) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setDispatcherTypes(EACH);
    registration.addUrlPatterns(addresses);
    // After the filter that measures requests.
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10 + place);
    return registration;
  }
}
