// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.SharingViews;
import org.grasslandcarbon.views.refusal.GatewayCode;
import tools.jackson.databind.JsonNode;

/**
 * What a region offers beside what another needs of the same factor, as notices in force say. Each
 * row has these numbers: {@code offered} and {@code needed} in the notices' units; {@code matched},
 * the lesser, where the units are the same; {@code offerPriceFen} and {@code needPriceFen} a unit,
 * where notices name them; {@code spreadFen}, what is paid less what is asked; {@code valueFen},
 * matched times spread, below 0 where less is paid than asked.
 */
final class ExchangePairs {
  /** How much fits. */
  static final String MATCHED = "matched";

  /** Notices of each kind that are compared, all with all: a second. */
  private static final int NOTICES_MOST = 1_000;

  private static final String OFFERED = "offered";
  private static final String NEEDED = "needed";
  private static final String OFFER_PRICE = "offerPriceFen";
  private static final String NEED_PRICE = "needPriceFen";
  private static final String SPREAD = "spreadFen";

  private ExchangePairs() {}

  /**
   * A notice in force.
   *
   * @param at its address
   * @param region whose it is
   * @param supply what it says
   */
  private record Open(String at, RegionCode region, NoticeFields.Supply supply) {}

  /** Hands over each pair that is asked for. */
  static void each(
      Reader reader, OpportunityQuestion question, LocalDate today, Consumer<Opportunity> rows) {
    List<Open> needs = open(reader, NoticeKind.NEED, today);
    for (Open offer : open(reader, NoticeKind.OFFER, today)) {
      for (Open need : needs) {
        if (offer.supply().factor() == need.supply().factor()
            && !offer.region().equals(need.region())
            && question.concerns(offer.region(), need.region())) {
          rows.accept(row(offer, need));
        }
      }
    }
  }

  private static List<Open> open(Reader reader, NoticeKind kind, LocalDate today) {
    Selection notices =
        Selection.of(SharingViews.NOTICES)
            .with(SharingViews.NOTICES.column("kind"), kind.name())
            .with(SharingViews.NOTICES.column("replaced"), false);
    List<Open> open = new ArrayList<>();
    reader.each(
        notices,
        notice -> {
          if (isInForce(notice, today)) {
            open.add(open(notice));
          }
          if (open.size() > NOTICES_MOST) {
            throw new RequestException(
                GatewayCode.BAD_REQUEST,
                zh("现行的通知（%1$s）超过 %2$s 份，无法逐一配对：请查阅通知清单")
                    .en(
                        "of notices (%s) more than %s are in force, too many to be compared: read"
                            + " the list of notices",
                        kind, NOTICES_MOST));
          }
        });
    return open;
  }

  /** Whether a notice that nothing has replaced counts on a day. */
  static boolean isInForce(JsonNode notice, LocalDate day) {
    return !day.isBefore(LocalDate.parse(notice.path("validFrom").asString()))
        && notice
            .path("validTo")
            .stringValueOpt()
            .filter(last -> day.isAfter(LocalDate.parse(last)))
            .isEmpty();
  }

  private static Open open(JsonNode notice) {
    JsonNode supply = notice.at("/fields/supply");
    return new Open(
        "notices/" + notice.path("id").asString(),
        new RegionCode(notice.path("region").asString()),
        new NoticeFields.Supply(
            NoticeFields.Factor.valueOf(supply.path("factor").asString()),
            supply.has("priceFen")
                ? Optional.of(Fen.of(supply.path("priceFen").longValue()))
                : Optional.empty(),
            Decimal.of(supply.path("quantity").asString()),
            supply.path("unit").asString()));
  }

  private static Opportunity row(Open offer, Open need) {
    boolean sameUnit = offer.supply().unit().equals(need.supply().unit());
    SortedMap<String, Sourced> numbers = new TreeMap<>();
    Figure offered = Figure.of(offer.supply().quantity());
    Figure needed = Figure.of(need.supply().quantity());
    numbers.put(OFFERED, Sourced.of(offered, List.of(offer.at())));
    numbers.put(NEEDED, Sourced.of(needed, List.of(need.at())));
    List<String> both = List.of(OFFERED, NEEDED);
    Sourced matched =
        sameUnit
            ? Sourced.of(offered.min(needed), both)
            : Sourced.none(NoFigure.UNIT_DIFFERS, List.of(offer.at(), need.at()));
    numbers.put(MATCHED, matched);
    numbers.put(OFFER_PRICE, price(offer));
    numbers.put(NEED_PRICE, price(need));
    Sourced spread = spread(sameUnit, numbers.get(OFFER_PRICE), numbers.get(NEED_PRICE));
    numbers.put(SPREAD, spread);
    numbers.put(
        Opportunity.VALUE,
        spread
            .value()
            .map(
                fen ->
                    Sourced.of(fen.times(matched.value().orElseThrow()), List.of(MATCHED, SPREAD)))
            .orElseGet(
                () -> Sourced.none(spread.missing().orElseThrow(), List.of(MATCHED, SPREAD))));
    return Opportunity.of(
        Opportunity.Kind.EXCHANGE,
        offer.region(),
        need.region(),
        offer.supply().factor().name(),
        numbers,
        reason(offer, need, numbers));
  }

  private static Sourced price(Open notice) {
    List<String> from = List.of(notice.at());
    return notice
        .supply()
        .priceFen()
        .map(fen -> Sourced.of(fen.value(), from))
        .orElseGet(() -> Sourced.none(NoFigure.NO_PRICE, from));
  }

  private static Sourced spread(boolean sameUnit, Sourced asked, Sourced paid) {
    List<String> from = List.of(NEED_PRICE, OFFER_PRICE);
    if (!sameUnit) {
      return Sourced.none(NoFigure.UNIT_DIFFERS, from);
    }
    if (asked.value().isEmpty() || paid.value().isEmpty()) {
      return Sourced.none(NoFigure.NO_PRICE, from);
    }
    return Sourced.of(paid.value().get().minus(asked.value().get()), from);
  }

  private static Detail reason(Open offer, Open need, SortedMap<String, Sourced> numbers) {
    Optional<Figure> matched = numbers.get(MATCHED).value();
    if (matched.isEmpty()) {
      return zh("%s 供给而 %s 需求 %s，单位不同：%s、%s")
          .en(
              "%s offers and %s needs %s, in different units: %s and %s",
              offer.region(),
              need.region(),
              offer.supply().factor(),
              offer.supply().unit(),
              need.supply().unit());
    }
    return zh("%s 供给而 %s 需求 %s，可配对 %s %s")
        .en(
            "%s offers and %s needs %s; %s %s fit",
            offer.region(),
            need.region(),
            offer.supply().factor(),
            matched.get(),
            offer.supply().unit());
  }
}
