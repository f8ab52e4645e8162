// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

/** Something of value that moves between accounts: credits of a batch, or money. */
public interface Worth {
  /** The posting that says that it moved. */
  Posting posting(Account source, Account destination);
}
