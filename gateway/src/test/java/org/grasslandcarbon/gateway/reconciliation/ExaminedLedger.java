// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.projection.RecordedBlocks;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The rows of recorded blocks in a database of their own, examined without a peer: for tests of
 * what differs between the rows themselves.
 */
final class ExaminedLedger implements AutoCloseable {
  private final JdbcConnectionPool pool = MemoryDatabase.open();
  private final ProjectedLedger projected = new ProjectedLedger(pool);
  private final Reconciliation reconciliation =
      new Reconciliation(
          projected.books(),
          new SilentPeer(),
          () -> true,
          () -> false,
          projected::block,
          new ReconciliationSettings(Duration.ofMinutes(10), Duration.ofSeconds(5)),
          this::now,
          new SimpleMeterRegistry());
  private Instant now = Instant.parse("2026-03-03T02:00:00Z");

  ExaminedLedger(RecordedBlocks blocks) {
    project(blocks);
  }

  /** Asked for nothing: this is about what is here. */
  private static final class SilentPeer implements LedgerCheck.Peer {
    @Override
    public List<Optional<Sha256>> stateDigests(List<String> keys) {
      throw new AssertionError("not asked");
    }

    @Override
    public OptionalLong height() {
      return OptionalLong.empty();
    }
  }

  private Instant now() {
    return now;
  }

  /** Takes in the blocks that have been cut since. */
  void project(RecordedBlocks blocks) {
    projected.project(blocks);
  }

  /** Lets go of lines of statements from before an instant. */
  void letGoOfLines(Instant before) {
    assertThat(projected.letGoOfLines(before)).isPositive();
  }

  /** Alters rows behind the gateway's back. */
  void damage(String statement, Object... values) {
    assertThat(projected.damage(statement, values)).as(statement).isPositive();
  }

  /** What differs, when everything is looked at. */
  List<Difference> found() {
    reconciliation.examineAll();
    now = now.plusSeconds(60);
    assertThat(reconciliation.report().trouble()).isEmpty();
    return reported();
  }

  /** Looks only at what is new. */
  void examineFresh() {
    reconciliation.examineFresh();
  }

  /** What is known to differ. */
  List<Difference> reported() {
    return reconciliation.report().differences();
  }

  @Override
  public void close() {
    pool.dispose();
  }
}
