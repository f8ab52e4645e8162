// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The reference pages say what the code does; that of errors is made where the codes of a gateway
 * are known. After a change of the code: {@code ./mvnw -pl chaincode/domain test
 * -Dtest=ReferenceDocsTest -Dregenerate=true}.
 */
class ReferenceDocsTest {
  private static final Path FOLDER = Path.of("../../docs/reference");

  private static void assertPage(String name, String expected) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("regenerate")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, expected);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s differs from the code: regenerate it as the class comment says", name)
        .isEqualTo(expected);
  }

  @Test
  void the_page_of_instructions_is_up_to_date() throws IOException {
    assertPage("instructions.md", ReferencePages.instructions());
  }

  @Test
  void the_page_of_keys_is_up_to_date() throws IOException {
    assertPage("keys.md", ReferencePages.keys());
  }
}
