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
 * Lets a halted instrument trade again (LEDGER section 6; 复牌).
 *
 * @param instrument the instrument
 * @param reason in words
 */
public record ResumeInstrument(
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Why", zh = "理由") @Most(HaltInstrument.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<ResumeInstrument> TYPE =
      ActionType.of(
          "resumeInstrument",
          "复牌",
          "Lets a halted instrument trade again",
          new ResumeInstrument(
              new InstrumentId("GCS-152502-2024-0001-2025"), "核查已结束。 The examination has ended."),
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
        book.halt().isPresent(), ErrorCode.WRONG_STATE, zh("该标的未停牌").en("it is not halted"));
    act.write(book.withHalt(Optional.empty()));
    act.refer("instrument", instrument);
  }
}
