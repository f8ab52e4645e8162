// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayCodeTest {
  /** What a person can be told to do; a new verb is added here on purpose. */
  private static final String VERBS = "ask|check|correct|send|sign|try|use";

  @ParameterizedTest
  @EnumSource
  void every_code_says_what_is_so_and_what_to_do_in_both_languages(GatewayCode code) {
    assertThat(code.zh()).matches("[^；]*\\p{IsHan}[^；]*；(指令)?请[^；]+。");
    assertThat(code.en()).matches("[A-Z][^:]+: (" + VERBS + ") [^:]+\\.");
    assertThat(code.en()).doesNotContainPattern("\\p{IsHan}");
  }

  @ParameterizedTest
  @EnumSource
  void every_code_has_a_status_of_refusal(GatewayCode code) {
    assertThat(code.status()).isBetween(400, 599);
  }

  /** A client tells them apart by the name alone. */
  @Test
  void no_code_of_a_gateway_is_the_registrys() {
    assertThat(Arrays.stream(GatewayCode.values()).map(Enum::name))
        .doesNotContainAnyElementsOf(Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
  }
}
