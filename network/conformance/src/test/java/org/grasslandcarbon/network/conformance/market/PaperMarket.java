// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.market.WithdrawListing;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/** Instructions and trades of a market that there is only in a test. */
public final class PaperMarket {
  public static final BatchId BATCH = new BatchId("CN-GCST-150000-20250001-2025-001");
  public static final InstrumentId INSTRUMENT = InstrumentId.of(BATCH);

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  private final Random random = new Random(7);
  private long trades;

  public ParticipantId somebody() {
    return Part.newcomer(new RegionCode("110000"), random::nextInt);
  }

  public static Signed sells(ParticipantId who, long tonnes, long price) {
    return signed(
        who,
        new PlaceListing(
            Optional.of(BATCH), INSTRUMENT, Fen.of(price), Tonnes.of(tonnes), Side.SELL));
  }

  public static Signed wants(ParticipantId who, long tonnes, long price) {
    return signed(
        who,
        new PlaceListing(Optional.empty(), INSTRUMENT, Fen.of(price), Tonnes.of(tonnes), Side.BUY));
  }

  public static Signed buys(ParticipantId who, long tonnes, long limit, boolean allOrNothing) {
    return signed(
        who,
        new TakeListings(
            allOrNothing,
            Optional.empty(),
            INSTRUMENT,
            Fen.of(limit),
            Tonnes.of(tonnes),
            Optional.empty(),
            Side.BUY));
  }

  public static Signed delivers(ParticipantId who, long tonnes, long limit) {
    return signed(
        who,
        new TakeListings(
            false,
            Optional.of(BATCH),
            INSTRUMENT,
            Fen.of(limit),
            Tonnes.of(tonnes),
            Optional.empty(),
            Side.SELL));
  }

  public static Signed withdraws(ParticipantId who, Signed listing) {
    return signed(who, new WithdrawListing(listing.text().id()));
  }

  private static Signed signed(ParticipantId who, Action action) {
    InstructionId id = InstructionSigner.newId();
    return new Signed(new InstructionText(id, "an action", who, NOON, "a text"), action);
  }

  public static Judged applied(Signed signed, Trade... trades) {
    return new Judged(signed.text().id(), "APPLIED", List.of(trades));
  }

  public static Judged refused(Signed signed, String code) {
    return new Judged(signed.text().id(), code, List.of());
  }

  /** A trade in which a listing to sell was taken. */
  public Trade bought(Signed taking, Signed listing, long price, long first, long last) {
    return trade(
        taking.text().participant(),
        listing.text().participant(),
        Optional.empty(),
        Optional.of(listing.text().id()),
        taking.text().id(),
        price,
        SerialRanges.of(first, last),
        Side.BUY);
  }

  /** A trade in which a listing to buy was taken. */
  public Trade delivered(Signed taking, Signed listing, long price, long first, long last) {
    return trade(
        listing.text().participant(),
        taking.text().participant(),
        Optional.of(listing.text().id()),
        Optional.empty(),
        taking.text().id(),
        price,
        SerialRanges.of(first, last),
        Side.SELL);
  }

  private Trade trade(
      ParticipantId buyer,
      ParticipantId seller,
      Optional<InstructionId> buyerListing,
      Optional<InstructionId> sellerListing,
      InstructionId instruction,
      long price,
      SerialRanges serials,
      Side taker) {
    long tonnes = serials.quantity().value();
    return new Trade(
        Asset.CNY_TRAINING,
        NOON,
        BATCH,
        buyer,
        Fen.of(2),
        buyerListing,
        Fen.ZERO,
        LocalDate.of(2026, 3, 2),
        SerialRanges.NONE,
        Fen.of(tonnes * price),
        instruction,
        INSTRUMENT,
        Trade.Mode.LISTED,
        ++trades,
        Fen.of(price),
        seller,
        Fen.of(3),
        sellerListing,
        Fen.ZERO,
        serials,
        new ArrayList<>(),
        Optional.of(taker),
        Tonnes.of(tonnes),
        VenueId.of(seller, "PAPER"));
  }
}
