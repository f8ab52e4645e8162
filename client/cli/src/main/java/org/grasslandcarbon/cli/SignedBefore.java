// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What waits in the outbox when a person is about to sign. Typing a command once more after it
 * failed makes a second instruction, and both would be carried out; so it is said what waits, and
 * whoever wants another one says so.
 */
public final class SignedBefore {
  private final Session session;
  private final boolean again;

  /**
   * @param again whether it has been said already that another one is wanted
   */
  public SignedBefore(Session session, boolean again) {
    this.session = session;
    this.again = again;
  }

  /**
   * Asks, when an instruction of the same participant and action waits, under another id.
   *
   * @param args what is about to be signed
   * @throws NotSignedAgain when the answer is no, or there is nobody to answer
   */
  public void ask(ParticipantId participant, String action, InstructionId id, JsonNode args) {
    if (again) {
      return;
    }
    List<InstructionText> all =
        session.outbox().pending().stream()
            .filter(text -> text.participant().equals(participant) && !text.id().equals(id))
            .toList();
    List<InstructionText> alike =
        all.stream().filter(text -> text.action().equals(action)).toList();
    if (alike.isEmpty()) {
      remind(all.size());
    } else {
      ask(alike, args);
    }
  }

  /** Another action is not the same thing typed again, but whoever waits for it may forget it. */
  private void remind(int waiting) {
    if (waiting > 0 && !session.isForPrograms()) {
      session.hint(
          "发件箱中有 " + waiting + " 份指令尚无结果；见 grassland instruction resume。",
          "(" + waiting + " in the outbox without an outcome: grassland instruction resume)");
    }
  }

  private void ask(List<InstructionText> alike, JsonNode args) {
    if (session.isForPrograms()) {
      throw new NotSignedAgain(alike);
    }
    session.hint("发件箱中尚无结果的同类指令：", "In the outbox, without an outcome yet:");
    for (InstructionText text : alike) {
      boolean same = Codec.text(text.args()).equals(Codec.text(args));
      String line =
          "  "
              + line(text, session.language())
              + "  "
              + (same
                  ? session.language().of("内容相同", "the very same")
                  : session.language().of("内容不同", "other arguments"));
      session.hint(line, line);
    }
    String question =
        session.language().of("再签一份？两份都可能执行。", "Sign another one? Both may be carried out.")
            + " [y/N]";
    boolean yes =
        session
            .terminal()
            .keyboard()
            .line(question)
            .filter(answer -> answer.strip().equalsIgnoreCase("y"))
            .isPresent();
    if (!yes) {
      throw new NotSignedAgain(alike);
    }
  }

  /**
   * The text that waits under an id, when it asks for the very same: then it is that text which is
   * to be sent, and no other.
   *
   * @throws UsageException when what waits under the id asks for something else
   */
  public Optional<InstructionText> under(InstructionId id, String action, JsonNode args) {
    Optional<InstructionText> there = session.outbox().find(id);
    there
        .filter(
            text ->
                !text.action().equals(action) || !Codec.text(text.args()).equals(Codec.text(args)))
        .ifPresent(
            text -> {
              throw new UsageException(
                  "发件箱中编号 " + id + " 的指令内容不同：" + line(text, Language.ZH) + "；请换编号，或先续传。",
                  "Another instruction waits in the outbox under this id: "
                      + line(text, Language.EN)
                      + "; choose another id, or resume it first.");
            });
    return there;
  }

  /** An instruction that waits, in a line. */
  static String line(InstructionText text, Language language) {
    String until = Text.of(StringNode.valueOf(text.notAfter().toString()), language);
    return text.action()
        + "  "
        + text.id()
        + "  "
        + language.of("有效至", "valid until")
        + " "
        + until;
  }
}
