// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.offset.OffsetAnswer.Finding;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * The use of credits for compliance, as an instruction does it: judged by the recorded bases of who
 * signs, counted, and kept. What is offered is used whole or not at all.
 *
 * @param request market and year
 */
public record ComplianceUse(Compliance request) {
  /** The keys that it needs. */
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        OffsetMarket.key(request.market()),
        Obligation.key(request.market(), request.year(), actor),
        OffsetUse.key(request.market(), request.year(), actor));
  }

  /** The keys that those records name. */
  public List<Key<?>> following(Records records) {
    List<Key<?>> keys = new ArrayList<>();
    OffsetMarket.ruleKey(records, request.market(), request.year()).ifPresent(keys::add);
    return keys;
  }

  /** The keys that those name in turn: the market's sum is asked for only where it is bounded. */
  public List<Key<?>> further(Records records) {
    return OffsetMarket.rule(records, request.market(), request.year())
        .filter(OffsetRule::hasMarketCap)
        .<List<Key<?>>>map(rule -> List.of(MarketOffsetUse.key(request.market(), request.year())))
        .orElse(List.of());
  }

  /**
   * Judges what is offered and counts it.
   *
   * @return the row by which it was judged, by version
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code NOT_ELIGIBLE_FOR_MARKET},
   *     {@code BASE_NOT_RECORDED}, {@code OFFSET_LIMIT_EXCEEDED} or {@code TOO_LARGE}
   */
  public int use(Act act, List<OffsetLot> lots) {
    OffsetAccount account = OffsetAccount.recorded(act, request, act.actor().id());
    OffsetAnswer answer = account.judge(lots);
    answer.lots().stream()
        .flatMap(lot -> lot.reasons().stream())
        .findFirst()
        .ifPresent(first -> refuse(act, first));
    for (int i = 0; i < lots.size(); i++) {
      OffsetAnswer.Lot judged = answer.lots().get(i);
      act.require(
          judged.usable().equals(lots.get(i).tonnes()),
          ErrorCode.OFFSET_LIMIT_EXCEEDED,
          zh("所填第 %s 批 %s 吨中可用 %s 吨，受上限 %s 约束")
              .en(
                  "of batch no. %s of the instruction, %s t, %s t are usable, bound by cap %s",
                  i + 1, lots.get(i).tonnes(), judged.usable(), judged.bindingCap().orElse("")));
    }
    for (OffsetLot lot : lots) {
      account = account.after(new UsedCredits(lot.tonnes(), lot.traits()));
    }
    requireRoom(act, account.used());
    OffsetRule rule = account.rule().orElseThrow();
    act.write(
        new OffsetUse(
            act.actor().id(),
            account.left(),
            request.market(),
            rule.version(),
            account.used(),
            request.year()));
    if (rule.hasMarketCap()) {
      requireRoom(act, account.usedByAll());
      act.write(new MarketOffsetUse(request.market(), account.usedByAll(), request.year()));
    }
    return rule.version();
  }

  private static void refuse(Act act, Finding first) {
    boolean unknown = first.reason() == OffsetReason.BASE_NOT_RECORDED;
    act.requireNone(
        Optional.of(first.detail()),
        unknown ? ErrorCode.BASE_NOT_RECORDED : ErrorCode.NOT_ELIGIBLE_FOR_MARKET);
  }

  private static void requireRoom(Act act, List<UsedCredits> used) {
    act.require(
        used.size() <= OffsetUse.LINES_MOST,
        ErrorCode.TOO_LARGE,
        zh("该年度已用于履约的减排量来自 %s 个地区和种类，至多 %s 个")
            .en(
                "credits of %s divisions and kinds are used in the year, at most %s can be",
                used.size(), OffsetUse.LINES_MOST));
  }
}
