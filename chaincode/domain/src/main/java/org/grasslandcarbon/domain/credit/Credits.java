// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.ledger.Worth;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * Credits of one batch on their way.
 *
 * @param batch the batch
 * @param serials which of its credits, at least one
 */
public record Credits(BatchId batch, SerialRanges serials) implements Worth {
  @Override
  public Posting posting(Account source, Account destination) {
    return new Posting(
        serials.quantity().value(), batch.value(), destination, Optional.of(serials), source);
  }
}
