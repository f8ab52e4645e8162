// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Where credits of a batch can be, as the source or destination of a {@link Posting}. At every
 * moment the accounts of a batch partition its serials.
 */
public final class Account {
  /** Outside the ledger: where issued credits come from. */
  public static final String ISSUANCE = "issuance";

  /** The non-permanence buffer of the batch. */
  public static final String BUFFER = "buffer";

  private Account() {}

  /**
   * In the buffer of the batch and on hold for a reversal. Its first part is the buffer's, because
   * to everybody but the certifier who settles the reversal these credits are in the buffer.
   */
  public static String bufferHold(InstructionId reversal) {
    return BUFFER + ":" + reversal;
  }

  /** At a holder's free disposal. */
  public static String held(ParticipantId holder) {
    return "held:" + holder;
  }

  /** A holder's, under a freeze. */
  public static String frozen(ParticipantId holder, InstructionId freeze) {
    return "frozen:" + holder + ":" + freeze;
  }

  /** Retired for ever by one retirement. */
  public static String retired(InstructionId retirement) {
    return "retired:" + retirement;
  }

  /** Cancelled for ever by one cancellation. */
  public static String cancelled(InstructionId cancellation) {
    return "cancelled:" + cancellation;
  }
}
