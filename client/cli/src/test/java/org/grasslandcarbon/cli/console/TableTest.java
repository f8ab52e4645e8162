// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private record Row(String name, long tonnes) {}

  private final Table<Row> table =
      new Table<Row>()
          .text("名称", "name", Row::name)
          .number("吨", "tonnes", row -> Text.grouped(row.tonnes));

  @Test
  void columns_line_up_when_chinese_and_latin_letters_are_mixed() {
    List<Row> rows =
        List.of(new Row("锡林浩特草原碳汇", 1_234_567), new Row("Pasture", 8), new Row("草原 A，（一）", 90));

    for (Language language : Language.values()) {
      List<String> lines = table.lines(rows, language);
      assertThat(lines).hasSize(4);
      assertThat(lines.stream().map(Width::of).distinct()).hasSize(1);
    }
  }

  @Test
  void a_chinese_character_takes_two_columns_and_a_combining_mark_none() {
    assertThat(Width.of("草原carbon")).isEqualTo(10);
    assertThat(Width.of("（，）")).isEqualTo(6);
    assertThat(Width.of("e\u0301")).isEqualTo(1);
    assertThat(Width.of("\uD842\uDFB7")).isEqualTo(2);
  }

  @Test
  void a_long_cell_is_cut_with_a_sign() {
    String cut = Width.cut("草".repeat(50), 11);

    assertThat(cut).isEqualTo("草草草草草…");
    assertThat(Width.of(cut)).isLessThanOrEqualTo(11);
    assertThat(Width.cut("short", 11)).isEqualTo("short");
  }

  @Test
  void what_others_wrote_cannot_steer_the_terminal() {
    List<String> lines = table.lines(List.of(new Row("a\u001b[31mred\nb", 1)), Language.EN);

    assertThat(lines.get(1)).doesNotContain("\u001b").startsWith("a<U+001B>[31mred<U+000A>b");
  }
}
