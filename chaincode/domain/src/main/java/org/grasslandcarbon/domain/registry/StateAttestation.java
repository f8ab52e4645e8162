// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.StateStore;

/**
 * Says what is stored under some keys, so that a peer that signs the answer vouches for it: the
 * endorsements of several offices over one answer prove a record to somebody who has no peer. The
 * answer goes to whoever asks for a certificate and from there to anybody, so only what everybody
 * may see is said. A chaincode is not told in which block a value was written; the peer notes that
 * itself in what it signs, beside each key that was read.
 */
public final class StateAttestation {
  /** A certificate over some hundred batches names three or four records of each. */
  public static final int KEYS_MOST = 1_000;

  /**
   * A quarter of what a transaction may write, and in base64 with its endorsements still a file
   * that is read at once; the records of fifty batches of as many projects have some 300 KB.
   */
  public static final int BYTES_MOST = 1024 * 1024;

  private StateAttestation() {}

  /**
   * What is stored under one key.
   *
   * @param key the composite key
   * @param value the bytes that are stored, which are UTF-8; absent where nothing is
   */
  public record Attested(String key, Optional<String> value) {}

  /**
   * What is stored under some keys.
   *
   * @param keys composite keys of public records, each once, at most {@value #KEYS_MOST}
   * @param store the ledger state
   * @return canonical JSON: an array of {@link Attested}, in the keys' order
   * @throws RegistryException {@code TOO_LARGE}, also when the values are together more than
   *     {@value #BYTES_MOST} bytes; {@code MALFORMED}; {@code NOT_ALLOWED} for a type of which not
   *     everything is public
   */
  public static byte[] of(List<String> keys, StateStore store) {
    if (keys.isEmpty() || keys.size() > KEYS_MOST) {
      throw new RegistryException(
          ErrorCode.TOO_LARGE,
          zh("attest 接受 1 至 %s 个键，不能是 %s 个")
              .en("attest takes 1 to %s keys, not %s", KEYS_MOST, keys.size()));
    }
    if (new HashSet<>(keys).size() < keys.size() || !keys.stream().allMatch(Keys::isComposite)) {
      throw new RegistryException(
          ErrorCode.MALFORMED,
          zh("attest 只接受复合键，且不得重复").en("attest takes composite keys, each of them once"));
    }
    keys.forEach(StateAttestation::requirePublic);
    return Codec.write(attested(keys, store.getAll(keys)));
  }

  private static void requirePublic(String key) {
    boolean open =
        RecordTypes.of(key)
            .filter(type -> type.visibility().isPublic() && type.visibility().narrower().isEmpty())
            .isPresent();
    if (!open) {
      throw new RegistryException(
          ErrorCode.NOT_ALLOWED,
          zh("attest 只证明公开的记录类型").en("attest vouches for records of public types only"));
    }
  }

  private static List<Attested> attested(List<String> keys, List<byte[]> values) {
    List<Attested> attested = new ArrayList<>(keys.size());
    long bytes = 0;
    for (int i = 0; i < keys.size(); i++) {
      byte[] value = values.get(i);
      bytes += value == null ? 0 : value.length;
      if (bytes > BYTES_MOST) {
        throw new RegistryException(
            ErrorCode.TOO_LARGE,
            zh("所问记录合计超过 %s 字节").en("the records have more than %s bytes together", BYTES_MOST));
      }
      Optional<String> text =
          Optional.ofNullable(value).map(stored -> new String(stored, StandardCharsets.UTF_8));
      attested.add(new Attested(keys.get(i), text));
    }
    return attested;
  }
}
