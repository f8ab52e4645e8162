// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CsvAnswersTest {

  @Test
  void a_field_that_a_spreadsheet_would_run_is_made_text() {
    for (String formula :
        new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1+1", "＋1", "－1", "＠SUM(A1)"}) {
      assertThat(CsvAnswers.field(formula)).isEqualTo("'" + formula);
    }
    assertThat(CsvAnswers.field("\r=1")).isEqualTo("\"'\r=1\"");
    assertThat(CsvAnswers.field("=HYPERLINK(\"x\",\"y\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  }

  @Test
  void a_field_with_separators_is_quoted() {
    assertThat(CsvAnswers.field("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvAnswers.field("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(CsvAnswers.field("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(CsvAnswers.field("内蒙古")).isEqualTo("内蒙古");
    assertThat(CsvAnswers.field("")).isEmpty();
  }

  @Test
  void what_excel_takes_for_a_number_or_a_date_is_written_as_a_text_for_it() {
    for (String code : List.of("911100006000373412", "152502", "2025-001", "1-3", "9111E12345")) {
      assertThat(CsvAnswers.cell(text(code), true)).isEqualTo("\"=\"\"" + code + "\"\"\"");
      assertThat(CsvAnswers.cell(text(code), false)).isEqualTo(code);
    }
    assertThat(CsvAnswers.cell(text("CN-GCS-152502-20240001-2025-001-1"), true))
        .isEqualTo("CN-GCS-152502-20240001-2025-001-1");
    assertThat(CsvAnswers.cell(text("=1+1"), true)).as("the guard stays").isEqualTo("'=1+1");
    assertThat(CsvAnswers.cell(JsonNodeFactory.instance.numberNode(7), true)).isEqualTo("7");
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }
}
