// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

/**
 * The ledger will not take batches from us until somebody changes something: the gateway's
 * identity, the channel or chaincode it names, the endorsement policy or the versions of the two.
 * Just after a chaincode was deployed a peer says the same for some seconds.
 */
public final class LedgerSettingsException extends LedgerException {
  private static final long serialVersionUID = 1L;

  public LedgerSettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
