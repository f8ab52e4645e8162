// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Adds to an open case what was found or done (案件记录). By who opened it, the authority, the offices
 * of its regions and the exchanges of its instruments.
 *
 * @param documents files that belong to it
 * @param supervisionCase the case
 * @param text in words
 */
public record NoteSupervisionCase(
    @Means(en = "SHA-256 of the files that belong to it", zh = "有关文件的 SHA-256 摘要")
        @Distinct
        @Most(SupervisionCase.DOCUMENTS_MOST)
        Optional<List<Sha256>> documents,
    @Means(en = "Case", zh = "案件编号") InstructionId supervisionCase,
    @Means(en = "What was found or done", zh = "发现或办理的事项") @Most(SupervisionCase.TEXT_MOST)
        String text)
    implements Action {

  /** The action. */
  public static final ActionType<NoteSupervisionCase> TYPE =
      ActionType.of(
          "noteSupervisionCase",
          "追加案件记录",
          "Adds to a case what was found or done",
          new NoteSupervisionCase(
              Optional.of(List.of(Sha256.of("minutes of a talk"))),
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              "已约谈交易双方。 Both traders were talked to."),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE, Role.EXCHANGE),
          SupervisionVisibility.SIGNED,
          ErrorCode.UNKNOWN_SUPERVISION_CASE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.TOO_MANY_NOTES);

  public NoteSupervisionCase {
    documents = documents.map(List::copyOf);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(SupervisionCase.key(supervisionCase));
  }

  @Override
  public void apply(Act act) {
    SupervisionCase found = SupervisionCase.must(act, supervisionCase);
    act.require(
        found.concerns(act.actor()),
        ErrorCode.NOT_ALLOWED,
        zh("案件不涉及 %s 的地区或交易场所")
            .en("the case concerns neither region nor venues of %s", act.actor().id()));
    found.requireOpen(act);
    act.require(
        found.notes().size() < SupervisionCase.NOTES_MOST,
        ErrorCode.TOO_MANY_NOTES,
        zh("至多 %s 条").en("it takes at most %s", SupervisionCase.NOTES_MOST));

    act.write(
        found.with(
            new SupervisionCase.Note(
                act.time(), act.actor().id(), documents.orElse(List.of()), act.id(), text)));
    act.refer("supervision-case", supervisionCase);
  }
}
