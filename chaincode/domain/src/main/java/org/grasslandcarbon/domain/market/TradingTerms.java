// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * The numbers by which a venue trades (LEDGER section 6), all of them data: each has a {@link
 * RuleSource}.
 *
 * @param auction auctions
 * @param auctionDaysMost calendar days from an application to the auction's last instant
 * @param basePartiesLeast distinct participants whose trades make a new base price
 * @param baseVolumeLeast tonnes whose trades make a new base price
 * @param block block trades
 * @param blockLeast smallest block
 * @param differenceStopsWithdrawals whether an open difference of the bank stops withdrawals
 * @param forward forwards
 * @param forwardDaysMost calendar days from an offer of a forward to the last instant of its
 *     payment
 * @param forwardPartPerMilleLeast the least part payment of a forward; absent: no forwards
 * @param forwardPaymentDays calendar days that a buyer has after the delivery day of a forward
 * @param forwardPenaltyPerMille of a forward's value, escrowed by the seller
 * @param holdingMost largest holding of an instrument
 * @param holdingMostPerMille the same as a share of what was issued
 * @param largeHolderPerMille the share that makes a large holder
 * @param listing listings and takings
 * @param lot quantities are multiples of it
 * @param offerDaysMost calendar days from an offer of a block or a forward to its last instant
 * @param openListingsMost open listings of one participant in one instrument
 * @param openingHighest opening prices are at most this
 * @param openingLowest and at least this
 * @param orderLeast smallest quantity of a listing
 * @param orderMost largest quantity of a listing or taking
 * @param ordersPerMinute listings and takings of one participant in one minute
 * @param pricesIncludeVat whether prices include value added tax
 * @param rebaseAfterDays trading days without a trade after which the base may be set anew
 * @param reservePerMille the risk reserve's share of fees
 * @param tick prices are multiples of it
 * @param turnaroundDays trading days between opposite trades of one participant
 * @param unrevealedPerMille of its ceiling that a bid loses when it is not revealed
 * @param vatPerMille value added tax
 */
public record TradingTerms(
    @Means(en = "Auctions", zh = "单向竞价") ModeTerms auction,
    @Means(en = "Longest life of an auction, calendar days", zh = "竞价最长期限（日历日）")
        @Least(1)
        @Most(DAYS_MOST)
        int auctionDaysMost,
    @Means(en = "Distinct participants for a new base price", zh = "形成新基准价所需的最少参与方数")
        @Least(0)
        @Most(PARTIES_MOST)
        int basePartiesLeast,
    @Means(en = "Tonnes for a new base price", zh = "形成新基准价所需的最少成交量（吨）") Tonnes baseVolumeLeast,
    @Means(en = "Block trades", zh = "大宗协议") ModeTerms block,
    @Means(en = "Smallest block, tonnes", zh = "大宗协议最小数量（吨）") @Least(1) Tonnes blockLeast,
    @Means(en = "Whether an open difference of the bank stops withdrawals", zh = "银行对账差异未消除时是否停止出金")
        boolean differenceStopsWithdrawals,
    @Means(en = "Forwards", zh = "远期") ModeTerms forward,
    @Means(en = "Longest life of a forward, calendar days", zh = "远期最长期限（日历日）")
        @Least(1)
        @Most(FORWARD_DAYS_MOST)
        int forwardDaysMost,
    @Means(
            en = "Least part payment, thousandths of a forward's value; absent: no forwards",
            zh = "远期最低预付比例（合同金额千分比）；不填则不开展远期")
        @Least(1)
        @Most(FORWARD_PART_MOST)
        Optional<Integer> forwardPartPerMilleLeast,
    @Means(
            en = "Days that a buyer has for paying after the delivery day; absent: no forwards",
            zh = "远期交付日后买方付款期限（日历日）；不填则不开展远期")
        @Least(1)
        @Most(DAYS_MOST)
        Optional<Integer> forwardPaymentDays,
    @Means(en = "Seller's penalty, thousandths of a forward's value", zh = "远期卖方违约金（合同金额千分比）")
        @Least(0)
        @Most(PER_MILLE)
        int forwardPenaltyPerMille,
    @Means(en = "Largest holding of an instrument, tonnes; absent: none", zh = "单一标的最大持有量（吨）；不填则不限")
        @Least(1)
        Optional<Tonnes> holdingMost,
    @Means(
            en = "The same in thousandths of what was issued; absent: none",
            zh = "单一标的最大持有比例（千分比）；不填则不限")
        @Least(1)
        @Most(PER_MILLE)
        Optional<Integer> holdingMostPerMille,
    @Means(en = "Thousandths of what was issued that make a large holder", zh = "大户报告比例（千分比）")
        @Least(1)
        @Most(PER_MILLE)
        int largeHolderPerMille,
    @Means(en = "Listings and takings", zh = "挂牌协议") ModeTerms listing,
    @Means(en = "Quantities are multiples of it, tonnes", zh = "最小交易单位（吨）") @Least(1) Tonnes lot,
    @Means(
            en = "Longest life of an offer of a block or a forward, calendar days",
            zh = "大宗和远期报价最长期限（日历日）")
        @Least(1)
        @Most(DAYS_MOST)
        int offerDaysMost,
    @Means(en = "Open listings of one participant in one instrument", zh = "单一主体在单一标的的未成交挂牌数上限")
        @Least(1)
        @Most(InstrumentBook.SIDE_MOST)
        int openListingsMost,
    @Means(en = "Highest opening price, fen a tonne", zh = "开盘参考价上限（分/吨）") @Least(1)
        Fen openingHighest,
    @Means(en = "Lowest opening price, fen a tonne", zh = "开盘参考价下限（分/吨）") @Least(1)
        Fen openingLowest,
    @Means(en = "Smallest quantity of a listing, tonnes", zh = "单笔挂牌最小数量（吨）") @Least(1)
        Tonnes orderLeast,
    @Means(en = "Largest quantity of a listing or taking, tonnes", zh = "单笔最大数量（吨）") @Least(1)
        Tonnes orderMost,
    @Means(en = "Listings and takings of one participant in a minute", zh = "单一主体每分钟申报数上限")
        @Least(1)
        @Most(ORDERS_MOST)
        int ordersPerMinute,
    @Means(en = "Whether prices include value added tax", zh = "价格是否含税") boolean pricesIncludeVat,
    @Means(
            en = "Trading days without a trade after which the base may be set anew",
            zh = "无成交多少个交易日后可重设基准价")
        @Least(1)
        @Most(DAYS_MOST)
        int rebaseAfterDays,
    @Means(en = "Risk reserve's share of fees, thousandths", zh = "手续费计提风险准备金比例（千分比）")
        @Least(0)
        @Most(PER_MILLE)
        int reservePerMille,
    @Means(en = "Prices are multiples of it, fen a tonne", zh = "最小变动价位（分/吨）") @Least(1) Fen tick,
    @Means(en = "Trading days between opposite trades of one participant", zh = "同一标的反向交易最少间隔（交易日）")
        @Least(0)
        @Most(TURNAROUND_MOST)
        int turnaroundDays,
    @Means(
            en = "What a bid not revealed loses, thousandths of its ceiling",
            zh = "未揭示报价没收比例（最高额千分比）")
        @Least(0)
        @Most(PER_MILLE)
        int unrevealedPerMille,
    @Means(en = "Value added tax, thousandths", zh = "增值税率（千分比）") @Least(0) @Most(PER_MILLE)
        int vatPerMille) {

  static final int PER_MILLE = 1_000;

  /** A quarter: nothing that blocks credits or money stands longer. */
  static final int DAYS_MOST = 92;

  /** Three years: credits are sold forward before their period has been verified. */
  static final int FORWARD_DAYS_MOST = 1_096;

  /**
   * What is paid before the credits are there is a part and not the price: a buyer that paid all
   * and then defaulted would have bought without a trade, that is without shares and fees.
   */
  static final int FORWARD_PART_MOST = 500;

  /** As many days as a venue remembers. */
  static final int TURNAROUND_MOST = Venue.DAYS_REMEMBERED;

  /** They stand in the book, which every trade writes. */
  static final int PARTIES_MOST = 20;

  /** More than a person gives; machines take what is there in one. */
  static final int ORDERS_MOST = 600;

  /** What is wrong with the numbers together, if anything is. */
  Optional<Detail> fault() {
    return Stream.of(auction, block, forward, listing)
        .flatMap(mode -> mode.fault().stream())
        .findFirst()
        .or(
            () ->
                wrong(
                    openingHighest.isAtLeast(openingLowest) && openingLowest.isAtLeast(tick),
                    zh("开盘参考价上限不得低于下限，下限不得低于最小变动价位")
                        .en(
                            "opening prices are from one tick up, the highest not below the lowest")))
        .or(
            () ->
                wrong(
                    orderMost.isAtLeast(orderLeast),
                    zh("单笔最大数量不得低于最小数量").en("the largest order is not below the smallest")))
        .or(
            () ->
                wrong(
                    orderLeast.value() % lot.value() == 0 && blockLeast.value() % lot.value() == 0,
                    zh("最小数量须为最小交易单位的整数倍").en("the smallest quantities are multiples of the lot")))
        .or(
            () ->
                wrong(
                    forwardPartPerMilleLeast.isPresent() == forwardPaymentDays.isPresent()
                        && (forwardPartPerMilleLeast.isEmpty() || forwardPenaltyPerMille > 0),
                    zh("开展远期须同时规定最低预付比例、付款期限和大于零的违约金")
                        .en(
                            "forwards have a least part payment, days for paying and a penalty above zero")));
  }

  /** Whether the venue has forwards. */
  boolean hasForwards() {
    return forwardPartPerMilleLeast.isPresent() && forwardPaymentDays.isPresent();
  }

  private static Optional<Detail> wrong(boolean holds, Detail otherwise) {
    return holds ? Optional.empty() : Optional.of(otherwise);
  }

  /** The names of all terms, each of which has a source. */
  static List<String> names() {
    return Arrays.stream(TradingTerms.class.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }
}
