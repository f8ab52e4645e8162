// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Clock;
import java.time.Duration;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests are read and answers written. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimit.Settings.class)
class WebConfiguration implements WebMvcConfigurer {
  private final Reader reader;
  private final Unchanged unchanged;

  WebConfiguration(Reader reader, Unchanged unchanged) {
    this.reader = reader;
    this.unchanged = unchanged;
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters
        .addCustomConverter(new JsonAnswers(reader))
        .addCustomConverter(new CsvAnswers(reader))
        .addCustomConverter(new XlsxAnswers(reader));
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new StrictParameters()).excludePathPatterns("/error");
    interceptors.addInterceptor(unchanged).excludePathPatterns("/error");
  }

  /** Somewhat more than the longest wait, which ends by itself. */
  @Override
  public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
    configurer.setDefaultTimeout(Duration.ofSeconds(Prefer.SECONDS_MOST + 15).toMillis());
  }

  @Bean
  FilterRegistrationBean<RateLimit> rateLimit(RateLimit.Settings settings, Clock clock) {
    FilterRegistrationBean<RateLimit> registration =
        new FilterRegistrationBean<>(new RateLimit(settings, clock));
    registration.addUrlPatterns("/api/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }
}
