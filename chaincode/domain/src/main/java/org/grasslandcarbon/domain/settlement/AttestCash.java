// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Says what a settlement bank had at the end of a day (LEDGER section 6; 日终对账). The ledger puts its
 * own total and the difference beside it. From then on the day is closed: what comes in with an
 * earlier time counts on the next. Days may be attested in any order, each once.
 *
 * @param asset the asset
 * @param day in Beijing, one that is over
 * @param paidNotConfirmed fen paid out of which the ledger had no confirmation
 * @param receivedNotDeposited fen received of which the ledger had no deposit
 * @param total fen at the bank
 */
public record AttestCash(
    @Means(en = "Asset: CNY, or CNY-TRAINING for practice", zh = "资金种类：CNY，练习用为 CNY-TRAINING")
        Asset asset,
    @Means(en = "A day in Beijing that is over", zh = "已结束的日期（北京时间）") LocalDate day,
    @Means(
            en = "Fen paid out by then of which the ledger had no confirmation",
            zh = "当日末已付款但账本尚未确认的金额（分）")
        Fen paidNotConfirmed,
    @Means(
            en = "Fen received by then of which the ledger had no deposit",
            zh = "当日末已收款但账本尚未入金的金额（分）")
        Fen receivedNotDeposited,
    @Means(en = "Fen at the bank at the end of the day", zh = "当日末银行账上总额（分）") Fen total)
    implements Action {

  /** The action. */
  public static final ActionType<AttestCash> TYPE =
      ActionType.of(
          "attestCash",
          "报送日终对账",
          "Attests what the bank had at the end of a day",
          new AttestCash(
              Asset.CNY, LocalDate.of(2025, 3, 3), Fen.ZERO, Fen.of(500), Fen.of(10_000_500)),
          EnumSet.of(Role.BANK),
          BankBook.TYPE.visibility(),
          ErrorCode.DAY_NOT_OVER,
          ErrorCode.ALREADY_ATTESTED,
          ErrorCode.DAY_TOO_EARLY);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Attestation.key(actor, asset, day),
        LatestAttestation.key(actor, asset),
        BankBook.key(actor, asset));
  }

  @Override
  public void apply(Act act) {
    ParticipantId bank = act.actor().id();
    act.require(
        day.isBefore(act.today()),
        ErrorCode.DAY_NOT_OVER,
        zh("今日为 %s").en("today is %s", act.today()));
    act.requireNone(
        act.find(Attestation.key(bank, asset, day))
            .map(first -> zh("由指令 %s 报送").en("instruction %s attested it", first.id())),
        ErrorCode.ALREADY_ATTESTED);
    BankBook book = BankBook.of(act, bank, asset);
    Optional<Fen> ledgerTotal = book.totalAtEndOf(day);
    act.require(
        ledgerTotal.isPresent(),
        ErrorCode.DAY_TOO_EARLY,
        zh("账本保存最近 %s 个有变动的日期").en("it keeps the last %s days with a change", BankBook.DAYS_MOST));

    Attestation.Figures figures =
        new Attestation.Figures(paidNotConfirmed, receivedNotDeposited, total);
    act.write(book.closing(day));
    Attestations.write(
        act,
        new Attestation(
            asset,
            act.time(),
            bank,
            List.of(),
            day,
            figures.differenceFrom(ledgerTotal.orElseThrow()),
            figures,
            act.id(),
            ledgerTotal.orElseThrow()));
  }
}
