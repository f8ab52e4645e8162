// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.Weight;
import org.junit.jupiter.api.Test;

/** The page of findings is what the program can find. */
class FindingsPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/audit-findings.md");

  private static final String HEAD =
      """
      # 审计发现 / Findings of an audit

      <!-- Made from FindingCode: ./mvnw -pl client/audit -am test -Dtest=FindingsPageTest -Dregenerate=true -Dsurefire.failIfNoSpecifiedTests=false -->

      `grassland audit` 的发现代码。代码永不改名或另作他用。如何审计见 [auditing](../guide/audit.md)。

      What `grassland audit` can find. Codes are never renamed or reused; how to audit is in [auditing](../guide/audit.md).
      """;

  @Test
  void the_page_lists_every_code_with_its_sentences() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    section(page, "不符：审计不通过 / Differs: the audit fails", Weight.DIFFERS);
    section(page, "未核对 / Not checked", Weight.NOT_CHECKED);
    section(page, "提示 / Noted", Weight.NOTED);
    if (Boolean.getBoolean("regenerate")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
  }

  private static void section(StringBuilder page, String heading, Weight weight) {
    page.append("\n## ").append(heading).append("\n\n| code | 中文 | English |\n|---|---|---|\n");
    for (FindingCode code : FindingCode.values()) {
      if (code.weight() == weight) {
        page.append("| `")
            .append(code)
            .append("` | ")
            .append(code.sentence().zh())
            .append(" | ")
            .append(code.sentence().en())
            .append(" |\n");
      }
    }
  }

  @Test
  void no_two_codes_say_the_same() {
    Set<String> said = new HashSet<>();
    for (FindingCode code : FindingCode.values()) {
      assertThat(said.add(code.sentence().en())).as(code.name()).isTrue();
      assertThat(said.add(code.sentence().zh())).as(code.name()).isTrue();
      assertThat(code.sentence().en()).doesNotEndWith(".");
    }
  }
}
