// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Duration;
import java.time.LocalDate;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.SerialMoves;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests are read and answers written. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private final Reader reader;
  private final SerialMoves moves;
  private final Unchanged unchanged;
  private final ProjectionProgress progress;

  WebConfiguration(
      Reader reader, SerialMoves moves, Unchanged unchanged, ProjectionProgress progress) {
    this.reader = reader;
    this.moves = moves;
    this.unchanged = unchanged;
    this.progress = progress;
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters
        .addCustomConverter(new JsonAnswers(reader))
        .addCustomConverter(new CsvAnswers(reader, moves))
        .addCustomConverter(new XlsxAnswers(reader, moves))
        .addCustomConverter(new SheetAnswers(DocumentFiles.Format.CSV))
        .addCustomConverter(new SheetAnswers(DocumentFiles.Format.XLSX));
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new StrictParameters()).excludePathPatterns("/error");
    interceptors.addInterceptor(new WhileRebuilding(progress)).excludePathPatterns("/error");
    interceptors.addInterceptor(unchanged).excludePathPatterns("/error");
  }

  /** Days are read by one form everywhere; Spring's own depends on the machine's language. */
  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, LocalDate.class, text -> ViewParameters.day("day", text));
    // Spring would take Sha256.of, which is the digest of a text and not the digest that it says.
    registry.addConverter(String.class, Sha256.class, Sha256::new);
  }

  /** Somewhat more than the longest wait, which ends by itself. */
  @Override
  public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
    configurer.setDefaultTimeout(Duration.ofSeconds(Prefer.SECONDS_MOST + 15).toMillis());
  }
}
