// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Both languages say the same things, and nothing that no page says. */
class WordsTest {
  private static final Pattern KEY = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"");

  /** Keys of which a part is known only when the page is there. */
  private static final Pattern PREFIX = Pattern.compile("\\bt\\(`([^`$]+)\\$\\{");

  /** Keys that are chosen from: {@code t(all ? "a" : "b")}, and those in tables. */
  private static final Pattern TEXT = Pattern.compile("\"([a-z]+\\.[A-Za-z]+)\"");

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private static Map<String, String> words(String language) {
    return JsonMapper.builder()
        .build()
        .readValue(
            Files.read("/web/words/" + language + ".json"),
            new TypeReference<TreeMap<String, String>>() {});
  }

  private static final Map<String, String> ZH = words("zh");
  private static final Map<String, String> EN = words("en");

  private static Set<String> found(Pattern pattern) {
    Set<String> found = new TreeSet<>();
    for (String module : Files.ours(".js")) {
      Matcher matcher = pattern.matcher(Files.text(module));
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  @Test
  void both_languages_have_the_same_texts_with_the_same_places() {
    assertThat(ZH.keySet()).isEqualTo(EN.keySet());
    ZH.forEach(
        (key, text) -> {
          assertThat(text).as(key).isNotBlank();
          assertThat(places(text)).as(key).isEqualTo(places(EN.get(key)));
        });
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }

  @Test
  void each_is_in_its_language() {
    List<String> names = List.of("language.other", "title.other");
    EN.forEach(
        (key, text) -> {
          if (!names.contains(key)) {
            assertThat(text.codePoints().anyMatch(Character::isIdeographic)).as(key).isFalse();
            assertThat(ZH.get(key).codePoints().anyMatch(Character::isIdeographic))
                .as(key)
                .isTrue();
          }
        });
  }

  @Test
  void every_text_that_a_page_says_is_there() {
    Set<String> said = found(KEY);
    assertThat(said).hasSizeGreaterThan(50);
    assertThat(ZH.keySet()).containsAll(said);
    for (String prefix : found(PREFIX)) {
      assertThat(ZH.keySet()).as(prefix).anyMatch(key -> key.startsWith(prefix));
    }
  }

  /** Words of the registry's codes are asked for by the codes, which the registry knows. */
  @Test
  void every_text_that_is_there_is_said() {
    Set<String> said = found(KEY);
    said.addAll(found(TEXT));
    Set<String> prefixes = found(PREFIX);
    assertThat(ZH.keySet())
        .filteredOn(key -> !key.startsWith("code."))
        .allMatch(key -> said.contains(key) || prefixes.stream().anyMatch(key::startsWith));
  }
}
