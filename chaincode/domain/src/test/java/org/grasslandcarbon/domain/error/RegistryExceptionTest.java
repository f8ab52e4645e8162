// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.value.Detail.zh;

import org.junit.jupiter.api.Test;

class RegistryExceptionTest {
  @Test
  void both_languages_cross_the_error_channel() {
    RegistryException refusal =
        new RegistryException(
            ErrorCode.TOO_LARGE,
            zh("一批须有 1 至 %s 条指令").en("a batch has 1 to %s instructions", 1000));
    assertThat(refusal.wireText())
        .isEqualTo("TOO_LARGE: a batch has 1 to 1000 instructions\t一批须有 1 至 1000 条指令");
    RegistryException read = RegistryException.ofWireText(refusal.wireText()).orElseThrow();
    assertThat(read.code()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(read.en()).isEqualTo(refusal.en());
    assertThat(read.zh()).isEqualTo(refusal.zh());
  }

  @Test
  void what_chaincode_of_before_says_is_read_as_english() {
    RegistryException read =
        RegistryException.ofWireText("CLOCK_SKEW: too far: by an hour").orElseThrow();
    assertThat(read.code()).isEqualTo(ErrorCode.CLOCK_SKEW);
    assertThat(read.en()).isEqualTo("too far: by an hour");
    assertThat(read.zh()).isEqualTo("too far: by an hour");
  }

  @Test
  void what_is_no_refusal_of_ours_is_none() {
    assertThat(RegistryException.ofWireText("FROM_THE_FUTURE: something")).isEmpty();
    assertThat(RegistryException.ofWireText("the peer has no such chaincode")).isEmpty();
    assertThat(RegistryException.ofWireText("TOO_LARGE: a\tb\tc")).isEmpty();
  }

  /** A peer repeats the text for each organisation in headers of at most 8 KiB. */
  @Test
  void the_error_channel_is_given_no_more_than_its_headers_hold() {
    String sent = "文".repeat(2_000);
    RegistryException refusal =
        new RegistryException(ErrorCode.MALFORMED, zh("名称 %s").en("the name %s", sent));
    assertThat(refusal.en()).hasSize(RegistryException.DETAIL_MOST);
    assertThat(refusal.zh()).hasSize(RegistryException.DETAIL_MOST);
    assertThat(refusal.wireText().length()).isLessThan(450);
  }

  @Test
  void a_tab_that_somebody_sent_separates_nothing() {
    RegistryException refusal =
        new RegistryException(ErrorCode.MALFORMED, zh("名称 %s").en("the name %s", "a\tb"));
    assertThat(RegistryException.ofWireText(refusal.wireText()).orElseThrow().en())
        .isEqualTo("the name a<U+0009>b");
  }
}
