// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.projection.RecordedBlocks;
import org.grasslandcarbon.gateway.supervision.Scope;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.h2.jdbcx.JdbcConnectionPool;

/** A ledger's work and stages at the time at which the ledger is. */
final class ProjectedWork implements AutoCloseable {
  private final JdbcConnectionPool pool = MemoryDatabase.open();
  private final TestLedger ledger;
  private final RecordedBlocks blocks;
  private final ProjectedLedger projected;

  ProjectedWork(TestLedger ledger) {
    this.ledger = ledger;
    this.blocks = new RecordedBlocks(ledger, "a");
    this.projected = new ProjectedLedger(pool);
  }

  private Clock clock(Instant time) {
    blocks.cut();
    projected.project(blocks);
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  /** What waits for somebody now. */
  List<Work.Item> of(ParticipantId participant) {
    return of(participant, ledger.time());
  }

  /** What waits for somebody, when the ledger has stood still until a time. */
  List<Work.Item> of(ParticipantId participant, Instant time) {
    Participant caller = ledger.find(Participant.key(participant)).orElseThrow();
    return new Work(projected.reader(), clock(time))
        .of(caller.asActor(), Optional.empty(), Optional.empty(), (view, record) -> true)
        .items();
  }

  /** What is late, as somebody who supervises sees it, when it may see every record. */
  Overdue.Report overdue(Actor asking, Overdue.Asked asked, Instant time) {
    return new Overdue(projected.reader(), clock(time))
        .of(Scope.ofMarkets(asking), asked, (view, record) -> true);
  }

  /** How long stages have taken, as everybody is told. */
  List<StageDays.Told> stages(StageDays.Asked asked) {
    return new StageDays(projected.reader(), clock(ledger.time()))
        .of(asked, Optional.empty(), (view, record) -> view.visibility().isPublic());
  }

  @Override
  public void close() {
    pool.dispose();
  }
}
