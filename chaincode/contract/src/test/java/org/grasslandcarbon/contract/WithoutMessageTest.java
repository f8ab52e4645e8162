// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WithoutMessageTest {

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    WithoutMessage.of(failure).printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void types_and_places_are_kept_and_messages_are_not() {
    String printed =
        printed(new IllegalStateException("secret", new ArithmeticException("secret too")));

    assertThat(printed)
        .contains("java.lang.IllegalStateException", "java.lang.ArithmeticException")
        .contains("types_and_places_are_kept_and_messages_are_not")
        .doesNotContain("secret");
  }

  @Test
  void a_chain_of_causes_in_a_circle_ends() {
    Exception first = new Exception();
    first.initCause(new Exception(first));

    assertThat(printed(first)).contains("Caused by");
  }
}
