// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.client.ClientException;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outbox;
import org.grasslandcarbon.client.RegistryProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends what has no known outcome again, text by text: each still counts once. */
@Command(
    name = "resume",
    description = {
      "重发尚无结果的指令（例如断线、断电之后）；每条只会生效一次。",
      "Sends instructions without a known outcome again, e.g. after a crash; each counts once."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland instruction resume --list", "  grassland instruction resume"})
final class InstructionResume extends RegistryCommand {
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
   * @param participant who acts
   * @param status {@code APPLIED}, {@code REJECTED} or {@code PENDING}
   */
  private record Resumed(
      String action, Optional<String> code, String id, String participant, String status) {}

  @Override
  protected void perform(Session session) {
    Outbox outbox = session.outbox();
    List<Resumed> rows = new ArrayList<>();
    Optional<ClientException> unfinished = Optional.empty();
    for (InstructionText text : outbox.pending()) {
      if (list) {
        rows.add(row(text, "PENDING", Optional.empty()));
        continue;
      }
      try {
        session
            .progress()
            .during(
                calledAs() + " " + text.action(),
                () -> session.client().submit(text, session.timeout()));
        outbox.settle(text.id());
        rows.add(row(text, "APPLIED", Optional.empty()));
      } catch (RegistryProblem problem) {
        if (problem.isRetryable()) {
          unfinished = Optional.of(problem);
        } else {
          outbox.settle(text.id());
        }
        rows.add(
            row(text, problem.isRetryable() ? "PENDING" : "REJECTED", Optional.of(problem.code())));
      } catch (ClientException failure) {
        unfinished = Optional.of(failure);
        rows.add(row(text, "PENDING", Optional.empty()));
      }
    }
    show(session, rows);
    if (unfinished.isPresent()) {
      throw unfinished.get();
    }
  }

  private static Resumed row(InstructionText text, String status, Optional<String> code) {
    return new Resumed(text.action(), code, text.id().value(), text.participant().value(), status);
  }

  private static void show(Session session, List<Resumed> rows) {
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
              .text("结果", "status", row -> Labels.code(row.status, session.language()))
              .text("原因", "code", row -> row.code.orElse("")),
          rows);
    }
  }
}
