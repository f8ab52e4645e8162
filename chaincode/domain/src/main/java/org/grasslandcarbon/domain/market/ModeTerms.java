// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Fen;

/**
 * What holds for one way of trading (listing, block, auction, forward). Fees are of the value of
 * what is traded, each side's own; the trading fee and the settlement fee are two.
 *
 * @param buyerFeePerMillion the buyer's trading fee
 * @param buyerSettlementPerMillion the buyer's settlement fee
 * @param hours when, in order
 * @param limitPerMille how far from the base price a price may be
 * @param sellerFeePerMillion the seller's trading fee
 * @param sellerSettlementPerMillion the seller's settlement fee
 */
public record ModeTerms(
    @Means(en = "Buyer's trading fee, millionths of the value", zh = "买方交易手续费（百万分比）")
        @Least(0)
        @Most(FEE_MOST)
        int buyerFeePerMillion,
    @Means(en = "Buyer's settlement fee, millionths of the value", zh = "买方结算手续费（百万分比）")
        @Least(0)
        @Most(FEE_MOST)
        int buyerSettlementPerMillion,
    @Means(en = "Hours in which it is done, Beijing time", zh = "交易时段（北京时间）")
        @Least(1)
        @Most(HOURS_MOST)
        List<TradingHours> hours,
    @Means(en = "Price limit, thousandths of the base price either way", zh = "涨跌幅限制（千分比）")
        @Least(0)
        @Most(LIMIT_MOST)
        int limitPerMille,
    @Means(en = "Seller's trading fee, millionths of the value", zh = "卖方交易手续费（百万分比）")
        @Least(0)
        @Most(FEE_MOST)
        int sellerFeePerMillion,
    @Means(en = "Seller's settlement fee, millionths of the value", zh = "卖方结算手续费（百万分比）")
        @Least(0)
        @Most(FEE_MOST)
        int sellerSettlementPerMillion) {

  /** A tenth of the value: above any venue's (4 % was the highest found, china-rules B4). */
  static final int FEE_MOST = 100_000;

  /** Morning, afternoon, and some more. */
  static final int HOURS_MOST = 6;

  /** A price may fall to a tenth of the base, never to nothing. */
  static final int LIMIT_MOST = 900;

  private static final long MILLION = 1_000_000;

  public ModeTerms {
    hours = List.copyOf(hours);
  }

  /** What is wrong with the hours, if anything is. */
  Optional<Detail> fault() {
    boolean stretches = hours.stream().allMatch(TradingHours::isStretch);
    boolean inOrder =
        IntStream.range(1, hours.size()).allMatch(i -> hours.get(i - 1).areBefore(hours.get(i)));
    return stretches && inOrder
        ? Optional.empty()
        : Optional.of(
            zh("交易时段须先后有序、互不重叠：%s")
                .en(
                    "hours begin before they end, are in order and do not overlap: %s",
                    hoursInWords()));
  }

  /** Whether it is done at an instant. */
  boolean isOpenAt(Instant instant) {
    int minute = BeijingTime.minute(instant);
    return hours.stream().anyMatch(each -> each.include(minute));
  }

  /** Whether the last of the day's hours are over at an instant. */
  boolean isOverAt(Instant instant) {
    return hours.get(hours.size() - 1).areOver(BeijingTime.minute(instant));
  }

  String hoursInWords() {
    return hours.stream().map(TradingHours::toString).collect(Collectors.joining(", "));
  }

  /** A side's trading fee of a value, half-up to the fen. */
  Fen tradingFee(Side side, long value) {
    return fee(side == Side.BUY ? buyerFeePerMillion : sellerFeePerMillion, value);
  }

  /** A side's settlement fee of a value, half-up to the fen. */
  Fen settlementFee(Side side, long value) {
    return fee(side == Side.BUY ? buyerSettlementPerMillion : sellerSettlementPerMillion, value);
  }

  /** A fee of so many millionths of a value, half-up to the fen. */
  public static Fen fee(int perMillion, long value) {
    // Whole millions and the rest apart: a fee is exact up to the largest amount of money.
    long whole = value / MILLION * perMillion;
    long part = (value % MILLION * perMillion + MILLION / 2) / MILLION;
    return Fen.of(whole + part);
  }
}
