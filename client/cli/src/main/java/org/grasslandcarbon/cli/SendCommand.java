// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.InstructionId;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command that gives one instruction. Its arguments come from a JSON file, from options, or from
 * both, options last; they are held to the action's form here, before anything is signed.
 */
public abstract class SendCommand extends RegistryCommand {
  /** The ledger refuses what is valid for longer than a day. */
  private static final int VALID_MINUTES_MOST = 1440;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = {
        "参数 JSON 文件（- 为标准输入）；选项优先于文件。",
        "Arguments as a JSON file (- is standard input); options come before it."
      })
  private Path file;

  @Option(
      names = "--template",
      description = {
        "只打印一份有效的参数示例，不发送。",
        "Only prints valid arguments to start from; sends nothing."
      })
  private boolean template;

  @Option(
      names = "--sign-only",
      description = {
        "只签名并打印签名文本，不发送（可在离线机器上使用）。",
        "Only signs and prints the signed text; sends nothing (for a machine without a network)."
      })
  private boolean signOnly;

  @Option(
      names = "--dry-run",
      description = {
        "试算：按账本规则判断这条指令的结果，不签名、不提交（需要密钥）。",
        "What the ledger would make of it now: signs and sends no instruction (needs a key)."
      })
  private boolean dryRun;

  @Option(
      names = "--instruction-id",
      paramLabel = "UUID",
      description = {"指令编号；默认新建。", "The instruction's id; a new one by default."})
  private String id;

  @Option(
      names = "--valid-for",
      paramLabel = "MINUTES",
      defaultValue = "10",
      description = {
        "指令有效分钟数，最多 1440。",
        "Minutes for which the ledger may apply it, at most 1440. Default: ${DEFAULT-VALUE}"
      })
  private int validForMinutes;

  @Option(
      names = "--again",
      description = {
        "发件箱中已有同类指令尚无结果时，仍再签一份。",
        "Signs although one of the kind waits in the outbox without an outcome."
      })
  private boolean again;

  /** The action's name in the catalogue. */
  protected abstract String action();

  /** Puts what the options say into the arguments. */
  protected abstract void fill(ObjectNode arguments, Session session);

  /** Valid arguments to start from. */
  protected JsonNode example(ActionType<?> type) {
    return Codec.tree(type.example());
  }

  /** Does something else in place of sending, when the options ask for it. */
  protected boolean performOtherwise(Session session) {
    return false;
  }

  @Override
  protected final void perform(Session session) {
    if (performOtherwise(session)) {
      return;
    }
    ActionType<?> type =
        Catalogue.find(action())
            .orElseThrow(
                () -> new UsageException("没有指令 " + action(), "There is no action " + action()));
    if (template) {
      session.json(example(type).toPrettyString());
      return;
    }
    if (dryRun && signOnly) {
      throw new UsageException(
          "--dry-run 与 --sign-only 不能同时使用", "--dry-run and --sign-only do not go together");
    }
    Duration validity = validity();
    ObjectNode arguments = base(session);
    fill(arguments, session);
    InstructionId newId = instructionId();
    JsonNode args = checked(newId, arguments, session);
    if (dryRun) {
      new Rehearsal(session).play(action(), args);
      return;
    }
    InstructionText text = signed(session, newId, args, validity);
    if (signOnly) {
      session.exactly(text.jws());
    } else {
      new Sending(session).send(text);
    }
  }

  private InstructionText signed(
      Session session, InstructionId newId, JsonNode args, Duration validity) {
    InstructionSigner signer = session.signer();
    SignedBefore before = signedBefore(session);
    return before
        .under(newId, action(), args)
        .orElseGet(
            () -> {
              before.ask(signer.participant(), action(), newId, args);
              return signer.sign(newId, action(), args, validity);
            });
  }

  /** What waits in the outbox, and whether that is minded. */
  protected final SignedBefore signedBefore(Session session) {
    return new SignedBefore(session, again);
  }

  private InstructionId instructionId() {
    try {
      return id == null ? InstructionSigner.newId() : new InstructionId(id);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--instruction-id 应为小写 UUID。", "--instruction-id is a UUID in lower case.");
    }
  }

  private Duration validity() {
    if (validForMinutes < 1 || validForMinutes > VALID_MINUTES_MOST) {
      throw new UsageException(
          "--valid-for 为 1 至 " + VALID_MINUTES_MOST + " 分钟。",
          "--valid-for is 1 to " + VALID_MINUTES_MOST + " minutes.");
    }
    return Duration.ofMinutes(validForMinutes);
  }

  private ObjectNode base(Session session) {
    if (file == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode tree = Codec.read(session.read(file), JsonNode.class);
    if (tree instanceof ObjectNode object) {
      return object;
    }
    throw new UsageException(file + " 应为一个 JSON 对象。", file + " should be a JSON object.");
  }

  /** The ledger would refuse what is not well formed; saying so here costs no instruction. */
  private JsonNode checked(InstructionId newId, JsonNode args, Session session) {
    try {
      return ArgumentCheck.checked(action(), args, newId, session.signer().participant());
    } catch (RegistryException e) {
      String hint = calledAs() + " --template";
      throw new UsageException(
          "参数有误：" + e.zh() + "；有效示例见 " + hint,
          "The arguments are not right: " + e.en() + "; " + hint + " prints valid ones");
    }
  }
}
