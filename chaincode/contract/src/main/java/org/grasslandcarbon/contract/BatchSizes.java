// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;

/**
 * How many keys the peer takes in one message. One means that it is asked with the messages that
 * every Fabric peer knows, a key at a time.
 *
 * @param read most keys in one {@code GET_STATE_MULTIPLE}
 * @param write most entries in one {@code WRITE_BATCH_STATE}
 */
record BatchSizes(int read, int write) {

  /** What a peer before Fabric 3.1 understands: its {@code READY} offers nothing. */
  static final BatchSizes SINGLE = new BatchSizes(1, 1);

  /**
   * Our own bound whatever the peer offers: the answer to a read must fit into one message of
   * {@link ChaincodeServer#MAX_MESSAGE_BYTES}, which holds for this many records of up to 20 KB.
   */
  static final int MAX_KEYS = 5_000;

  BatchSizes {
    if (read < 1 || write < 1) {
      throw new IllegalArgumentException("batch sizes below one: " + read + ", " + write);
    }
  }

  /**
   * Reads the offer from the payload of {@code READY}.
   *
   * @throws InvalidProtocolBufferException when it is not readable
   */
  static BatchSizes offeredBy(ByteString readyPayload) throws InvalidProtocolBufferException {
    ChaincodeAdditionalParams offer = ChaincodeAdditionalParams.parseFrom(readyPayload);
    return new BatchSizes(
        size(offer.getUseGetMultipleKeys(), offer.getMaxSizeGetMultipleKeys()),
        size(offer.getUseWriteBatch(), offer.getMaxSizeWriteBatch()));
  }

  /** The maximum is unsigned on the wire; zero beside a set flag offers nothing. */
  private static int size(boolean offered, int maximum) {
    return offered ? (int) Math.max(1, Math.min(Integer.toUnsignedLong(maximum), MAX_KEYS)) : 1;
  }
}
