// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.gateway.api.StatusWarning.Code;
import org.grasslandcarbon.gateway.blocks.KnownLedger;
import org.grasslandcarbon.gateway.blocks.LedgerDoubt;
import org.grasslandcarbon.gateway.commit.GroupCommitter;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.ledger.Disagreements;
import org.grasslandcarbon.gateway.reconciliation.Reconciliation;
import org.springframework.stereotype.Component;

/** Everything that an operator should look at. */
@Component
final class StatusWarnings {
  private final Disagreements disagreements;
  private final DataDisk disk;
  private final KnownLedger ledger;
  private final GroupCommitter committer;
  private final Reconciliation reconciliation;
  private final Clock clock;

  StatusWarnings(
      Disagreements disagreements,
      DataDisk disk,
      KnownLedger ledger,
      GroupCommitter committer,
      Reconciliation reconciliation,
      Clock clock) {
    this.disagreements = disagreements;
    this.disk = disk;
    this.ledger = ledger;
    this.committer = committer;
    this.reconciliation = reconciliation;
    this.clock = clock;
  }

  /** None as a rule. */
  List<StatusWarning> current() {
    Instant now = clock.instant();
    List<StatusWarning> warnings = new ArrayList<>();
    disagreements.current().stream().map(StatusWarning::of).forEach(warnings::add);
    ledger.doubt().ifPresent(doubt -> warnings.add(of(doubt, now)));
    disk.fullSince()
        .ifPresent(
            since ->
                warnings.add(
                    StatusWarning.of(
                        Code.DISK_FULL,
                        since,
                        now,
                        disk.freeBytes()
                            + " bytes are free; "
                            + disk.keptFreeBytes()
                            + " are kept")));
    Reconciliation.Report report = reconciliation.report();
    if (!report.differences().isEmpty()) {
      warnings.add(StatusWarning.of(report, now));
    }
    report
        .trouble()
        .ifPresent(
            trouble ->
                warnings.add(
                    StatusWarning.of(
                        Code.RECORDS_NOT_EXAMINED, now, now, "the gateway's log says what")));
    committer
        .trouble()
        .ifPresent(
            trouble -> warnings.add(StatusWarning.of(Code.NOT_COMMITTING, now, now, trouble)));
    if (committer.setAside() > 0) {
      warnings.add(
          StatusWarning.of(
              Code.INSTRUCTIONS_SET_ASIDE, now, now, committer.setAside() + " instructions"));
    }
    return warnings;
  }

  private static StatusWarning of(LedgerDoubt doubt, Instant now) {
    Code code =
        switch (doubt.kind()) {
          case SHORTER -> Code.LEDGER_SHORTER;
          case DIFFERENT -> Code.LEDGER_DIFFERENT;
          case WITHOUT_EARLY_BLOCKS -> Code.LEDGER_WITHOUT_EARLY_BLOCKS;
        };
    return StatusWarning.of(code, doubt.since(), now, doubt.detail());
  }
}
