// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A block that is on disk, with the ids and codes of its transactions in order. */
record CommittedBlock(Block block, List<String> ids, List<TxValidationCode> codes) {
  long number() {
    return block.getHeader().getNumber();
  }
}
