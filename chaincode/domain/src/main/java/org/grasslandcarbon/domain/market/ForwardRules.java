// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/** What holds for a forward on the day of its offer and again on that of its acceptance. */
final class ForwardRules {
  private ForwardRules() {}

  /** Keys that these rules need of an instrument and the two. */
  static List<Key<?>> keys(InstrumentId instrument, ParticipantId buyer, ParticipantId seller) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.holdingKeys(instrument, buyer));
    keys.add(Position.key(instrument, buyer));
    keys.add(Position.key(instrument, seller));
    return keys;
  }

  /** Keys that they need once the book is known. */
  static List<Key<?>> bookKeys(Records records, InstrumentId instrument) {
    return records
        .find(InstrumentBook.key(instrument))
        .<List<Key<?>>>map(book -> List.of(Project.key(book.project())))
        .orElse(List.of());
  }

  /** Refuses where the rule of the day has no forwards. */
  static void requireForwards(TradingSession session) {
    session
        .act()
        .require(
            session.terms().hasForwards(),
            ErrorCode.NO_FORWARDS,
            zh("%s 的现行规则未开展远期").en("the rule of %s has none", session.venue().id()));
  }

  /**
   * The project, whose owner alone sells what is to be issued: nobody else will have it.
   *
   * @param seller who would sell
   */
  static Project mustBeOf(TradingSession session, ParticipantId seller) {
    Optional<Project> found = session.act().find(Project.key(session.book().project()));
    session
        .act()
        .require(
            found.filter(project -> project.owner().equals(seller)).isPresent(),
            ErrorCode.SELLER_NOT_OWNER,
            zh("%s 不是该项目的业主").en("%s is not the project's owner", seller));
    session
        .act()
        .require(
            found.orElseThrow().state() == Project.State.REGISTERED,
            ErrorCode.SELLER_NOT_OWNER,
            zh("项目状态为 %s").en("the project is %s", found.orElseThrow().state()));
    return found.orElseThrow();
  }

  /**
   * Refuses more than the project is expected to bring: what its owner got of the year already and
   * what is sold forward and missing is taken off.
   */
  static void requireRoom(TradingSession session, Project project, Tonnes quantity) {
    Act act = session.act();
    InstrumentId instrument = session.instrument();
    ForwardSales sales = ForwardSales.of(act, instrument);
    act.require(
        sales.open().size() < ForwardSales.OPEN_MOST,
        ErrorCode.TOO_MANY_FORWARDS,
        zh("已有 %s 笔").en("there are %s", sales.open().size()));
    Tonnes expected = project.expectedOf(instrument.vintage());
    Tonnes got =
        InstrumentBatches.of(act, instrument).batches().stream()
            .map(ForwardRules::toOwner)
            .reduce(Tonnes.ZERO, Tonnes::plus);
    Tonnes taken = got.plus(sales.missing());
    act.require(
        expected.isAtLeast(taken.plus(quantity)),
        ErrorCode.FORWARD_BEYOND_EXPECTED,
        zh("该年份预计归业主 %s 吨，其中已签发 %s 吨，已远期售出而未签发 %s 吨")
            .en(
                "%s t of the year are expected to come to the owner; %s t have been issued, and %s t that have not are sold",
                expected, got, sales.missing()));
  }

  private static Tonnes toOwner(Batch batch) {
    return batch.issued().minus(batch.buffered());
  }

  /**
   * Judges whoever offers. What the other has is not for it to learn: that is judged when the other
   * accepts.
   */
  static void requireOfferor(TradingSession session, Project project, Forward forward) {
    session.requireTurnaround(forward.offeror(), forward.side());
    if (forward.side() == Side.BUY) {
      requireHoldingLimit(session, project, forward, forward.quantity());
    }
  }

  /**
   * Judges both when they are bound, so that nobody can keep the buyer from delivery later. What an
   * open offer is to buy counts as held already.
   */
  static void requireBoth(TradingSession session, Project project, Forward forward) {
    session.requireTurnaround(forward.seller(), Side.SELL);
    session.requireTurnaround(forward.buyer(), Side.BUY);
    requireHoldingLimit(
        session, project, forward, forward.side() == Side.BUY ? Tonnes.ZERO : forward.quantity());
  }

  private static void requireHoldingLimit(
      TradingSession session, Project project, Forward forward, Tonnes more) {
    session.requireHoldingLimit(
        forward.buyer(), more, project.expectedOf(session.instrument().vintage()));
  }
}
