// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.time.Instant;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A transaction of our chaincode that reached a block: it won, or it lost against another that had
 * changed what it read.
 *
 * @param sender who brought it: a digest of its creator, certificate included
 * @param timestamp the transaction's time, by its sender's clock
 * @param won whether it is valid
 */
public record Attempt(Sha256 sender, Instant timestamp, boolean won) {}
