// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.market.FreezeEnds;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.market.ListingEnd;
import org.grasslandcarbon.domain.market.OpenOffers;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.settlement.Funds;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Takes money out of its owner's disposal by a legal document (LEDGER section 6; 司法冻结). What is
 * frozen already cannot be frozen a second time, and what the bank is about to pay out is for the
 * bank to stop.
 *
 * @param amount fen; absent for all that is at the owner's disposal now and all that stands behind
 *     forwards that bind it and auctions that are being settled; the latter is frozen as soon as
 *     they give it back
 * @param asset the asset
 * @param bank at which it is
 * @param document the legal document
 * @param holder whose money
 * @param reason in words
 */
public record FreezeCash(
    @Means(
            en =
                "Amount to freeze in fen; absent: all at the owner's disposal now, or behind forwards and auctions that go on",
            zh = "冻结金额（分）；不填则冻结当前全部可用资金，以及履约中的远期和结算中的竞价所备付的资金")
        @Least(1)
        Optional<Fen> amount,
    @Means(en = "Asset: CNY, or CNY-TRAINING for practice", zh = "资金种类：CNY，练习用为 CNY-TRAINING")
        Asset asset,
    @Means(en = "The settlement BANK at which it is", zh = "结算银行") ParticipantId bank,
    @Means(en = "SHA-256 of the legal document", zh = "法律文书的 SHA-256 摘要") Sha256 document,
    @Means(en = "Whose money", zh = "资金所有方") ParticipantId holder,
    @Means(en = "Why", zh = "理由") @Most(CashFreeze.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<FreezeCash> TYPE =
      ActionType.of(
          "freezeCash",
          "冻结资金",
          "Freezes money by a legal document",
          new FreezeCash(
              Optional.of(Fen.of(1_000_000)),
              Asset.CNY,
              new ParticipantId("91110000600037341L"),
              Sha256.of("ruling"),
              new ParticipantId("91110000600037341L"),
              "财产保全。 Preservation of property."),
          EnumSet.of(Role.COURT, Role.AUTHORITY),
          Visibility.ACCOUNT,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN,
          ErrorCode.TOO_MANY_FREEZES);

  public FreezeCash {
    amount.ifPresent(
        each -> Check.that(!each.isZero(), zh("金额至少为 1 分").en("amount must be at least 1 fen")));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(CashAccount.key(holder, bank, asset), OpenOffers.key(holder));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return Stream.<Key<?>>concat(
            CashAccount.of(records, holder, bank, asset).listings().stream().map(Listing::key),
            FreezeEnds.keys(records, holder).stream())
        .toList();
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return Stream.<Key<?>>concat(
            CashAccount.of(records, holder, bank, asset).listings().stream()
                .flatMap(id -> records.find(Listing.key(id)).stream())
                .map(listing -> InstrumentBook.key(listing.instrument())),
            FreezeEnds.furtherKeys(records, holder).stream())
        .toList();
  }

  @Override
  public void apply(Act act) {
    // What stands behind its listings and offers is there to be frozen as well: they end first.
    CashAccount.of(act, holder, bank, asset)
        .listings()
        .forEach(id -> ListingEnd.end(act, id, Listing.State.ENDED_BY_FREEZE));
    FreezeEnds.ofCash(act, holder, bank, asset);
    CashAccount account = CashAccount.of(act, holder, bank, asset);
    FreezeEnds.Bound bound = FreezeEnds.bound(act, holder, bank, asset);
    Fen coming = account.awaited().isPresent() ? Fen.ZERO : bound.cash();
    Fen wanted = amount.orElse(account.available().plus(coming));
    Fen missing =
        account.available().isAtLeast(wanted) ? Fen.ZERO : wanted.minus(account.available());
    Fen later = coming.isAtLeast(missing) ? missing : Fen.ZERO;
    Fen frozen = wanted.minus(later);
    if (later.isZero()) {
      Funds.require(act, account, wanted.isZero() ? Fen.of(1) : wanted);
    }
    act.require(
        account.frozen().size() < CashAccount.FREEZES_MOST,
        ErrorCode.TOO_MANY_FREEZES,
        zh("%1$s 在 %3$s 的账户已有 %2$s 笔冻结")
            .en("%s has %s freezes at %s", holder, account.frozen().size(), bank));

    if (!frozen.isZero()) {
      act.pay(
          new Money(asset, frozen),
          new CashPlace.Available(holder, bank),
          new CashPlace.FrozenOf(holder, bank, act.id()));
    }
    Optional<Fen> awaited = later.isZero() ? Optional.empty() : Optional.of(later);
    if (awaited.isPresent()) {
      act.write(
          CashAccount.of(act, holder, bank, asset)
              .awaiting(Optional.of(new CashAccount.Awaited(later, act.id(), bound.from()))));
    }
    act.write(
        new CashFreeze(
            frozen,
            asset,
            act.time(),
            awaited,
            bank,
            act.actor().id(),
            document,
            holder,
            act.id(),
            reason));
    act.refer("cashFreeze", act.id());
  }
}
