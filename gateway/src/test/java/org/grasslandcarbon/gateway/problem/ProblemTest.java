// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static Problem quoting(String text) {
    return Problem.of(GatewayCode.BAD_REQUEST, zh("没有名为 %s 的对象").en("there is no kind %s", text));
  }

  @Test
  void what_a_stranger_sent_is_quoted_as_text_for_people() {
    Problem problem = quoting("\r\nSet-Cookie: a=b\u202E");
    assertThat(problem.detail())
        .isEqualTo("there is no kind <U+000D><U+000A>Set-Cookie: a=b<U+202E>");
    assertThat(problem.detailZh()).isEqualTo("没有名为 <U+000D><U+000A>Set-Cookie: a=b<U+202E> 的对象");
  }

  @Test
  void it_is_not_quoted_without_end() {
    assertThat(quoting("x".repeat(10_000)).detail()).hasSize(RegistryException.DETAIL_MOST);
  }
}
