// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.blocks;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.common.Envelope;

/**
 * Whether a block's entries are each one whole transaction. The hash of a block's data is over its
 * entries one after the other and not over where one ends, and nobody signs the outcomes: whoever
 * hands out a block could cut a transaction in two that are no transactions, or join two into one
 * that has lost the first. Only one way of cutting makes whole envelopes of all, which is what
 * Fabric's peers require before they believe the hash.
 */
public final class WholeEntries {
  private WholeEntries() {}

  /**
   * Why some entry is not one; empty when all are.
   *
   * @param entries of a block that is none of a configuration: that stands alone, and the first is
   *     signed by nobody
   */
  public static Optional<Detail> fault(List<ByteString> entries) {
    if (entries.isEmpty()) {
      return Optional.of(zh("区块中没有交易").en("there is no transaction in the block"));
    }
    for (int i = 0; i < entries.size(); i++) {
      if (!isWhole(entries.get(i))) {
        return Optional.of(
            zh("条目 %s 不是恰好一个带签名的信封").en("entry %s is not exactly one signed envelope", i));
      }
    }
    return Optional.empty();
  }

  private static boolean isWhole(ByteString entry) {
    try {
      Envelope envelope = Envelope.parseFrom(entry);
      return !envelope.getPayload().isEmpty()
          && !envelope.getSignature().isEmpty()
          && envelope.toByteString().equals(entry);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }
}
