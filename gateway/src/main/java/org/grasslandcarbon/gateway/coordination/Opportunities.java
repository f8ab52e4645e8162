// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.preparation.ProjectedState;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.OffsetViews;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;

/**
 * What regions may do for each other, the most valuable first (china-rules E15 and E22): credits of
 * one for another's market, and what one offers that another needs. Computed for one answer from
 * what stands on the ledger; nothing is written and nobody is bound.
 */
@Component
public final class Opportunities {
  /** As many rows as one answer may have. */
  public static final int ROWS_MOST = 500;

  /** As many rows as are told when nobody says otherwise. */
  public static final int ROWS = 100;

  /** Pairs that are ranked for one answer. */
  private static final int PAIRS_MOST = 50_000;

  private final Reader reader;
  private final Clock clock;

  Opportunities(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * The answer.
   *
   * @param items the rows, the first first
   * @param notShown how many more there are
   * @param year the compliance year by which markets were judged
   */
  public record Answer(List<Opportunity> items, int notShown, int year) {
    public Answer {
      items = List.copyOf(items);
    }
  }

  /** Whether there is such a division, or it is the nation. */
  public boolean isKnown(RegionCode region) {
    return region.equals(RegionCode.NATION) || reader.find(Region.key(region)).isPresent();
  }

  /** The year that is asked about when nobody says otherwise. */
  public int thisYear() {
    return BeijingTime.day(Instant.now(clock)).getYear();
  }

  /**
   * Finds and ranks them.
   *
   * @param mustBeWanted to be called many times a second
   * @throws RequestException {@code BAD_REQUEST} where there is too much to be compared
   */
  public Answer find(OpportunityQuestion question, Runnable mustBeWanted) {
    List<Opportunity> rows = new ArrayList<>();
    if (question.wants(Opportunity.Kind.CREDITS)) {
      credits(question, mustBeWanted, rows);
    }
    if (question.wants(Opportunity.Kind.EXCHANGE)) {
      ExchangePairs.each(
          reader,
          question,
          BeijingTime.day(Instant.now(clock)),
          row -> {
            mustBeWanted.run();
            add(rows, row);
          });
    }
    rows.sort(Opportunity.BEST_FIRST);
    int shown = Math.min(rows.size(), question.most());
    return new Answer(rows.subList(0, shown), rows.size() - shown, question.year());
  }

  private void credits(
      OpportunityQuestion question, Runnable mustBeWanted, List<Opportunity> rows) {
    CreditSupply supply = CreditSupply.of(reader, clock, question);
    CreditPairs pairs = new CreditPairs(supply);
    UnitOfWork work = new UnitOfWork(new ProjectedState(reader));
    for (MarketId id : markets(question)) {
      mustBeWanted.run();
      Optional<MarketRoom> market = Optional.empty();
      for (var group : supply.groups().entrySet()) {
        mustBeWanted.run();
        RegionCode from = group.getKey();
        if (!id.region().equals(from.province()) && question.concerns(from, id.region())) {
          market =
              market.or(
                  () ->
                      Optional.of(
                          MarketRoom.of(
                              reader,
                              work,
                              new Compliance(id, question.year()),
                              question.training(),
                              question.asking(),
                              mustBeWanted)));
          add(rows, pairs.row(from, group.getValue(), market.get()));
        }
      }
    }
  }

  /** Markets for practice take credits for practice and nothing else, and others none of them. */
  private List<MarketId> markets(OpportunityQuestion question) {
    List<MarketId> markets = new ArrayList<>();
    reader.each(
        Selection.of(OffsetViews.MARKETS)
            .with(OffsetViews.MARKETS.column("example"), question.training()),
        each -> markets.add(new MarketId(each.path("market").asString())));
    return markets;
  }

  private static void add(List<Opportunity> rows, Opportunity row) {
    rows.add(row);
    if (rows.size() > PAIRS_MOST) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("可配对的地区超过 %s 对：请指定行政区划或种类（kind）")
              .en("more than %s pairs: choose a division or a kind", PAIRS_MOST));
    }
  }
}
