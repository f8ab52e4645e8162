// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.cli.KeptInOutbox;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.ClientException;
import org.grasslandcarbon.client.GatewayUnreachable;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.OutcomeUnknown;
import org.grasslandcarbon.client.RegistryProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.StringNode;

/** Sends what has no known outcome again, text by text: each still counts once. */
@Command(
    name = "resume",
    description = {
      "重发尚无结果的指令（例如断线、断电之后）；每条只会生效一次。",
      "Sends instructions without a known outcome again, e.g. after a crash; each counts once."
    },
    footer = {"  grassland instruction resume --list", "  grassland instruction resume"})
final class InstructionResume extends RegistryCommand {
  private static final String PENDING = "PENDING";

  @Option(
      names = "--list",
      description = {"只列出，不发送。", "Only lists them; sends nothing."})
  private boolean list;

  /**
   * What became of one.
   *
   * @param action what it asks for
   * @param code why it was refused
   * @param id the instruction
   * @param notAfter until when the ledger may apply it
   * @param participant who acts
   * @param status {@code APPLIED}, {@code REJECTED} or {@code PENDING}
   */
  private record Resumed(
      String action,
      Optional<String> code,
      String id,
      String notAfter,
      String participant,
      String status) {}

  @Override
  protected void perform(Session session) {
    List<InstructionText> texts = session.outbox().pending();
    if (list || texts.isEmpty()) {
      show(session, texts);
      return;
    }
    List<Resumed> rows = new ArrayList<>();
    List<InstructionText> kept = new ArrayList<>();
    Optional<ClientException> unfinished = Optional.empty();
    for (InstructionText text : texts) {
      Sent sent =
          // What cannot be reached for one cannot be for the next.
          unfinished.filter(GatewayUnreachable.class::isInstance).isPresent()
              ? new Sent(row(text, PENDING, Optional.empty()), unfinished)
              : send(session, text);
      rows.add(sent.row());
      if (sent.unfinished().isPresent()) {
        unfinished = sent.unfinished();
        kept.add(text);
      }
      // Whoever interrupts the rest knows what became of this one.
      tell(session, sent.row());
    }
    if (session.isForPrograms()) {
      session.document(Map.of("items", rows, "total", rows.size()));
    }
    if (unfinished.isPresent()) {
      throw new KeptInOutbox(kept, unfinished.get());
    }
  }

  /** What became of one text, and why it stays where it has no outcome. */
  private record Sent(Resumed row, Optional<ClientException> unfinished) {}

  private Sent send(Session session, InstructionText text) {
    try {
      session
          .progress()
          .during(
              calledAs() + " " + text.action(),
              () -> session.client().submit(text, session.timeout()));
      session.outbox().settle(text.id());
      return new Sent(row(text, "APPLIED", Optional.empty()), Optional.empty());
    } catch (RegistryProblem problem) {
      Optional<String> code = Optional.of(problem.code());
      if (!problem.isFinal()) {
        return new Sent(row(text, PENDING, code), Optional.of(problem));
      }
      session.outbox().settle(text.id());
      return new Sent(row(text, "REJECTED", code), Optional.empty());
    } catch (GatewayUnreachable | OutcomeUnknown failure) {
      return new Sent(row(text, PENDING, Optional.empty()), Optional.of(failure));
    }
  }

  private static void tell(Session session, Resumed row) {
    if (!session.isForPrograms()) {
      session.line(
          row.id()
              + "  "
              + row.action()
              + "  "
              + Labels.code(row.status(), session.language())
              + row.code().map(code -> "  " + code).orElse(""));
    }
  }

  private static Resumed row(InstructionText text, String status, Optional<String> code) {
    return new Resumed(
        text.action(),
        code,
        text.id().value(),
        text.notAfter().toString(),
        text.participant().value(),
        status);
  }

  private static void show(Session session, List<InstructionText> texts) {
    List<Resumed> rows = texts.stream().map(text -> row(text, PENDING, Optional.empty())).toList();
    if (session.isForPrograms()) {
      session.document(Map.of("items", rows, "total", rows.size()));
    } else if (rows.isEmpty()) {
      session.say("没有待定的指令。", "No instruction is without its outcome.");
    } else {
      session.table(
          new Table<Resumed>()
              .text("指令", "instruction", Resumed::id)
              .text("操作", "action", Resumed::action)
              .text("主体", "participant", Resumed::participant)
              .text("有效至", "valid until", row -> until(row, session)),
          rows);
    }
  }

  private static String until(Resumed row, Session session) {
    return Text.of(StringNode.valueOf(row.notAfter()), session.language());
  }
}
