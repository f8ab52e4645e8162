// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.List;
import org.grasslandcarbon.client.InstructionText;

/** An instruction of the kind waits in the outbox, and nobody has said that it is meant twice. */
final class NotSignedAgain extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<InstructionText> waiting;

  NotSignedAgain(List<InstructionText> waiting) {
    super(
        "Nothing was signed or sent, as it could be done twice: grassland instruction resume"
            + " finishes what waits; --again signs another one all the same.");
    this.waiting = List.copyOf(waiting);
  }

  String zh() {
    return "未签署、未发送，以免重复执行：先用 grassland instruction resume 完成发件箱中的指令；确要再发一份，请加 --again。";
  }

  List<InstructionText> waiting() {
    return waiting;
  }
}
