// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.region.RegionCount;
import org.grasslandcarbon.domain.region.Sales;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * The book of one instrument: who wants to sell and who wants to buy, in the order in which they
 * are served (LEDGER section 6). One record, which every trade of the instrument writes: the best
 * price first, then the lower sequence, decided here and by nobody else. A crossed book cannot be.
 *
 * @param asset the money in which it is traded
 * @param bank at which
 * @param base the price around which the limits lie, fen a tonne
 * @param buys listings to buy, the best first
 * @param day its newest trading day
 * @param fees fen of fees that its exchange has not collected
 * @param halt why it is not traded at present
 * @param instrument the instrument
 * @param listableFrom the first day on which it can be listed
 * @param project the project
 * @param sells listings to sell, the best first
 * @param sequence how many listings there have been
 * @param tradedDay the number of the trading day of its last trade; that of its opening before
 * @param trades how many trades there have been
 * @param venue to which it belongs for good
 */
public record InstrumentBook(
    Asset asset,
    ParticipantId bank,
    Fen base,
    @Most(SIDE_MOST) List<BookEntry> buys,
    Optional<BookDay> day,
    Fen fees,
    Optional<Halt> halt,
    InstrumentId instrument,
    LocalDate listableFrom,
    InstructionId project,
    @Most(SIDE_MOST) List<BookEntry> sells,
    long sequence,
    int tradedDay,
    long trades,
    VenueId venue)
    implements LedgerRecord {

  /** The type of books; who stands in it is for few, how much at which price for everybody. */
  public static final RecordType<InstrumentBook> TYPE =
      new RecordType<>("BOOK", InstrumentBook.class, MarketVisibility.BOOK);

  /** Some 24 KB a side; five levels are all that anybody may see. */
  static final int SIDE_MOST = 200;

  /**
   * Why an instrument is not traded.
   *
   * @param at transaction time
   * @param reason in words
   */
  public record Halt(Instant at, @Most(HaltInstrument.REASON_MOST) String reason) {}

  public InstrumentBook {
    buys = List.copyOf(buys);
    sells = List.copyOf(sells);
  }

  /** The key of an instrument's book. */
  public static Key<InstrumentBook> key(InstrumentId instrument) {
    return TYPE.key(instrument.value());
  }

  /**
   * A book of the acting exchange.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code UNKNOWN_INSTRUMENT} or {@code
   *     NOT_ALLOWED}
   */
  static InstrumentBook ofActor(Act act, InstrumentId instrument) {
    InstrumentBook found = act.must(key(instrument), ErrorCode.UNKNOWN_INSTRUMENT);
    act.require(
        found.venue.exchange().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该标的在 %s 交易").en("it is traded at %s", found.venue));
    return found;
  }

  /** The base price of the next day, as far as is known. */
  Fen nextBase(TradingTerms terms) {
    return day.filter(each -> !each.closed()).flatMap(each -> each.nextBase(terms)).orElse(base);
  }

  /** The listings of a side, the best first. */
  public List<BookEntry> side(Side side) {
    return side == Side.BUY ? buys : sells;
  }

  /** The best listing of a side, whosever it is. */
  Optional<BookEntry> best(Side side) {
    return side(side).stream().findFirst();
  }

  /** Tonnes that a participant has in listings of a side. */
  Tonnes resting(Side side, ParticipantId participant) {
    return side(side).stream()
        .filter(entry -> entry.participant().equals(participant))
        .map(BookEntry::remaining)
        .reduce(Tonnes.ZERO, Tonnes::plus);
  }

  /** How many listings a participant has, on both sides. */
  long listings(ParticipantId participant) {
    return buys.stream().filter(entry -> entry.participant().equals(participant)).count()
        + sells.stream().filter(entry -> entry.participant().equals(participant)).count();
  }

  boolean isEmpty() {
    return buys.isEmpty() && sells.isEmpty();
  }

  /** Where its trades are counted. */
  private RegionCount count() {
    return new RegionCount(instrument.project().region(), instrument.isOfTraining());
  }

  /** The keys of what {@link #counted} reads and writes. */
  List<Key<?>> countKeys() {
    return uncounted().isPresent() ? count().keys() : List.of();
  }

  private Optional<Sales> uncounted() {
    return day.flatMap(BookDay::uncounted);
  }

  /**
   * The book with a day of which the totals of the region know. Once a day and not with each trade,
   * since all instruments of a province meet there.
   */
  InstrumentBook counted(Act act) {
    return uncounted()
        .map(
            sales -> {
              BookDay known = day.orElseThrow();
              count().sold(act, known.date(), sales);
              return withDay(known.counted());
            })
        .orElse(this);
  }

  InstrumentBook withDay(BookDay changed) {
    return with(copy -> copy.day = Optional.of(changed));
  }

  InstrumentBook withBase(Fen changed) {
    return with(copy -> copy.base = changed);
  }

  InstrumentBook withHalt(Optional<Halt> changed) {
    return with(copy -> copy.halt = changed);
  }

  InstrumentBook withFees(Fen changed) {
    return with(copy -> copy.fees = changed);
  }

  /** The book after a trade. */
  InstrumentBook withTrade(BookDay changed) {
    return with(
        copy -> {
          copy.day = Optional.of(changed);
          copy.tradedDay = changed.index();
          copy.trades++;
        });
  }

  /** The book with a listing more, behind those of its price. */
  InstrumentBook withListing(
      Side side, InstructionId listing, ParticipantId whose, Fen price, Tonnes quantity) {
    BookEntry added = new BookEntry(listing, whose, price, quantity, sequence + 1);
    List<BookEntry> entries = new ArrayList<>(side(side));
    int place = entries.size();
    while (place > 0 && side.isBetter(price.value(), entries.get(place - 1).price().value())) {
      place--;
    }
    entries.add(place, added);
    return with(
        copy -> {
          copy.set(side, entries);
          copy.sequence++;
        });
  }

  /** The book with another quantity of a listing; with none it leaves the book. */
  InstrumentBook withRemaining(Side side, InstructionId listing, Tonnes remaining) {
    List<BookEntry> entries = new ArrayList<>(side(side));
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).listing().equals(listing)) {
        if (remaining.isZero()) {
          entries.remove(i);
        } else {
          entries.set(i, entries.get(i).withRemaining(remaining));
        }
        return with(copy -> copy.set(side, entries));
      }
    }
    throw new IllegalStateException("no listing " + listing + " in the book of " + instrument);
  }

  private InstrumentBook with(Consumer<Copy> changes) {
    Copy copy = new Copy();
    changes.accept(copy);
    return new InstrumentBook(
        asset,
        bank,
        copy.base,
        copy.buys,
        copy.day,
        copy.fees,
        copy.halt,
        instrument,
        listableFrom,
        project,
        copy.sells,
        copy.sequence,
        copy.tradedDay,
        copy.trades,
        venue);
  }

  /** What changes in a book's life. */
  private final class Copy {
    private Fen base = InstrumentBook.this.base;
    private List<BookEntry> buys = InstrumentBook.this.buys;
    private Optional<BookDay> day = InstrumentBook.this.day;
    private Fen fees = InstrumentBook.this.fees;
    private Optional<Halt> halt = InstrumentBook.this.halt;
    private List<BookEntry> sells = InstrumentBook.this.sells;
    private long sequence = InstrumentBook.this.sequence;
    private int tradedDay = InstrumentBook.this.tradedDay;
    private long trades = InstrumentBook.this.trades;

    private void set(Side side, List<BookEntry> entries) {
      if (side == Side.BUY) {
        buys = entries;
      } else {
        sells = entries;
      }
    }
  }

  @Override
  public Key<InstrumentBook> key() {
    return key(instrument);
  }
}
