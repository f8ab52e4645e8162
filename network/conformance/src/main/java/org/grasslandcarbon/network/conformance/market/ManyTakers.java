// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.example.Story;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.HeadlessGateway;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.conformance.Traders;
import org.grasslandcarbon.network.conformance.WholeDay;

/**
 * One instrument of which many want more than there is. Everybody but the founders is new, so that
 * it may be played any number of times on a ledger.
 */
public final class ManyTakers {
  /** As many listings as the venue lets one have in an instrument, of several sellers. */
  private static final int SELLERS = 5;

  private static final int LISTINGS_EACH = 5;
  private static final int LISTINGS = SELLERS * LISTINGS_EACH;

  /** Several listings at each price, so that it counts who came first. */
  private static final int PRICES = 4;

  private static final int STEP = 10;

  /** A taking wants one to three tonnes. */
  private static final int TONNES_MOST = 3;

  /** Of what is wanted, in hundredths: less than those want who go to any price. */
  private static final int LISTED_PERCENT = 60;

  /** One in so many goes only to the middle of the prices. */
  private static final int THRIFTY = 10;

  /** One in so many wants all or nothing. */
  private static final int PARTICULAR = 7;

  private static final long ANY_PRICE = MarketChapter.OPENING.value() + PRICES * STEP;
  private static final Fen MONEY_EACH = Fen.of(1_000_000);

  private final List<HeadlessGateway> gateways;
  private final Traders takers;
  private final int count;
  private final Traders sellers;
  private final BatchId batch;
  private final InstrumentId instrument;

  /**
   * Lets somebody have credits, others money, and opens the instrument.
   *
   * @param gateways each of an office of its own; what is prepared goes through the first
   * @param count how many take
   */
  public ManyTakers(List<HeadlessGateway> gateways, ExampleSigners founders, int count) {
    this.gateways = List.copyOf(gateways);
    this.count = count;
    InstructionSigner office = founders.get("office-beijing");
    takers = new Traders(count, office);
    sellers = new Traders(SELLERS, office);
    PracticeStage stage =
        new PracticeStage(
            gateways.get(0)::bring, founders.get("authority"), office, new RegionCode("110000"));
    Setting setting = stage.setting(Land.Fields.SMALL, 1);
    batch = Story.untilIssued(stage, setting).batch();
    new ParticipantChapter(stage, setting).admit(Part.BANK, Part.EXCHANGE);
    MarketChapter market = new MarketChapter(stage, Asset.CNY_TRAINING, batch, "RUSH");
    LocalDate today = WholeDay.today();
    market.publishRule(today);
    market.openInstrument(Part.OWNER);
    market.openDay(today);
    instrument = market.instrument();
    mustBeApplied(takers.admissions());
    mustBeApplied(sellers.admissions());
    mustBeApplied(takers.deposits(stage.signer(Part.BANK), Asset.CNY_TRAINING, MONEY_EACH));
    Tonnes share = Tonnes.of(3L * LISTINGS_EACH * perListing());
    mustBeApplied(sellers.shares(stage.signer(Part.OWNER), batch, share));
  }

  private List<Sent> mustBeApplied(List<InstructionText> texts) {
    List<Sent> sent = Rush.through(gateways.subList(0, 1), texts);
    for (Sent each : sent) {
      if (!each.outcome().equals(Verdict.APPLIED)) {
        throw new IllegalStateException(each.id() + " ended as " + each.outcome());
      }
    }
    return sent;
  }

  /** Tonnes that all of them want together. */
  private long wanted() {
    long wanted = 0;
    for (int taker = 0; taker < count; taker++) {
      wanted += tonnes(taker);
    }
    return wanted;
  }

  private static long tonnes(int taker) {
    return 1 + taker % TONNES_MOST;
  }

  private long perListing() {
    return wanted() * LISTED_PERCENT / 100 / LISTINGS;
  }

  /**
   * What came of a rush.
   *
   * @param wanted tonnes that the takers wanted
   * @param listed tonnes that were listed
   * @param sold tonnes that were sold
   * @param outcomes how many takings ended how
   * @param medianWaits milliseconds by gateway
   * @param violations what does not hold; empty when all does
   */
  public record Result(
      long wanted,
      long listed,
      long sold,
      Map<String, Integer> outcomes,
      Map<Integer, Double> medianWaits,
      List<String> violations) {}

  /** Lists credits anew and lets all take at once, through the first so many gateways. */
  public Result rush(int through) {
    List<Signed> listings = listings();
    List<Signed> takings = takings();
    List<Sent> listed = mustBeApplied(listings.stream().map(Signed::text).toList());
    List<Sent> sent =
        Rush.through(gateways.subList(0, through), takings.stream().map(Signed::text).toList());
    List<Judged> judged = judged(Stream.concat(listed.stream(), sent.stream()).toList());
    List<Signed> signed = Stream.concat(listings.stream(), takings.stream()).toList();
    Map<String, Integer> outcomes = new TreeMap<>();
    sent.forEach(each -> outcomes.merge(each.outcome(), 1, Integer::sum));
    return new Result(
        wanted(),
        perListing() * LISTINGS,
        judged.stream()
            .flatMap(each -> each.trades().stream())
            .mapToLong(trade -> trade.tonnes().value())
            .sum(),
        outcomes,
        RushRules.medianWaits(sent),
        RushRules.violations(signed, sent, judged));
  }

  private List<Judged> judged(List<Sent> sent) {
    LongSummaryStatistics blocks = sent.stream().mapToLong(Sent::block).summaryStatistics();
    return Judged.of(gateways.get(0).blocks(blocks.getMin(), blocks.getMax()));
  }

  private List<Signed> listings() {
    List<Signed> listings = new ArrayList<>();
    for (int i = 0; i < LISTINGS; i++) {
      Fen price = Fen.of(MarketChapter.OPENING.value() + (long) i % PRICES * STEP);
      listings.add(
          Signed.by(
              sellers.get(i % SELLERS),
              new PlaceListing(
                  Optional.of(batch), instrument, price, Tonnes.of(perListing()), Side.SELL)));
    }
    return listings;
  }

  private List<Signed> takings() {
    List<Signed> takings = new ArrayList<>();
    for (int taker = 0; taker < count; taker++) {
      long limit = taker % THRIFTY == 0 ? MarketChapter.OPENING.value() + STEP : ANY_PRICE;
      takings.add(
          Signed.by(
              takers.get(taker),
              new TakeListings(
                  taker % PARTICULAR == 0,
                  Optional.empty(),
                  instrument,
                  Fen.of(limit),
                  Tonnes.of(tonnes(taker)),
                  Optional.empty(),
                  Side.BUY)));
    }
    return takings;
  }
}
