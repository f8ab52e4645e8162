// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.util.List;

/**
 * A block as far as our chaincode is concerned.
 *
 * @param number the block's number; the genesis block is 0
 * @param transactions the valid transactions of our chaincode in the block's order; often none
 * @param attempts who won and who lost in it, in the block's order
 */
public record LedgerBlock(
    long number, List<LedgerTransaction> transactions, List<Attempt> attempts) {
  public LedgerBlock {
    transactions = List.copyOf(transactions);
    attempts = List.copyOf(attempts);
  }
}
