// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.time.Instant;
import java.util.List;

/**
 * A valid transaction that called our chaincode or wrote to its state.
 *
 * @param id Fabric's transaction id
 * @param timestamp the transaction's time, which is the time of every instruction in it
 * @param position its place in the block, counted from 0 over all of the block's transactions
 * @param arguments what our chaincode was called with, the function's name first; empty when
 *     another chaincode was called, which then called ours
 * @param writes what it wrote to our chaincode's state, in key order
 */
public record LedgerTransaction(
    String id, Instant timestamp, int position, List<byte[]> arguments, List<StateWrite> writes) {

  public LedgerTransaction {
    arguments = List.copyOf(arguments);
    writes = List.copyOf(writes);
  }
}
