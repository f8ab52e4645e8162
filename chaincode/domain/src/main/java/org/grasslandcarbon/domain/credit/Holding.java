// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * One participant's credits of one batch.
 *
 * @param awaited what a freeze takes of what contracts and auctions give back, as soon as they do
 * @param batch the batch
 * @param frozen serials under a freeze, by the id of the freeze
 * @param held serials at the holder's free disposal
 * @param owner the holder
 * @param received what came free of payment by day, the newest day first; absent where nothing did
 */
public record Holding(
    Optional<Awaited> awaited,
    BatchId batch,
    Map<String, SerialRanges> frozen,
    SerialRanges held,
    ParticipantId owner,
    @Most(RECEIPTS_MOST) Optional<List<Receipt>> received)
    implements LedgerRecord {

  /** The type of holdings. */
  public static final RecordType<Holding> TYPE =
      new RecordType<>("HOLDING", Holding.class, Visibility.ACCOUNT.of("/owner"));

  /**
   * The most blocks of serials at a holder's disposal that a transfer may lead to: keeps the record
   * below 64 KB, so that nobody can make another's holding slow with crumbs.
   */
  public static final int RANGES_MOST = 2_000;

  /** The most freezes on one holding: more are a sign of error, and one can be released. */
  public static final int FREEZES_MOST = 20;

  /**
   * Days of which it is known what came free of payment: more than any rule waits between a
   * purchase and a sale.
   */
  public static final int RECEIPTS_MOST = 31;

  /** Forwards and auctions that a freeze awaits: as many as may bind one participant. */
  public static final int AWAITED_MOST = 70;

  /**
   * Credits that came free of payment.
   *
   * @param day the day in Beijing
   * @param tonnes how many of them were not given on or used up since
   */
  public record Receipt(LocalDate day, Tonnes tonnes) {}

  /**
   * What a freeze awaits.
   *
   * @param freeze the freeze
   * @param from forwards and auctions that may give something back, each by its id
   * @param tonnes at least one
   */
  public record Awaited(
      InstructionId freeze, @Most(AWAITED_MOST) List<InstructionId> from, Tonnes tonnes) {
    public Awaited {
      from = List.copyOf(from);
    }

    /** What is awaited still, once some has come. */
    public Optional<Awaited> after(Tonnes some) {
      return some.isAtLeast(tonnes)
          ? Optional.empty()
          : Optional.of(new Awaited(freeze, from, tonnes.minus(some)));
    }

    /** What is awaited still, once one of them has given back all. */
    Optional<Awaited> without(InstructionId ended) {
      List<InstructionId> rest = from.stream().filter(each -> !each.equals(ended)).toList();
      return rest.isEmpty() ? Optional.empty() : Optional.of(new Awaited(freeze, rest, tonnes));
    }
  }

  public Holding {
    received = received.filter(some -> !some.isEmpty()).map(List::copyOf);
    frozen = Collections.unmodifiableMap(new TreeMap<>(frozen));
  }

  /** The key of a participant's holding of a batch. */
  public static Key<Holding> key(BatchId batch, ParticipantId owner) {
    return TYPE.key(batch.value(), owner.value());
  }

  /** A participant's holding of a batch as it stands; without credits when it never had any. */
  public static Holding of(Records records, BatchId batch, ParticipantId owner) {
    return records.find(key(batch, owner)).orElseGet(() -> none(batch, owner));
  }

  /** A holding without credits. */
  public static Holding none(BatchId batch, ParticipantId owner) {
    return new Holding(
        Optional.empty(), batch, Map.of(), SerialRanges.NONE, owner, Optional.empty());
  }

  /** What came free of payment by day, the newest day first. */
  public List<Receipt> receipts() {
    return received.orElse(List.of());
  }

  /** The holding with other serials at free disposal. */
  public Holding withHeld(SerialRanges changed) {
    return new Holding(awaited, batch, frozen, changed, owner, received);
  }

  /**
   * The holding after credits came free of payment. Of more days than are remembered the one with
   * the least joins the day after it: nothing counts as older than it is, and dust joins dust.
   *
   * @param day today
   */
  Holding withReceived(LocalDate day, Tonnes tonnes) {
    List<Receipt> changed = new ArrayList<>(receipts());
    // Around midnight transactions may come in another order than their times: none goes back.
    if (changed.isEmpty() || changed.get(0).day().isBefore(day)) {
      changed.add(0, new Receipt(day, tonnes));
    } else {
      Receipt newest = changed.remove(0);
      changed.add(0, new Receipt(newest.day(), newest.tonnes().plus(tonnes)));
    }
    if (changed.size() > RECEIPTS_MOST) {
      int least = 1;
      for (int i = 2; i < changed.size(); i++) {
        if (changed.get(least).tonnes().isAtLeast(changed.get(i).tonnes())) {
          least = i;
        }
      }
      Receipt small = changed.remove(least);
      Receipt later = changed.get(least - 1);
      changed.set(least - 1, new Receipt(later.day(), later.tonnes().plus(small.tonnes())));
    }
    return new Holding(awaited, batch, frozen, held, owner, Optional.of(changed));
  }

  /**
   * The holding after some were given on free of payment or used up: what came last goes first, so
   * that whoever passes on what it was given is where it was before.
   */
  public Holding withGivenOn(Tonnes tonnes) {
    List<Receipt> left = new ArrayList<>();
    long missing = tonnes.value();
    for (Receipt each : receipts()) {
      long taken = Math.min(missing, each.tonnes().value());
      missing -= taken;
      if (each.tonnes().value() > taken) {
        left.add(new Receipt(each.day(), Tonnes.of(each.tonnes().value() - taken)));
      }
    }
    return new Holding(awaited, batch, frozen, held, owner, Optional.of(left));
  }

  /** The holding with more serials at free disposal. */
  public Holding plusHeld(SerialRanges more) {
    return withHeld(held.plus(more));
  }

  /** The holding with other serials under a freeze; with none the freeze is over. */
  public Holding withFrozen(InstructionId freeze, SerialRanges serials) {
    Map<String, SerialRanges> changed = new TreeMap<>(frozen);
    if (serials.isEmpty()) {
      changed.remove(freeze.value());
    } else {
      changed.put(freeze.value(), serials);
    }
    return new Holding(awaited, batch, changed, held, owner, received);
  }

  /** The holding of which a freeze awaits something, or nothing any more. */
  public Holding awaiting(Optional<Awaited> something) {
    return new Holding(something, batch, frozen, held, owner, received);
  }

  /** What a freeze awaits of one contract or auction. */
  public Optional<Awaited> awaitedFrom(InstructionId contract) {
    return awaited.filter(each -> each.from().contains(contract));
  }

  /** The holding after one of what a freeze awaits has ended. */
  public Holding withoutWaitingFor(InstructionId ended) {
    return awaiting(awaited.flatMap(each -> each.without(ended)));
  }

  /** The serials under a freeze; none when it is over. */
  public SerialRanges frozenUnder(InstructionId freeze) {
    return frozen.getOrDefault(freeze.value(), SerialRanges.NONE);
  }

  /** How many credits are under any freeze. */
  public Tonnes frozenQuantity() {
    return frozen.values().stream().map(SerialRanges::quantity).reduce(Tonnes.ZERO, Tonnes::plus);
  }

  @Override
  public Key<Holding> key() {
    return key(batch, owner);
  }
}
