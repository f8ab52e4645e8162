// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerDoubtTest {
  @ParameterizedTest
  @EnumSource
  void every_doubt_names_its_block_in_both_languages(LedgerDoubt.Kind kind) {
    LedgerDoubt doubt = new LedgerDoubt(kind, 4711, Instant.EPOCH);
    assertThat(doubt.inWords().zh()).contains("区块 4711").doesNotContain("block");
    assertThat(doubt.detail()).contains("block 4711").isEqualTo(doubt.inWords().en());
  }
}
