// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/**
 * Lists are shown as the catalogue declares them: none, and no filter and no column, is left out.
 */
@InBrowser
class ListsTest {
  /** Lists whose pages are made by hand. */
  private static final Set<String> BOARDS = Set.of("market");

  @Test
  void every_public_list_opens_and_leads_to_its_items(Browser browser) {
    List<String> led = new ArrayList<>();
    for (JsonNode list : browser.product().json("lists").path("items")) {
      String path = list.path("path").asString();
      if (!list.path("open").asBoolean() || path.contains("{") || BOARDS.contains(path)) {
        continue;
      }
      browser.open("/" + path, "en");
      assertThat(browser.heading()).as(path).startsWith(list.at("/title/en").asString());
      List<String> filters =
          browser.all("[id^=filter-]").stream().map(each -> each.getDomAttribute("name")).toList();
      assertThat(filters)
          .as(path)
          .containsExactlyInAnyOrderElementsOf(
              list.path("filters")
                  .valueStream()
                  .map(each -> each.path("name").asString())
                  .toList());
      boolean some = browser.product().json(path + "?limit=1").path("items").size() > 0;
      assertThat(browser.all("tbody tr").isEmpty()).as(path).isNotEqualTo(some);
      if (some && !list.path("id").isEmpty()) {
        browser.one("tbody th a").click();
        browser.until(
            "return location.pathname !== arguments[0] && document.activeElement.tagName === 'H1'",
            "/" + path);
        assertThat(browser.all(".problem[role=alert]")).as(browser.address()).isEmpty();
        led.add(path);
      }
    }
    assertThat(led).contains("projects", "batches", "retirements", "goals", "methodologies");
  }

  @Test
  void what_is_asked_for_is_in_the_address_and_in_the_table(Browser browser) {
    browser.open("/projects", "zh");
    browser.one("[name=q]").sendKeys("三江源", Keys.ENTER);
    browser.until(
        "return location.search !== '' && document.querySelectorAll('tbody tr').length === 1");
    assertThat(browser.address()).isEqualTo("/projects?q=%E4%B8%89%E6%B1%9F%E6%BA%90");
    assertThat(browser.one("tbody tr").getText()).contains("GCS-632626-2021-0001");
  }

  /** The same rows in the same order with the same headings. */
  @Test
  void a_file_has_what_the_table_has(Browser browser) {
    browser.open("/batches?columns=all&vintage=2024", "zh");
    String csv = browser.product().text("/api/v1/batches?vintage=2024&lang=zh", "text/csv");
    List<String> lines = csv.replace("\uFEFF", "").strip().lines().toList();
    assertThat(browser.all("tbody tr")).hasSize(lines.size() - 1);
    assertThat(lines.get(0).split(",")).containsAll(browser.texts("thead th"));
    List<String> first = browser.texts("tbody th");
    for (int i = 0; i < first.size(); i++) {
      assertThat(lines.get(i + 1)).startsWith(first.get(i).split("\\s")[0]);
    }
  }

  /** What has been drawn stays as it is when more comes: a long list grows by its new rows only. */
  @Test
  void ten_thousand_rows_are_shown_and_the_next_hundred_leave_them_as_they_are(Browser browser) {
    browser.open("/projects", "en");
    Object outcome =
        browser
            .driver()
            .executeAsyncScript(
                """
                const done = arguments[0];
                Promise.all(["lit", "table", "api"].map(name => import(`/web/${name}.js`)))
                  .then(async ([{ render }, { table, columnsOf }, { lists, ask }]) => {
                    const list = (await lists()).get("projects");
                    const { items } = await ask("projects");
                    const hundred = () =>
                      Array.from({ length: 100 }, (_, i) => ({ ...items[i % items.length] }));
                    const pages = Array.from({ length: 100 }, hundred);
                    const columns = columnsOf(list, false);
                    const box = document.createElement("div");
                    document.getElementById("main").replaceChildren(box);
                    const draw = () => render(table({ list, columns, pages, caption: "x" }), box);
                    draw();
                    const before = [...box.querySelectorAll("tbody tr")];
                    const changes = [];
                    const watching = new MutationObserver(all => changes.push(...all));
                    watching.observe(before[5000].parentElement,
                      { subtree: true, childList: true, attributes: true, characterData: true });
                    pages.push(hundred());
                    draw();
                    changes.push(...watching.takeRecords());
                    const after = [...box.querySelectorAll("tbody tr")];
                    after.at(-1).scrollIntoView();
                    const low = after.at(-1).getBoundingClientRect();
                    const seen = low.top < innerHeight && low.bottom > 0;
                    const same = before.every((row, i) => row === after[i]);
                    done([before.length, after.length, same, changes.length, seen].join(" "));
                  })
                  .catch(failure => done(String(failure)));
                """);
    assertThat(outcome).isEqualTo("10000 10100 true 0 true");
  }
}
