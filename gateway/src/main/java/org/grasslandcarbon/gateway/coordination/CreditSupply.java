// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.gateway.market.Depth;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.SharingViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.refusal.GatewayCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What there is of credits by region: what is held, whoever holds it, and what is verified and not
 * yet issued. Who holds what is not public and is not told; what a batch has in all is.
 */
final class CreditSupply {
  /** Batches, and as many reports, that are summed for one answer: a few seconds. */
  private static final int ITEMS_MOST = 100_000;

  private static final String TRAINING = "training";

  private final SortedMap<RegionCode, Group> groups = new TreeMap<>();
  private final Map<String, Listed> books = new HashMap<>();
  private final Map<String, Long> labelled = new HashMap<>();

  /**
   * Some credits of one region, year and kind of use: a market judges all of them alike.
   *
   * @param from the first day on which they arose
   * @param region the division of the land
   * @param to the last day
   */
  record Lot(LocalDate from, RegionCode region, LocalDate to) {}

  /**
   * Credits with where they stand.
   *
   * @param at the address of the batch or report
   * @param instrument what they are traded as; empty of what is not issued
   * @param issued whether they are issued
   * @param labelled how many of them are set apart for use abroad
   * @param lot by what they are judged
   * @param tonnes how many, those that are set apart among them
   */
  record Some(String at, String instrument, boolean issued, long labelled, Lot lot, long tonnes) {
    /** How many are not set apart. */
    long free() {
      return tonnes - labelled;
    }
  }

  /**
   * What an instrument's book has for everybody to see.
   *
   * @param at the address of the instrument
   * @param best fen a tonne of the cheapest listing of an open day; 0 where nothing is listed
   * @param last fen a tonne: the base of its next trades; 0 where there is none
   * @param tonnes that are listed at its best levels
   */
  record Listed(String at, long best, long last, long tonnes) {}

  /** What a region has. */
  static final class Group {
    private final List<Some> all = new ArrayList<>();

    List<Some> all() {
      return all;
    }
  }

  private CreditSupply() {}

  /** Reads it. */
  static CreditSupply of(Reader reader, Clock clock, OpportunityQuestion question) {
    CreditSupply supply = new CreditSupply();
    supply.readLabels(reader);
    supply.readBatches(reader, question);
    supply.readReports(reader, question);
    supply.readBooks(reader, question, BeijingTime.day(Instant.now(clock)));
    return supply;
  }

  /** By region, in the order of their codes. */
  SortedMap<RegionCode, Group> groups() {
    return groups;
  }

  /** The book of an instrument; one without a price where it has none. */
  Listed book(String instrument) {
    return books.getOrDefault(instrument, new Listed("market/" + instrument, 0, 0, 0));
  }

  /**
   * Credits that are set apart for use abroad cannot be retired at home. Some may have been retired
   * otherwise since: then fewer than there are count as free, and never more.
   */
  private void readLabels(Reader reader) {
    View view = SharingViews.EXPORT_LABELS;
    Selection labels = Selection.of(view);
    requireFew(reader, labels);
    reader.each(
        labels,
        item -> {
          long sum = 0;
          for (JsonNode label : item.path("labels")) {
            sum = Math.addExact(sum, SerialRange.parse(label.path("serials").asString()).count());
          }
          labelled.put(item.path("batch").asString(), sum);
        });
  }

  private void readBatches(Reader reader, OpportunityQuestion question) {
    Selection batches = Selection.of(CreditViews.BATCHES);
    batches.with(CreditViews.BATCHES.column(TRAINING), question.training());
    requireFew(reader, batches);
    reader.each(
        batches,
        batch -> {
          BatchId id = new BatchId(batch.path("id").asString());
          long held = batch.at("/totals/held").longValue();
          add(
              question,
              new Some(
                  "batches/" + id,
                  InstrumentId.of(id).value(),
                  true,
                  Math.min(held, labelled.getOrDefault(id.value(), 0L)),
                  lot(batch, "/periodStart", "/periodEnd"),
                  held));
        });
  }

  private void readReports(Reader reader, OpportunityQuestion question) {
    for (MonitoringReport.State state :
        List.of(MonitoringReport.State.VERIFIED, MonitoringReport.State.APPROVED)) {
      View view = ProjectViews.REPORTS;
      Selection reports = Selection.of(view);
      reports.with(view.column(TRAINING), question.training());
      reports.with(view.column("state"), state.name());
      requireFew(reader, reports);
      reader.each(
          reports,
          report ->
              add(
                  question,
                  new Some(
                      "reports/" + report.path("id").asString(),
                      "",
                      false,
                      0,
                      lot(report, "/period/from", "/period/to"),
                      wholeTonnes(report))));
    }
  }

  /** What can be issued is whole tonnes; a loss issues nothing. */
  private static long wholeTonnes(JsonNode report) {
    return new BigDecimal(report.path("tonnes").asString("0"))
        .setScale(0, RoundingMode.FLOOR)
        .max(BigDecimal.ZERO)
        .longValueExact();
  }

  private static Lot lot(JsonNode item, String from, String to) {
    return new Lot(
        LocalDate.parse(item.at(from).asString()),
        new RegionCode(item.path("region").asString()),
        LocalDate.parse(item.at(to).asString()));
  }

  private void add(OpportunityQuestion question, Some some) {
    if (some.tonnes() > 0) {
      groups.computeIfAbsent(question.group(some.lot().region()), any -> new Group()).all.add(some);
    }
  }

  private void readBooks(Reader reader, OpportunityQuestion question, LocalDate today) {
    View view = MarketViews.INSTRUMENTS;
    Selection instruments = Selection.of(view);
    instruments.with(view.column(TRAINING), question.training());
    requireFew(reader, instruments);
    reader.each(instruments, item -> readBook(item, today));
  }

  private void readBook(ObjectNode item, LocalDate today) {
    String id = item.path("instrument").asString();
    boolean isOpen =
        item.at("/day/date").asString("").equals(today.toString())
            && !item.at("/day/closed").booleanValue(false)
            && !item.path("halted").booleanValue(false);
    List<Depth.Level> sells = isOpen ? Depth.of(item).best().sells() : List.of();
    books.put(
        id,
        new Listed(
            "market/" + id,
            sells.isEmpty() ? 0 : sells.get(0).price(),
            item.path("base").longValue(0),
            sells.stream().mapToLong(Depth.Level::tonnes).sum()));
  }

  private static void requireFew(Reader reader, Selection selection) {
    if (reader.count(selection) > ITEMS_MOST) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("批次、报告或标的超过 %s 个，无法一次汇总：请改查供需（kind=EXCHANGE）或下载清单")
              .en(
                  "more than %s batches, reports or instruments cannot be summed at once: ask for"
                      + " kind=EXCHANGE or take the lists",
                  ITEMS_MOST));
    }
  }
}
