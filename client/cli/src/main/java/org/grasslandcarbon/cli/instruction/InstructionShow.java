// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.instruction;

import java.time.Duration;
import java.util.Optional;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.PrivateReads;
import org.grasslandcarbon.domain.value.InstructionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What became of an instruction. */
@Command(
    name = "show",
    description = {
      "查询一条指令的结果；带密钥时显示不公开的流水。",
      "What became of an instruction; with a key also movements that are not public."
    },
    footer = {"  grassland instruction show 6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11"})
final class InstructionShow extends RegistryCommand {
  @Parameters(
      paramLabel = "UUID",
      description = {"指令编号。", "The instruction's id."})
  private String id;

  @Override
  protected void perform(Session session) {
    InstructionId wanted = id();
    // Before anything is shown as being done: a passphrase may be asked for.
    Optional<PrivateReads> reads = session.keyFile().map(file -> session.privateReads());
    session.show(
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    reads
                        .map(each -> each.outcome(wanted, Duration.ZERO))
                        .orElseGet(() -> session.client().outcome(wanted, Duration.ZERO))
                        .document()));
  }

  private InstructionId id() {
    try {
      return new InstructionId(id);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "指令编号应为小写 UUID。", "The id of an instruction is a UUID in lower case.");
    }
  }
}
