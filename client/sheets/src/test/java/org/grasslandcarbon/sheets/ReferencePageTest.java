// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferencePageTest {

  @Test
  void every_code_stands_on_the_page_with_its_sentences() throws IOException {
    String page = Files.readString(Path.of("../../docs/reference/templates.md"));
    for (SheetCode code : SheetCode.values()) {
      assertThat(page)
          .contains("| `" + code.name() + "` | " + code.zh() + " | " + code.en() + " |");
    }
    for (NoteCode code : NoteCode.values()) {
      assertThat(page)
          .contains("| `" + code.name() + "` | " + code.zh() + " | " + code.en() + " |");
    }
  }
}
