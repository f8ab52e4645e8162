// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.settlement.WithdrawalStops;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * Opens a venue's trading day (LEDGER section 6): its date, its number and the version of the rules
 * are fixed with it. Books take up the day with their first order.
 *
 * @param day the day, today in Beijing: an instruction that comes late opens nothing
 * @param venue the venue
 */
public record OpenTradingDay(
    @Means(en = "Day, today in Beijing", zh = "交易日（北京时间当日）") LocalDate day,
    @Means(en = "Venue", zh = "交易场所") VenueId venue)
    implements Action {

  /** The action. */
  public static final ActionType<OpenTradingDay> TYPE =
      ActionType.of(
          "openTradingDay",
          "开市",
          "Opens a venue's trading day",
          new OpenTradingDay(LocalDate.of(2026, 3, 2), new VenueId("91110000600037341L-CBGEX")),
          EnumSet.of(Role.EXCHANGE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_VENUE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.NO_CALENDAR,
          ErrorCode.NOT_A_TRADING_DAY,
          ErrorCode.BAD_TRADING_RULE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Venue.key(venue), Calendar.key(day.getYear()));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Venue.key(venue))
        .ifPresent(
            found -> {
              keys.add(WithdrawalStops.key(found.bank(), found.asset()));
              found.ruleOn(day).ifPresent(version -> keys.add(TradingRule.key(venue, version)));
            });
    return keys;
  }

  @Override
  public void apply(Act act) {
    Venue found = Venue.ofActor(act, venue);
    act.require(
        day.equals(act.today()),
        ErrorCode.NOT_A_TRADING_DAY,
        zh("今日为 %s").en("today is %s", act.today()));
    act.require(
        found.day().filter(newest -> !newest.isBefore(day)).isEmpty(),
        ErrorCode.WRONG_STATE,
        zh("%s 已开市").en("%s has been opened", day));
    requireWorkingDay(act, found);
    act.require(
        found.ruleOn(day).isPresent(),
        ErrorCode.BAD_TRADING_RULE,
        zh("交易规则自 %s 起生效").en("the rules begin on %s", found.rules().get(0)));

    int version = found.ruleOn(day).orElseThrow();
    boolean stops =
        act.must(TradingRule.key(venue, version), ErrorCode.BAD_TRADING_RULE)
            .terms()
            .differenceStopsWithdrawals();
    if (stops != found.stopsWithdrawals()) {
      WithdrawalStops.change(act, found.bank(), found.asset(), stops);
    }
    act.write(found.withDay(day, version, stops));
    act.refer("venue", venue);
    act.refer("tradingDay", day);
  }

  /** Who practises does so on any day. */
  private void requireWorkingDay(Act act, Venue found) {
    if (!found.isOfTraining()) {
      Calendar calendar = act.must(Calendar.key(day.getYear()), ErrorCode.NO_CALENDAR);
      act.require(
          calendar.isWorkingDay(day),
          ErrorCode.NOT_A_TRADING_DAY,
          zh("%s 不是工作日").en("%s is no working day", day));
    }
  }
}
