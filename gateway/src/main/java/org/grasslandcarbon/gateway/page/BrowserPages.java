// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.views.Views;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers the addresses of the browser client. All of its pages are one file, which looks at the
 * address that it was opened at; which addresses those are is in the client's own list, so that
 * what is no page is not found, here as there.
 */
@Configuration(proxyBeanMethods = false)
class BrowserPages implements WebMvcConfigurer {
  static final String FILES = "META-INF/resources/web/";

  /** Stands in an address for every list that a view declares and everybody may see. */
  private static final String LIST = "{list}";

  /** Their addresses have their versions in them. */
  private static final Duration LIBRARIES_KEPT = Duration.ofDays(365);

  /**
   * A line of the client's list.
   *
   * @param page the module that shows it
   * @param path where
   */
  record Page(String page, String path) {}

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    // Browsers ask for it beside whatever is no page of ours.
    registry.addViewController("/favicon.ico").setViewName("forward:/web/icon.svg");
    for (Page page : pages()) {
      registry
          .addViewController(page.path().replace(LIST, lists()))
          .setViewName("forward:/web/index.html");
    }
  }

  static List<Page> pages() {
    try (InputStream file = new ClassPathResource(FILES + "pages.json").getInputStream()) {
      return List.of(Codec.read(file.readAllBytes(), Page[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lists() {
    return Views.all().stream()
        .filter(view -> view.visibility().isPublic())
        .flatMap(view -> view.path().stream())
        .collect(Collectors.joining("|", "{list:", "}"));
  }

  /**
   * Files of ours are asked for again each time, by their content: all files of a build have one
   * date, so that the date of another version would be taken for this one's.
   */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/web/**")
        .addResourceLocations("classpath:/" + FILES)
        .setUseLastModified(false)
        .setEtagGenerator(BrowserPages::tag)
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler("/_static/**")
        .addResourceLocations("classpath:/META-INF/resources/_static/")
        .setUseLastModified(false)
        .setCacheControl(CacheControl.maxAge(LIBRARIES_KEPT).cachePublic().immutable());
  }

  /** A weak tag, since what is compressed on the way has other bytes. */
  private static String tag(Resource file) {
    try (InputStream content = file.getInputStream()) {
      return "W/\"" + Sha256.of(content.readAllBytes()).value() + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
