// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * Publishes a version of a venue's trading rules (LEDGER section 6); the first makes the venue.
 * Money and bank are the venue's for good. What has begun is never changed.
 *
 * @param asset the money in which it settles
 * @param bank its settlement bank
 * @param document what is published
 * @param name zh and en
 * @param sources where each number comes from
 * @param terms the numbers
 * @param validFrom the first day
 * @param venue the venue
 */
public record PublishTradingRule(
    @Means(en = "Money in which it settles", zh = "结算资金种类") Asset asset,
    @Means(en = "Settlement bank", zh = "结算银行") ParticipantId bank,
    @Means(en = "SHA-256 of the rules", zh = "规则文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "Name of the venue", zh = "交易场所名称") Name name,
    @Means(en = "Where each number comes from", zh = "各条款的依据") @Most(TradingRule.SOURCES_MOST)
        List<RuleSource> sources,
    @Means(en = "Numbers of the rules", zh = "规则参数") TradingTerms terms,
    @Means(en = "First day, today or later", zh = "生效首日（当日或以后）") LocalDate validFrom,
    @Means(en = "Venue", zh = "交易场所") VenueId venue)
    implements Action {

  /** The action. */
  public static final ActionType<PublishTradingRule> TYPE =
      ActionType.of(
          "publishTradingRule",
          "公布交易规则",
          "Publishes a venue's trading rules",
          ExampleVenue.rule(),
          EnumSet.of(Role.EXCHANGE),
          Visibility.PUBLIC,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.BAD_TRADING_RULE,
          ErrorCode.TOO_LARGE);

  public PublishTradingRule {
    sources = List.copyOf(sources);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Venue.key(venue), Participant.key(bank));
  }

  @Override
  public void apply(Act act) {
    act.require(
        venue.exchange().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该交易场所属于 %s").en("the venue is %s's", venue.exchange()));
    act.requireNone(terms.fault(), ErrorCode.BAD_TRADING_RULE);
    requireSources(act);
    act.require(
        act.find(Participant.key(bank)).filter(found -> found.has(Role.BANK)).isPresent(),
        ErrorCode.BAD_TRADING_RULE,
        zh("%s 不是结算银行").en("%s is no settlement bank", bank));
    act.require(
        !validFrom.isBefore(act.today()),
        ErrorCode.BAD_TRADING_RULE,
        zh("%s 早于今日（%s）").en("%s is before today, %s", validFrom, act.today()));
    Venue found =
        act.find(Venue.key(venue))
            .orElseGet(
                () -> new Venue(asset, bank, List.of(), venue, 0, name, 0, List.of(), false));
    act.require(
        found.asset().equals(asset) && found.bank().equals(bank),
        ErrorCode.BAD_TRADING_RULE,
        zh("该交易场所以 %s 在 %s 结算，不能更改")
            .en("the venue settles in %s at %s for good", found.asset(), found.bank()));
    act.require(
        found.rules().stream().max(Comparator.naturalOrder()).filter(validFrom::isBefore).isEmpty(),
        ErrorCode.BAD_TRADING_RULE,
        zh("已公布的规则自更晚的日期起生效").en("a published version begins later"));
    act.require(
        found.day().filter(day -> !day.isBefore(validFrom)).isEmpty(),
        ErrorCode.BAD_TRADING_RULE,
        zh("%s 已开市，须自以后日期起生效").en("%s has been opened: begin on a later day", validFrom));
    act.require(
        found.rules().size() < Venue.RULES_MOST,
        ErrorCode.TOO_LARGE,
        zh("已公布 %s 版规则").en("%s versions are published", found.rules().size()));

    Venue after = found.withRule(validFrom);
    act.write(after);
    act.write(
        new TradingRule(
            document, act.time(), sources, terms, validFrom, venue, after.rules().size()));
    act.refer("venue", venue);
    act.refer("tradingRule", after.rules().size());
  }

  /** Each number has a source, and nothing else has. */
  private void requireSources(Act act) {
    List<String> missing = new ArrayList<>(TradingTerms.names());
    for (RuleSource source : sources) {
      act.require(
          missing.remove(source.term()),
          ErrorCode.BAD_TRADING_RULE,
          zh("sources 中 %s 重复或不是条款").en("%s is twice among the sources or no term", source.term()));
    }
    act.require(
        missing.isEmpty(),
        ErrorCode.BAD_TRADING_RULE,
        zh("以下条款没有依据：%s").en("these terms have no source: %s", String.join(", ", missing)));
  }
}
