// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.io.ByteArrayOutputStream;

/**
 * The transaction that wrote a value: its block's number and its place in the block, both from 0.
 */
record Version(long block, int transaction) {

  static Version of(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version message) {
    return new Version(message.getBlockNum(), (int) message.getTxNum());
  }

  org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version toMessage() {
    return org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
        .setBlockNum(block)
        .setTxNum(transaction)
        .build();
  }

  /**
   * Both numbers as Fabric writes them into the commit hash: a length byte, then the bytes without
   * leading zeros.
   */
  void writeTo(ByteArrayOutputStream out) {
    writeNumber(out, block);
    writeNumber(out, transaction);
  }

  private static void writeNumber(ByteArrayOutputStream out, long number) {
    int size = (64 - Long.numberOfLeadingZeros(number) + 7) / 8;
    out.write(size);
    for (int i = size - 1; i >= 0; i--) {
      out.write((int) (number >>> (8 * i)));
    }
  }
}
