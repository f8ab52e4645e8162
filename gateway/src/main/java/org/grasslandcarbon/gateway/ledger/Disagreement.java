// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import java.time.Instant;

/**
 * An organisation whose chaincode answers otherwise than the others', from the same state.
 *
 * @param organisation its MSP id
 * @param since when it was first found, without agreeing in between
 * @param lastFound when it was last found
 * @param transactionId the transaction that it answered otherwise, the last time
 * @param what it did otherwise, in words
 */
public record Disagreement(
    String organisation, Instant since, Instant lastFound, String transactionId, String what) {}
