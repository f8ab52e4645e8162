// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Publishes a row of what a market takes of credits (LEDGER section 5): by the office of the
 * market's region, or the authority. A row says where it comes from and what of that was not read;
 * a document that nobody has read is a row as well, so that its market answers with its name and
 * not with a guess.
 *
 * @param document the digest of the document, where it is at hand
 * @param firstYear the first compliance year
 * @param lastYear the last
 * @param market the market
 * @param name zh and en
 * @param published the day of the document
 * @param sources where it comes from
 * @param status what may be done by it
 * @param terms what is taken
 * @param unread what was not read
 */
public record PublishOffsetRule(
    @Means(en = "SHA-256 of the document, where it is at hand", zh = "文件的 SHA-256 摘要（如持有文件）")
        Optional<Sha256> document,
    @Means(en = "First compliance year", zh = "适用的首个履约年度") @Least(YEAR_LEAST) @Most(YEAR_MOST)
        int firstYear,
    @Means(en = "Last compliance year; none while it goes on", zh = "适用的最后履约年度（持续适用则不填）")
        @Least(YEAR_LEAST)
        @Most(YEAR_MOST)
        Optional<Integer> lastYear,
    @Means(en = "Market", zh = "市场") MarketId market,
    @Means(en = "Name of the rule", zh = "规则名称") Name name,
    @Means(en = "Day on which the document was published", zh = "文件发布日期")
        Optional<LocalDate> published,
    @Means(en = "Where it comes from", zh = "依据") @Least(1) @Most(OffsetRule.SOURCES_MOST)
        List<OffsetSource> sources,
    @Means(en = "What may be done by it", zh = "规则状态") OffsetRule.Status status,
    @Means(en = "What is taken; none where nobody has read it", zh = "规则内容（未读文件则不填）")
        Optional<OffsetTerms> terms,
    @Means(en = "What of the documents was not read", zh = "文件中尚未查阅的部分")
        @Most(value = OffsetRule.UNREAD_MOST, each = OffsetRule.UNREAD_TEXT_MOST)
        List<String> unread)
    implements Action {
  /** Before the first market. */
  static final int YEAR_LEAST = 2005;

  /** A slip of the pen lies beyond it. */
  static final int YEAR_MOST = 2200;

  /** The action. */
  public static final ActionType<PublishOffsetRule> TYPE =
      ActionType.of(
          "publishOffsetRule",
          "公布抵销规则",
          "Publishes what a market takes of credits for compliance",
          PublishedOffsets.example(),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.BAD_OFFSET_RULE,
          ErrorCode.TOO_LARGE);

  public PublishOffsetRule {
    sources = List.copyOf(sources);
    unread = List.copyOf(unread);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(OffsetMarket.key(market));
  }

  @Override
  public void apply(Act act) {
    act.require(
        act.actor().governs(market.region()),
        ErrorCode.NOT_ALLOWED,
        zh("该市场由 %s 的主管部门负责").en("the market is the office's of %s", market.region()));
    act.require(
        lastYear.filter(last -> last < firstYear).isEmpty(),
        ErrorCode.BAD_OFFSET_RULE,
        zh("最后年度早于首个年度").en("the last year is before the first"));
    act.require(
        terms.isPresent() == (status != OffsetRule.Status.NOT_LOADED),
        ErrorCode.BAD_OFFSET_RULE,
        zh("状态为 NOT_LOADED 的规则没有内容，其他状态的有").en("a rule has terms unless it is NOT_LOADED"));
    act.require(
        status != OffsetRule.Status.NOT_LOADED || !unread.isEmpty(),
        ErrorCode.BAD_OFFSET_RULE,
        zh("NOT_LOADED 的规则须注明应查阅的文件").en("a rule that is NOT_LOADED says what is to be read"));
    act.requireNone(terms.flatMap(OffsetTerms::fault), ErrorCode.BAD_OFFSET_RULE);
    boolean example = status == OffsetRule.Status.EXAMPLE;
    OffsetMarket found =
        act.find(OffsetMarket.key(market))
            .orElseGet(() -> new OffsetMarket(example, market, List.of()));
    act.require(
        found.example() == example,
        ErrorCode.BAD_OFFSET_RULE,
        zh("练习用市场只有 EXAMPLE 规则，其他市场没有")
            .en("a market for practice has rules that are EXAMPLE, and no other has"));
    OffsetMarket.Years years =
        new OffsetMarket.Years(
            firstYear, lastYear, terms.filter(OffsetTerms::hasMarketCap).isPresent());
    act.require(
        !years.marketCap()
            || found.rows().stream()
                .filter(years::overlaps)
                .allMatch(OffsetMarket.Years::marketCap),
        ErrorCode.BAD_OFFSET_RULE,
        zh("全市场的上限须自该年度第一条规则起设定，此前的用量没有合计")
            .en(
                "a cap of the whole market is there from a year's first rule on: uses were not added up"));
    act.require(
        found.rows().size() < OffsetMarket.ROWS_MOST,
        ErrorCode.TOO_LARGE,
        zh("已公布 %s 条规则").en("%s rules are published", found.rows().size()));

    OffsetMarket after = found.with(years);
    int version = after.rows().size();
    act.write(after);
    act.write(
        new OffsetRule(
            document,
            firstYear,
            lastYear,
            market,
            name,
            published,
            act.time(),
            sources,
            status,
            terms,
            unread,
            version));
    act.refer("market", market);
    act.refer("offsetRule", version);
  }
}
