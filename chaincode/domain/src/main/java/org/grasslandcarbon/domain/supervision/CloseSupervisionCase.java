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
 * Closes a case for good, with its result (结案). By who opened it, or the authority; measures are
 * told here and taken by instructions of their own.
 *
 * @param documents files that belong to it
 * @param measures what was done
 * @param result what came out
 * @param supervisionCase the case
 * @param text in words
 */
public record CloseSupervisionCase(
    @Means(en = "SHA-256 of the files that belong to it", zh = "有关文件的 SHA-256 摘要")
        @Distinct
        @Most(SupervisionCase.DOCUMENTS_MOST)
        Optional<List<Sha256>> documents,
    @Means(en = "What was done", zh = "采取的措施")
        @Distinct
        @Most(SupervisionCase.Closing.MEASURES_MOST)
        Optional<List<SupervisionCase.Measure>> measures,
    @Means(en = "What came out", zh = "结论") SupervisionCase.Result result,
    @Means(en = "Case", zh = "案件编号") InstructionId supervisionCase,
    @Means(en = "Why", zh = "理由") @Most(SupervisionCase.TEXT_MOST) String text)
    implements Action {

  /** The action. */
  public static final ActionType<CloseSupervisionCase> TYPE =
      ActionType.of(
          "closeSupervisionCase",
          "结案",
          "Closes a case with its result",
          new CloseSupervisionCase(
              Optional.of(List.of(Sha256.of("decision on the case"))),
              Optional.of(List.of(SupervisionCase.Measure.WARNING)),
              SupervisionCase.Result.VIOLATION,
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              "双方受同一人控制。 One person controls both."),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE, Role.EXCHANGE),
          SupervisionVisibility.SIGNED,
          ErrorCode.UNKNOWN_SUPERVISION_CASE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  public CloseSupervisionCase {
    documents = documents.map(List::copyOf);
    measures = measures.map(List::copyOf);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(SupervisionCase.key(supervisionCase));
  }

  @Override
  public void apply(Act act) {
    SupervisionCase found = SupervisionCase.must(act, supervisionCase);
    act.require(
        found.by().equals(act.actor().id()) || act.actor().is(Role.AUTHORITY),
        ErrorCode.NOT_ALLOWED,
        zh("案件由 %s 立案，须由其或国家主管部门结案")
            .en("%s opened the case: it or the authority closes it", found.by()));
    found.requireOpen(act);

    act.write(
        found.closed(
            new SupervisionCase.Closing(
                act.time(),
                act.actor().id(),
                documents.orElse(List.of()),
                act.id(),
                measures.orElse(List.of()),
                result,
                text)));
    act.refer("supervision-case", supervisionCase);
  }
}
