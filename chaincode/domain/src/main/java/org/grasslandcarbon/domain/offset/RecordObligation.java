// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

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
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Records what an enterprise's caps of a year are shares of (LEDGER section 5). By the office of
 * the market's region; of the nation's market the office of the enterprise's region may as well,
 * since it confirms emissions there. What was recorded before is replaced; credits that were
 * retired by it stay retired.
 *
 * @param bases the tonnes
 * @param document the decision
 * @param enterprise whose
 * @param market the market
 * @param year the compliance year
 */
public record RecordObligation(
    @Means(en = "Tonnes of which caps are shares", zh = "抵销上限所依据的基数") OffsetBases bases,
    @Means(en = "SHA-256 of the decision", zh = "核定文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "Enterprise", zh = "企业") ParticipantId enterprise,
    @Means(en = "Market", zh = "市场") MarketId market,
    @Means(en = "Compliance year", zh = "履约年度")
        @Least(PublishOffsetRule.YEAR_LEAST)
        @Most(PublishOffsetRule.YEAR_MOST)
        int year)
    implements Action {

  /** The action. */
  public static final ActionType<RecordObligation> TYPE =
      ActionType.of(
          "recordObligation",
          "记载企业的履约基数",
          "Records what an enterprise's offset caps of a year are shares of",
          new RecordObligation(
              new OffsetBases(
                  Optional.of(Tonnes.of(1_000_000)), Optional.empty(), Optional.empty()),
              Sha256.of("decision on the year's emissions"),
              new ParticipantId("91110000600037341L"),
              new MarketId("CN-11"),
              2025),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE),
          Obligation.OWN,
          ErrorCode.UNKNOWN_MARKET,
          ErrorCode.UNKNOWN_ENTERPRISE,
          ErrorCode.NOT_ALLOWED);

  public RecordObligation {
    Check.that(bases.hasAny(), zh("至少须填写一项基数").en("at least one of the bases is recorded"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(OffsetMarket.key(market), Participant.key(enterprise));
  }

  @Override
  public void apply(Act act) {
    act.must(OffsetMarket.key(market), ErrorCode.UNKNOWN_MARKET);
    Participant found = act.must(Participant.key(enterprise), ErrorCode.UNKNOWN_ENTERPRISE);
    act.require(
        found.has(Role.TRADER) || found.has(Role.OWNER),
        ErrorCode.UNKNOWN_ENTERPRISE,
        zh("%s 不持有减排量").en("%s cannot hold credits", enterprise));
    boolean ofNation = market.region().equals(RegionCode.NATION);
    act.require(
        act.actor().governs(market.region()) || ofNation && act.actor().governs(found.region()),
        ErrorCode.NOT_ALLOWED,
        zh("该市场由 %s 的主管部门负责").en("the market is the office's of %s", market.region()));

    act.write(
        new Obligation(act.time(), bases, act.actor().id(), document, enterprise, market, year));
    act.refer("market", market);
    act.refer("enterprise", enterprise);
  }
}
