// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
