// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.instruction;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland instruction}. */
@Command(
    name = "instruction",
    description = {
      "签名指令：发送任意指令、查询结果、续传。",
      "Signed instructions: send any action, see outcomes, resume."
    },
    subcommands = {InstructionSend.class, InstructionShow.class, InstructionResume.class},
    footer = {"  grassland instruction show 6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11"})
public final class InstructionCommands extends NounCommand {}
