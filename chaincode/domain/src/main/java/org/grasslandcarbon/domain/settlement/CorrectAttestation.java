// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Says that a bank was wrong about a day, and gives the right figures (LEDGER section 6). What it
 * said before stays to be seen, and the ledger's own total of that day is what it was: when the
 * ledger was wrong, the bank deposits or reverses today.
 *
 * @param asset the asset
 * @param day in Beijing, one that the bank has attested
 * @param paidNotConfirmed fen paid out of which the ledger had no confirmation
 * @param reason in words
 * @param receivedNotDeposited fen received of which the ledger had no deposit
 * @param total fen at the bank
 */
public record CorrectAttestation(
    @Means(en = "Asset: CNY, or CNY-TRAINING for practice", zh = "资金种类：CNY，练习用为 CNY-TRAINING")
        Asset asset,
    @Means(en = "A day that the bank has attested", zh = "已报送的日期") LocalDate day,
    @Means(
            en = "Fen paid out by then of which the ledger had no confirmation",
            zh = "当日末已付款但账本尚未确认的金额（分）")
        Fen paidNotConfirmed,
    @Means(en = "Why", zh = "理由") @Most(Attestation.REASON_MOST) String reason,
    @Means(
            en = "Fen received by then of which the ledger had no deposit",
            zh = "当日末已收款但账本尚未入金的金额（分）")
        Fen receivedNotDeposited,
    @Means(en = "Fen at the bank at the end of the day", zh = "当日末银行账上总额（分）") Fen total)
    implements Action {

  /** The action. */
  public static final ActionType<CorrectAttestation> TYPE =
      ActionType.of(
          "correctAttestation",
          "更正日终对账",
          "Corrects what the bank attested of a day",
          new CorrectAttestation(
              Asset.CNY,
              LocalDate.of(2025, 3, 3),
              Fen.ZERO,
              "漏计一笔来款。 One receipt was left out.",
              Fen.of(700),
              Fen.of(10_000_700)),
          EnumSet.of(Role.BANK),
          BankBook.TYPE.visibility(),
          ErrorCode.NOT_ATTESTED,
          ErrorCode.TOO_MANY_CORRECTIONS);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Attestation.key(actor, asset, day), LatestAttestation.key(actor, asset));
  }

  @Override
  public void apply(Act act) {
    Attestation attestation =
        act.must(Attestation.key(act.actor().id(), asset, day), ErrorCode.NOT_ATTESTED);
    act.require(
        attestation.corrections().size() < Attestation.CORRECTIONS_MOST,
        ErrorCode.TOO_MANY_CORRECTIONS,
        zh("该日已更正 %s 次").en("the day was corrected %s times", attestation.corrections().size()));

    Attestations.write(
        act,
        attestation.corrected(
            act, reason, new Attestation.Figures(paidNotConfirmed, receivedNotDeposited, total)));
  }
}
