// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * A place where credits are traded.
 *
 * @param asset the money in which it settles; money for practice makes a venue for practice
 * @param bank its settlement bank
 * @param days the dates of its last trading days, the newest first
 * @param id the venue
 * @param index the number of the newest of them, from 1; 0 before the first
 * @param name zh and en
 * @param rule the version of its rules by which the newest day is traded; 0 before the first
 * @param rules when each version of its rules begins, in their order
 * @param stopsWithdrawals whether its newest day's rules stop withdrawals while its bank's money
 *     and the ledger's do not agree
 */
public record Venue(
    Asset asset,
    ParticipantId bank,
    @Most(DAYS_REMEMBERED) List<LocalDate> days,
    VenueId id,
    int index,
    Name name,
    int rule,
    @Most(RULES_MOST) List<LocalDate> rules,
    boolean stopsWithdrawals)
    implements LedgerRecord {

  /** The type of venues. */
  public static final RecordType<Venue> TYPE =
      new RecordType<>("VENUE", Venue.class, Visibility.PUBLIC);

  /** Longer than any wait between opposite trades (5 days at the venues known). */
  static final int DAYS_REMEMBERED = 30;

  /** Several a year for longer than the registry is planned for. */
  static final int RULES_MOST = 200;

  public Venue {
    days = List.copyOf(days);
    rules = List.copyOf(rules);
  }

  /** The key of a venue. */
  public static Key<Venue> key(VenueId id) {
    return TYPE.key(id.value());
  }

  /**
   * A venue of the acting exchange.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code UNKNOWN_VENUE} or {@code
   *     NOT_ALLOWED}
   */
  static Venue ofActor(Act act, VenueId id) {
    Venue found = act.must(key(id), ErrorCode.UNKNOWN_VENUE);
    act.require(
        id.exchange().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该交易场所属于 %s").en("the venue is %s's", id.exchange()));
    return found;
  }

  /** The newest trading day, if there was one. */
  Optional<LocalDate> day() {
    return days.stream().findFirst();
  }

  /** Whether it is for practice only. */
  public boolean isOfTraining() {
    return asset.isOfTraining();
  }

  /** The version of the rules that a day is traded by, if one has begun. */
  Optional<Integer> ruleOn(LocalDate day) {
    for (int i = rules.size(); i > 0; i--) {
      if (!rules.get(i - 1).isAfter(day)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /**
   * The number of the first trading day on or after a date: something that happened on the date
   * happened on it. What is further back than is remembered counts as the day before those.
   */
  int indexOf(LocalDate date) {
    int later = 0;
    while (later < days.size() && !days.get(later).isBefore(date)) {
      later++;
    }
    boolean isForgotten =
        later == DAYS_REMEMBERED && later < index && date.isBefore(days.get(later - 1));
    return isForgotten ? index - later : index - later + 1;
  }

  Venue withRule(LocalDate from) {
    List<LocalDate> more = new ArrayList<>(rules);
    more.add(from);
    return new Venue(asset, bank, days, id, index, name, rule, more, stopsWithdrawals);
  }

  Venue withDay(LocalDate day, int version, boolean stops) {
    List<LocalDate> more = new ArrayList<>(days);
    more.add(0, day);
    List<LocalDate> kept = more.subList(0, Math.min(more.size(), DAYS_REMEMBERED));
    return new Venue(asset, bank, kept, id, index + 1, name, version, rules, stops);
  }

  @Override
  public Key<Venue> key() {
    return key(id);
  }
}
