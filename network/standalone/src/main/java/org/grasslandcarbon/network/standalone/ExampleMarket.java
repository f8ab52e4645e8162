// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.CreditUse;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.AcceptBlockTrade;
import org.grasslandcarbon.domain.market.AcceptForward;
import org.grasslandcarbon.domain.market.ApplyForAuction;
import org.grasslandcarbon.domain.market.AuctionOpening;
import org.grasslandcarbon.domain.market.CloseAuction;
import org.grasslandcarbon.domain.market.CloseTradingDay;
import org.grasslandcarbon.domain.market.CollectFees;
import org.grasslandcarbon.domain.market.ExampleVenue;
import org.grasslandcarbon.domain.market.OfferBlockTrade;
import org.grasslandcarbon.domain.market.OfferForward;
import org.grasslandcarbon.domain.market.OpenAuction;
import org.grasslandcarbon.domain.market.OpenInstrument;
import org.grasslandcarbon.domain.market.OpenTradingDay;
import org.grasslandcarbon.domain.market.PlaceBid;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.ProposeOpeningPrice;
import org.grasslandcarbon.domain.market.PublishTradingRule;
import org.grasslandcarbon.domain.market.RecordInvoice;
import org.grasslandcarbon.domain.market.RevealBid;
import org.grasslandcarbon.domain.market.SealedBid;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.market.TradingHours;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.settlement.AttestCash;
import org.grasslandcarbon.domain.settlement.BindBankAccount;
import org.grasslandcarbon.domain.settlement.ConfirmBankAccount;
import org.grasslandcarbon.domain.settlement.ConfirmWithdrawal;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.settlement.RequestWithdrawal;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;
import tools.jackson.databind.node.ObjectNode;

/**
 * Six months of trading in the example registry, drawn from a seed: on every working day of the
 * calendar an owner lists, and enterprises take or not; with deposits and withdrawals, a block, an
 * auction and a forward. Prices are near those of CCER in 2026 (some 95 yuan a tonne) and, as
 * everything here, invented.
 */
final class ExampleMarket {
  private static final long SEED = 20_260_506;
  static final int YEAR = 2026;

  private static final LocalDate PREPARED = LocalDate.of(YEAR, 4, 27);
  private static final LocalDate FIRST_DAY = LocalDate.of(YEAR, 5, 6);
  private static final LocalDate LAST_DAY = LocalDate.of(YEAR, 10, 30);
  private static final LocalDate DAY_OF_BLOCK = LocalDate.of(YEAR, 6, 18);
  private static final LocalDate DAY_OF_AUCTION = LocalDate.of(YEAR, 9, 8);

  private static final LocalDate DAY_OF_NEXT_VINTAGE = LocalDate.of(YEAR, 9, 15);
  private static final LocalDate DAY_OF_FORWARD = LocalDate.of(YEAR, 10, 12);

  private static final String EXCHANGE = "exchange-beijing";
  private static final String BANK = "bank-beijing";
  private static final String BLOCK_BUYER = "trader-tianjin";
  private static final List<String> BUYERS =
      List.of("trader-beijing", BLOCK_BUYER, "trader-shijiazhuang");

  /** As the national market opens. */
  private static final List<TradingHours> HOURS =
      List.of(new TradingHours("09:30", "11:30"), new TradingHours("13:00", "15:00"));

  /**
   * An ordinary day has three moments, since each is a block of its own and the first start waits
   * for all of them: the opening, with what is paid in and listed for the day; one in which is
   * taken; the close.
   */
  private static final String OPENING_OF_DAY = "09:30:00";

  private static final String CLOSE_OF_DAY = "15:05:00";

  private static final LocalTime FIRST_TAKING_BEFORE_NOON = LocalTime.of(9, 50);
  private static final LocalTime FIRST_TAKING_AFTER_NOON = LocalTime.of(13, 5);

  /** In each half of the day, so that both are within the hours. */
  private static final int MINUTES_OF_TAKINGS = 90;

  /** Least volume of a day for a new base price, by the example's rules. */
  private static final long BASE_VOLUME_LEAST = 100;

  private static final long OPENING = 9_180;
  private static final long DEPOSIT = 30_000_000;

  private final Map<String, ParticipantId> participants;
  private final Calendar calendar;
  private final Random random = new Random(SEED);
  private final List<ExampleHistory.Event> events = new ArrayList<>();
  private final Map<String, Long> cash = new HashMap<>();
  private final List<Traded> instruments;
  private final VenueId venue;
  private long atBank;
  private int references;

  /** An instrument, who sells it, and its price as the rules move it. */
  private static final class Traded {
    private final String owner;
    private final BatchId batch;
    private long base = OPENING;
    private long tonnes;
    private long value;
    private int trades;

    private Traded(String owner, String batch) {
      this.owner = owner;
      this.batch = new BatchId(batch);
    }

    private InstrumentId instrument() {
      return InstrumentId.of(batch);
    }

    private void endDay() {
      if (tonnes >= BASE_VOLUME_LEAST) {
        base = (2 * value + tonnes) / (2 * tonnes);
      }
      tonnes = 0;
      value = 0;
    }
  }

  private ExampleMarket(Map<String, ParticipantId> participants, Calendar calendar) {
    this.participants = participants;
    this.calendar = calendar;
    this.venue = VenueId.of(id(EXCHANGE), "GRASS");
    this.instruments =
        List.of(
            new Traded("owner-hinggan", "CN-GCS-152221-20210001-2025-001"),
            new Traded("owner-golog", "CN-GCS-632626-20210001-2025-001"));
  }

  /**
   * What happened, in order.
   *
   * @param calendar of the year of trading
   */
  static List<ExampleHistory.Event> events(
      Map<String, ParticipantId> participants, Calendar calendar) {
    ExampleMarket market = new ExampleMarket(participants, calendar);
    market.prepare();
    FIRST_DAY.datesUntil(LAST_DAY.plusDays(1)).filter(calendar::isWorkingDay).forEach(market::day);
    return market.events;
  }

  private ParticipantId id(String name) {
    return participants.get(name);
  }

  private static Sha256 document(String name) {
    return Sha256.of("example document: " + name);
  }

  private static Instant at(LocalDate day, String time) {
    return at(day, LocalTime.parse(time));
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).toInstant(BeijingTime.OFFSET);
  }

  private Instant momentOfTakings(LocalDate day) {
    int minutes = random.nextInt(MINUTES_OF_TAKINGS);
    LocalTime first = random.nextBoolean() ? FIRST_TAKING_BEFORE_NOON : FIRST_TAKING_AFTER_NOON;
    return at(day, first.plusMinutes(minutes));
  }

  private InstructionId does(Instant at, String by, Action action) {
    ExampleHistory.Event event =
        new ExampleHistory.Event(
            "market-" + (events.size() + 1),
            at,
            by,
            Catalogue.of(action).name(),
            (ObjectNode) Codec.tree(action),
            null);
    events.add(event);
    return event.id();
  }

  private void prepare() {
    Instant day = at(PREPARED, "10:00:00");
    does(
        day,
        EXCHANGE,
        new PublishTradingRule(
            Asset.CNY,
            id(BANK),
            document("trading rules"),
            Name.of("示例草原碳汇交易场所", "Example venue for grassland carbon"),
            ExampleVenue.sources(),
            ExampleVenue.terms(HOURS, 5),
            PREPARED,
            venue));
    for (Traded each : instruments) {
      does(day, each.owner, new ProposeOpeningPrice(each.instrument(), Fen.of(OPENING), venue));
      does(day, EXCHANGE, new OpenInstrument(each.instrument(), Fen.of(OPENING), venue));
      bind(day, each.owner);
    }
    BUYERS.forEach(each -> bind(day, each));
  }

  private void bind(Instant at, String owner) {
    Sha256 account = document("bank account of " + owner);
    does(at, owner, new BindBankAccount(id(BANK), account));
    does(at, BANK, new ConfirmBankAccount(account, id(owner)));
  }

  private void day(LocalDate day) {
    does(at(day, OPENING_OF_DAY), EXCHANGE, new OpenTradingDay(day, venue));
    Instant takings = momentOfTakings(day);
    for (Traded each : instruments) {
      trade(day, takings, each);
    }
    if (day.equals(DAY_OF_BLOCK)) {
      block(day, instruments.get(1));
    }
    if (day.equals(DAY_OF_AUCTION)) {
      auction(day, instruments.get(0));
    }
    if (day.equals(DAY_OF_NEXT_VINTAGE)) {
      openNextVintage(day);
    }
    if (day.equals(DAY_OF_FORWARD)) {
      forward(day);
    }
    for (Traded each : instruments) {
      does(at(day, CLOSE_OF_DAY), EXCHANGE, new CloseTradingDay(each.instrument()));
      each.endDay();
    }
    if (isLastOfMonth(day)) {
      endMonth(day);
    }
  }

  private boolean isLastOfMonth(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (!calendar.isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next.getMonth() != day.getMonth();
  }

  /** Days without a trade are no exception. */
  private void trade(LocalDate day, Instant takings, Traded instrument) {
    long tonnes = 20 + 10L * random.nextInt(12);
    long asked = Math.round(instrument.base * (1.001 + random.nextGaussian() * 0.006));
    does(
        at(day, OPENING_OF_DAY),
        instrument.owner,
        new PlaceListing(
            Optional.of(instrument.batch),
            instrument.instrument(),
            Fen.of(asked),
            Tonnes.of(tonnes),
            Side.SELL));
    if (random.nextInt(10) < 7) {
      String buyer = BUYERS.get(random.nextInt(BUYERS.size()));
      long some = random.nextInt(3) == 0 ? tonnes : 10 + random.nextInt((int) tonnes - 10);
      boolean retires = random.nextInt(25) == 0;
      pay(at(day, OPENING_OF_DAY), buyer, asked * some);
      does(
          takings,
          buyer,
          take(
              instrument,
              Optional.empty(),
              asked,
              some,
              retires ? Optional.of(use()) : Optional.empty()));
      traded(day, instrument, asked, some);
    }
    if (random.nextInt(10) < 2) {
      String buyer = BUYERS.get(random.nextInt(BUYERS.size()));
      long bid =
          Math.min(
              asked - 1, Math.round(instrument.base * (0.994 + random.nextGaussian() * 0.003)));
      long wanted = 10 + 10L * random.nextInt(6);
      pay(at(day, OPENING_OF_DAY), buyer, bid * wanted);
      does(
          at(day, OPENING_OF_DAY),
          buyer,
          new PlaceListing(
              Optional.empty(), instrument.instrument(), Fen.of(bid), Tonnes.of(wanted), Side.BUY));
      does(
          takings,
          instrument.owner,
          take(instrument, Optional.of(instrument.batch), bid, wanted, Optional.empty()));
      traded(day, instrument, bid, wanted);
    }
  }

  private static TakeListings take(
      Traded instrument,
      Optional<BatchId> batch,
      long limit,
      long tonnes,
      Optional<CreditUse> retire) {
    return new TakeListings(
        false,
        batch,
        instrument.instrument(),
        Fen.of(limit),
        Tonnes.of(tonnes),
        retire,
        batch.isPresent() ? Side.SELL : Side.BUY);
  }

  private static CreditUse use() {
    return new CreditUse(
        new Beneficiary(Optional.empty(), Name.of("示例会议主办方", "Example host of a conference")),
        Optional.empty(),
        Retirement.Purpose.EVENT,
        Retirement.Reason.ON_BEHALF_OF_THIRD_PARTY,
        "示例：会议碳中和，摘牌后随即注销。 Example: a carbon-neutral conference, retired as it was bought.");
  }

  private void traded(LocalDate day, Traded instrument, long price, long tonnes) {
    instrument.tonnes += tonnes;
    instrument.value += price * tonnes;
    instrument.trades++;
    if (instrument.trades % 20 == 1) {
      does(
          at(day, CLOSE_OF_DAY),
          instrument.owner,
          new RecordInvoice(
              Fen.of(price * tonnes),
              document("invoice " + instrument.batch + " " + instrument.trades),
              instrument.instrument(),
              "EX-%s-%05d".formatted(instrument.batch.value().substring(7, 13), instrument.trades),
              instrument.trades));
    }
  }

  /** What a purchase costs is there; a round sum is paid in where it is not. */
  private void pay(Instant at, String buyer, long value) {
    long cost = value + value / 100;
    if (cash.getOrDefault(buyer, 0L) < cost) {
      long sum = (cost / DEPOSIT + 1) * DEPOSIT;
      does(
          at,
          BANK,
          new DepositCash(
              Fen.of(sum), Asset.CNY, id(buyer), new BankReference("EX-" + ++references)));
      cash.merge(buyer, sum, Long::sum);
      atBank += sum;
    }
    cash.merge(buyer, -cost, Long::sum);
  }

  private void block(LocalDate day, Traded instrument) {
    long price = instrument.base * 95 / 100;
    long tonnes = 10_000;
    pay(at(day, OPENING_OF_DAY), BLOCK_BUYER, price * tonnes);
    InstructionId offer =
        does(
            at(day, "13:40:00"),
            instrument.owner,
            new OfferBlockTrade(
                Optional.of(instrument.batch),
                id(BLOCK_BUYER),
                instrument.instrument(),
                Fen.of(price),
                Tonnes.of(tonnes),
                Side.SELL,
                at(day.plusDays(1), "15:00:00")));
    does(at(day, "14:10:00"), BLOCK_BUYER, new AcceptBlockTrade(Optional.empty(), offer));
    instrument.trades++;
  }

  private void auction(LocalDate day, Traded instrument) {
    long reserve = instrument.base * 97 / 100;
    InstructionId auction =
        does(
            at(day, "13:05:00"),
            instrument.owner,
            new ApplyForAuction(
                Optional.of(instrument.batch),
                instrument.instrument(),
                Tonnes.of(1_000),
                Fen.of(reserve),
                Side.SELL));
    does(
        at(day, "13:10:00"),
        EXCHANGE,
        new OpenAuction(
            auction,
            at(day, "13:15:00"),
            at(day, "14:00:00"),
            AuctionOpening.Pricing.UNIFORM,
            at(day, "14:40:00")));
    List<SealedBid> bids = new ArrayList<>();
    for (String buyer : BUYERS) {
      SealedBid bid =
          new SealedBid(
              auction,
              id(buyer),
              Fen.of(reserve + 40L * (bids.size() + 1)),
              Tonnes.of(400),
              Sha256.of("salt of " + buyer).value());
      bids.add(bid);
      long ceiling = 10_200L * 400;
      pay(at(day, OPENING_OF_DAY), buyer, ceiling);
      does(
          at(day, "13:30:00"),
          buyer,
          new PlaceBid(
              auction,
              Optional.empty(),
              Optional.of(Fen.of(ceiling)),
              Optional.empty(),
              bid.digest()));
    }
    for (int i = 0; i < bids.size(); i++) {
      SealedBid bid = bids.get(i);
      does(
          at(day, "14:10:00"),
          BUYERS.get(i),
          new RevealBid(auction, bid.price(), bid.quantity(), bid.salt()));
    }
    does(at(day, "14:51:00"), EXCHANGE, new CloseAuction(auction));
    instrument.trades += bids.size();
  }

  /** The credits of this year, of which none is issued before the next. */
  private static InstrumentId nextVintage() {
    return new InstrumentId("GCS-152221-2021-0001-" + YEAR);
  }

  private void openNextVintage(LocalDate day) {
    Instant noon = at(day, "11:40:00");
    does(
        noon,
        instruments.get(0).owner,
        new ProposeOpeningPrice(
            nextVintage(),
            Fen.of(OPENING),
            Optional.of(ExampleHistory.Event.id("project-hinggan")),
            venue));
    does(noon, EXCHANGE, new OpenInstrument(nextVintage(), Fen.of(OPENING), venue));
  }

  /** An enterprise makes sure of a part of what will be issued next year. */
  private void forward(LocalDate day) {
    String buyer = BUYERS.get(0);
    pay(at(day, OPENING_OF_DAY), buyer, OPENING * 1_000);
    InstructionId offer =
        does(
            at(day, "13:50:00"),
            instruments.get(0).owner,
            new OfferForward(
                id(buyer),
                LocalDate.of(YEAR + 1, 6, 30),
                nextVintage(),
                200,
                Fen.of(OPENING),
                Tonnes.of(1_000),
                Side.SELL,
                at(day.plusDays(2), "15:00:00")));
    does(at(day, "14:20:00"), buyer, new AcceptForward(offer));
  }

  /** The exchange has its fees, the owners some of their money, and the bank tells what it has. */
  private void endMonth(LocalDate day) {
    Instant evening = at(day, "16:00:00");
    for (Traded each : instruments) {
      does(evening, EXCHANGE, new CollectFees(each.instrument()));
      Fen amount = Fen.of(1_000_000);
      InstructionId withdrawal =
          does(evening, each.owner, new RequestWithdrawal(amount, Asset.CNY, id(BANK)));
      does(
          evening,
          BANK,
          new ConfirmWithdrawal(new BankReference("EX-" + ++references), withdrawal));
      atBank -= amount.value();
    }
    does(
        at(day.plusDays(1), "09:00:00"),
        BANK,
        new AttestCash(Asset.CNY, day, Fen.ZERO, Fen.ZERO, Fen.of(atBank)));
  }
}
