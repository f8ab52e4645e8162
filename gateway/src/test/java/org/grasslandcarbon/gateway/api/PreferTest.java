// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=0|0",
        "wait=7|7",
        "WAIT = \"7\"|7",
        "respond-async, wait=7|7",
        "respond-async; wait=7|7",
        "wait=60|60",
        "wait=61|60",
        "wait=99999|60",
        "wait=99999999999999999999|60",
        "wait=abc|0",
        "wait=-1|0",
        "wait=1.5|0",
        "wait=|0",
        "wait|0",
        "wait=abc, wait=5|0",
        "wait=5, wait=abc|5",
        "waiting=5|0"
      })
  void a_wait_is_met_as_far_as_it_can_be_and_never_a_reason_to_refuse(String header, int seconds) {
    Prefer prefer = Prefer.read(List.of(header));
    assertThat(prefer.patience().toSeconds()).isEqualTo(seconds);
    assertThat(prefer.applied()).isEqualTo("wait=" + seconds);
  }

  @Test
  void the_header_may_come_more_than_once() {
    assertThat(Prefer.read(List.of("respond-async", "wait=3")).patience().toSeconds()).isEqualTo(3);
    assertThat(Prefer.read(List.of()).isNow()).isTrue();
  }
}
