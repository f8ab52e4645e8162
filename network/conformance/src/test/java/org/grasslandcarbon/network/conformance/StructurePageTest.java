// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The drawing of rooms and packages is what the code is; the page says how to draw it anew. */
class StructurePageTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path PAGE = ROOT.resolve("docs/internals/structure.md");

  @Test
  void the_page_of_rooms_and_packages_is_up_to_date() throws IOException {
    String expected = StructurePage.of(ROOT);
    if (Boolean.getBoolean("regenerate")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("structure.md differs from the code: regenerate it as the page says")
        .isEqualTo(expected);
  }
}
