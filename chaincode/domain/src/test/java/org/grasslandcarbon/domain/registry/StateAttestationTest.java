// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.junit.jupiter.api.Test;

/** What a peer's signature under an attestation may stand for. */
class StateAttestationTest {
  private static final List<String> TWO =
      List.of("\u0000RETIREMENT\u0000a\u0000", "\u0000RETIREMENT\u0000b\u0000");

  private static StateStore storing(int bytesEach) {
    return new StateStore() {
      @Override
      public List<byte[]> getAll(List<String> keys) {
        return keys.stream().map(key -> " ".repeat(bytesEach).getBytes()).toList();
      }

      @Override
      public void putAll(SortedMap<String, byte[]> entries) {
        throw new AssertionError("asking writes nothing");
      }
    };
  }

  @Test
  void records_of_a_mebibyte_together_are_attested() {
    assertThat(StateAttestation.of(TWO, storing(StateAttestation.BYTES_MOST / 2)))
        .hasSizeGreaterThan(StateAttestation.BYTES_MOST);
  }

  @Test
  void a_byte_more_is_refused() {
    assertThatThrownBy(() -> StateAttestation.of(TWO, storing(StateAttestation.BYTES_MOST / 2 + 1)))
        .isInstanceOfSatisfying(
            RegistryException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE));
  }
}
