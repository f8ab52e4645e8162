// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.instruction;

import java.nio.file.Path;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Sending;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.registry.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Any action of the catalogue by its name, or a text that was signed elsewhere. */
@Command(
    name = "send",
    description = {
      "发送任意指令：按名称，参数来自 --file；或发送在别处签好的文本。不带参数时列出全部指令。",
      "Sends any action by its name with arguments from --file, or a text signed elsewhere; lists"
          + " all actions when none is named."
    },
    footer = {
      "  grassland instruction send transferCredits --template > transfer.json",
      "  grassland instruction send transferCredits --file transfer.json --key my-key.json",
      "  grassland instruction send --signed instruction.jws"
    })
final class InstructionSend extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "ACTION",
      description = {"指令名称，如 transferCredits。", "Name of the action, e.g. transferCredits."})
  private String action;

  @Option(
      names = "--signed",
      paramLabel = "FILE",
      description = {
        "已签名的文本（- 为标准输入），见 --sign-only。",
        "A signed text (- is standard input), as --sign-only prints it."
      })
  private Path signed;

  @Option(
      names = "--schema",
      description = {
        "打印参数的 JSON Schema（来自网关）。",
        "Prints the JSON Schema of the arguments (from the gateway)."
      })
  private boolean schema;

  @Override
  protected String action() {
    return action;
  }

  @Override
  protected void fill(ObjectNode arguments, Session session) {
    // Any action: everything comes from the file.
  }

  @Override
  protected boolean performOtherwise(Session session) {
    if (signed != null) {
      sendSigned(session, InstructionText.parse(session.read(signed).strip()));
      return true;
    }
    if (action == null) {
      list(session);
      return true;
    }
    if (schema) {
      session.json(session.publicReads().schema(action).toPrettyString());
      return true;
    }
    if (Catalogue.find(action).isEmpty()) {
      throw new UsageException(
          "没有指令 " + action + "；grassland instruction send 列出全部。",
          "There is no action " + action + ": grassland instruction send lists all of them.");
    }
    return false;
  }

  private void sendSigned(Session session, InstructionText text) {
    signedBefore(session).ask(text.participant(), text.action(), text.id(), text.args());
    new Sending(session).send(text);
  }

  private static void list(Session session) {
    if (session.isForPrograms()) {
      session.document(Codec.tree(Catalogue.actions().stream().map(ActionType::name).toList()));
      return;
    }
    session.table(
        new Table<ActionType<?>>()
            .text("指令", "action", ActionType::name)
            .text(
                "说明",
                "what it does",
                type -> session.language().of(type.title().zh(), type.title().en())),
        Catalogue.actions());
  }
}
