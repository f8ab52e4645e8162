// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.List;
import org.grasslandcarbon.client.ClientException;
import org.grasslandcarbon.client.InstructionText;

/** What was signed has no outcome and is kept; the cause says why. */
public final class KeptInOutbox extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<InstructionText> kept;

  /**
   * @param kept every instruction that waits for it
   */
  public KeptInOutbox(List<InstructionText> kept, ClientException cause) {
    super(cause.getMessage(), cause);
    this.kept = List.copyOf(kept);
  }

  List<InstructionText> kept() {
    return kept;
  }

  ClientException reason() {
    return (ClientException) getCause();
  }
}
