// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.RuleOfDay;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Participants whose share of an instrument makes them large holders by the rule of its venue
 * (LEDGER section 6; 大户报告). Whatever is theirs counts: at free disposal, frozen or set aside.
 */
@Component
public final class LargeHolders {
  /** More than a supervisor reads; a venue with more asks instrument by instrument. */
  static final int HOLDERS_MOST = 10_000;

  /** What a batch's number has digits for. */
  private static final int BATCHES_MOST = 999;

  private static final int PER_MILLE = 1_000;

  private final Reader reader;
  private final Clock clock;

  LargeHolders(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Who they are as of now.
   *
   * @param day by the rules of which day
   * @param holders by instrument, the largest first
   */
  public record Report(LocalDate day, List<Holder> holders) {
    public Report {
      holders = List.copyOf(holders);
    }
  }

  /**
   * One of them.
   *
   * @param held tonnes
   * @param instrument of what
   * @param issued tonnes of the instrument's batches, those in the buffer and those that are
   *     retired among them
   * @param participant who
   * @param perMille the share, in whole thousandths
   * @param thresholdPerMille from which one is a large holder
   * @param venue where the instrument is traded
   */
  public record Holder(
      long held,
      String instrument,
      long issued,
      String participant,
      long perMille,
      int thresholdPerMille,
      String venue) {}

  /** An instrument, and from which share somebody is a large holder of it. */
  private record Traded(InstrumentId id, VenueId venue, int threshold) {}

  /**
   * Finds them.
   *
   * @param venues at which venues
   * @param only of one instrument; else of all
   * @throws RequestException {@code BAD_REQUEST} when there are too many
   */
  public Report report(Predicate<VenueId> venues, Optional<InstrumentId> only) {
    LocalDate today = BeijingTime.day(Instant.now(clock));
    List<Traded> traded = new ArrayList<>();
    Selection selection = Selection.of(MarketViews.INSTRUMENTS);
    only.ifPresent(id -> selection.withId(id.value()));
    Map<VenueId, Optional<Integer>> thresholds =
        new TreeMap<>(Comparator.comparing(VenueId::value));
    reader.each(
        selection,
        item -> {
          VenueId venue = new VenueId(item.path("venue").asString());
          if (venues.test(venue)) {
            thresholds
                .computeIfAbsent(venue, each -> threshold(each, today))
                .ifPresent(
                    threshold ->
                        traded.add(
                            new Traded(
                                new InstrumentId(item.path("instrument").asString()),
                                venue,
                                threshold)));
          }
        });
    traded.sort(Comparator.comparing(each -> each.id().value()));
    List<Holder> holders = new ArrayList<>();
    for (Traded each : traded) {
      holders.addAll(holders(each));
      if (holders.size() > HOLDERS_MOST) {
        throw new RequestException(
            GatewayCode.BAD_REQUEST,
            zh("大户超过 %s 个：请逐个标的查询")
                .en("more than %s large holders: ask for one instrument", HOLDERS_MOST));
      }
    }
    return new Report(today, holders);
  }

  private Optional<Integer> threshold(VenueId venue, LocalDate day) {
    return RuleOfDay.find(reader, venue, day)
        .map(rule -> rule.at("/terms/largeHolderPerMille").intValue());
  }

  private List<Holder> holders(Traded of) {
    Map<String, Long> held = new TreeMap<>();
    long issued = 0;
    // Numbered without gaps as they are issued.
    for (int number = 1; number <= BATCHES_MOST; number++) {
      BatchId batch = BatchId.of(of.id().project(), of.id().vintage(), number);
      Optional<? extends JsonNode> found = reader.find(Batch.key(batch));
      if (found.isEmpty()) {
        break;
      }
      issued = Math.addExact(issued, found.get().path("issued").longValue());
      reader
          .holdersOf(batch)
          .forEach((participant, tonnes) -> held.merge(participant, tonnes, Math::addExact));
    }
    List<Holder> holders = new ArrayList<>();
    for (Map.Entry<String, Long> each : held.entrySet()) {
      long share = Math.multiplyExact(each.getValue(), PER_MILLE);
      if (share >= Math.multiplyExact(issued, of.threshold())) {
        holders.add(
            new Holder(
                each.getValue(),
                of.id().value(),
                issued,
                each.getKey(),
                share / issued,
                of.threshold(),
                of.venue().value()));
      }
    }
    holders.sort(
        Comparator.comparingLong(Holder::held).reversed().thenComparing(Holder::participant));
    return holders;
  }
}
