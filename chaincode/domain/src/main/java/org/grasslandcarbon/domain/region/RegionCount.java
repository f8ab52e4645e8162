// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Counts what an act did in a region, for the region and those that it lies in. Nothing here
 * refuses anything: an act that its own rule lets pass is counted. Only who records compensation
 * asks first whether it can be counted once, and at all.
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
    changeTotals(act, (each, before) -> before.with(tradingDay.getYear(), sales));
  }

  /**
   * A change of what is due and was paid under a scheme of compensation.
   *
   * @param scheme its code
   * @param dueBefore fen that were due for the region
   * @param due fen that are due now
   * @param paidBefore fen that had been paid
   * @param paid fen that have been paid now
   */
  public record Compensation(String scheme, Fen dueBefore, Fen due, Fen paidBefore, Fen paid) {
    private static Fen settled(Fen due, Fen paid) {
      return due.isAtLeast(paid) ? paid : due;
    }

    private boolean hasRoom(RegionYear year) {
      RegionYear.Compensation all = year.compensation().orElse(RegionYear.Compensation.NONE);
      Optional<RegionYear.Scheme> before = all.scheme(scheme);
      return before.isEmpty()
          ? all.schemes().size() < RegionYear.SCHEMES_MOST
          : before.get().due().minus(dueBefore).hasRoomFor(due)
              && before.get().paid().minus(paidBefore).hasRoomFor(paid);
    }

    private RegionYear.Compensation in(RegionYear.Compensation all, boolean own) {
      RegionYear.Scheme before =
          all.scheme(scheme)
              .orElse(new RegionYear.Scheme(scheme, Fen.ZERO, own, Fen.ZERO, Fen.ZERO));
      return all.with(
          new RegionYear.Scheme(
              scheme,
              before.due().minus(dueBefore).plus(due),
              own,
              before.paid().minus(paidBefore).plus(paid),
              before.settled().minus(settled(dueBefore, paidBefore)).plus(settled(due, paid))));
    }
  }

  /**
   * The region, this one or one that it lies in, for which a scheme of a year is recorded at
   * another level: the same money would be counted twice.
   */
  public Optional<RegionCode> compensatedElsewhere(Act act, int year, String scheme) {
    return region.upToProvince().stream()
        .filter(
            each ->
                compensated(act, each, year)
                    .flatMap(all -> all.scheme(scheme))
                    .filter(found -> found.own() != each.equals(region))
                    .isPresent())
        .findFirst();
  }

  /** Whether the sums of all regions concerned have room for a change. */
  public boolean hasRoom(Act act, int year, Compensation change) {
    return region.upToProvince().stream()
        .flatMap(each -> act.find(RegionTotals.key(each, practice)).stream())
        .allMatch(totals -> change.hasRoom(totals.year(year)));
  }

  /** What is due or was paid changes; the caller has asked for room. */
  public void compensated(Act act, int year, Compensation change) {
    change(
        act,
        year,
        (each, found) -> found.withCompensation(all -> change.in(all, each.equals(region))));
  }

  private Optional<RegionYear.Compensation> compensated(Act act, RegionCode each, int year) {
    return act.find(RegionTotals.key(each, practice))
        .flatMap(totals -> totals.year(year).compensation());
  }

  private void change(Act act, int year, UnaryOperator<RegionYear> change) {
    change(act, year, (each, found) -> change.apply(found));
  }

  private void change(Act act, int year, BiFunction<RegionCode, RegionYear, RegionYear> change) {
    changeTotals(act, (each, before) -> before.with(year, found -> change.apply(each, found)));
  }

  private void changeTotals(Act act, BiFunction<RegionCode, RegionTotals, RegionTotals> change) {
    CountingStart start = CountingStart.of(act);
    for (RegionCode each : region.upToProvince()) {
      RegionTotals before =
          act.find(RegionTotals.key(each, practice))
              .orElseGet(() -> RegionTotals.begin(start, each, practice));
      act.write(change.apply(each, before));
    }
  }
}
