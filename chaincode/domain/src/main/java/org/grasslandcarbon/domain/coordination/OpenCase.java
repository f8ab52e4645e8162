// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.OneOf;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Asks a region: an office for information, anybody about a problem, the authority or an auditor as
 * supervisor, a holder for its credits to be set apart for use abroad (LEDGER section 7;
 * china-rules E11, E13, E14). It goes to who is responsible for the function in the region, or in
 * the one above it that has somebody, and is to be answered within the working days of the
 * criteria.
 *
 * @param behalf for whom, if for somebody without a key, of whom nothing is said
 * @param function what it is about
 * @param kind who asks whom
 * @param label the credits to be set apart for use abroad, of {@code LABEL_REQUEST}
 * @param region which region
 * @param reopens the earlier case whose answer did not serve
 * @param text what is asked, as a document
 */
public record OpenCase(
    @Means(en = "For whom, of FEEDBACK for the public", zh = "代为提出（公众反馈）")
        Optional<CoordinationCase.Behalf> behalf,
    @Means(en = "What it is about", zh = "事项所属职能")
        @OneOf({
          "CARBON_MANAGEMENT",
          "MONITORING",
          "COMPENSATION",
          "MARKET",
          "TRAINING",
          "PUBLIC_FEEDBACK",
          "STANDARDS"
        })
        MandateFunction function,
    @Means(en = "Who asks whom", zh = "案件类型") CaseKind kind,
    @Means(en = "Of LABEL_REQUEST: the credits", zh = "LABEL_REQUEST：申请标记的减排量")
        Optional<NoticeFields.ExportLabelled> label,
    @Means(en = "Region that is asked; 000000 for the nation", zh = "被请求的地区；全国为 000000")
        RegionCode region,
    @Means(en = "Earlier case whose answer did not serve", zh = "重新提出时，原案件的编号")
        Optional<InstructionId> reopens,
    @Means(
            en = "SHA-256 of what is asked; no word about people is on the ledger",
            zh = "请求或反馈内容文件的 SHA-256 摘要；账本上不得有个人信息")
        Sha256 text)
    implements Action {

  /** The action. */
  public static final ActionType<OpenCase> TYPE =
      ActionType.of(
          "openCase",
          "向地区提出信息请求、反馈、监督请求或标记申请",
          "Asks a region for information, for a label on credits, or about a problem",
          new OpenCase(
              Optional.of(CoordinationCase.Behalf.PUBLIC),
              MandateFunction.PUBLIC_FEEDBACK,
              CaseKind.FEEDBACK,
              Optional.empty(),
              new RegionCode("152502"),
              Optional.empty(),
              Sha256.of("a spring has fallen dry")),
          ActionType.anyRole(),
          CoordinationVisibility.SIGNED,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.UNKNOWN_CASE,
          ErrorCode.CASE_NOT_REOPENABLE,
          ErrorCode.NO_RESPONSIBLE,
          ErrorCode.CASE_TO_ONESELF,
          ErrorCode.TOO_MANY_CASES,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.LABEL_NOT_HELD,
          ErrorCode.ALREADY_LABELLED);

  public OpenCase {
    Check.that(
        behalf.isEmpty() || kind == CaseKind.FEEDBACK,
        zh("只有公众反馈可代为提出").en("only FEEDBACK is for the public"));
    Check.that(
        label.isPresent() == (kind == CaseKind.LABEL_REQUEST),
        zh("LABEL_REQUEST 须注明减排量，其他类型不注明")
            .en("LABEL_REQUEST names the credits, no other kind does"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(Mandates.keys(region, function));
    keys.add(Region.key(region));
    keys.add(CriteriaVersions.KEY);
    keys.add(OpenCases.key(actor, region));
    reopens.ifPresent(each -> keys.add(CoordinationCase.key(each)));
    label.ifPresent(
        each -> {
          keys.add(Batch.key(each.batch()));
          keys.add(ExportLabel.key(each.batch()));
          keys.add(Holding.key(each.batch(), actor));
        });
    return keys;
  }

  @Override
  public void apply(Act act) {
    Actor actor = act.actor();
    requireMayAsk(act, actor);
    Regions.require(act, region);
    reopens.ifPresent(first -> reopen(act, first));
    Mandates.Found found = Mandates.mustFind(act, region, function);
    act.require(
        behalf.isPresent() || !found.term().isActedBy(actor.id()),
        ErrorCode.CASE_TO_ONESELF,
        zh("%s 在 %s 负责该职能").en("%s is responsible for it in %s", actor.id(), found.region()));
    OpenCases open = OpenCases.of(act, actor.id(), region);
    act.require(
        open.hasRoom(behalf),
        ErrorCode.TOO_MANY_CASES,
        zh("%s：至多 %s 件").en("%s: at most %s", open.province(), OpenCases.most(behalf)));
    label.ifPresent(each -> requireMayLabel(act, each));

    act.write(open.opened(behalf));
    CoordinationCase.Step first =
        CoordinationCase.Step.to(act, region, function, found, Optional.empty());
    act.write(
        new CoordinationCase(
            Optional.empty(),
            behalf,
            actor.id(),
            first.delegate(),
            due(act),
            actor.region(),
            function,
            act.id(),
            kind,
            label,
            act.time(),
            region,
            Optional.empty(),
            reopens,
            first.responsible(),
            List.of(first),
            CoordinationCase.State.OPEN,
            text));
    act.refer("information-case", act.id());
  }

  private void requireMayAsk(Act act, Actor actor) {
    boolean may =
        switch (kind) {
          case INFORMATION -> actor.is(Role.OFFICE) && !actor.governs(region);
          case FEEDBACK -> behalf.isEmpty() || actor.is(Role.OFFICE);
          case SUPERVISION_REQUEST -> actor.is(Role.AUTHORITY) || actor.is(Role.AUDITOR);
          case LABEL_REQUEST -> actor.is(Role.OWNER) || actor.is(Role.TRADER);
        };
    act.require(
        may,
        ErrorCode.NOT_ALLOWED,
        switch (kind) {
          case INFORMATION ->
              zh("信息请求由主管部门向其他地区提出").en("an office asks another region for information");
          case FEEDBACK -> zh("公众反馈由主管部门代为提出").en("an office passes on what the public says");
          case SUPERVISION_REQUEST ->
              zh("监督请求由国家主管部门或审计方提出").en("the authority and auditors ask as supervisors");
          case LABEL_REQUEST -> zh("标记申请由减排量持有人提出").en("who holds credits asks for a label");
        });
  }

  private void requireMayLabel(Act act, NoticeFields.ExportLabelled wanted) {
    Batch batch = act.must(Batch.key(wanted.batch()), ErrorCode.UNKNOWN_BATCH);
    act.require(
        batch.region().equals(region),
        ErrorCode.NOT_ALLOWED,
        zh("批次 %s 的地区为 %s").en("batch %s is of region %s", batch.id(), batch.region()));
    wanted.requireFree(act, act.actor().id());
  }

  private void reopen(Act act, InstructionId id) {
    CoordinationCase first = CoordinationCase.must(act, id);
    act.require(
        first.by().equals(act.actor().id())
            && first.kind() == kind
            && first.region().equals(region),
        ErrorCode.CASE_NOT_REOPENABLE,
        zh("原案件类型为 %s，地区为 %s，由 %s 提出")
            .en("it is %s of region %s by %s", first.kind(), first.region(), first.by()));
    act.require(
        first.state() != CoordinationCase.State.OPEN,
        ErrorCode.CASE_NOT_REOPENABLE,
        zh("原案件尚未办结").en("it is open still"));
    act.require(
        first.reopenedBy().isEmpty(),
        ErrorCode.CASE_NOT_REOPENABLE,
        zh("原案件已重新提出").en("it has been reopened"));
    act.write(first.reopenedBy(act.id()));
  }

  private CoordinationCase.Due due(Act act) {
    CoordinationDays days = CoordinationDays.on(act, act.today());
    boolean isPublished =
        act.find(CriteriaVersions.KEY).flatMap(each -> each.on(act.today())).isPresent();
    return new CoordinationCase.Due(
        !isPublished,
        kind == CaseKind.FEEDBACK ? days.feedback() : days.information(),
        act.today().plusDays(1));
  }
}
