// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;

/**
 * An amount of money of one asset.
 *
 * @param asset what a venue settles in
 * @param amount whole fen, at least one
 */
public record Money(Asset asset, Fen amount) implements Worth {
  @Override
  public Posting posting(Account source, Account destination) {
    return new Posting(amount.value(), asset.value(), destination, Optional.empty(), source);
  }
}
