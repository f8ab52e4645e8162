// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.TradeCancellation;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.RuleOfDay;
import tools.jackson.databind.JsonNode;

/**
 * A trade as a document for its parties. Every number is the ledger's but for the tax, which is
 * only printed. A trade that was cancelled keeps its numbers and says that it was.
 *
 * @param asset the money
 * @param at when
 * @param batch whose credits
 * @param block the block that has the instruction's outcome
 * @param buyer what the buyer pays
 * @param cancellation that it was cancelled: everything went back by opposite postings
 * @param day the trading day
 * @param gross fen: price times tonnes
 * @param instruction by which the trade was made
 * @param instrument what was traded
 * @param mode in which way
 * @param number the trade's number among the instrument's
 * @param price fen a tonne
 * @param seller what the seller receives
 * @param serials full serial numbers
 * @param tonnes the quantity
 * @param training whether it is for practice only
 * @param vat the tax within the gross; absent where the rule of the day is not known
 * @param venue where
 */
public record ContractNote(
    String asset,
    Instant at,
    String batch,
    long block,
    Buyer buyer,
    Optional<Cancellation> cancellation,
    LocalDate day,
    long gross,
    String instruction,
    String instrument,
    String mode,
    long number,
    long price,
    Seller seller,
    List<String> serials,
    long tonnes,
    boolean training,
    Optional<Vat> vat,
    String venue) {

  /**
   * The buyer's side.
   *
   * @param fee fen of trading fee
   * @param participant who
   * @param pays fen: gross and fees
   * @param settlementFee fen of settlement fee
   */
  public record Buyer(long fee, String participant, long pays, long settlementFee) {}

  /**
   * The seller's side.
   *
   * @param fee fen of trading fee
   * @param participant who
   * @param receives fen: gross less fees and what others share in
   * @param settlementFee fen of settlement fee
   * @param shares what the lines of the project's plan of benefits got
   */
  public record Seller(
      long fee, String participant, long receives, long settlementFee, List<Share> shares) {}

  /**
   * What a line of the plan got.
   *
   * @param amount fen
   * @param line the line, from 1
   * @param payee who was paid; absent while the money waits for somebody to be named
   */
  public record Share(long amount, int line, Optional<String> payee) {}

  /**
   * How a trade was undone.
   *
   * @param at when
   * @param document digest of the authority's document
   * @param instruction by which everything went back
   * @param reason in words
   */
  public record Cancellation(Instant at, String document, String instruction, String reason) {}

  public ContractNote {
    serials = List.copyOf(serials);
  }

  /**
   * The note of a trade.
   *
   * @param trade the record, whole
   * @param block the block that has its instruction's outcome
   */
  public static ContractNote of(Reader reader, JsonNode trade, long block) {
    BatchId batch = new BatchId(text(trade, "batch"));
    LocalDate day = LocalDate.parse(text(trade, "day"));
    long gross = number(trade, "gross");
    String asset = text(trade, "asset");
    Optional<Vat> vat =
        RuleOfDay.find(reader, new VenueId(text(trade, "venue")), day)
            .map(rule -> vat(gross, rule.path("terms")));
    return new ContractNote(
        asset,
        Instant.parse(text(trade, "at")),
        batch.value(),
        block,
        buyer(trade, gross),
        cancellation(reader, trade),
        day,
        gross,
        text(trade, "instruction"),
        text(trade, "instrument"),
        text(trade, "mode"),
        number(trade, "number"),
        number(trade, "price"),
        seller(trade, gross),
        serials(batch, trade.path("serials")),
        number(trade, "tonnes"),
        InstrumentId.of(batch).isOfTraining(),
        vat,
        text(trade, "venue"));
  }

  private static Optional<Cancellation> cancellation(Reader reader, JsonNode trade) {
    return reader
        .find(
            TradeCancellation.key(
                new InstrumentId(text(trade, "instrument")), number(trade, "number")))
        .map(
            found ->
                new Cancellation(
                    Instant.parse(text(found, "at")),
                    text(found, "document"),
                    text(found, "id"),
                    text(found, "reason")));
  }

  private static Vat vat(long gross, JsonNode terms) {
    return Vat.of(
        gross, terms.path("vatPerMille").intValue(), terms.path("pricesIncludeVat").booleanValue());
  }

  private static Buyer buyer(JsonNode trade, long gross) {
    long fee = number(trade, "buyerFee");
    long settlement = number(trade, "buyerSettlementFee");
    return new Buyer(fee, text(trade, "buyer"), Math.addExact(gross, fee + settlement), settlement);
  }

  private static Seller seller(JsonNode trade, long gross) {
    String seller = text(trade, "seller");
    long fee = number(trade, "sellerFee");
    long settlement = number(trade, "sellerSettlementFee");
    long receives = gross - fee - settlement;
    List<Share> shares = new ArrayList<>();
    for (JsonNode each : trade.path("shares")) {
      Share share =
          new Share(
              number(each, "amount"),
              each.path("line").intValue(),
              Optional.ofNullable(each.path("payee").asString(null)));
      shares.add(share);
      // A seller who shares in its own sale has the money already.
      receives -= share.payee().equals(Optional.of(seller)) ? 0 : share.amount();
    }
    return new Seller(fee, seller, receives, settlement, shares);
  }

  private static List<String> serials(BatchId batch, JsonNode ranges) {
    List<String> serials = new ArrayList<>();
    for (JsonNode range : ranges) {
      serials.add(batch.serialNumber(Codec.convert(range, SerialRange.class)));
    }
    return serials;
  }

  private static String text(JsonNode record, String member) {
    return record.path(member).asString("");
  }

  private static long number(JsonNode record, String member) {
    return record.path(member).longValue();
  }
}
