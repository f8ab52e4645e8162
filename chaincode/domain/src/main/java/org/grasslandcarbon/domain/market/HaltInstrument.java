// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Halts the trading of an instrument, for a reason that everybody reads (LEDGER section 6; 停牌).
 * What is listed can be taken back, and lapses with the day.
 *
 * @param instrument the instrument
 * @param reason in words
 */
public record HaltInstrument(
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Why", zh = "理由") @Most(REASON_MOST) String reason)
    implements Action {

  /** A reason is a paragraph; the notice behind it is elsewhere. */
  static final int REASON_MOST = 500;

  /** The action. */
  public static final ActionType<HaltInstrument> TYPE =
      ActionType.of(
          "haltInstrument",
          "停牌",
          "Halts the trading of an instrument",
          new HaltInstrument(
              new InstrumentId("GCS-152502-2024-0001-2025"),
              "异常波动核查。 Unusual prices are examined."),
          EnumSet.of(Role.EXCHANGE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_INSTRUMENT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(InstrumentBook.key(instrument));
  }

  @Override
  public void apply(Act act) {
    InstrumentBook book = InstrumentBook.ofActor(act, instrument);
    act.require(
        book.halt().isEmpty(), ErrorCode.WRONG_STATE, zh("该标的已停牌").en("it has been halted"));
    act.write(book.withHalt(Optional.of(new InstrumentBook.Halt(act.time(), reason))));
    act.refer("instrument", instrument);
  }
}
