// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** How people get from one page to another. */
@InBrowser
class WaysTest {
  private static final String PROJECT = "GCS-632626-2021-0001";

  @Test
  void a_number_typed_into_the_one_box_leads_to_its_project(Browser browser) {
    browser.open("/", "zh");
    browser.one("#q").sendKeys(PROJECT, Keys.ENTER);
    browser.until("return location.pathname === '/search' && !!document.querySelector('.hits a')");
    assertThat(browser.texts(".hits .kind").get(0)).isEqualTo("项目");
    browser.one(".hits a").click();
    browser.until(
        "return location.pathname.startsWith('/projects/') && !!document.querySelector('.timeline')");
    assertThat(browser.heading()).contains("三江源可持续放牧示例项目", "Three Rivers");
  }

  @Test
  void who_goes_on_is_told_where_and_who_goes_back_finds_what_was_there(Browser browser) {
    browser.open("/projects?state=REGISTERED", "en");
    int rows = browser.all("tbody tr").size();
    browser.one("tbody th a").click();
    browser.until(
        "return location.pathname.startsWith('/projects/') && document.activeElement.tagName === 'H1'");
    assertThat(browser.one("#told").getDomProperty("textContent"))
        .isEqualTo(browser.driver().getTitle());
    browser.driver().navigate().back();
    browser.until("return !!document.querySelector('.filters')");
    assertThat(browser.address()).isEqualTo("/projects?state=REGISTERED");
    assertThat(browser.all("tbody tr")).hasSize(rows);
    assertThat(browser.one("[name=state]").getDomProperty("value")).isEqualTo("REGISTERED");
  }

  @Test
  void the_keyboard_alone_reaches_the_content_past_the_navigation(Browser browser) {
    browser.open("/projects", "en");
    browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Skip to content");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
    browser.until("return document.activeElement.id === 'main'");
  }

  @Test
  void the_language_is_changed_by_one_switch_and_remembered(Browser browser) {
    browser.open("/retirements");
    assertThat(browser.heading()).startsWith("注销");
    browser.press("English");
    browser.until("return document.documentElement.lang === 'en'");
    assertThat(browser.heading()).startsWith("Retirements");
    browser.open("/projects");
    assertThat(browser.heading()).startsWith("Projects");
    assertThat(browser.driver().manage().getCookies()).isEmpty();
  }

  @Test
  void a_record_that_is_not_there_is_said_to_be_not_there(Browser browser) {
    browser.open("/projects/GCS-000000-2021-0001", "zh");
    assertThat(browser.heading()).isEqualTo("没有此内容");
    assertThat(browser.one(".problem").getText()).contains("NOT_FOUND");
    assertThat(browser.violations()).isEmpty();
    assertThat(browser.complaints()).allMatch(each -> each.contains("404"));
  }
}
