// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.domain.json.Codec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How members of records look in a cell. */
class TextTest {
  @Test
  void an_element_that_says_nothing_keeps_its_place_in_a_list() {
    assertThat(Text.of(Codec.read("[\"\",\"b\",\"\"]", JsonNode.class), Language.EN))
        .isEqualTo(", b, ");
    assertThat(Text.of(Codec.read("[1000,2]", JsonNode.class), Language.EN)).isEqualTo("1000, 2");
  }
}
