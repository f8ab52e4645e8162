// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * What a case is about; at least one thing.
 *
 * @param instruments what is traded
 * @param participants who did something, and who is not told of the case
 * @param projects whose land, reports or credits
 * @param trades what was traded
 */
public record CaseSubjects(
    @Means(en = "Instruments", zh = "交易标的") @Distinct @Most(INSTRUMENTS_MOST)
        List<InstrumentId> instruments,
    @Means(en = "Participants", zh = "主体") @Distinct @Most(PARTICIPANTS_MOST)
        List<ParticipantId> participants,
    @Means(en = "Projects", zh = "项目") @Distinct @Most(PROJECTS_MOST) List<InstructionId> projects,
    @Means(en = "Trades", zh = "成交") @Distinct @Most(TRADES_MOST) List<CaseTrade> trades) {

  /** Rings known from other markets have some tens of accounts. */
  static final int PARTICIPANTS_MOST = 50;

  static final int INSTRUMENTS_MOST = 20;

  static final int PROJECTS_MOST = 20;

  /** What is read one by one; further trades stand in a document. */
  static final int TRADES_MOST = 100;

  public CaseSubjects {
    instruments = List.copyOf(instruments);
    participants = List.copyOf(participants);
    projects = List.copyOf(projects);
    trades = List.copyOf(trades);
    Check.that(
        Stream.of(instruments, participants, projects, trades).anyMatch(each -> !each.isEmpty()),
        zh("案件须至少有一个对象").en("a case is about something"));
  }

  /** What was or is traded: the instruments, and those of the trades. */
  List<InstrumentId> traded() {
    return Stream.concat(instruments.stream(), trades.stream().map(CaseTrade::instrument))
        .distinct()
        .sorted()
        .toList();
  }
}
