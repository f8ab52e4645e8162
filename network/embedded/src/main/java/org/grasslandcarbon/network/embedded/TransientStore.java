// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/**
 * Private values between endorsement and commit. They are in memory only: an endorsed transaction
 * whose private values are gone, because the peer was restarted or too many came after it, is
 * refused when it is submitted, so nothing is ever committed without its values.
 */
final class TransientStore {
  /** Endorsed but never submitted transactions must not fill the memory: the oldest give way. */
  static final int MAX_TRANSACTIONS = 10_000;

  static final long MAX_BYTES = 64L << 20;

  private final LinkedHashMap<String, TxPvtReadWriteSet> values = new LinkedHashMap<>();
  private long bytes;

  synchronized void put(String transactionId, TxPvtReadWriteSet privateData) {
    remove(transactionId);
    values.put(transactionId, privateData);
    bytes += privateData.getSerializedSize();
    var oldest = values.entrySet().iterator();
    while ((values.size() > MAX_TRANSACTIONS || bytes > MAX_BYTES) && values.size() > 1) {
      Map.Entry<String, TxPvtReadWriteSet> entry = oldest.next();
      bytes -= entry.getValue().getSerializedSize();
      oldest.remove();
    }
  }

  /** The values, or null. They stay, so that submitting the same envelope again finds them. */
  synchronized TxPvtReadWriteSet get(String transactionId) {
    return values.get(transactionId);
  }

  synchronized void remove(String transactionId) {
    TxPvtReadWriteSet old = values.remove(transactionId);
    if (old != null) {
      bytes -= old.getSerializedSize();
    }
  }
}
