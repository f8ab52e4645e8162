// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * Proposes the price at which an instrument is opened at a venue (LEDGER section 6). Any holder
 * may, and the project's owner before anything is issued, so that it can be sold forward; a newer
 * proposal takes the place of one that the exchange has not decided, so that a price that nobody
 * wants blocks nothing.
 *
 * @param instrument the instrument
 * @param price fen a tonne
 * @param project the project, by its owner, where nothing of the instrument is issued yet
 * @param venue the venue
 */
public record ProposeOpeningPrice(
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Price, fen a tonne", zh = "价格（分/吨）") @Least(1) Fen price,
    @Means(
            en = "Project, given by its owner where nothing of the instrument is issued yet",
            zh = "项目编号：尚未签发时由业主填写")
        Optional<InstructionId> project,
    @Means(en = "Venue", zh = "交易场所") VenueId venue)
    implements Action {

  /** The action. */
  public static final ActionType<ProposeOpeningPrice> TYPE =
      ActionType.of(
          "proposeOpeningPrice",
          "提出开盘参考价",
          "Proposes an instrument's opening price",
          new ProposeOpeningPrice(
              new InstrumentId("GCS-152502-2024-0001-2025"),
              Fen.of(9_500),
              new VenueId("91110000600037341L-CBGEX")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_VENUE,
          ErrorCode.INSTRUMENT_OPENED,
          ErrorCode.TRAINING_CREDITS,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.FORWARD_BEYOND_EXPECTED);

  /** A holder's proposal. */
  public ProposeOpeningPrice(InstrumentId instrument, Fen price, VenueId venue) {
    this(instrument, price, Optional.empty(), venue);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.holdingKeys(instrument, actor));
    project.ifPresent(each -> keys.add(Project.key(each)));
    keys.add(Venue.key(venue));
    keys.add(InstrumentBook.key(instrument));
    return keys;
  }

  @Override
  public void apply(Act act) {
    Venue found = act.must(Venue.key(venue), ErrorCode.UNKNOWN_VENUE);
    requireNotOpened(act, instrument);
    act.require(
        found.isOfTraining() == instrument.isOfTraining(),
        ErrorCode.TRAINING_CREDITS,
        zh("练习用减排量只在练习场所以练习资金交易")
            .en("training credits trade in training venues only, and no others do"));
    act.require(
        project.isPresent()
            || !InstrumentBatches.of(act, instrument).heldBy(act, act.actor().id()).isZero(),
        ErrorCode.INSUFFICIENT_CREDITS,
        zh("本主体未持有该标的").en("it holds none of the instrument"));
    project.ifPresent(each -> requireOwner(act, each));

    act.write(new OpeningPrice(act.time(), act.actor().id(), instrument, price, project, venue));
    act.refer("instrument", instrument);
    act.refer("venue", venue);
  }

  /** Who expects tonnes of the year is in the place of a holder. */
  private void requireOwner(Act act, InstructionId id) {
    Project found = Project.registeredOfActor(act, id);
    act.require(
        found.number().equals(Optional.of(instrument.project())),
        ErrorCode.UNKNOWN_PROJECT,
        zh("该项目不属于该交易标的").en("the project is not the instrument's"));
    act.require(
        !found.expectedOf(instrument.vintage()).isZero(),
        ErrorCode.FORWARD_BEYOND_EXPECTED,
        zh("计入期不含 %s 年").en("no crediting period has days of %s", instrument.vintage()));
  }

  /** An instrument belongs to one venue for good. */
  static void requireNotOpened(Act act, InstrumentId instrument) {
    act.requireNone(
        act.find(InstrumentBook.key(instrument))
            .map(book -> zh("已在 %s 开盘").en("it is traded at %s", book.venue())),
        ErrorCode.INSTRUMENT_OPENED);
  }
}
