// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
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
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * States that two participants are related, so that what they do together is looked at as what one
 * does (exchange's rules art. 44; 关联关系). A later statement about the same two and the same way ends
 * or corrects it; nothing is edited. The authority states it of anybody, an office of one of its
 * region's, an exchange of those who may trade; nobody of itself.
 *
 * @param document what shows it
 * @param from since when they are related
 * @param kind in which way
 * @param mistaken whether what was stated before was wrong: they never were so related
 * @param other who is owned, controlled or acts for the first
 * @param participant who owns, controls or has the other act for it
 * @param perMille the share, where it is known; of ownership and control only
 * @param to the last day on which they are related; absent while they are
 */
public record RecordRelation(
    @Means(en = "SHA-256 of what shows it", zh = "证明材料的 SHA-256 摘要") Sha256 document,
    @Means(en = "Since when they are related", zh = "关系起始日期") LocalDate from,
    @Means(en = "In which way", zh = "关系类型") Relation.Kind kind,
    @Means(en = "Whether the earlier statements were wrong", zh = "是否声明此前的记载有误") boolean mistaken,
    @Means(en = "Who is owned, controlled or acts for the first", zh = "被持股、被控制或代理的一方")
        ParticipantId other,
    @Means(en = "Who owns, controls or is acted for", zh = "持股、控制或被代理的一方")
        ParticipantId participant,
    @Means(en = "Share in thousandths, of OWNERSHIP or CONTROL", zh = "持股或表决权比例（千分比），仅限持股或控制")
        @Least(1)
        @Most(Relation.WHOLE)
        Optional<Integer> perMille,
    @Means(en = "Last day on which they are related", zh = "关系终止日期") Optional<LocalDate> to)
    implements Action {

  /** The action. */
  public static final ActionType<RecordRelation> TYPE =
      ActionType.of(
          "recordRelation",
          "记载主体之间的关联关系",
          "States that two participants are related",
          new RecordRelation(
              Sha256.of("company register"),
              LocalDate.of(2024, 5, 1),
              Relation.Kind.OWNERSHIP,
              false,
              new ParticipantId("91110000101340478N"),
              new ParticipantId("91110000600037341L"),
              Optional.of(600),
              Optional.of(LocalDate.of(2026, 12, 31))),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE, Role.EXCHANGE),
          SupervisionVisibility.SIGNED,
          ErrorCode.UNKNOWN_PARTICIPANT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.TOO_MANY_CORRECTIONS);

  public RecordRelation {
    Check.that(
        !participant.equals(other), zh("须为两个不同的主体").en("two different participants are related"));
    Check.that(
        perMille.isEmpty() || kind.isOfShare(),
        zh("仅持股和控制关系有比例").en("only ownership and control have a share"));
    Check.that(
        to.filter(from::isAfter).isEmpty(),
        zh("终止日期不得早于起始日期").en("a relation does not end before it begins"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Participant.key(participant),
        Participant.key(other),
        Relation.key(participant, other, kind));
  }

  @Override
  public void apply(Act act) {
    Participant first = act.must(Participant.key(participant), ErrorCode.UNKNOWN_PARTICIPANT);
    Participant second = act.must(Participant.key(other), ErrorCode.UNKNOWN_PARTICIPANT);
    ParticipantId by = act.actor().id();
    act.require(
        !by.equals(participant) && !by.equals(other),
        ErrorCode.NOT_ALLOWED,
        zh("自身的关联关系须由其他主体记载").en("one's own relations are for another to state"));
    act.require(
        isFor(act.actor(), first, second),
        ErrorCode.NOT_ALLOWED,
        zh("双方都不由 %s 监管").en("neither of the two is supervised by %s", by));
    Relation before =
        act.find(Relation.key(participant, other, kind))
            .orElseGet(() -> Relation.between(participant, other, kind));
    act.require(
        !mistaken || !before.statements().isEmpty(),
        ErrorCode.WRONG_STATE,
        zh("尚无记载可以声明有误").en("nothing was stated that could be wrong"));
    act.require(
        before.statements().size() < Relation.STATEMENTS_MOST,
        ErrorCode.TOO_MANY_CORRECTIONS,
        zh("至多记载 %s 次").en("it is stated at most %s times", Relation.STATEMENTS_MOST));

    act.write(
        before.with(
            new Relation.Statement(
                act.time(), by, document, from, act.id(), mistaken, perMille, to)));
    act.refer("relation", act.id());
  }

  private static boolean isFor(Actor actor, Participant first, Participant second) {
    return actor.is(Role.EXCHANGE)
        ? first.mayHold() && second.mayHold()
        : first.isGovernedBy(actor) || second.isGovernedBy(actor);
  }
}
