// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * What tells transactions on one stream apart: the id alone is unique in its channel only.
 *
 * @param channel the channel's name
 * @param text Fabric's transaction id, lower-case hexadecimal
 */
record TransactionId(String channel, String text) {

  static TransactionId of(ChaincodeMessage message) {
    return new TransactionId(message.getChannelId(), message.getTxid());
  }

  @Override
  public String toString() {
    return channel + "/" + text;
  }
}
