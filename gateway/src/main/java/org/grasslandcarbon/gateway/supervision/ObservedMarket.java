// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.market.HaltInstrument;
import org.grasslandcarbon.domain.supervision.Relation;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.RuleOfDay;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.gateway.projection.Timelines;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.OffsetViews;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.SupervisionViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.refusal.GatewayCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what was traded from the projection, as much as detectors look at in some seconds. */
final class ObservedMarket {
  /** Twice what the national market has had in its busiest month; some 60 MB. */
  static final int DEALS_MOST = 50_000;

  /** Listings are taken in several trades, or withdrawn. */
  static final int ORDERS_MOST = 100_000;

  /** Of all participants there are; some megabytes. */
  static final int RELATIONS_MOST = 20_000;

  /** Halts of one instrument: some in a year. */
  static final int HALTS_MOST = 1_000;

  private static final Detail HALTED = zh("停牌").en("a halt of trading");
  private static final Detail ISSUED = zh("签发").en("an issuance");
  private static final Detail REVERSED = zh("碳储量逆转报告").en("the report of a loss of carbon");
  private static final Detail RULE = zh("抵销规则公布").en("an offset rule");

  private final Reader reader;
  private final Timelines timelines;

  ObservedMarket(Reader reader, Timelines timelines) {
    this.reader = reader;
    this.timelines = timelines;
  }

  /**
   * What was traded in a period.
   *
   * @param only of one instrument; else of all that the scope has
   * @throws RequestException {@code BAD_REQUEST} when it is too much
   */
  Trading read(Period period, Scope scope, Optional<InstrumentId> only) {
    SortedMap<String, VenueId> instruments = instruments(scope, only);
    List<Deal> deals = new ArrayList<>();
    for (String instrument : instruments.keySet()) {
      Selection trades =
          within(MarketViews.TRADES, "at", period)
              .with(MarketViews.TRADES.column("instrument"), instrument);
      each(
          trades,
          DEALS_MOST - deals.size(),
          trade -> {
            // What was cancelled is no trade.
            if (!trade.has("cancellation")) {
              deals.add(Deal.of(trade));
            }
          });
    }
    Selection listings = within(MarketViews.LISTINGS, "placedAt", period);
    only.ifPresent(id -> listings.with(MarketViews.LISTINGS.column("instrument"), id.value()));
    List<Order> orders = new ArrayList<>();
    each(
        listings,
        ORDERS_MOST,
        listing -> {
          if (instruments.containsKey(listing.path("instrument").asString())) {
            orders.add(Order.of(listing));
          }
        });
    return new Trading(
        period.from(),
        period.to(),
        deals,
        orders,
        news(period, deals.stream().map(Deal::instrument).distinct().sorted().toList()),
        Hands.of(links(scope), period.from(), period.to()),
        ends(instruments.values(), period.to()));
  }

  private SortedMap<String, VenueId> instruments(Scope scope, Optional<InstrumentId> only) {
    SortedMap<String, VenueId> instruments = new TreeMap<>();
    Selection selection = Selection.of(MarketViews.INSTRUMENTS);
    only.ifPresent(id -> selection.withId(id.value()));
    reader.each(
        selection,
        book -> {
          VenueId venue = new VenueId(book.path("venue").asString());
          if (scope.has(venue)) {
            instruments.put(book.path("instrument").asString(), venue);
          }
        });
    return instruments;
  }

  private static Selection within(View view, String column, Period period) {
    Path path = new Path(List.of(), view.column(column));
    return Selection.of(view)
        .notBefore(path, BeijingTime.start(period.from()))
        .before(path, BeijingTime.start(period.to().plusDays(1)));
  }

  private void each(Selection selection, int most, Consumer<ObjectNode> consumer) {
    if (reader.count(selection) > most) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("期间内的成交、挂牌或关联关系过多：请缩短期间或指定标的")
              .en(
                  "too many trades, listings or relations: choose a shorter period or one"
                      + " instrument"));
    }
    reader.each(selection, consumer);
  }

  private List<Link> links(Scope scope) {
    List<Link> links = new ArrayList<>();
    each(
        Selection.of(SupervisionViews.RELATIONS).withoutKeptFrom(scope.asking().id()),
        RELATIONS_MOST,
        relation -> {
          JsonNode statements = relation.path("statements");
          JsonNode newest = statements.path(statements.size() - 1);
          if (!newest.path("mistaken").booleanValue()) {
            links.add(
                new Link(
                    relation.path("participant").asString(),
                    relation.path("other").asString(),
                    Relation.Kind.valueOf(relation.path("kind").asString()),
                    newest.path("perMille").asInt(1_000),
                    LocalDate.parse(newest.path("from").asString()),
                    newest
                        .path("to")
                        .stringValueOpt()
                        .map(LocalDate::parse)
                        .orElse(LocalDate.MAX)));
          }
        });
    return links;
  }

  /** News of the projects whose credits were traded, and of what markets take. */
  private List<News> news(Period period, Iterable<String> instruments) {
    List<ObjectNode> rules = new ArrayList<>();
    reader.each(Selection.of(OffsetViews.RULES), rules::add);
    List<News> news = new ArrayList<>();
    for (String instrument : instruments) {
      InstrumentId id = new InstrumentId(instrument);
      Selection batches =
          Selection.of(CreditViews.BATCHES)
              .with(CreditViews.BATCHES.column("projectNumber"), id.project().value())
              .with(CreditViews.BATCHES.column("vintage"), (long) id.vintage());
      reader.each(batches, batch -> add(period, news, batch, "issuedAt", "id", instrument, ISSUED));
      Selection reversals =
          Selection.of(ProjectViews.REVERSALS)
              .with(ProjectViews.REVERSALS.column("projectNumber"), id.project().value());
      reader.each(
          reversals,
          reversal -> add(period, news, reversal, "reportedAt", "id", instrument, REVERSED));
      rules.forEach(rule -> add(period, news, rule, "publishedAt", "market", instrument, RULE));
      timelines
          .publicActs(instrument, HaltInstrument.TYPE.name(), HALTS_MOST)
          .forEach(halt -> add(period, news, halt.entry().entry(), "at", "id", instrument, HALTED));
    }
    return news;
  }

  private static void add(
      Period period,
      List<News> news,
      JsonNode record,
      String time,
      String id,
      String instrument,
      Detail what) {
    Instant at = Instant.parse(record.path(time).asString());
    if (period.includes(BeijingTime.day(at))) {
      news.add(new News(at, record.path(id).asString(), instrument, what));
    }
  }

  /** By the rules of the last day; what was changed within a period is of no great matter. */
  private Map<String, Integer> ends(Iterable<VenueId> venues, LocalDate day) {
    Map<String, Integer> ends = new HashMap<>();
    for (VenueId venue : venues) {
      if (!ends.containsKey(venue.value())) {
        RuleOfDay.find(reader, venue, day)
            .ifPresent(
                rule -> {
                  JsonNode hours = rule.at("/terms/listing/hours");
                  String end = hours.path(hours.size() - 1).path("to").asString("24:00");
                  int minute =
                      Integer.parseInt(end.substring(0, 2)) * 60
                          + Integer.parseInt(end.substring(3));
                  ends.put(venue.value(), minute);
                });
      }
    }
    return ends;
  }
}
