// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.offset.OffsetReason;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Credits of a region beside a market of another. Each row has these numbers, in tonnes but for the
 * last two: {@code heldTonnes}, whoever holds them; {@code listedTonnes}, those of them at the best
 * levels of open books; {@code issuableTonnes}, verified and not issued, the buffer's share not
 * taken off; {@code labelledTonnes}, those held that are set apart for use abroad; {@code
 * surplusTonnes}, held and issuable without these; {@code eligibleTonnes}, of these those that the
 * market's rule takes; {@code roomTonnes}, what its enterprises may still use under their caps;
 * {@code marketCapTonnes}, what caps of the whole market leave, where there are any; {@code
 * usableTonnes}, the lesser of eligible and room; {@code priceFen}, the cheapest listing, or else
 * the base price; {@code valueFen}, usable times price.
 */
final class CreditPairs {
  /** How much there is. */
  static final String SURPLUS = "surplusTonnes";

  private static final String HELD = "heldTonnes";
  private static final String LABELLED = "labelledTonnes";
  private static final String LISTED = "listedTonnes";
  private static final String ISSUABLE = "issuableTonnes";
  private static final String ELIGIBLE = "eligibleTonnes";
  private static final String ROOM = "roomTonnes";
  private static final String MARKET_CAP = "marketCapTonnes";
  private static final String USABLE = "usableTonnes";
  private static final String PRICE = "priceFen";

  private final CreditSupply supply;

  CreditPairs(CreditSupply supply) {
    this.supply = supply;
  }

  /** The row of a region's credits and a market. */
  Opportunity row(RegionCode from, CreditSupply.Group group, MarketRoom market) {
    List<CreditSupply.Some> all = group.all();
    SortedMap<String, Sourced> numbers = new TreeMap<>();
    List<CreditSupply.Some> issued = all.stream().filter(CreditSupply.Some::issued).toList();
    List<CreditSupply.Some> issuable = all.stream().filter(each -> !each.issued()).toList();
    numbers.put(HELD, sum(issued));
    numbers.put(ISSUABLE, sum(issuable));
    numbers.put(LABELLED, labelled(issued));
    numbers.put(SURPLUS, Sourced.of(free(all), List.of(HELD, ISSUABLE, LABELLED)));
    numbers.put(LISTED, listed(issued));
    Optional<NoFigure> unknown = market.unknown();
    if (unknown.isPresent()) {
      for (String name : List.of(ELIGIBLE, ROOM, USABLE, Opportunity.VALUE)) {
        numbers.put(name, Sourced.none(unknown.get(), market.from()));
      }
      numbers.put(PRICE, price(all));
      return opportunity(from, market, numbers, notKnown(from, market, unknown.get()));
    }
    List<CreditSupply.Some> eligible =
        all.stream()
            .filter(each -> each.free() > 0 && market.refuses(each.lot()).isEmpty())
            .toList();
    numbers.put(ELIGIBLE, eligible(eligible, market));
    numbers.put(PRICE, price(eligible.isEmpty() ? all : eligible));
    if (eligible.isEmpty()) {
      for (String name : List.of(ROOM, USABLE, Opportunity.VALUE)) {
        numbers.put(name, Sourced.none(NoFigure.NOT_ELIGIBLE, market.from()));
      }
      return opportunity(from, market, numbers, notEligible(from, market, all));
    }
    CreditSupply.Lot most = most(eligible).lot();
    Sourced room = market.room(most, free(eligible));
    numbers.put(ROOM, room);
    market.leftOfMarket(most).ifPresent(left -> numbers.put(MARKET_CAP, left));
    numbers.put(USABLE, usable(numbers.get(ELIGIBLE), room));
    numbers.put(Opportunity.VALUE, value(numbers.get(USABLE), numbers.get(PRICE)));
    return opportunity(from, market, numbers, told(from, market, numbers));
  }

  private static Opportunity opportunity(
      RegionCode from, MarketRoom market, SortedMap<String, Sourced> numbers, Detail reason) {
    return Opportunity.of(
        Opportunity.Kind.CREDITS,
        from,
        market.market().region(),
        market.market().value(),
        numbers,
        reason);
  }

  private static long tonnes(List<CreditSupply.Some> some) {
    return some.stream().mapToLong(CreditSupply.Some::tonnes).reduce(0, Math::addExact);
  }

  private static long free(List<CreditSupply.Some> some) {
    return some.stream().mapToLong(CreditSupply.Some::free).reduce(0, Math::addExact);
  }

  private static Sourced labelled(List<CreditSupply.Some> issued) {
    List<CreditSupply.Some> some = issued.stream().filter(each -> each.labelled() > 0).toList();
    return Sourced.of(
        some.stream().mapToLong(CreditSupply.Some::labelled).reduce(0, Math::addExact),
        some.stream().map(each -> each.at().replace("batches/", "export-labels/")).toList());
  }

  private static List<String> at(List<CreditSupply.Some> some) {
    return some.stream().map(CreditSupply.Some::at).toList();
  }

  private static Sourced sum(List<CreditSupply.Some> some) {
    return Sourced.of(tonnes(some), at(some));
  }

  private static Sourced eligible(List<CreditSupply.Some> some, MarketRoom market) {
    List<String> from = new ArrayList<>(market.from());
    from.addAll(at(some));
    return Sourced.of(free(some), from);
  }

  private static CreditSupply.Some most(List<CreditSupply.Some> some) {
    return some.stream()
        .max(Comparator.comparingLong(CreditSupply.Some::free).thenComparing(CreditSupply.Some::at))
        .orElseThrow();
  }

  private List<CreditSupply.Listed> books(List<CreditSupply.Some> some) {
    return some.stream()
        .filter(CreditSupply.Some::issued)
        .map(CreditSupply.Some::instrument)
        .distinct()
        .sorted()
        .map(supply::book)
        .toList();
  }

  private Sourced listed(List<CreditSupply.Some> issued) {
    List<CreditSupply.Listed> books =
        books(issued).stream().filter(each -> each.tonnes() > 0).toList();
    return Sourced.of(
        books.stream().mapToLong(CreditSupply.Listed::tonnes).reduce(0, Math::addExact),
        books.stream().map(CreditSupply.Listed::at).toList());
  }

  /** The cheapest listing; where nothing is listed the lowest base price. */
  private Sourced price(List<CreditSupply.Some> some) {
    List<CreditSupply.Listed> books = books(some);
    Optional<CreditSupply.Listed> offered =
        books.stream()
            .filter(each -> each.best() > 0)
            .min(Comparator.comparingLong(CreditSupply.Listed::best));
    if (offered.isPresent()) {
      return Sourced.of(offered.get().best(), List.of(offered.get().at()));
    }
    return books.stream()
        .filter(each -> each.last() > 0)
        .min(Comparator.comparingLong(CreditSupply.Listed::last))
        .map(each -> Sourced.of(each.last(), List.of(each.at())))
        .orElseGet(() -> Sourced.none(NoFigure.NO_PRICE, at(some)));
  }

  private static Sourced usable(Sourced eligible, Sourced room) {
    List<String> from = List.of(ELIGIBLE, ROOM);
    return room.value()
        .map(most -> Sourced.of(most.min(eligible.value().orElseThrow()), from))
        .orElseGet(() -> Sourced.none(room.missing().orElseThrow(), from));
  }

  private static Sourced value(Sourced usable, Sourced price) {
    List<String> from = List.of(USABLE, PRICE);
    if (usable.value().isEmpty()) {
      return Sourced.none(usable.missing().orElseThrow(), from);
    }
    return price
        .value()
        .map(fen -> Sourced.of(usable.value().get().times(fen), from))
        .orElseGet(() -> Sourced.none(NoFigure.NO_PRICE, from));
  }

  private static Detail notKnown(RegionCode from, MarketRoom market, NoFigure why) {
    return why == NoFigure.NO_RULE
        ? zh("%1$s 有减排量；市场 %2$s 没有适用的抵销规则")
            .en("%s has credits; market %s has no offset rule", from, market.market())
        : zh("%1$s 有减排量；市场 %2$s 的抵销规则尚未查阅")
            .en("%s has credits; nobody has read market %s's offset rule", from, market.market());
  }

  private static Detail notEligible(
      RegionCode from, MarketRoom market, List<CreditSupply.Some> all) {
    Map<OffsetReason, Long> tonnes = new EnumMap<>(OffsetReason.class);
    all.forEach(
        each ->
            market
                .refuses(each.lot())
                .ifPresent(reason -> tonnes.merge(reason, each.free(), Math::addExact)));
    Optional<OffsetReason> first =
        tonnes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    if (first.isEmpty()) {
      return zh("%s 的减排量均已标记为境外使用，市场 %s 不能使用")
          .en(
              "all credits of %s are set apart for use abroad, none are for market %s",
              from, market.market());
    }
    return zh("%1$s 的减排量不为市场 %2$s 所接受：%3$s")
        .en("of the credits of %s market %s takes none: %s", from, market.market(), first.get());
  }

  private static Detail told(
      RegionCode from, MarketRoom market, SortedMap<String, Sourced> numbers) {
    Optional<Figure> value = numbers.get(Opportunity.VALUE).value();
    if (value.isPresent()) {
      return zh("%1$s 有 %2$s 吨为市场 %3$s 所接受，其企业尚可使用 %4$s 吨")
          .en(
              "%s has %s t that market %s takes, of which its enterprises may still use %s t",
              from,
              numbers.get(ELIGIBLE).value().orElseThrow(),
              market.market(),
              numbers.get(ROOM).value().orElseThrow());
    }
    return zh("%1$s 有 %2$s 吨为市场 %3$s 所接受；价值未知：%4$s")
        .en(
            "%s has %s t that market %s takes; what they are worth is not known: %s",
            from,
            numbers.get(ELIGIBLE).value().orElseThrow(),
            market.market(),
            numbers.get(Opportunity.VALUE).missing().orElseThrow());
  }
}
