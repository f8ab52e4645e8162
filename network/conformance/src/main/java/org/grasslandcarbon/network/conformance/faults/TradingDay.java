// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.RegistryClient;
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
import org.grasslandcarbon.domain.market.WithdrawListing;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.conformance.Traders;
import org.grasslandcarbon.network.conformance.market.Signed;

/**
 * A venue for practice whose traders list to sell and to buy, take what others have listed, and
 * take back what they have listed themselves, all in one instrument.
 */
final class TradingDay implements Load.Acts {
  private static final int TRADERS = 24;

  /** What each begins with: little enough to run out of, so that there are refusals too. */
  private static final Tonnes SHARE = Tonnes.of(40);

  private static final Fen MONEY = Fen.of(400_000);

  private static final int TONNES_MOST = 4;

  private static final int PRICES = 12;

  /** Prices at which either side may stand, so that some listings would cross. */
  private static final int COMMON = 3;

  /** One taking in so many wants all or nothing. */
  private static final int PARTICULAR = 5;

  /** Of a hundred acts, how many list, and how many list or take. */
  private static final int LISTS = 40;

  private static final int LISTS_OR_TAKES = 85;

  private final Traders traders;
  private final InstructionSigner bank;
  private final BatchId batch;
  private final InstrumentId instrument;

  /** What has been listed, by trader; some of it is filled, or was refused. */
  private final List<List<Signed>> listed =
      IntStream.range(0, TRADERS).<List<Signed>>mapToObj(i -> new ArrayList<>()).toList();

  /** Founds the venue by a gateway and gives everybody credits and money. */
  TradingDay(RegistryClient client, ExampleSigners founders) {
    InstructionSigner office = founders.get("office-beijing");
    PracticeStage stage =
        new PracticeStage(
            text -> Trial.brought(client, text),
            founders.get("authority"),
            office,
            new RegionCode("110000"));
    Setting setting = stage.setting(Land.Fields.SMALL, 1);
    batch = Story.untilIssued(stage, setting).batch();
    new ParticipantChapter(stage, setting).admit(Part.BANK, Part.EXCHANGE);
    MarketChapter market = new MarketChapter(stage, Asset.CNY_TRAINING, batch, "FAULTS");
    instrument = market.instrument();
    bank = stage.signer(Part.BANK);
    LocalDate today = LocalDate.now(BeijingTime.OFFSET);
    market.publishRule(today);
    market.openInstrument(Part.OWNER);
    market.openDay(today);
    traders = new Traders(TRADERS, office);
    Trial.submitAll(client, traders.admissions());
    Trial.submitAll(client, traders.deposits(bank, Asset.CNY_TRAINING, MONEY));
    Trial.submitAll(client, traders.shares(stage.signer(Part.OWNER), batch, SHARE));
  }

  BatchId batch() {
    return batch;
  }

  InstrumentId instrument() {
    return instrument;
  }

  ParticipantId bank() {
    return bank.participant();
  }

  /** What everybody had before the first listing. */
  MarketInvariants.Opening opening() {
    return new MarketInvariants.Opening(
        traders.all().stream().map(each -> each.participant().value()).toList(),
        SHARE.value(),
        MONEY.value());
  }

  @Override
  public Signed next(Random random) {
    int trader = random.nextInt(TRADERS);
    InstructionSigner who = traders.get(trader);
    List<Signed> own = listed.get(trader);
    int chance = random.nextInt(100);
    if (chance < LISTS) {
      Signed listing = Signed.by(who, listing(random));
      own.add(listing);
      return listing;
    }
    return chance < LISTS_OR_TAKES || own.isEmpty()
        ? Signed.by(who, taking(random))
        : Signed.by(who, new WithdrawListing(own.remove(own.size() - 1).text().id()));
  }

  private Action listing(Random random) {
    Side side = side(random);
    int away = random.nextInt(PRICES) - COMMON;
    long price = MarketChapter.OPENING.value() + (side == Side.SELL ? away : -away);
    return new PlaceListing(batchOf(side), instrument, Fen.of(price), tonnes(random), side);
  }

  private Action taking(Random random) {
    Side side = side(random);
    int away = random.nextInt(PRICES);
    long limit = MarketChapter.OPENING.value() + (side == Side.BUY ? away : -away);
    return new TakeListings(
        random.nextInt(PARTICULAR) == 0,
        batchOf(side),
        instrument,
        Fen.of(limit),
        tonnes(random),
        Optional.empty(),
        side);
  }

  private Optional<BatchId> batchOf(Side side) {
    return side == Side.SELL ? Optional.of(batch) : Optional.empty();
  }

  private static Side side(Random random) {
    return random.nextBoolean() ? Side.SELL : Side.BUY;
  }

  private static Tonnes tonnes(Random random) {
    return Tonnes.of(1 + random.nextInt(TONNES_MOST));
  }
}
