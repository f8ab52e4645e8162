// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.OneOf;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.WorkingDays;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Answers a case between regions, sends it on, or refuses it with the ground, which counts as a
 * barrier (LEDGER section 7; china-rules E11, E13, E14, E32). By who is responsible, its delegate,
 * or an office that decides for the region. Nobody answers what it asked for itself. A request for
 * a label is answered by the notice that gives it, and stays with those who decide for the land.
 *
 * @param answer which of the three
 * @param coordinationCase the case
 * @param document the answer
 * @param function where it goes on: the function there
 * @param ground why it is refused
 * @param region where it goes on
 * @param text why it goes on or is refused, as a document
 */
public record AnswerCase(
    @Means(en = "Which answer", zh = "办理结果") Kind answer,
    @Means(en = "Case", zh = "案件编号") InstructionId coordinationCase,
    @Means(en = "SHA-256 of the answer; ANSWERED needs it", zh = "答复文件的 SHA-256 摘要；ANSWERED 必填")
        Optional<Sha256> document,
    @Means(en = "Function to which it goes on; FORWARDED needs it", zh = "转交的职能；FORWARDED 必填")
        @OneOf({
          "CARBON_MANAGEMENT",
          "MONITORING",
          "COMPENSATION",
          "MARKET",
          "TRAINING",
          "PUBLIC_FEEDBACK",
          "STANDARDS"
        })
        Optional<MandateFunction> function,
    @Means(en = "Why it is refused; REFUSED needs it", zh = "拒绝理由；REFUSED 必填")
        Optional<RefusalGround> ground,
    @Means(en = "Region to which it goes on; FORWARDED needs it", zh = "转交的地区；FORWARDED 必填")
        Optional<RegionCode> region,
    @Means(
            en = "SHA-256 of why it goes on or is refused; ground OTHER needs it",
            zh = "转交或拒绝说明文件的 SHA-256 摘要；理由为 OTHER 时必填")
        Optional<Sha256> text)
    implements Action {

  /** What somebody does with a case. */
  public enum Kind {
    /** It is answered (答复). */
    ANSWERED,
    /** It goes on to who is responsible (转交). */
    FORWARDED,
    /** It is refused (拒绝). */
    REFUSED
  }

  /** The action. */
  public static final ActionType<AnswerCase> TYPE =
      ActionType.of(
          "answerCase",
          "答复、转交或拒绝协同案件",
          "Answers a case, sends it on, or refuses it",
          new AnswerCase(
              Kind.ANSWERED,
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              Optional.of(Sha256.of("answer")),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          ActionType.anyRole(),
          CoordinationVisibility.SIGNED,
          ErrorCode.UNKNOWN_CASE,
          ErrorCode.WRONG_STATE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.CASE_FORWARDED_OFTEN,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.NO_RESPONSIBLE,
          ErrorCode.CASE_TO_ONESELF);

  public AnswerCase {
    Check.that(
        document.isPresent() == (answer == Kind.ANSWERED),
        zh("ANSWERED 须有 document，其他没有").en("ANSWERED has document and the others do not"));
    Check.that(
        region.isPresent() == (answer == Kind.FORWARDED)
            && function.isPresent() == (answer == Kind.FORWARDED),
        zh("FORWARDED 须有 region 和 function，其他没有")
            .en("FORWARDED has region and function and the others do not"));
    Check.that(
        ground.isPresent() == (answer == Kind.REFUSED),
        zh("REFUSED 须有 ground，其他没有").en("REFUSED has ground and the others do not"));
    Check.that(
        text.isEmpty() || answer != Kind.ANSWERED,
        zh("ANSWERED 没有 text，答复在 document 中").en("ANSWERED has no text: document is the answer"));
    Check.that(
        text.isPresent() || ground.filter(RefusalGround.OTHER::equals).isEmpty(),
        zh("理由为 OTHER 时须有 text").en("the ground OTHER has text"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(CoordinationCase.key(coordinationCase));
    region.ifPresent(
        each -> {
          keys.add(Region.key(each));
          keys.addAll(Mandates.keys(each, function.orElseThrow()));
        });
    return keys;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(CoordinationCase.key(coordinationCase))
        .map(
            found -> {
              List<Key<?>> keys = new ArrayList<>(WorkingDays.keys(found.due().from()));
              keys.add(OpenCases.key(found.by(), found.region()));
              return keys;
            })
        .orElseGet(List::of);
  }

  @Override
  public void apply(Act act) {
    CoordinationCase found = CoordinationCase.must(act, coordinationCase);
    found.requireOpen(act);
    CoordinationCase.Step current = found.current();
    act.require(
        current.isActedBy(act.actor().id()) || act.actor().governs(current.region()),
        ErrorCode.NOT_ALLOWED,
        zh("案件由 %s 办理").en("%s is to answer", current.responsible()));
    act.require(
        !found.isAskedBy(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("不得答复自己提出的案件").en("nobody answers what it asked itself"));
    act.require(
        found.label().isEmpty() || answer != Kind.ANSWERED,
        ErrorCode.NOT_ALLOWED,
        zh("标记申请由主管部门发布 EXPORT_LABEL 通知办结")
            .en("a request for a label is answered by the notice EXPORT_LABEL of an office"));

    if (answer == Kind.FORWARDED) {
      act.write(forwarded(act, found));
    } else {
      act.write(found.ended(act, document, ground, text));
      act.write(OpenCases.of(act, found.by(), found.region()).ended(found.behalf()));
    }
    act.refer("information-case", coordinationCase);
  }

  private CoordinationCase forwarded(Act act, CoordinationCase found) {
    act.require(
        found.route().size() < CoordinationCase.ROUTE_MOST,
        ErrorCode.CASE_FORWARDED_OFTEN,
        zh("已转交 %s 次").en("it has gone on %s times", CoordinationCase.FORWARDED_MOST));
    RegionCode to = region.orElseThrow();
    Regions.require(act, to);
    act.require(
        found.label().isEmpty() || to.contains(found.region()),
        ErrorCode.NOT_ALLOWED,
        zh("标记申请只能转交至 %s 及其上级地区")
            .en("a request for a label goes on in %s and the regions above it", found.region()));
    Mandates.Found next = Mandates.mustFind(act, to, function.orElseThrow());
    CoordinationCase.Step step =
        CoordinationCase.Step.to(act, to, function.orElseThrow(), next, text);
    boolean isAnother =
        !step.isActedBy(act.actor().id())
            && !step.isActedBy(found.current().responsible())
            && (found.behalf().isPresent() || !step.isActedBy(found.by()));
    act.require(
        isAnother,
        ErrorCode.CASE_TO_ONESELF,
        zh("%s 在 %s 负责该职能").en("%s is responsible for it in %s", step.responsible(), to));
    return found.forwarded(step);
  }
}
