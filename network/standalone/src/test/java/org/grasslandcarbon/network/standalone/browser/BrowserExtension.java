// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.network.standalone.RunningProduct;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One product and one browser for all classes of a run; each test finds the browser as if it had
 * never been used. Where no browser is, the tests are aborted, and fail where {@code CI=true} says
 * that there must be one.
 */
final class BrowserExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(BrowserExtension.class);

  private static final String INSTALL =
      "no browser: apt-get install chromium chromium-driver, or set GRASSLAND_BROWSER and"
          + " GRASSLAND_BROWSER_DRIVER to the two programs";

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> program = program("GRASSLAND_BROWSER", "/usr/bin/chromium");
    Optional<Path> driver = program("GRASSLAND_BROWSER_DRIVER", "/usr/bin/chromedriver");
    boolean there = program.isPresent() && driver.isPresent();
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(INSTALL);
    }
    Assumptions.assumeTrue(there, INSTALL);
    ExtensionContext.Store store =
        context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, HERE);
    RunningProduct product =
        store.getOrComputeIfAbsent(
            RunningProduct.class, any -> RunningProduct.start(), RunningProduct.class);
    store.getOrComputeIfAbsent(
        Browser.class,
        any -> Browser.start(program.orElseThrow(), driver.orElseThrow(), product),
        Browser.class);
  }

  private static Optional<Path> program(String variable, String usual) {
    return Stream.of(Optional.ofNullable(System.getenv(variable)).orElse(usual))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Browser browser(ExtensionContext context) {
    return context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, HERE)
        .get(Browser.class, Browser.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browser(context).forgetEverything();
  }

  /** What a page may not do, and what it has not found, the browser tells its console. */
  @Override
  public void afterEach(ExtensionContext context) {
    Browser browser = browser(context);
    context
        .getExecutionException()
        .ifPresentOrElse(
            failure -> browser.picture("failed-" + context.getRequiredTestMethod().getName()),
            () -> assertThat(browser.complaints()).as("the browser's console").isEmpty());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return browser(context);
  }
}
