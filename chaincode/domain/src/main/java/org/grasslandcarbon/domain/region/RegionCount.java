// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Counts what an act did in a region, for the region and those that it lies in. Nothing here
 * refuses anything: an act that its own rule lets pass is counted.
 *
 * @param region where
 * @param practice whether what is counted is for practice only
 */
public record RegionCount(RegionCode region, boolean practice) {

  /**
   * A balance of grass and livestock.
   *
   * @param capacity sheep units that the grass feeds
   * @param sheepUnits sheep units of the herds
   */
  public record Balance(Decimal capacity, Decimal sheepUnits) {}

  /**
   * The land of a project and the days for which it is one.
   *
   * @param creditedTo the last day of crediting
   * @param hectares the area
   * @param registeredAt since when
   */
  public record Land(LocalDate creditedTo, Decimal hectares, Instant registeredAt) {
    /** The first day on which it is under no project any more. */
    private LocalDate end() {
      return creditedTo.plusDays(1);
    }

    private boolean isOverOn(LocalDate day) {
      return day.isAfter(creditedTo);
    }
  }

  /** The keys of what is read and written. */
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(CountingStart.KEY);
    region.upToProvince().forEach(each -> keys.add(RegionTotals.key(each, practice)));
    return keys;
  }

  /** A project is registered. */
  public void registered(Act act, Land land) {
    LocalDate today = act.today();
    change(act, today.getYear(), year -> year.withLand(all -> all.withBegun(land.hectares)));
    LocalDate end = land.isOverOn(today) ? today : land.end();
    change(act, end.getYear(), year -> year.withLand(all -> all.withEnded(land.hectares)));
  }

  /** A project goes on for another crediting period, with the same land and no day between. */
  public void renewed(Act act, Land before, Land after) {
    if (!isCounted(act, before)) {
      return;
    }
    if (before.isOverOn(act.today())) {
      registered(act, after);
    } else {
      moveEnd(act, before, after.end());
    }
  }

  /** A project is deregistered; where its crediting was over, its land had left already. */
  public void deregistered(Act act, Land land) {
    if (isCounted(act, land) && !land.isOverOn(act.today())) {
      moveEnd(act, land, act.today());
    }
  }

  /** Of land whose end lies ahead, as it was entered. */
  private void moveEnd(Act act, Land land, LocalDate end) {
    change(
        act, land.end().getYear(), year -> year.withLand(all -> all.withoutEnded(land.hectares)));
    change(act, end.getYear(), year -> year.withLand(all -> all.withEnded(land.hectares)));
  }

  /** Whether the registration of the land was counted. */
  private static boolean isCounted(Act act, Land land) {
    CountingStart start = CountingStart.of(act);
    return start.fromFounding() || !land.registeredAt.isBefore(start.at());
  }

  /** A certifier gave its opinion on a report; leakage is that of a positive one. */
  public void verified(Act act, ParticipantId certifier, int findings, Decimal leakageTonnes) {
    change(
        act,
        act.today().getYear(),
        year -> year.withVerifications(all -> all.with(certifier, findings, leakageTonnes)));
  }

  /** Credits were issued, some of them to the buffer. */
  public void issued(Act act, Tonnes issued, Tonnes buffered) {
    change(
        act,
        act.today().getYear(),
        year -> year.withCredits(all -> all.withIssued(issued, buffered)));
  }

  /** Of what was issued so many tonnes are of a vintage year. */
  public void issuedOf(Act act, int vintage, Tonnes issued) {
    change(act, vintage, year -> year.withCredits(all -> all.withVintage(issued)));
  }

  /** A reversal was settled. */
  public void lost(Act act, Tonnes loss) {
    change(act, act.today().getYear(), year -> year.withCredits(all -> all.withLost(loss)));
  }

  /**
   * The balance of a project's year was recorded.
   *
   * @param before the one whose place it takes
   */
  public void grazed(Act act, int year, Balance latest, Optional<Balance> before) {
    change(act, year, found -> found.withGrazing(all -> all.with(latest, before)));
  }

  /** Trades of a trading day. */
  public void sold(Act act, LocalDate tradingDay, Sales sales) {
    change(act, tradingDay.getYear(), year -> year.withSales(sales));
  }

  private void change(Act act, int year, UnaryOperator<RegionYear> change) {
    CountingStart start = CountingStart.of(act);
    for (RegionCode each : region.upToProvince()) {
      RegionTotals before =
          act.find(RegionTotals.key(each, practice))
              .orElseGet(() -> RegionTotals.begin(start, each, practice));
      act.write(before.with(year, change));
    }
  }
}
