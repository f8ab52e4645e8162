// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
  /** What a person can be told to do; a new verb is added here on purpose. */
  private static final String VERBS =
      "add|announce|answer|ask|begin|cancel|check|choose|close|correct|explain|give|have|leave|look"
          + "|make|move|publish|register|release|report|revoke|see|send|set|shorten|sign|state"
          + "|submit|try|turn|use";

  @ParameterizedTest
  @EnumSource
  void every_code_says_what_is_so_and_what_to_do_in_both_languages(ErrorCode code) {
    assertThat(code.zh()).matches("[^；]*\\p{IsHan}[^；]*；请[^；]+。");
    assertThat(code.en()).matches("[A-Za-z][^:]+: (" + VERBS + ") [^:]+\\.");
    assertThat(code.en()).doesNotContainPattern("\\p{IsHan}");
  }
}
