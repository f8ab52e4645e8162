// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Sufficiency;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.market.BookEntry;
import org.grasslandcarbon.domain.market.FreezeEnds;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.market.ListingEnd;
import org.grasslandcarbon.domain.market.OpenOffers;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Takes credits out of their holder's disposal by a legal document (LEDGER section 5; 司法冻结). The
 * lowest serials are frozen. What is frozen already cannot be frozen a second time.
 *
 * @param batch whose credits
 * @param document the legal document
 * @param holder whose credits
 * @param quantity how many; absent for all that are at the holder's disposal now, set aside for
 *     forwards that bind it, or in auctions that are being settled; the latter are frozen as soon
 *     as they come back
 * @param reason in words
 */
public record FreezeCredits(
    @Means(en = "Batch of the credits", zh = "减排量批次") BatchId batch,
    @Means(en = "SHA-256 of the legal document", zh = "法律文书的 SHA-256 摘要") Sha256 document,
    @Means(en = "Whose credits", zh = "持有方") ParticipantId holder,
    @Means(
            en =
                "Credits to freeze, in tonnes CO2e; absent: all at the holder's disposal now, or behind forwards and auctions that go on",
            zh = "冻结数量（吨二氧化碳当量）；不填则冻结当前全部可用数量，以及履约中的远期和结算中的竞价所占用的数量")
        @Least(1)
        Optional<Tonnes> quantity,
    @Means(en = "Why", zh = "理由") @Most(Freeze.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<FreezeCredits> TYPE =
      ActionType.of(
          "freezeCredits",
          "冻结减排量",
          "Freezes credits by a legal document",
          new FreezeCredits(
              new BatchId("CN-GCS-152502-20240001-2025-001"),
              Sha256.of("ruling"),
              new ParticipantId("91110000600037341L"),
              Optional.of(Tonnes.of(100)),
              "财产保全。 Preservation of property."),
          EnumSet.of(Role.COURT, Role.AUTHORITY),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN,
          ErrorCode.TOO_MANY_FREEZES);

  public FreezeCredits {
    quantity.ifPresent(
        q -> Check.that(!q.isZero(), zh("数量至少为 1 吨").en("quantity must be at least 1 tonne")));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Batch.key(batch),
        Holding.key(batch, holder),
        InstrumentBook.key(InstrumentId.of(batch)),
        OpenOffers.key(holder));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(FreezeEnds.keys(records, holder));
    keys.addAll(FreezeEnds.soldForwardKeys(records, holder, batch));
    listed(records).map(Listing::key).forEach(keys::add);
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return FreezeEnds.furtherKeys(records, holder);
  }

  /** The holder's listings to sell of the instrument. */
  private Stream<InstructionId> listed(Records records) {
    return records.find(InstrumentBook.key(InstrumentId.of(batch))).stream()
        .flatMap(book -> book.sells().stream())
        .filter(entry -> entry.participant().equals(holder))
        .map(BookEntry::listing);
  }

  /** What stands behind its listings and offers is there to be frozen as well: they end first. */
  private void endListingsAndOffers(Act act) {
    for (InstructionId id : listed(act).toList()) {
      boolean isOfBatch =
          act.find(Listing.key(id)).flatMap(Listing::batch).equals(Optional.of(batch));
      if (isOfBatch) {
        ListingEnd.end(act, id, Listing.State.ENDED_BY_FREEZE);
      }
    }
    FreezeEnds.ofCredits(act, holder, batch);
  }

  @Override
  public void apply(Act act) {
    act.must(Batch.key(batch), ErrorCode.UNKNOWN_BATCH);
    endListingsAndOffers(act);
    Holding holding = Holding.of(act, batch, holder);
    FreezeEnds.Bound bound = FreezeEnds.bound(act, holder, batch);
    Tonnes coming = holding.awaited().isPresent() ? Tonnes.ZERO : bound.tonnes();
    Tonnes held = holding.held().quantity();
    Tonnes wanted = quantity.orElse(held.plus(coming));
    Tonnes missing = held.isAtLeast(wanted) ? Tonnes.ZERO : wanted.minus(held);
    Tonnes later = coming.isAtLeast(missing) ? missing : Tonnes.ZERO;
    Credits frozen =
        later.isZero()
            ? Sufficiency.lowest(act, holding, wanted.isZero() ? Tonnes.of(1) : wanted)
            : new Credits(batch, holding.held());
    act.require(
        holding.frozen().size() < Holding.FREEZES_MOST,
        ErrorCode.TOO_MANY_FREEZES,
        zh("%1$s 在批次 %3$s 上已有 %2$s 笔冻结")
            .en("%s has %s freezes on %s", holder, holding.frozen().size(), batch));

    if (!frozen.serials().isEmpty()) {
      act.move(frozen, new CreditPlace.HeldBy(holder), new CreditPlace.FrozenOf(holder, act.id()));
    }
    Optional<Tonnes> awaited = later.isZero() ? Optional.empty() : Optional.of(later);
    if (awaited.isPresent()) {
      act.write(
          Holding.of(act, batch, holder)
              .awaiting(Optional.of(new Holding.Awaited(act.id(), bound.from(), later))));
    }
    act.write(
        new Freeze(
            act.time(),
            awaited,
            batch,
            act.actor().id(),
            document,
            holder,
            act.id(),
            reason,
            frozen.serials()));
    act.refer("freeze", act.id());
    act.refer("batch", batch);
  }
}
