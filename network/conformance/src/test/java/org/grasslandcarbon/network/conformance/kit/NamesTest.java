// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
  private final Names names = new Names("k0a1b2c3d.");

  @Test
  void a_text_is_called_by_its_name_where_it_stands_as_a_whole() {
    names.put("91110000600037341L", "<buyer>");
    names.put("GCST-152221-2026-0001-2024", "<instrument>");
    assertThat(names.apply("cash:91110000600037341L:x and {\"id\":\"91110000600037341L\"}"))
        .isEqualTo("cash:<buyer>:x and {\"id\":\"<buyer>\"}");
    assertThat(names.apply("GCST-152221-2026-0001-2024/17")).isEqualTo("<instrument>/17");
  }

  @Test
  void a_part_of_a_longer_word_is_left_as_it_is() {
    names.put("7a", "<id>");
    names.put("CNY", "<asset>");
    assertThat(names.apply("7a, 17a, 7ab and 7a")).isEqualTo("<id>, 17a, 7ab and <id>");
    assertThat(names.apply("CNYT, CNY-T, ACNY")).isEqualTo("CNYT, <asset>-T, ACNY");
  }

  @Test
  void a_number_has_no_name_though_a_record_is_told_by_it() {
    names.putIfAbsent("1", "<tradingRule>");
    names.putIfAbsent("0", "<listingsLeft>");
    String seen = "1 of CNY: a -> b, writes {JOURNAL=1, CASH=10}";
    assertThat(names.apply(seen)).isEqualTo(seen);
  }

  @Test
  void the_first_name_that_is_given_in_passing_stays() {
    names.putIfAbsent("3f1c2e5a", "<listing>");
    names.putIfAbsent("3f1c2e5a", "<instruction>");
    assertThat(names.apply("3f1c2e5a")).isEqualTo("<listing>");
    names.put("3f1c2e5a", "<placeListing>");
    assertThat(names.apply("3f1c2e5a")).isEqualTo("<placeListing>");
  }

  @Test
  void of_two_texts_the_longer_is_looked_for_first() {
    names.put("host", "<host>");
    names.put("host:7051", "<peer>");
    assertThat(names.apply("host:7051, host:7052")).isEqualTo("<peer>, <host>:7052");
  }

  @Test
  void keys_of_the_run_are_shown_without_their_prefix_wherever_they_stand() {
    assertThat(names.apply("[k0a1b2c3d.a, \\x00k0a1b2c3d.b]")).isEqualTo("[a, \\x00b]");
  }

  @Test
  void transactions_are_numbered_as_they_turn_up_whole_or_short() {
    names.transaction("aaaaaaaa11112222");
    names.transaction("bbbbbbbb33334444");
    assertThat(names.apply("[bbbbbbbb] failed")).isEqualTo("[<tx 1>] failed");
    assertThat(names.apply("aaaaaaaa11112222 after bbbbbbbb33334444"))
        .isEqualTo("<tx 2> after <tx 1>");
  }

  @Test
  void times_and_sizes_have_one_name() {
    assertThat(names.apply("at 2026-03-02T10:00:00.5+08:00, payload is 812 bytes"))
        .isEqualTo("at <time>, payload is <size> bytes");
  }
}
