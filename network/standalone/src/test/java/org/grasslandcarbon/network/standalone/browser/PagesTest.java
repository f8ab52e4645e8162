// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
          "/certificate",
          "/market",
          "/market/" + PROJECT + "-2025",
          "/offsets?market=CN-11&year=2025&of=" + PROJECT + "-2025&tonnes=100",
          "/coordination?year=2025",
          "/regions/150000?year=2025",
          "/goals",
          "/sharing?year=2025",
          "/opportunities",
          "/methodologies/GCS-T1/1.1",
          "/participants");

  static Stream<Arguments> pages() {
    return PAGES.stream()
        .flatMap(page -> Stream.of("zh", "en").map(language -> Arguments.of(page, language)));
  }

  private static String name(String page, String language) {
    String words = page.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    return (words.isEmpty() ? "home" : words) + "-" + language;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_is_for_everybody_on_every_screen_and_on_paper(
      String page, String language, Browser browser) {
    browser.scheme(language.equals("zh") ? "light" : "dark");
    browser.open(page, language);
    assertThat(browser.violations()).isEmpty();
    assertThat(browser.one("html").getDomAttribute("lang"))
        .isEqualTo(language.equals("zh") ? "zh-CN" : "en");
    browser.picture(name(page, language));
    browser.width(Browser.NARROW);
    assertThat(browser.scrollsSideways()).as("320 pixels").isFalse();
    browser.picture(name(page, language) + "-narrow");
    browser.width(Browser.WIDE);
    browser.print(name(page, language));
  }

  /** Whatever way leads to it: typed, followed or gone back to. */
  @Test
  void what_is_no_page_is_not_found_here_as_there(Browser browser) {
    browser.open("/projects", "en");
    browser.run(
        "history.pushState(null, '', '/no/such/page/at/all'); dispatchEvent(new Event('popstate'))");
    browser.until("return !!document.querySelector('.problem')");
    assertThat(browser.heading()).isEqualTo("There is nothing here");
    assertThatThrownBy(() -> browser.product().file("/no/such/page/at/all", "text/html"))
        .hasMessageContaining("404");
  }
}
