// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Says which invoice the seller of a trade has issued (LEDGER section 6; 开具发票). Sent again it
 * replaces what was said, which is kept: a wrong invoice is reversed and another issued.
 *
 * @param amount fen, value added tax included
 * @param document the invoice
 * @param instrument what was traded
 * @param invoice the invoice's number
 * @param trade the number of the trade
 */
public record RecordInvoice(
    @Means(en = "Amount of the invoice in fen, VAT included", zh = "发票金额（分，价税合计）") @Least(1)
        Fen amount,
    @Means(en = "SHA-256 of the invoice", zh = "发票文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Number of the invoice", zh = "发票号码") @Most(Invoice.NUMBER_MOST) String invoice,
    @Means(en = "Number of the trade", zh = "成交编号") @Least(1) @Most(CancelTrade.TRADE_MOST)
        int trade)
    implements Action {

  /** The action. */
  public static final ActionType<RecordInvoice> TYPE =
      ActionType.of(
          "recordInvoice",
          "登记成交发票",
          "Records the invoice of a trade",
          new RecordInvoice(
              Fen.of(9_500_000),
              Sha256.of("invoice"),
              new InstrumentId("GCS-152502-2024-0001-2025"),
              "26112000000012345678",
              1),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_TRADE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.TOO_MANY_CORRECTIONS);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Trade.key(instrument, trade),
        TradeCancellation.key(instrument, trade),
        Invoice.key(instrument, trade));
  }

  @Override
  public void apply(Act act) {
    Trade found = act.must(Trade.key(instrument, trade), ErrorCode.UNKNOWN_TRADE);
    act.require(
        found.seller().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("发票由卖方登记").en("the seller records it"));
    act.requireNone(
        act.find(TradeCancellation.key(instrument, trade))
            .map(each -> zh("该笔成交已由指令 %s 取消").en("instruction %s cancelled it", each.id())),
        ErrorCode.WRONG_STATE);
    Optional<Invoice> before = act.find(Invoice.key(instrument, trade));
    act.require(
        before.filter(each -> each.earlier().size() >= Invoice.EARLIER_MOST).isEmpty(),
        ErrorCode.TOO_MANY_CORRECTIONS,
        zh("至多更换 %s 次").en("it is replaced at most %s times", Invoice.EARLIER_MOST));

    Invoice.Statement said = new Invoice.Statement(amount, act.time(), document, act.id(), invoice);
    act.write(before.map(each -> each.replaced(said)).orElseGet(() -> Invoice.of(found, said)));
    act.refer("invoice", Trade.id(instrument, trade));
  }
}
