// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What stands under a key.
 *
 * @param block the block that wrote it
 * @param transaction the transaction's place in it
 * @param value the bytes
 */
public record Stored(long block, long transaction, byte[] value) {
  private static final int VERSION_BYTES = 16;

  byte[] toBytes() {
    return ByteBuffer.allocate(VERSION_BYTES + value.length)
        .putLong(block)
        .putLong(transaction)
        .put(value)
        .array();
  }

  static Stored of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new Stored(
        in.getLong(), in.getLong(), Arrays.copyOfRange(bytes, VERSION_BYTES, bytes.length));
  }
}
