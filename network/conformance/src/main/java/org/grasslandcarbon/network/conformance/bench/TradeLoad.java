// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.example.Story;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.conformance.Traders;

/**
 * Trades: takings of one tonne, each of which fills a listing and settles it: credits, price, fees
 * of both and the shares of the project's beneficiaries.
 */
final class TradeLoad {
  /** A venue for practice takes so many orders of one participant in a minute. */
  private static final int ORDERS_A_MINUTE = 60;

  /** Two to warm up and two that count, all of them in one minute if the machine is so fast. */
  private static final int ROUNDS = 4;

  /** Tonnes of earlier years cannot be claimed on every day of this one. */
  private static final int YEARS = 4;

  /** A story waits for each of its steps, and many wait together. */
  private static final int STORIES_AT_ONCE = 16;

  /** Several prices, so that takings go from one listing to the next. */
  private static final int HOT_LISTINGS = 5;

  private static final RegionCode REGION = new RegionCode("110000");
  private static final Fen MONEY_EACH = Fen.of(10_000_000);

  private final RegistryLoad registry;
  private final ExampleSigners founders;
  private final int trades;
  private final int instruments;
  private final Traders takers;
  private Instrument hot;
  private List<Instrument> others;

  /** Something to trade, and who has it. */
  private record Instrument(BatchId batch, InstructionSigner owner) {
    InstrumentId id() {
      return InstrumentId.of(batch);
    }
  }

  TradeLoad(BenchTarget target, RegistryLoad registry, BenchSize size) {
    this.registry = registry;
    this.founders = target.signers();
    this.trades = size.trades();
    this.instruments = size.instruments();
    int least = (ROUNDS * trades + ORDERS_A_MINUTE - 1) / ORDERS_A_MINUTE;
    takers = new Traders(Math.max(size.holders(), least), founders.get("office-beijing"));
  }

  /** Opens a venue with its instruments, and lets everybody have money. */
  void prepare() throws InterruptedException {
    PracticeStage stage = stage();
    Setting setting = stage.setting(Land.Fields.LARGE, 1);
    Story story = Story.untilIssued(stage, setting);
    new ParticipantChapter(stage, setting).admit(Part.BANK, Part.EXCHANGE);
    MarketChapter market = market(stage, story.batch());
    LocalDate today = LocalDate.now(BeijingTime.OFFSET);
    market.publishRule(today);
    market.openDay(today);
    market.openInstrument(Part.OWNER);
    hot = new Instrument(story.batch(), stage.signer(Part.OWNER));
    others = openOthers(stage);
    registry.mustBring(takers.admissions());
    registry.mustBring(takers.deposits(stage.signer(Part.BANK), Asset.CNY_TRAINING, MONEY_EACH));
  }

  private PracticeStage stage() {
    return new PracticeStage(
        registry.gateway()::bring,
        founders.get("authority"),
        founders.get("office-beijing"),
        REGION);
  }

  private static MarketChapter market(PracticeStage stage, BatchId batch) {
    return new MarketChapter(stage, Asset.CNY_TRAINING, batch, "BENCH");
  }

  /** The instruments of projects that each have some years. */
  private List<Instrument> openOthers(PracticeStage venue) {
    ExecutorService telling = Executors.newFixedThreadPool(STORIES_AT_ONCE);
    try {
      List<CompletableFuture<List<Instrument>>> opened =
          lands((instruments + YEARS - 1) / YEARS).stream()
              .map(land -> CompletableFuture.supplyAsync(() -> open(venue, land), telling))
              .toList();
      return opened.stream().flatMap(each -> each.join().stream()).limit(instruments).toList();
    } finally {
      telling.shutdown();
    }
  }

  /** Fields by chance, none twice. */
  private static Set<Land> lands(int count) {
    Set<Land> lands = new HashSet<>();
    while (lands.size() < count) {
      lands.add(Land.Fields.SMALL.any(ThreadLocalRandom.current()::nextInt));
    }
    return lands;
  }

  private List<Instrument> open(PracticeStage venue, Land land) {
    PracticeStage stage = stage();
    stage.cast(Part.BANK, venue.signer(Part.BANK));
    stage.cast(Part.EXCHANGE, venue.signer(Part.EXCHANGE));
    int firstYear = stage.setting(Land.Fields.SMALL, YEARS).firstYear();
    Story story = Story.untilIssued(stage, Setting.forPractice(REGION, land, firstYear, YEARS));
    List<Instrument> opened = new ArrayList<>();
    for (BatchId batch : story.batches()) {
      market(stage, batch).openInstrument(Part.OWNER);
      opened.add(new Instrument(batch, stage.signer(Part.OWNER)));
    }
    return opened;
  }

  /** Lists what the next round takes, and signs the takings of one instrument. */
  List<InstructionText> hot() throws InterruptedException {
    registry.mustBring(
        IntStream.range(0, HOT_LISTINGS)
            .mapToObj(i -> list(hot, MarketChapter.OPENING.value() + i, share(i, HOT_LISTINGS)))
            .toList());
    return takings(Stream.generate(() -> hot).limit(trades).toList());
  }

  /** The same over all other instruments. */
  List<InstructionText> spread() throws InterruptedException {
    registry.mustBring(
        IntStream.range(0, Math.min(instruments, trades))
            .mapToObj(
                i -> list(others.get(i), MarketChapter.OPENING.value(), share(i, instruments)))
            .toList());
    return takings(IntStream.range(0, trades).mapToObj(i -> others.get(i % instruments)).toList());
  }

  /** Tonnes of a place when a round's are dealt out in turn: exactly what is taken. */
  private int share(int place, int places) {
    return (trades + places - 1 - place) / places;
  }

  private static InstructionText list(Instrument what, long price, int tonnes) {
    return RegistryLoad.sign(
        what.owner(),
        new PlaceListing(
            Optional.of(what.batch()), what.id(), Fen.of(price), Tonnes.of(tonnes), Side.SELL));
  }

  private List<InstructionText> takings(List<Instrument> what) {
    return IntStream.range(0, what.size())
        .parallel()
        .mapToObj(i -> RegistryLoad.sign(takers.get(i % takers.all().size()), take(what.get(i))))
        .toList();
  }

  private static Action take(Instrument what) {
    return new TakeListings(
        false,
        Optional.empty(),
        what.id(),
        Fen.of(MarketChapter.OPENING.value() + HOT_LISTINGS),
        Tonnes.of(1),
        Optional.empty(),
        Side.BUY);
  }
}
