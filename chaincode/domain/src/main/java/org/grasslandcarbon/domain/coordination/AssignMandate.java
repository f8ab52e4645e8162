// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Says who is responsible for a function in a region, or that nobody is (LEDGER section 7;
 * china-rules E6, E29). The authority says it of every region, an office of its own and those in
 * it. The independent assessment of a region is for the authority to assign: to an assessor from
 * elsewhere, for whole years, at most two of them running (E3).
 *
 * @param delegate who acts beside the holder, or where there is none
 * @param document the decision
 * @param from the first day
 * @param function what for
 * @param holder who is responsible; absent where the region has no office for it
 * @param level the capability of the region's own office, from 0 (none) to 5
 * @param region where, {@code 000000} for the nation
 * @param to the last day, if one is set
 */
public record AssignMandate(
    @Means(en = "Who acts beside the holder, or where there is none", zh = "代理机构（协同或代行职责）")
        Optional<ParticipantId> delegate,
    @Means(en = "SHA-256 of the decision", zh = "决定文件的 SHA-256 摘要") Sha256 document,
    @Means(
            en = "First day; of ASSESSMENT 1 January of the first assessed year",
            zh = "起始日期；ASSESSMENT 为首个被评估年度的 1 月 1 日")
        LocalDate from,
    @Means(en = "Function", zh = "职能") MandateFunction function,
    @Means(en = "Who is responsible; absent where nobody is", zh = "责任机构；空缺时不填")
        Optional<ParticipantId> holder,
    @Means(en = "Capability of the region's own office, 0 (none) to 5", zh = "本地区机构的能力等级（0 无，至 5）")
        @Least(0)
        @Most(Mandate.LEVEL_MOST)
        int level,
    @Means(en = "Region; 000000 for the nation", zh = "地区；全国为 000000") RegionCode region,
    @Means(
            en = "Last day; ASSESSMENT needs one, 31 December",
            zh = "终止日期；ASSESSMENT 必填，为 12 月 31 日")
        Optional<LocalDate> to)
    implements Action {

  /** Who assesses a region for longer than this becomes its familiar. */
  private static final int ASSESSED_YEARS_MOST = 2;

  /**
   * No term can begin before one that was assigned, so that a far one would shut out all others.
   */
  private static final int YEARS_AHEAD_MOST = 2;

  /** The action. */
  public static final ActionType<AssignMandate> TYPE =
      ActionType.of(
          "assignMandate",
          "指定地区职能的责任机构",
          "Says who is responsible for a function in a region",
          new AssignMandate(
              Optional.of(new ParticipantId("91110000101340478N")),
              Sha256.of("decision on responsibilities"),
              LocalDate.of(2026, 1, 1),
              MandateFunction.PUBLIC_FEEDBACK,
              Optional.of(new ParticipantId("91110000600037341L")),
              3,
              new RegionCode("152500"),
              Optional.of(LocalDate.of(2028, 12, 31))),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.UNKNOWN_PARTICIPANT,
          ErrorCode.MANDATE_NOT_ELIGIBLE,
          ErrorCode.NOT_INDEPENDENT,
          ErrorCode.BAD_MANDATE_TERM,
          ErrorCode.TOO_LARGE);

  public AssignMandate {
    Check.that(
        to.filter(from::isAfter).isEmpty(),
        zh("终止日期不得早于起始日期").en("a term does not end before it begins"));
    Check.that(
        holder.isEmpty() || !holder.equals(delegate),
        zh("代理机构须不同于责任机构").en("the delegate is another than the holder"));
    Check.that(
        function != MandateFunction.ASSESSMENT || isOfWholeYears(from, to, holder, delegate),
        zh("ASSESSMENT 须有责任机构，无代理机构，自 1 月 1 日起至 12 月 31 日止")
            .en("ASSESSMENT has a holder and no delegate, from a 1 January to a 31 December"));
  }

  private static boolean isOfWholeYears(
      LocalDate from,
      Optional<LocalDate> to,
      Optional<ParticipantId> holder,
      Optional<ParticipantId> delegate) {
    boolean ends = to.filter(last -> last.plusDays(1).getDayOfYear() == 1).isPresent();
    return holder.isPresent() && delegate.isEmpty() && from.getDayOfYear() == 1 && ends;
  }

  private Stream<ParticipantId> named() {
    return Stream.concat(holder.stream(), delegate.stream());
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(List.of(Mandate.key(region, function), Region.key(region)));
    named().forEach(each -> keys.add(Participant.key(each)));
    return keys;
  }

  @Override
  public void apply(Act act) {
    act.require(
        act.actor().governs(region),
        ErrorCode.NOT_ALLOWED,
        zh("地区 %s 由其他主管部门管辖").en("region %s is another's", region));
    act.require(
        act.actor().is(Role.AUTHORITY) || function != MandateFunction.ASSESSMENT,
        ErrorCode.NOT_ALLOWED,
        zh("评估机构由国家主管部门指定").en("the authority assigns assessors"));
    Regions.require(act, region);
    named().forEach(each -> requireEligible(act, each));
    Mandate mandate =
        act.find(Mandate.key(region, function)).orElseGet(() -> Mandate.none(region, function));
    if (function == MandateFunction.ASSESSMENT) {
      requireShort(act, mandate);
    } else {
      if (act.actor().is(Role.AUTHORITY)) {
        mandate = mandate.withoutLater(from, act.today());
      }
      requireLater(act, mandate);
    }
    act.require(
        mandate.terms().size()
            < (act.actor().is(Role.AUTHORITY) ? Mandate.TERMS_MOST : Mandate.OFFICES_TERMS_MOST),
        ErrorCode.TOO_LARGE,
        zh("已有 %s 个任期").en("there are %s terms", mandate.terms().size()));

    Mandate.Term term =
        new Mandate.Term(
            act.time(), act.actor().id(), delegate, document, from, holder, act.id(), level, to);
    act.write(
        function == MandateFunction.ASSESSMENT ? mandate.with(term) : mandate.followedBy(term));
    act.refer("mandate", region + "/" + function);
  }

  /** Whoever holds credits manages no region, and an office assigns its own region's people. */
  private void requireEligible(Act act, ParticipantId id) {
    Participant found = act.must(Participant.key(id), ErrorCode.UNKNOWN_PARTICIPANT);
    act.require(
        act.actor().is(Role.AUTHORITY) || act.actor().governs(found.region()),
        ErrorCode.NOT_ALLOWED,
        zh("%s 登记在其他地区，须由国家主管部门指定").en("%s is registered elsewhere: the authority assigns it", id));
    boolean assesses = function == MandateFunction.ASSESSMENT;
    act.require(
        !found.isSuspended() && (assesses ? found.has(Role.ASSESSOR) : !found.mayHold()),
        ErrorCode.MANDATE_NOT_ELIGIBLE,
        zh("%s 的角色为 %s").en("%s has the roles %s", id, found.roles()));
    act.require(
        !assesses || !found.region().province().equals(region.province()),
        ErrorCode.NOT_INDEPENDENT,
        zh("%s 登记在 %s").en("%s is registered in %s", id, found.region()));
  }

  /**
   * What was is not assigned anew: a term begins today or later, and after the one before it. The
   * authority's takes the place of terms that have not begun.
   */
  private void requireLater(Act act, Mandate mandate) {
    act.require(
        !from.isBefore(act.today()),
        ErrorCode.BAD_MANDATE_TERM,
        zh("起始日期 %s 早于今日（%s）").en("the first day, %s, is before today, %s", from, act.today()));
    act.require(
        !from.isAfter(act.today().plusYears(YEARS_AHEAD_MOST)),
        ErrorCode.BAD_MANDATE_TERM,
        zh("起始日期 %s 距今超过 %s 年")
            .en("the first day, %s, is more than %s years away", from, YEARS_AHEAD_MOST));
    Optional<LocalDate> before = mandate.newest().map(Mandate.Term::from);
    act.require(
        before.filter(each -> !from.isAfter(each)).isEmpty(),
        ErrorCode.BAD_MANDATE_TERM,
        zh("上一任期自 %s 起").en("the term before it begins on %s", before.orElse(from)));
  }

  /** Counts the years running that the assessor would have with this term. */
  private void requireShort(Act act, Mandate mandate) {
    TreeSet<Integer> years = new TreeSet<>();
    int first = from.getYear();
    int last = to.orElseThrow().getYear();
    act.require(
        last - first < ASSESSED_YEARS_MOST,
        ErrorCode.BAD_MANDATE_TERM,
        zh("评估任期至多 %s 年").en("an assessor has at most %s years running", ASSESSED_YEARS_MOST));
    for (int year = first - ASSESSED_YEARS_MOST; year <= last + ASSESSED_YEARS_MOST; year++) {
      boolean isOfThis = year >= first && year <= last;
      if (isOfThis || mandate.assessorOf(year).equals(holder)) {
        years.add(year);
      }
    }
    for (int year = first - ASSESSED_YEARS_MOST; year <= last; year++) {
      boolean running = true;
      for (int each = year; each <= year + ASSESSED_YEARS_MOST; each++) {
        running = running && years.contains(each);
      }
      act.require(
          !running,
          ErrorCode.BAD_MANDATE_TERM,
          zh("%1$s 将连续评估 %2$s 至 %3$s 年，至多连续 %4$s 年")
              .en(
                  "%s would assess the years %s to %s, and at most %s years running",
                  holder.orElseThrow(), year, year + ASSESSED_YEARS_MOST, ASSESSED_YEARS_MOST));
    }
  }
}
