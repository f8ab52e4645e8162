// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/** What holds for a block on the day of its offer and again on that of its acceptance. */
final class BlockRules {
  private BlockRules() {}

  /** Refuses a price or a quantity that the rule of the day does not have for blocks. */
  static void requireTerms(TradingSession session, Fen price, Tonnes quantity) {
    session.requirePrice(price);
    TradingTerms terms = session.terms();
    session
        .act()
        .require(
            quantity.isAtLeast(terms.blockLeast()) && quantity.value() % terms.lot().value() == 0,
            ErrorCode.ORDER_TOO_SMALL,
            zh("大宗协议数量至少为 %s 吨，且须为 %s 吨的整数倍")
                .en(
                    "a block is at least %s t, in multiples of %s t",
                    terms.blockLeast(), terms.lot()));
  }

  /** Refuses somebody with whom the acting participant may not trade. */
  static void requireCounterparty(Act act, ParticipantId other) {
    act.require(
        !other.equals(act.actor().id()),
        ErrorCode.COUNTERPARTY_NOT_ALLOWED,
        zh("不得与本主体自己成交").en("nobody trades with itself"));
    Optional<Participant> found = act.find(Participant.key(other));
    act.require(
        found.filter(Participant::mayHold).isPresent(),
        ErrorCode.COUNTERPARTY_NOT_ALLOWED,
        zh("%s 不是已接纳的 OWNER 或 TRADER").en("%s is not admitted as OWNER or TRADER", other));
    act.require(
        !found.orElseThrow().isSuspended(),
        ErrorCode.COUNTERPARTY_NOT_ALLOWED,
        zh("%s 已被暂停").en("%s is suspended", other));
  }

  /** Refuses credits in more blocks of serials than one posting has. */
  static void requireWhole(Act act, Credits credits) {
    act.require(
        credits.serials().ranges().size() <= TakeListings.RANGES_MOST,
        ErrorCode.TOO_LARGE,
        zh("减排量分为 %s 个编号段，至多 %s 个")
            .en(
                "the credits are in %s blocks of serials, and at most %s are moved",
                credits.serials().ranges().size(), TakeListings.RANGES_MOST));
  }
}
