// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.time.Instant;

/**
 * A transaction of our chaincode that reached a block: it won, or it lost against another that had
 * changed what it read.
 *
 * @param mspId the organisation that brought it
 * @param timestamp the transaction's time, by its sender's clock
 * @param won whether it is valid
 */
public record Attempt(String mspId, Instant timestamp, boolean won) {}
