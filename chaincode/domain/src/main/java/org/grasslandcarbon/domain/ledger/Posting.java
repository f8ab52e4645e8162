// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * One movement: every change of who has what is a posting of the journal entry that caused it.
 *
 * @param amount tonnes for credits, fen for money; above zero
 * @param asset the batch of the credits, or the money's asset
 * @param destination where it went
 * @param serials the credits moved; absent for money
 * @param source where it came from
 */
public record Posting(
    long amount,
    @Most(60) String asset,
    Account destination,
    Optional<SerialRanges> serials,
    Account source) {}
