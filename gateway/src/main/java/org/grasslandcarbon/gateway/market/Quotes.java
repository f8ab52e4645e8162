// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.market.ModeTerms;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.gateway.preparation.OffsetCheck;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.RuleOfDay;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.Parameter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a purchase would cost as books stand: which takings over which instruments, the cheapest
 * with its fees first. Nothing is reserved; whoever signs the takings gets what is there then,
 * never dearer than each taking's limit. No more of a book is used than everybody may see.
 */
@Component
public final class Quotes {
  private static final long MILLION = 1_000_000;

  private final Reader reader;
  private final OffsetCheck offsets;
  private final Clock clock;

  Quotes(Reader reader, OffsetCheck offsets, Clock clock) {
    this.reader = reader;
    this.offsets = offsets;
    this.clock = clock;
  }

  /**
   * What is wanted.
   *
   * @param asset with which money it is paid; absent for yuan
   * @param bases bases of the enterprise's year, in place of the recorded ones
   * @param compliance for which market and year the credits are to be used, if for any
   * @param maxPrice the most that is paid for a tonne, fees apart, fen
   * @param methodology of which methodology's projects
   * @param region of projects in which division, with those in it
   * @param tonnes how much
   * @param vintages of which years; absent for any
   */
  public record Wanted(
      Optional<Asset> asset,
      Optional<OffsetBases> bases,
      Optional<Compliance> compliance,
      @Least(1) Optional<Fen> maxPrice,
      @Most(40) Optional<String> methodology,
      Optional<RegionCode> region,
      @Least(1) Tonnes tonnes,
      @Least(1) @Most(VINTAGES_MOST) Optional<List<Integer>> vintages) {
    public Wanted {
      Check.that(!tonnes.isZero(), zh("数量至少为 1 吨").en("at least 1 t is wanted"));
      Check.that(
          vintages.map(List::size).orElse(0) <= VINTAGES_MOST,
          zh("至多 %s 个年份").en("at most %s years are named", VINTAGES_MOST));
      Check.that(
          bases.isEmpty() || compliance.isPresent(),
          zh("bases 须与 compliance 一并填写").en("bases go with compliance"));
    }
  }

  /** More years than a project is credited for. */
  private static final int VINTAGES_MOST = 60;

  /**
   * What it would cost.
   *
   * @param cost fen, with all fees
   * @param eligibility what the market that was named would take of the takings, in their order
   * @param found tonnes of all takings
   * @param takings what to sign, the cheapest first
   * @param tonnes how much was wanted
   */
  public record Quote(
      long cost,
      Optional<OffsetCheck.Answer> eligibility,
      long found,
      List<Taking> takings,
      long tonnes) {}

  /**
   * What to take of one instrument: the arguments of {@code takeListings}, and what it costs.
   *
   * @param asset the money
   * @param cost fen, with fees
   * @param fees fen of trading and settlement fee
   * @param instrument what is taken
   * @param limit the worst price of it, fen a tonne
   * @param tonnes how much
   * @param value fen without fees
   * @param venue where
   */
  public record Taking(
      String asset,
      long cost,
      long fees,
      String instrument,
      long limit,
      long tonnes,
      long value,
      String venue) {}

  /** A level of an instrument's book that can be bought from. */
  private record Offer(Instrument of, Depth.Level level) {
    /** Price and fees of a tonne, in millionths of a fen. */
    private BigInteger allIn() {
      return BigInteger.valueOf(level.price()).multiply(BigInteger.valueOf(MILLION + of.rate()));
    }
  }

  /** An instrument with what its rule says about purchases. */
  private record Instrument(String id, String asset, String venue, JsonNode terms) {
    private int fee() {
      return terms.at("/listing/buyerFeePerMillion").intValue();
    }

    private int settlement() {
      return terms.at("/listing/buyerSettlementPerMillion").intValue();
    }

    private long rate() {
      return (long) fee() + settlement();
    }

    private long most() {
      return terms.path("orderMost").longValue();
    }

    private long lot() {
      return Math.max(1, terms.path("lot").longValue());
    }
  }

  /** What is taken of an instrument so far. */
  private static final class Part {
    private long tonnes;
    private long value;
    private long limit;

    private void add(Depth.Level level, long some) {
      tonnes += some;
      value = Math.addExact(value, Math.multiplyExact(level.price(), some));
      limit = Math.max(limit, level.price());
    }
  }

  /**
   * Works a purchase out.
   *
   * @param whose for whose use in which market, if for any
   * @param mustBeWanted to be called many times a second
   */
  public Quote quote(Wanted wanted, Optional<OffsetCheck.Whose> whose, Runnable mustBeWanted) {
    List<Offer> offers = new ArrayList<>();
    LocalDate today = BeijingTime.day(Instant.now(clock));
    reader.each(selection(wanted), item -> offers.addAll(offers(item, wanted, today)));
    offers.sort(
        Comparator.comparing(Offer::allIn)
            .thenComparing(offer -> offer.of().id())
            .thenComparing(offer -> offer.level().price()));
    Map<Instrument, Part> parts = new LinkedHashMap<>();
    long missing = wanted.tonnes().value();
    for (Offer offer : offers) {
      Part part = parts.computeIfAbsent(offer.of(), any -> new Part());
      long some = Math.min(missing, offer.level().tonnes());
      some = Math.min(some, offer.of().most() - part.tonnes);
      some -= some % offer.of().lot();
      if (some > 0) {
        part.add(offer.level(), some);
        missing -= some;
      }
    }
    List<Taking> takings = new ArrayList<>();
    parts.forEach(
        (instrument, part) -> {
          if (part.tonnes > 0) {
            takings.add(taking(instrument, part));
          }
        });
    return new Quote(
        takings.stream().mapToLong(Taking::cost).reduce(0, Math::addExact),
        whose.map(each -> offsets.check(each, credits(takings), mustBeWanted)),
        wanted.tonnes().value() - missing,
        takings,
        wanted.tonnes().value());
  }

  private static List<OffsetCheck.OfInstrument> credits(List<Taking> takings) {
    return takings.stream()
        .map(
            each ->
                new OffsetCheck.OfInstrument(
                    new InstrumentId(each.instrument()), Tonnes.of(each.tonnes())))
        .toList();
  }

  private static Taking taking(Instrument instrument, Part part) {
    long fees =
        ModeTerms.fee(instrument.fee(), part.value).value()
            + ModeTerms.fee(instrument.settlement(), part.value).value();
    return new Taking(
        instrument.asset(),
        Math.addExact(part.value, fees),
        fees,
        instrument.id(),
        part.limit,
        part.tonnes,
        part.value,
        instrument.venue());
  }

  private static Selection selection(Wanted wanted) {
    Selection selection = Selection.of(MarketViews.INSTRUMENTS);
    ask(selection, "halted", false);
    ask(selection, "training", wanted.asset().orElse(Asset.CNY).isOfTraining());
    wanted.region().ifPresent(region -> ask(selection, "region", region));
    wanted.methodology().ifPresent(id -> ask(selection, "methodology", id));
    return selection;
  }

  private static void ask(Selection selection, String parameter, Object value) {
    Parameter found =
        MarketViews.INSTRUMENTS.parameters().stream()
            .filter(each -> each.name().equals(parameter))
            .findFirst()
            .orElseThrow();
    selection.with(found.path(value.toString()), value);
  }

  private List<Offer> offers(ObjectNode item, Wanted wanted, LocalDate today) {
    InstrumentId id = new InstrumentId(item.path("instrument").asString());
    String date = item.at("/day/date").asString("");
    boolean isOpen = date.equals(today.toString()) && !item.at("/day/closed").booleanValue();
    boolean isOfYear =
        wanted.vintages().isEmpty() || wanted.vintages().get().contains(id.vintage());
    if (!isOpen || !isOfYear) {
      return List.of();
    }
    VenueId venue = new VenueId(item.path("venue").asString());
    return RuleOfDay.find(reader, venue, today)
        .map(
            rule ->
                new Instrument(
                    id.value(), item.path("asset").asString(), venue.value(), rule.path("terms")))
        .map(
            of ->
                Depth.of(item).best().sells().stream()
                    .filter(level -> isCheapEnough(level, wanted))
                    .map(level -> new Offer(of, level))
                    .toList())
        .orElse(List.of());
  }

  private static boolean isCheapEnough(Depth.Level level, Wanted wanted) {
    return wanted.maxPrice().map(most -> level.price() <= most.value()).orElse(true);
  }
}
