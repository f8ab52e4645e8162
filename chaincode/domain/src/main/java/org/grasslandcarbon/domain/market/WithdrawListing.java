// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Takes back what of a listing is not filled (LEDGER section 6; 撤单). Always allowed to whose it is,
 * in and out of hours.
 *
 * @param listing the listing
 */
public record WithdrawListing(@Means(en = "Listing", zh = "挂牌编号") InstructionId listing)
    implements Action {

  /** The action. */
  public static final ActionType<WithdrawListing> TYPE =
      ActionType.of(
          "withdrawListing",
          "撤回挂牌（未成交部分）",
          "Takes back what of a listing is not filled",
          new WithdrawListing(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_LISTING,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Listing.key(listing));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    Optional<Listing> found = records.find(Listing.key(listing));
    List<Key<?>> keys = new ArrayList<>();
    found.ifPresent(each -> keys.add(InstrumentBook.key(each.instrument())));
    found.flatMap(Listing::batch).ifPresent(batch -> keys.add(Holding.key(batch, actor)));
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(Listing.key(listing))
        .flatMap(found -> records.find(InstrumentBook.key(found.instrument())))
        .<List<Key<?>>>map(book -> List.of(CashAccount.key(actor, book.bank(), book.asset())))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Listing found = act.must(Listing.key(listing), ErrorCode.UNKNOWN_LISTING);
    act.require(
        found.participant().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该挂牌属于其他主体").en("the listing is another's"));
    act.require(
        found.state() == Listing.State.OPEN,
        ErrorCode.WRONG_STATE,
        zh("挂牌状态为 %s").en("the listing is %s", found.state()));

    ListingEnd.end(act, listing, Listing.State.WITHDRAWN);
    act.refer("listing", listing);
    act.refer("instrument", found.instrument());
  }
}
