// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import org.grasslandcarbon.domain.value.InstructionId;

/**
 * An instruction may have reached the registry, and its outcome is not known yet. Sending the same
 * text again is always safe and answers with the first outcome.
 */
public final class OutcomeUnknown extends ClientException {
  private static final long serialVersionUID = 1L;

  private final transient InstructionId id;
  private final boolean received;

  OutcomeUnknown(InstructionId id, boolean received, Throwable cause) {
    super(
        received
            ? "网关已受理指令 " + id + "，结果尚未产生；重发同一指令是安全的，只会生效一次。"
            : "指令 " + id + " 可能已送达，结果未知；重发同一指令是安全的，只会生效一次。",
        received
            ? "The gateway holds instruction "
                + id
                + " and its outcome is not known yet: sending it again is safe, it counts once."
            : "Instruction "
                + id
                + " may have arrived and its outcome is unknown: sending it again is safe, it counts"
                + " once.",
        cause);
    this.id = id;
    this.received = received;
  }

  /** Which instruction. */
  public InstructionId id() {
    return id;
  }

  /** Whether a gateway confirmed that it holds the instruction. */
  public boolean isReceived() {
    return received;
  }
}
