// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.region.RegionCount;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.region.RegionYear;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Records what herders of a region are due of a scheme of compensation in a year, and what was paid
 * (LEDGER section 7). The first records from what it is computed; later ones add payments, withdraw
 * those that were not made, or state the basis again, which keeps the earlier ones. Scheme, rate
 * and level are those of a notice of the province or of the nation, so that nobody below invents a
 * scheme. A scheme's year is recorded at one level: of a league or of its banners, never of both.
 *
 * @param basis from what is due; the first time, and when it was stated wrong
 * @param payments further payments
 * @param region for which
 * @param scheme under which
 * @param withdrawn documents of recorded payments that were not made
 * @param year for which it is due
 */
public record RecordCompensation(
    @Means(en = "From what it is computed", zh = "核定依据（首次填写或更正时）")
        Optional<CompensationBasis> basis,
    @Means(en = "Further payments", zh = "新增发放") @Least(1) @Most(PAYMENTS_MOST) @Distinct
        Optional<List<CompensationPayment>> payments,
    @Means(en = "Division for which (GB/T 2260)", zh = "行政区划代码") RegionCode region,
    @Means(en = "Code of the scheme, e.g. GRAZING_BAN", zh = "补偿项目代码，如 GRAZING_BAN")
        @Most(Compensation.SCHEME_LENGTH_MOST)
        String scheme,
    @Means(en = "Documents of payments that were not made", zh = "撤销的发放凭证摘要")
        @Least(1)
        @Most(PAYMENTS_MOST)
        @Distinct
        Optional<List<Sha256>> withdrawn,
    @Means(en = "Calendar year for which it is due", zh = "补偿年度")
        @Least(YEAR_LEAST)
        @Most(YEAR_MOST)
        int year)
    implements Action {

  /** One round of payments; more come in several instructions. */
  static final int PAYMENTS_MOST = 20;

  static final int YEAR_LEAST = 2000;

  static final int YEAR_MOST = 2199;

  static final String SCHEME_PATTERN = Compensation.SCHEME_PATTERN;

  private static final Pattern SCHEME = Pattern.compile(SCHEME_PATTERN);

  /** The action. */
  public static final ActionType<RecordCompensation> TYPE =
      ActionType.of(
          "recordCompensation",
          "记录生态补偿应付与已付",
          "Records what is due and was paid of a scheme of compensation",
          new RecordCompensation(
              Optional.of(
                  new CompensationBasis(
                      Decimal.of("120000"),
                      Sha256.of("areas of the scheme"),
                      new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
                      AreaUnit.MU)),
              Optional.of(
                  List.of(
                      new CompensationPayment(
                          LocalDate.of(2025, 12, 20),
                          Sha256.of("payment order"),
                          Fen.of(60_000_000)))),
              new RegionCode("152502"),
              "GRAZING_BAN",
              Optional.empty(),
              2025),
          EnumSet.of(Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.YEAR_NOT_BEGUN,
          ErrorCode.UNKNOWN_COMPENSATION,
          ErrorCode.UNKNOWN_NOTICE,
          ErrorCode.NO_COMPENSATION_RATE,
          ErrorCode.COMPENSATION_ELSEWHERE,
          ErrorCode.UNKNOWN_PAYMENT,
          ErrorCode.DAY_NOT_REACHED,
          ErrorCode.PAYMENT_ALREADY_RECORDED,
          ErrorCode.TOO_LARGE);

  public RecordCompensation {
    payments = payments.map(List::copyOf);
    withdrawn = withdrawn.map(List::copyOf);
    Check.matches(
        SCHEME,
        scheme,
        zh("补偿项目代码为大写字母开头的大写字母、数字和下划线，至多 40 个")
            .en("a scheme's code is 1 to 40 capitals, digits and underscores, a capital first"));
    Check.that(
        basis.isPresent() || payments.isPresent() || withdrawn.isPresent(),
        zh("须填写 basis、payments 或 withdrawn 中至少一项")
            .en("there is a basis, a payment, or one withdrawn"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(count().keys());
    keys.add(Region.key(region));
    keys.add(key());
    basis.ifPresent(each -> keys.add(Notice.key(each.notice())));
    return keys;
  }

  /** Public money is real whatever else a ledger is for. */
  private RegionCount count() {
    return new RegionCount(region, false);
  }

  private Key<Compensation> key() {
    return Compensation.key(region, scheme, year);
  }

  @Override
  public void apply(Act act) {
    act.must(Region.key(region), ErrorCode.UNKNOWN_REGION);
    act.require(
        act.actor().governs(region),
        ErrorCode.NOT_ALLOWED,
        zh("地区 %s 由其他主管部门管辖").en("region %s is another's", region));
    act.require(
        year <= act.today().getYear(),
        ErrorCode.YEAR_NOT_BEGUN,
        zh("%s 年尚未开始").en("the year %s has not begun", year));
    Optional<Compensation> before = act.find(key());
    act.require(
        before.isPresent() || basis.isPresent(),
        ErrorCode.UNKNOWN_COMPENSATION,
        zh("%s 尚无核定依据").en("%s has no basis yet", Compensation.id(region, scheme, year)));
    Optional<NoticeFields.CompensationRate> rate = basis.map(given -> rate(act, given.notice()));
    act.requireNone(
        rate.filter(each -> each.level() != CompensationLevel.of(region))
            .map(
                each ->
                    zh("该项目按 %s 级记录").en("the scheme is recorded at the level %s", each.level())),
        ErrorCode.COMPENSATION_ELSEWHERE);
    act.requireNone(
        count()
            .compensatedElsewhere(act, year, scheme)
            .map(
                elsewhere ->
                    elsewhere.equals(region)
                        ? zh("%s 下辖地区已记录该项补偿").en("divisions of %s have it recorded", region)
                        : zh("%s 已记录该项补偿").en("it is recorded for %s", elsewhere)),
        ErrorCode.COMPENSATION_ELSEWHERE);

    Compensation after =
        paid(act, withoutWithdrawn(act, before.orElse(Compensation.begin(region, scheme, year))));
    after = onBasis(act, after, rate).withOverlap(issued(act));
    RegionCount.Compensation change =
        new RegionCount.Compensation(
            scheme,
            before.map(Compensation::due).orElse(Fen.ZERO),
            after.due(),
            before.map(Compensation::paid).orElse(Fen.ZERO),
            after.paid());
    act.require(
        count().hasRoom(act, year, change),
        ErrorCode.TOO_LARGE,
        zh("地区合计将超过上限（每年至多 %s 个补偿项目）")
            .en(
                "sums of a region would be beyond their limits (%s schemes a year)",
                RegionYear.SCHEMES_MOST));
    act.write(after);
    count().compensated(act, year, change);
    act.refer("compensation", Compensation.id(region, scheme, year));
  }

  /** What the province, or the nation, has published of the scheme for the year. */
  private NoticeFields.CompensationRate rate(Act act, InstructionId id) {
    Notice notice = act.must(Notice.key(id), ErrorCode.UNKNOWN_NOTICE);
    act.require(
        notice.region().equals(region.province()) || notice.region().equals(RegionCode.NATION),
        ErrorCode.NO_COMPENSATION_RATE,
        zh("该通知的地区为 %s，须为 %s 或全国")
            .en(
                "the notice is of region %s and not of %s or the nation",
                notice.region(), region.province()));
    Optional<NoticeFields.CompensationRate> rate =
        notice.fields().compensationRate().filter(each -> each.scheme().equals(scheme));
    act.require(
        rate.isPresent(),
        ErrorCode.NO_COMPENSATION_RATE,
        zh("该通知未公布项目 %s 的标准").en("the notice has no rate of %s", scheme));
    act.require(
        notice.replacedBy().isEmpty()
            && notice.validFrom().getYear() <= year
            && notice.validTo().filter(last -> last.getYear() < year).isEmpty(),
        ErrorCode.NO_COMPENSATION_RATE,
        zh("该通知在 %s 年无效或已被替代").en("the notice does not hold in %s, or has been replaced", year));
    return rate.orElseThrow();
  }

  private Compensation withoutWithdrawn(Act act, Compensation found) {
    Compensation less = found;
    for (Sha256 each : withdrawn.orElse(List.of())) {
      act.require(
          less.hasPayment(each),
          ErrorCode.UNKNOWN_PAYMENT,
          zh("没有凭证摘要为 %s 的发放").en("no payment has the document %s", each));
      less = less.without(each, act.id());
    }
    return less;
  }

  private Compensation paid(Act act, Compensation found) {
    Compensation more = found;
    List<CompensationPayment> further = payments.orElse(List.of());
    act.require(
        found.payments().size() + further.size() <= Compensation.PAYMENTS_MOST,
        ErrorCode.TOO_LARGE,
        zh("已记录 %s 笔发放，至多 %s 笔")
            .en(
                "%s payments are recorded, at most %s can be",
                found.payments().size(), Compensation.PAYMENTS_MOST));
    for (CompensationPayment each : further) {
      act.require(
          !each.day().isAfter(act.today()),
          ErrorCode.DAY_NOT_REACHED,
          zh("发放日期 %s 晚于今日（%s）")
              .en("the day of payment, %s, is after today, %s", each.day(), act.today()));
      act.require(
          !more.hasPayment(each.document()),
          ErrorCode.PAYMENT_ALREADY_RECORDED,
          zh("凭证摘要 %s").en("the document is %s", each.document()));
      act.require(
          Fen.of(Fen.MAXIMUM).minus(more.paid()).isAtLeast(each.fen()),
          ErrorCode.TOO_LARGE,
          zh("已付 %s 分，合计将超过上限")
              .en("%s fen are paid; the sum would be beyond its limit", more.paid()));
      more =
          more.with(
              new Compensation.Payment(
                  act.time(),
                  act.actor().id(),
                  each.day(),
                  each.document(),
                  each.fen(),
                  act.id(),
                  Optional.empty()));
    }
    return more;
  }

  private Compensation onBasis(
      Act act, Compensation found, Optional<NoticeFields.CompensationRate> rate) {
    if (basis.isEmpty() || rate.isEmpty()) {
      return found;
    }
    act.require(
        found.bases().size() < Compensation.BASES_MOST,
        ErrorCode.TOO_LARGE,
        zh("核定依据已更正 %s 次").en("the basis was stated %s times", found.bases().size()));
    CompensationBasis given = basis.get();
    Fen fenPerMu = rate.get().fenPerMu();
    Optional<Fen> due = given.due(fenPerMu);
    act.require(
        due.isPresent(),
        ErrorCode.TOO_LARGE,
        zh("应付金额超过 %s 分").en("more than %s fen would be due", Fen.MAXIMUM));
    return found.with(
        new Compensation.Basis(
            given.area(),
            act.time(),
            act.actor().id(),
            given.document(),
            due.orElseThrow(),
            fenPerMu,
            act.id(),
            given.notice(),
            given.unit()));
  }

  /** Tonnes issued so far for days of the year in the region, where they were counted. */
  private Optional<Tonnes> issued(Act act) {
    return RegionTotals.of(act, region, false)
        .filter(totals -> totals.isStatedCounted(year))
        .map(totals -> totals.year(year).credits())
        .map(credits -> credits.map(RegionYear.Credits::vintage).orElse(Tonnes.ZERO));
  }
}
