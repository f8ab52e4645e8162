// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each page: it can be used by everybody, on every screen, in both languages. */
@InBrowser
class PagesTest {
  private static final String PROJECT = "GCS-632626-2021-0001";
  private static final String BATCH = "CN-GCS-632626-20210001-2025-001";

  private static final List<String> PAGES =
      List.of(
          "/",
          "/search?q=%E8%8D%89%E5%8E%9F",
          "/lists",
          "/projects",
          "/projects/" + PROJECT,
          "/batches/" + BATCH,
          "/retirements",
          "/retirements/R-" + BATCH + "-27374",
          "/serials/" + BATCH + "-27374",
          "/methodologies/GCS-T1/1.1",
          "/participants",
          "/no-such-page/at/all/of/ours");

  static Stream<Arguments> pages() {
    return PAGES.stream()
        .filter(page -> !page.startsWith("/no-such"))
        .flatMap(page -> Stream.of("zh", "en").map(language -> Arguments.of(page, language)));
  }

  private static String name(String page, String language) {
    return page.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "") + "-" + language;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_breaks_no_rule_of_accessibility(String page, String language, Browser browser) {
    browser.open(page, language);
    assertThat(browser.violations()).isEmpty();
    assertThat(browser.one("html").getDomAttribute("lang"))
        .isEqualTo(language.equals("zh") ? "zh-CN" : "en");
    browser.picture(name(page, language));
    browser.scheme("dark");
    assertThat(browser.violations()).as("by night").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_fits_the_narrowest_screen_and_paper(String page, String language, Browser browser) {
    browser.width(Browser.NARROW);
    browser.open(page, language);
    assertThat(browser.scrollsSideways()).isFalse();
    browser.picture(name(page, language) + "-narrow");
    browser.width(Browser.WIDE);
    browser.print(name(page, language));
  }
}
