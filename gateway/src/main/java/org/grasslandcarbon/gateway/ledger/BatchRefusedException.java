// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Detail;

/** The chaincode refused the batch as a whole; nothing happened. */
public final class BatchRefusedException extends LedgerException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Detail detail;

  public BatchRefusedException(ErrorCode code, Detail detail, Throwable cause) {
    super(code + ": " + detail, cause);
    this.code = code;
    this.detail = detail;
  }

  /** The registry's code; {@code INTERNAL} when the refusal carried none. */
  public ErrorCode code() {
    return code;
  }

  /** What exactly was refused. */
  public Detail detail() {
    return detail;
  }
}
