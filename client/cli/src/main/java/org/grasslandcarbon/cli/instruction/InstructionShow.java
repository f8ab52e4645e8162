// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.instruction;

import java.time.Duration;
import java.util.Optional;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
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
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland instruction show 6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11"})
final class InstructionShow extends RegistryCommand {
  @Parameters(
      paramLabel = "UUID",
      description = {"指令编号。", "The instruction's id."})
  private String id;

  @Override
  protected void perform(Session session) {
    InstructionId wanted = id();
    Optional<String> token = session.token();
    session.show(
        session
            .progress()
            .during(
                calledAs(),
                () -> session.client().outcome(wanted, Duration.ZERO, token).document()));
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
