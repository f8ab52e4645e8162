// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.HashSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Says what is stored on one peer without showing it, so that whoever has read the blocks can tell
 * whether that peer's state is what came of them: blocks are chained and signed, a peer's state is
 * neither. Whoever may ask a peer may read its blocks as well, so that this tells nobody anything
 * new.
 */
public final class StateDigests {
  /** As many as the largest instructions read; an answer then has 70 KB. */
  public static final int KEYS_MOST = 1_000;

  private StateDigests() {}

  /**
   * Digests of what is stored, whatever it is: also of what cannot be read as a record.
   *
   * @param keys composite keys, each once, at most {@value #KEYS_MOST}
   * @param store the ledger state
   * @return canonical JSON: an array of SHA-256 in hexadecimal, one a key, in their order; an empty
   *     text where nothing is stored
   * @throws RegistryException {@code TOO_LARGE}, {@code MALFORMED}
   */
  public static byte[] of(List<String> keys, StateStore store) {
    if (keys.isEmpty() || keys.size() > KEYS_MOST) {
      throw new RegistryException(
          ErrorCode.TOO_LARGE,
          zh("stateDigests 接受 1 至 %s 个键，不能是 %s 个")
              .en("stateDigests takes 1 to %s keys, not %s", KEYS_MOST, keys.size()));
    }
    if (new HashSet<>(keys).size() < keys.size() || !keys.stream().allMatch(Keys::isComposite)) {
      throw new RegistryException(
          ErrorCode.MALFORMED,
          zh("stateDigests 只接受复合键，且不得重复")
              .en("stateDigests takes composite keys, each of them once"));
    }
    return Codec.write(
        store.getAll(keys).stream()
            .map(value -> value == null ? "" : Sha256.of(value).value())
            .toList());
  }
}
