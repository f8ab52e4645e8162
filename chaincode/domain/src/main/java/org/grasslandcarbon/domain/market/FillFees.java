// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.value.Fen;

/**
 * What one order (a listing, or a taking) has been charged so far. Each fee is rounded on the value
 * of all fills together, so that many small fills cost what one large one does.
 *
 * @param value fen of its fills
 * @param trading fen of trading fee
 * @param settlement fen of settlement fee
 */
record FillFees(Fen value, Fen trading, Fen settlement) {
  static final FillFees NONE = new FillFees(Fen.ZERO, Fen.ZERO, Fen.ZERO);

  /** After one more fill, of which a buyer pays the fees besides the price. */
  FillFees after(ModeTerms mode, Side side, Fen gross) {
    Fen more = value.plus(gross);
    return new FillFees(
        more, mode.tradingFee(side, more.value()), mode.settlementFee(side, more.value()));
  }

  /**
   * After one more fill, of which a seller pays the fees out of the price: what that cannot bear is
   * charged with the next.
   */
  FillFees afterSale(ModeTerms mode, Fen gross) {
    FillFees due = after(mode, Side.SELL, gross);
    long most = gross.value();
    long tradingNow = Math.min(most, due.trading.value() - trading.value());
    long settlementNow = Math.min(most - tradingNow, due.settlement.value() - settlement.value());
    return new FillFees(
        due.value, trading.plus(Fen.of(tradingNow)), settlement.plus(Fen.of(settlementNow)));
  }

  /** Both fees together. */
  Fen both() {
    return trading.plus(settlement);
  }

  /** What was charged since. */
  FillFees since(FillFees before) {
    return new FillFees(
        value.minus(before.value),
        trading.minus(before.trading),
        settlement.minus(before.settlement));
  }
}
