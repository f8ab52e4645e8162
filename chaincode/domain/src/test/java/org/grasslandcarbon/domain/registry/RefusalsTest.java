// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of refusals as a whole. */
class RefusalsTest {
  /** Of every instruction, of the ledger as a whole, or not of a rule. */
  private static final Set<ErrorCode> NOT_OF_A_RULE =
      EnumSet.of(
          ErrorCode.MALFORMED,
          ErrorCode.TOO_LARGE,
          ErrorCode.UNKNOWN_ACTION,
          ErrorCode.BAD_SIGNATURE,
          ErrorCode.DUPLICATE,
          ErrorCode.KEY_REVOKED,
          ErrorCode.EXPIRED,
          ErrorCode.NOT_AFTER_TOO_FAR,
          ErrorCode.PARTICIPANT_SUSPENDED,
          ErrorCode.TOO_MANY_REFUSALS,
          ErrorCode.NOT_FOUNDED,
          ErrorCode.ALREADY_FOUNDED,
          ErrorCode.CLOCK_SKEW,
          ErrorCode.OVERLOADED,
          ErrorCode.INTERNAL);

  static List<ActionType<?>> actions() {
    return Catalogue.actions();
  }

  @Test
  void every_code_is_used() {
    Set<ErrorCode> used = EnumSet.copyOf(NOT_OF_A_RULE);
    Catalogue.actions().forEach(action -> used.addAll(action.refusals()));
    assertThat(used).containsExactlyInAnyOrder(ErrorCode.values());
  }

  @ParameterizedTest
  @MethodSource("actions")
  void an_action_lists_a_refusal_once(ActionType<?> action) {
    assertThat(action.refusals()).doesNotHaveDuplicates().doesNotContain(ErrorCode.INTERNAL);
  }

  @Test
  void codes_say_what_happened_in_both_languages() {
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(code.zh()).as(code.name()).endsWith("。").matches(".*\\p{IsHan}.*");
      assertThat(code.en()).as(code.name()).endsWith(".").matches("\\p{ASCII}*");
    }
  }
}
