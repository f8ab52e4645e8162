// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModulesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What everybody waits for who opens the first page, compressed as a gateway does. */
  private static final int FIRST_VIEW_BYTES_MOST = 60 * 1024;

  /** A module that is longer is two. */
  private static final int LINES_MOST = 250;

  private static final Pattern INLINE =
      Pattern.compile("(?i)<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=\"|javascript:");

  /** What Trusted Types refuse, and what runs texts. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function|unsafeHTML");

  private static List<String> pages() {
    List<String> pages = new ArrayList<>();
    for (JsonNode page : JSON.readTree(Files.read("/web/pages.json"))) {
      pages.add("/web/pages/" + page.path("page").asString() + ".js");
    }
    return pages;
  }

  @Test
  void what_a_module_loads_is_served() {
    for (String module : Files.ours(".js")) {
      for (String imported : Modules.imports(module)) {
        assertThat(Files.tryRead(imported)).as("%s of %s", imported, module).isPresent();
      }
    }
  }

  @Test
  void every_page_has_a_module_and_every_module_is_loaded_by_some_page() {
    Set<String> loaded = new TreeSet<>(Modules.with("/web/app.js"));
    pages().forEach(page -> loaded.addAll(Modules.with(page)));
    assertThat(loaded).containsAll(Files.ours(".js"));
  }

  /** By the text of the address: what is served is found by the address and by nothing else. */
  @Test
  void addresses_in_the_code_and_in_the_first_file_are_served() {
    Matcher named =
        Pattern.compile("\"(/(?:web|_static)/[^\"$`]+)\"")
            .matcher(
                Files.text("/web/index.html")
                    + String.join("\n", Files.ours(".js").stream().map(Files::text).toList()));
    int found = 0;
    while (named.find()) {
      assertThat(Files.tryRead(named.group(1))).as(named.group(1)).isPresent();
      found++;
    }
    assertThat(found).isGreaterThan(5);
  }

  @Test
  void nothing_is_written_into_the_first_file_that_the_policy_forbids() {
    assertThat(INLINE.matcher(Files.text("/web/index.html")).find()).isFalse();
    for (String module : Files.ours(".js")) {
      assertThat(INLINE.matcher(Files.text(module)).find()).as(module).isFalse();
      assertThat(MARKUP.matcher(Files.text(module)).find()).as(module).isFalse();
    }
  }

  /** A check that finds nothing where there is something proves nothing. */
  @Test
  void what_is_forbidden_is_found() {
    for (String bad :
        List.of(
            "<script>alert(1)</script>",
            "<p style=\"color:red\">",
            "<a onclick=\"go()\">",
            "<style>p{}</style>",
            "<a href=\"javascript:go()\">")) {
      assertThat(INLINE.matcher(bad).find()).as(bad).isTrue();
    }
    assertThat(INLINE.matcher("<script type=\"module\" src=\"/web/app.js\"></script>").find())
        .isFalse();
  }

  @Test
  void no_address_of_another_host_is_loaded() {
    for (String module : Files.ours(".js")) {
      assertThat(Files.text(module).replace("https://www.w3.org/ns/credentials/v2", ""))
          .as(module)
          .doesNotContain("http://", "https://");
    }
  }

  @Test
  void the_first_view_is_small() throws IOException {
    Set<String> first = new TreeSet<>(Modules.with("/web/app.js", "/web/pages/home.js"));
    first.addAll(
        Set.of("/web/index.html", "/web/style.css", "/web/pages.json", "/web/words/zh.json"));
    long bytes = 0;
    for (String address : first) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
        zip.write(Files.read(address));
      }
      bytes += out.size();
    }
    assertThat(bytes).isLessThan(FIRST_VIEW_BYTES_MOST);
  }

  @Test
  void modules_are_short_and_say_what_they_are_for() {
    for (String module : Files.ours(".js")) {
      List<String> lines = Files.text(module).lines().toList();
      assertThat(lines.size()).as(module).isLessThanOrEqualTo(LINES_MOST);
      assertThat(lines.get(0)).as(module).isEqualTo("// SPDX-License-Identifier: Apache-2.0");
      assertThat(lines.get(1)).as(module).startsWith("// ");
    }
  }
}
