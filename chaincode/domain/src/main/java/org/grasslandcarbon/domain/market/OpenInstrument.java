// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * Opens an instrument at a venue, for good, at the price that a holder proposed, or its project's
 * owner before there is one (LEDGER section 6). It can be listed from the next day on.
 *
 * @param instrument the instrument
 * @param price the proposed price, which is confirmed: another than the one that stands is refused
 * @param venue the venue
 */
public record OpenInstrument(
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Proposed price that is confirmed, fen a tonne", zh = "所确认的开盘参考价（分/吨）") @Least(1)
        Fen price,
    @Means(en = "Venue", zh = "交易场所") VenueId venue)
    implements Action {

  /** The action. */
  public static final ActionType<OpenInstrument> TYPE =
      ActionType.of(
          "openInstrument",
          "确认开盘参考价并开设交易标的",
          "Opens an instrument at a venue",
          new OpenInstrument(
              new InstrumentId("GCS-152502-2024-0001-2025"),
              Fen.of(9_500),
              new VenueId("91110000600037341L-CBGEX")),
          EnumSet.of(Role.EXCHANGE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_VENUE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.INSTRUMENT_OPENED,
          ErrorCode.NO_OPENING_PRICE,
          ErrorCode.BAD_TRADING_RULE,
          ErrorCode.PRICE_OFF_TICK,
          ErrorCode.PRICE_OUTSIDE_LIMITS,
          ErrorCode.UNKNOWN_BATCH);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Venue.key(venue),
        InstrumentBook.key(instrument),
        OpeningPrice.key(instrument, venue),
        Batch.key(InstrumentBatches.expected(instrument).get(0)));
  }

  /** Which version holds today is not known here; it is one of the last. */
  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    int versions = records.find(Venue.key(venue)).map(found -> found.rules().size()).orElse(0);
    return IntStream.rangeClosed(Math.max(1, versions - 1), versions)
        .<Key<?>>mapToObj(version -> TradingRule.key(venue, version))
        .toList();
  }

  @Override
  public void apply(Act act) {
    Venue found = Venue.ofActor(act, venue);
    ProposeOpeningPrice.requireNotOpened(act, instrument);
    OpeningPrice proposed =
        act.must(OpeningPrice.key(instrument, venue), ErrorCode.NO_OPENING_PRICE);
    act.require(
        proposed.price().equals(price),
        ErrorCode.NO_OPENING_PRICE,
        zh("当前提出的价格为 %s 分").en("%s fen stand as proposed", proposed.price()));
    Optional<Integer> version = found.ruleOn(act.today());
    act.require(
        version.isPresent(),
        ErrorCode.BAD_TRADING_RULE,
        zh("交易规则自 %s 起生效").en("the rules begin on %s", found.rules().get(0)));
    TradingTerms terms =
        act.must(TradingRule.key(venue, version.orElseThrow()), ErrorCode.UNKNOWN_VENUE).terms();
    requireOpening(act, terms, price);
    Optional<InstructionId> project =
        act.find(Batch.key(InstrumentBatches.expected(instrument).get(0)))
            .map(Batch::project)
            .or(proposed::project);
    act.require(
        project.isPresent(),
        ErrorCode.UNKNOWN_BATCH,
        zh("该标的尚未签发").en("nothing of the instrument has been issued"));

    act.write(
        new InstrumentBook(
            found.asset(),
            found.bank(),
            price,
            List.of(),
            Optional.empty(),
            Fen.ZERO,
            Optional.empty(),
            instrument,
            found.isOfTraining() ? act.today() : act.today().plusDays(1),
            project.orElseThrow(),
            List.of(),
            0,
            found.index(),
            0,
            venue));
    act.refer("instrument", instrument);
    act.refer("venue", venue);
  }

  /** Refuses prices at which nothing is opened or begins anew. */
  static void requireOpening(Act act, TradingTerms terms, Fen price) {
    PriceLimits range =
        new PriceLimits(
            terms.openingLowest().value(), terms.openingHighest().value(), terms.tick().value());
    act.requireNone(range.offTick(price), ErrorCode.PRICE_OFF_TICK);
    act.requireNone(range.outside(price), ErrorCode.PRICE_OUTSIDE_LIMITS);
  }
}
