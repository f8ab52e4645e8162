// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

/** Why a batch is not on the ledger; each kind asks for something else to be done. */
public abstract sealed class LedgerException extends RuntimeException
    permits TryAgainException,
        UnknownOutcomeException,
        BatchRefusedException,
        LedgerSettingsException {
  private static final long serialVersionUID = 1L;

  LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
