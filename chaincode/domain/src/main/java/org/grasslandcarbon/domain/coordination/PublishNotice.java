// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.WorkingDays;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Tells everybody something of a region (LEDGER section 7): by the authority, or the office of the
 * region; a barrier also by the office of another one, which meets it and tells of it once. Credits
 * are set apart for use abroad because their holder asked for it, and for good.
 *
 * @param document the document
 * @param fields the member of its kind
 * @param kind what it announces
 * @param region for which region
 * @param replaces the earlier notice that it takes the place of
 * @param request the case in which the holder asked for a label; it is answered, and not published
 * @param title in words
 * @param validFrom its first day
 * @param validTo its last day
 */
public record PublishNotice(
    @Means(en = "SHA-256 of the document", zh = "文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "What it says, by its kind", zh = "各类通知的专有内容") NoticeFields fields,
    @Means(en = "What it announces", zh = "通知类型") NoticeKind kind,
    @Means(en = "Region; 000000 for the nation", zh = "地区；全国为 000000") RegionCode region,
    @Means(en = "Earlier notice that it takes the place of", zh = "被替代的通知")
        Optional<InstructionId> replaces,
    @Means(
            en = "Case in which the holder asked for EXPORT_LABEL; not published",
            zh = "持有人申请 EXPORT_LABEL 的案件编号；不公开")
        Optional<InstructionId> request,
    @Means(en = "Title", zh = "标题") @Most(Notice.TITLE_MOST) String title,
    @Means(en = "First day", zh = "起始日期") LocalDate validFrom,
    @Means(en = "Last day; OFFER and NEED need one", zh = "终止日期；OFFER、NEED 必填")
        Optional<LocalDate> validTo)
    implements Action {

  /** The action. */
  public static final ActionType<PublishNotice> TYPE =
      ActionType.of(
          "publishNotice",
          "发布地区协同通知",
          "Tells everybody something of a region",
          new PublishNotice(
              Sha256.of("offer of forage"),
              NoticeFields.of(
                  new NoticeFields.Supply(
                      NoticeFields.Factor.FORAGE,
                      Optional.of(Fen.of(90_000)),
                      Decimal.of("2000"),
                      "t")),
              NoticeKind.OFFER,
              new RegionCode("152500"),
              Optional.empty(),
              Optional.empty(),
              "供应青贮饲草。 Silage on offer.",
              LocalDate.of(2026, 9, 1),
              Optional.of(LocalDate.of(2026, 12, 31))),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE),
          // The notice is public; the signed text names the case of the holder whose credits are
          // labelled.
          Visibility.ACCOUNT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.NOTICE_OVER,
          ErrorCode.UNKNOWN_NOTICE,
          ErrorCode.NOTICE_NOT_REPLACEABLE,
          ErrorCode.BARRIER_ALREADY_TOLD,
          ErrorCode.TOO_MANY_NOTICES,
          ErrorCode.UNKNOWN_CASE,
          ErrorCode.WRONG_STATE,
          ErrorCode.LABEL_NOT_ASKED,
          ErrorCode.LABEL_NOT_HELD,
          ErrorCode.ALREADY_LABELLED,
          ErrorCode.TOO_LARGE);

  public PublishNotice {
    fields.requireOf(kind);
    Check.that(
        validTo.filter(validFrom::isAfter).isEmpty(),
        zh("终止日期不得早于起始日期").en("a notice does not end before it begins"));
    Check.that(
        validTo.isPresent() || kind != NoticeKind.OFFER && kind != NoticeKind.NEED,
        zh("供给和需求须有终止日期").en("an offer or a need has a last day"));
    boolean labels = kind == NoticeKind.EXPORT_LABEL;
    Check.that(
        labels == request.isPresent(),
        zh("EXPORT_LABEL 须注明持有人的申请，其他类型不注明")
            .en("EXPORT_LABEL names the holder's request, no other kind does"));
    Check.that(
        !labels || validTo.isEmpty() && replaces.isEmpty(),
        zh("EXPORT_LABEL 永久有效，不替代其他通知").en("EXPORT_LABEL is for good and replaces nothing"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(List.of(Region.key(region)));
    if (kind != NoticeKind.EXPORT_LABEL) {
      keys.add(OpenNotices.key(actor));
    }
    replaces.ifPresent(each -> keys.add(Notice.key(each)));
    fields.exportLabel().ifPresent(label -> keys.add(ExportLabel.key(label.batch())));
    request.ifPresent(each -> keys.add(CoordinationCase.key(each)));
    return keys;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    replaces
        .flatMap(each -> records.find(Notice.key(each)))
        .ifPresent(earlier -> keys.add(OpenNotices.key(earlier.by())));
    request
        .flatMap(each -> records.find(CoordinationCase.key(each)))
        .ifPresent(
            asked -> {
              asked.label().ifPresent(label -> keys.add(Holding.key(label.batch(), asked.by())));
              keys.add(OpenCases.key(asked.by(), asked.region()));
              keys.addAll(WorkingDays.keys(asked.due().from()));
            });
    return keys;
  }

  @Override
  public void apply(Act act) {
    act.require(
        act.actor().governs(region) || kind == NoticeKind.BARRIER,
        ErrorCode.NOT_ALLOWED,
        zh("地区 %s 由其他主管部门管辖").en("region %s is another's", region));
    Regions.require(act, region);
    act.require(
        validTo.filter(last -> last.isBefore(act.today())).isEmpty(),
        ErrorCode.NOTICE_OVER,
        zh("终止日期为 %s").en("the last day is %s", validTo.orElse(validFrom)));
    replaces.ifPresent(earlier -> replace(act, earlier));
    fields.exportLabel().ifPresent(label -> label(act, label));

    Notice notice =
        new Notice(
            act.time(),
            act.actor().id(),
            document,
            fields,
            act.id(),
            kind,
            region,
            Optional.empty(),
            replaces,
            title,
            validFrom,
            validTo);
    if (kind != NoticeKind.EXPORT_LABEL) {
      act.write(withRoom(act).with(notice));
    }
    act.write(notice);
    act.refer("notice", act.id());
  }

  /** The publisher's open notices, among which there is room for this one. */
  private OpenNotices withRoom(Act act) {
    OpenNotices open = OpenNotices.of(act, act.actor().id(), act.today());
    Optional<InstructionId> told =
        fields.barrier().flatMap(barrier -> open.barrier(region, barrier.kind()));
    act.requireNone(
        told.map(each -> zh("该通知为 %s").en("it does so with the notice %s", each)),
        ErrorCode.BARRIER_ALREADY_TOLD);
    act.require(
        open.notices().size() < OpenNotices.OPEN_MOST,
        ErrorCode.TOO_MANY_NOTICES,
        zh("至多 %s 份").en("at most %s are open at a time", OpenNotices.OPEN_MOST));
    return open;
  }

  private void replace(Act act, InstructionId id) {
    Notice earlier = act.must(Notice.key(id), ErrorCode.UNKNOWN_NOTICE);
    act.require(
        earlier.kind() == kind && earlier.region().equals(region),
        ErrorCode.NOTICE_NOT_REPLACEABLE,
        zh("该通知的类型为 %s，地区为 %s")
            .en("it is of kind %s and region %s", earlier.kind(), earlier.region()));
    act.require(
        earlier.by().equals(act.actor().id()) || act.actor().is(Role.AUTHORITY),
        ErrorCode.NOTICE_NOT_REPLACEABLE,
        zh("该通知由 %s 发布").en("%s published it", earlier.by()));
    act.require(
        earlier.replacedBy().isEmpty(),
        ErrorCode.NOTICE_NOT_REPLACEABLE,
        zh("该通知已被替代").en("it has been replaced"));
    act.write(earlier.replacedBy(act.id()));
    act.write(OpenNotices.of(act, earlier.by(), act.today()).without(id));
  }

  /**
   * Sets apart what its holder asked for, which answers the request. What is used up, listed, sold
   * forward or in the buffer is in nobody's holding.
   */
  private void label(Act act, NoticeFields.ExportLabelled label) {
    CoordinationCase asked = CoordinationCase.must(act, request.orElseThrow());
    asked.requireOpen(act);
    act.require(
        asked.label().filter(label::equals).isPresent(),
        ErrorCode.LABEL_NOT_ASKED,
        zh("批次 %s 的编号 %s").en("batch %s, serials %s", label.batch(), label.serials()));
    act.require(
        region.contains(asked.region()),
        ErrorCode.NOT_ALLOWED,
        zh("批次 %s 的地区为 %s").en("batch %s is of region %s", label.batch(), asked.region()));
    ExportLabel before = label.requireFree(act, asked.by());
    act.require(
        before.labels().size() < ExportLabel.LABELS_MOST,
        ErrorCode.TOO_LARGE,
        zh("该批次已有 %s 个标记").en("the batch has %s labels", before.labels().size()));
    act.write(before.with(new ExportLabel.Label(act.time(), act.id(), label.serials())));
    act.write(asked.ended(act, Optional.of(document), Optional.empty(), Optional.empty()));
    act.write(OpenCases.of(act, asked.by(), asked.region()).ended(asked.behalf()));
    act.refer("information-case", asked.id());
  }
}
