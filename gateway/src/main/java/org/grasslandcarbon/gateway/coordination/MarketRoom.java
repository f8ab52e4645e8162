// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.offset.CapLeft;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.CreditTraits;
import org.grasslandcarbon.domain.offset.OffsetAccount;
import org.grasslandcarbon.domain.offset.OffsetAnswer;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.OffsetCap;
import org.grasslandcarbon.domain.offset.OffsetLot;
import org.grasslandcarbon.domain.offset.OffsetMarket;
import org.grasslandcarbon.domain.offset.OffsetReason;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.OffsetViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * What a market takes in a year, and how much its enterprises may still use: the ledger's own
 * judgement over the projection. What enterprises' caps are shares of is told to nobody who may not
 * see their obligations, not as a sum either: where there is one enterprise it would be hers.
 */
final class MarketRoom {
  /** Enterprises of a market that are summed; the nation's largest market has some thousands. */
  private static final int ENTERPRISES_MOST = 5_000;

  private static final int VERSION_DIGITS = 4;

  private final Records records;
  private final Compliance year;
  private final Optional<OffsetRule> rule;
  private final OffsetAccount anybody;
  private final boolean seesBases;
  private final List<ParticipantId> enterprises;
  private final Map<CreditSupply.Lot, Optional<OffsetReason>> judged = new HashMap<>();
  private final boolean training;
  private final Runnable mustBeWanted;

  private MarketRoom(
      Records records,
      Compliance year,
      boolean training,
      boolean seesBases,
      List<ParticipantId> enterprises,
      Runnable mustBeWanted) {
    this.records = records;
    this.mustBeWanted = mustBeWanted;
    this.year = year;
    this.training = training;
    this.seesBases = seesBases;
    this.enterprises = enterprises;
    this.rule = OffsetMarket.rule(records, year.market(), year.year());
    this.anybody = OffsetAccount.typed(records, year, Optional.empty(), OffsetBases.NONE);
  }

  /**
   * A market's year.
   *
   * @param asking who asks
   * @param mustBeWanted to be called many times a second
   * @throws RequestException {@code BAD_REQUEST} where too many enterprises would have to be summed
   */
  static MarketRoom of(
      Reader reader,
      Records records,
      Compliance year,
      boolean training,
      Optional<Actor> asking,
      Runnable mustBeWanted) {
    boolean seesBases = asking.filter(actor -> seesBases(actor, year.market())).isPresent();
    return new MarketRoom(
        records,
        year,
        training,
        seesBases,
        seesBases ? enterprises(reader, year) : List.of(),
        mustBeWanted);
  }

  /** Who may see the obligations of all of a market's enterprises. */
  private static boolean seesBases(Actor actor, MarketId market) {
    boolean ofMarket = actor.is(Role.OFFICE) && actor.governs(market.region());
    return ofMarket || actor.is(Role.AUTHORITY) || actor.is(Role.AUDITOR);
  }

  private static List<ParticipantId> enterprises(Reader reader, Compliance year) {
    View view = OffsetViews.OBLIGATIONS;
    Selection obligations =
        Selection.of(view)
            .with(view.column("market"), year.market().value())
            .with(view.column("year"), (long) year.year());
    List<ParticipantId> enterprises = new ArrayList<>();
    reader.each(
        obligations,
        each -> {
          enterprises.add(new ParticipantId(each.path("enterprise").asString()));
          if (enterprises.size() > ENTERPRISES_MOST) {
            throw new RequestException(
                GatewayCode.BAD_REQUEST,
                zh("市场 %1$s 的企业超过 %2$s 家，无法一次汇总")
                    .en(
                        "market %s has more than %s enterprises, too many to be summed",
                        year.market(), ENTERPRISES_MOST));
          }
        });
    return enterprises;
  }

  MarketId market() {
    return year.market();
  }

  /** Where the rule stands. */
  List<String> from() {
    return rule.map(row -> List.of("offset-rules/" + row.market() + "/" + padded(row.version())))
        .orElseGet(() -> List.of("offset-markets/" + year.market()));
  }

  /** As the address of a rule has it. */
  private static String padded(int version) {
    return Keys.padded(version, VERSION_DIGITS);
  }

  /** Why nothing can be said of it, if nothing can. */
  Optional<NoFigure> unknown() {
    if (rule.isEmpty()) {
      return Optional.of(NoFigure.NO_RULE);
    }
    return rule.filter(row -> row.status() == OffsetRule.Status.NOT_LOADED)
        .map(row -> NoFigure.NOT_LOADED);
  }

  /** Why the market does not take some credits, bases apart; nothing where it takes them. */
  Optional<OffsetReason> refuses(CreditSupply.Lot lot) {
    return judged.computeIfAbsent(
        lot,
        any ->
            anybody.judge(List.of(offered(lot, 1))).lots().get(0).reasons().stream()
                .map(OffsetAnswer.Finding::reason)
                .filter(reason -> reason != OffsetReason.BASE_NOT_RECORDED)
                .findFirst());
  }

  /**
   * How much of some credits that it takes all its enterprises together may still use.
   *
   * @param lot credits that stand for all of them: caps go by where they are from
   * @param tonnes how many there are
   */
  Sourced room(CreditSupply.Lot lot, long tonnes) {
    OffsetAnswer answer = anybody.judge(List.of(offered(lot, tonnes)));
    Optional<Tonnes> ofAll = leftOfMarket(answer);
    if (!seesBases) {
      return Sourced.none(NoFigure.BASE_NOT_PUBLIC, from());
    }
    Tonnes sum = Tonnes.ZERO;
    List<String> from = new ArrayList<>(from());
    for (ParticipantId enterprise : enterprises) {
      mustBeWanted.run();
      OffsetAnswer.Lot own =
          OffsetAccount.recorded(records, year, enterprise)
              .judge(List.of(offered(lot, tonnes)))
              .lots()
              .get(0);
      if (own.isEligible()) {
        sum = sum.plus(own.usable());
        from.add("obligations/" + year.market() + "/" + year.year() + "/" + enterprise);
      }
    }
    if (from.size() == from().size()) {
      return Sourced.none(NoFigure.BASE_NOT_RECORDED, from());
    }
    Tonnes all = sum;
    Tonnes room = ofAll.filter(all::isAtLeast).orElse(all);
    if (ofAll.isPresent()) {
      from.addAll(1, usedOfMarket());
    }
    return Sourced.of(room.value(), from);
  }

  /** What caps of the whole market leave, which everybody may see. */
  Optional<Sourced> leftOfMarket(CreditSupply.Lot lot) {
    return leftOfMarket(anybody.judge(List.of(offered(lot, 1))))
        .map(
            left -> {
              List<String> from = new ArrayList<>(from());
              from.addAll(usedOfMarket());
              return Sourced.of(left.value(), from);
            });
  }

  /** Where it stands what all have used; nowhere before the first has. */
  private List<String> usedOfMarket() {
    return anybody.usedByAll().isEmpty()
        ? List.of()
        : List.of("market-offset-uses/" + year.market() + "/" + year.year());
  }

  private Optional<Tonnes> leftOfMarket(OffsetAnswer answer) {
    Set<String> ofMarket =
        rule.flatMap(OffsetRule::terms).stream()
            .flatMap(terms -> terms.caps().stream())
            .filter(cap -> cap.scope() == OffsetCap.Scope.MARKET)
            .map(OffsetCap::id)
            .collect(Collectors.toSet());
    Set<String> counting =
        answer.lots().get(0).capsAfter().stream()
            .map(CapLeft::cap)
            .filter(ofMarket::contains)
            .collect(Collectors.toSet());
    return answer.caps().stream()
        .filter(cap -> counting.contains(cap.cap()))
        .map(cap -> cap.left().orElseThrow())
        .min(Tonnes::compareTo);
  }

  private OffsetLot offered(CreditSupply.Lot lot, long tonnes) {
    return new OffsetLot(
        lot.from(),
        Optional.empty(),
        lot.to(),
        Tonnes.of(tonnes),
        training,
        CreditTraits.ofGrassland(lot.region()));
  }
}
