// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * One participant's money of one asset at one settlement bank: a claim on that bank, which alone
 * deposits and pays.
 *
 * @param asset the asset
 * @param available fen at the owner's free disposal
 * @param awaited what a freeze takes of what contracts and auctions give back, as soon as they do
 * @param bank the bank
 * @param frozen fen under a freeze, by the id of the freeze
 * @param listings open listings to buy, which hold money of this account: what a freeze ends
 * @param owner whose claim it is
 * @param withdrawing fen on their way out, by the id of the withdrawal
 */
public record CashAccount(
    Asset asset,
    Fen available,
    Optional<Awaited> awaited,
    ParticipantId bank,
    Map<String, Fen> frozen,
    @Most(LISTINGS_MOST) List<InstructionId> listings,
    ParticipantId owner,
    Map<String, Fen> withdrawing)
    implements LedgerRecord {

  /** The type of cash accounts. */
  public static final RecordType<CashAccount> TYPE =
      new RecordType<>("CASH", CashAccount.class, Visibility.ACCOUNT.of("/owner", "/bank"));

  /** The most freezes on one account: more are a sign of error, and one can be released. */
  public static final int FREEZES_MOST = 20;

  /** The most withdrawals of one account that its bank has not answered: nobody needs more. */
  static final int WITHDRAWALS_MOST = 20;

  /** Open listings to buy of one account: one instruction can end them all. */
  public static final int LISTINGS_MOST = 200;

  /** As many again for what courts have paid out: an owner must not be able to keep them out. */
  public static final int WITHDRAWALS_WITH_ENFORCED_MOST = 2 * WITHDRAWALS_MOST;

  /** Forwards and auctions that a freeze awaits: as many as may bind one participant. */
  public static final int AWAITED_MOST = 70;

  /**
   * What a freeze awaits.
   *
   * @param amount fen, at least one
   * @param freeze the freeze
   * @param from forwards and auctions that may give something back, each by its id
   */
  public record Awaited(
      Fen amount, InstructionId freeze, @Most(AWAITED_MOST) List<InstructionId> from) {
    public Awaited {
      from = List.copyOf(from);
    }

    /** What is awaited still, once some has come. */
    public Optional<Awaited> after(Fen some) {
      return some.isAtLeast(amount)
          ? Optional.empty()
          : Optional.of(new Awaited(amount.minus(some), freeze, from));
    }

    /** What is awaited still, once one of them has given back all. */
    Optional<Awaited> without(InstructionId ended) {
      List<InstructionId> rest = from.stream().filter(each -> !each.equals(ended)).toList();
      return rest.isEmpty() ? Optional.empty() : Optional.of(new Awaited(amount, freeze, rest));
    }
  }

  public CashAccount {
    listings = List.copyOf(listings);
    frozen = Collections.unmodifiableMap(new TreeMap<>(frozen));
    withdrawing = Collections.unmodifiableMap(new TreeMap<>(withdrawing));
  }

  /** The key of a participant's money of an asset at a bank. */
  public static Key<CashAccount> key(ParticipantId owner, ParticipantId bank, Asset asset) {
    return TYPE.key(owner.value(), bank.value(), asset.value());
  }

  /** An account as it stands; empty when nothing was ever paid in. */
  public static CashAccount of(
      Records records, ParticipantId owner, ParticipantId bank, Asset asset) {
    return records.find(key(owner, bank, asset)).orElseGet(() -> empty(asset, bank, owner));
  }

  private static CashAccount empty(Asset asset, ParticipantId bank, ParticipantId owner) {
    return new CashAccount(
        asset, Fen.ZERO, Optional.empty(), bank, Map.of(), List.of(), owner, Map.of());
  }

  /** The account with another amount at free disposal. */
  CashAccount withAvailable(Fen changed) {
    return new CashAccount(asset, changed, awaited, bank, frozen, listings, owner, withdrawing);
  }

  /** The account with another amount under a freeze; with none the freeze is over. */
  CashAccount withFrozen(InstructionId freeze, Fen amount) {
    return new CashAccount(
        asset,
        available,
        awaited,
        bank,
        with(frozen, freeze, amount),
        listings,
        owner,
        withdrawing);
  }

  /** The account with another amount on its way out; with none the withdrawal is over. */
  CashAccount withWithdrawing(InstructionId withdrawal, Fen amount) {
    return new CashAccount(
        asset,
        available,
        awaited,
        bank,
        frozen,
        listings,
        owner,
        with(withdrawing, withdrawal, amount));
  }

  /** The account of which a freeze awaits something, or nothing any more. */
  public CashAccount awaiting(Optional<Awaited> something) {
    return new CashAccount(asset, available, something, bank, frozen, listings, owner, withdrawing);
  }

  /** What a freeze awaits of one contract or auction. */
  public Optional<Awaited> awaitedFrom(InstructionId contract) {
    return awaited.filter(each -> each.from().contains(contract));
  }

  /** The account after one of what a freeze awaits has ended. */
  public CashAccount withoutWaitingFor(InstructionId ended) {
    return awaiting(awaited.flatMap(each -> each.without(ended)));
  }

  /** The account with one more listing to buy. */
  public CashAccount withListing(InstructionId listing) {
    List<InstructionId> more = new ArrayList<>(listings);
    more.add(listing);
    return new CashAccount(asset, available, awaited, bank, frozen, more, owner, withdrawing);
  }

  /** The account after a listing to buy has ended. */
  public CashAccount withoutListing(InstructionId listing) {
    List<InstructionId> rest = listings.stream().filter(each -> !each.equals(listing)).toList();
    return new CashAccount(asset, available, awaited, bank, frozen, rest, owner, withdrawing);
  }

  private static Map<String, Fen> with(Map<String, Fen> amounts, InstructionId under, Fen amount) {
    Map<String, Fen> changed = new TreeMap<>(amounts);
    if (amount.isZero()) {
      changed.remove(under.value());
    } else {
      changed.put(under.value(), amount);
    }
    return changed;
  }

  /** What is under a freeze; nothing when it is over. */
  public Fen frozenUnder(InstructionId freeze) {
    return frozen.getOrDefault(freeze.value(), Fen.ZERO);
  }

  /** What is under any freeze. */
  public Fen frozenAmount() {
    return frozen.values().stream().reduce(Fen.ZERO, Fen::plus);
  }

  /** What is on its way out by a withdrawal; nothing when the bank has answered. */
  public Fen withdrawingBy(InstructionId withdrawal) {
    return withdrawing.getOrDefault(withdrawal.value(), Fen.ZERO);
  }

  /** Whether nothing is there: neither at disposal, listed, frozen, nor on its way out. */
  public boolean isEmpty() {
    return available.isZero()
        && awaited.isEmpty()
        && listings.isEmpty()
        && Stream.of(frozen, withdrawing).allMatch(Map::isEmpty);
  }

  @Override
  public Key<CashAccount> key() {
    return key(owner, bank, asset);
  }
}
