// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.Reversals;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.CreditingHistory;
import org.grasslandcarbon.domain.monitoring.MonitoringData;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.monitoring.ReportQuantification;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.participant.TrustAnchor;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.project.Comment;
import org.grasslandcarbon.domain.project.LandCell;
import org.grasslandcarbon.domain.project.NumberSequence;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectBoundary;
import org.grasslandcarbon.domain.project.Renewal;
import org.grasslandcarbon.domain.project.Validation;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.stocking.Stocking;

/** Every type of record on the ledger, for those who read state without knowing a key's type. */
public final class RecordTypes {
  private static final List<RecordType<?>> TYPES =
      List.of(
          JournalEntry.TYPE,
          Founding.TYPE,
          Region.TYPE,
          Participant.TYPE,
          RegisteredKey.TYPE,
          Accreditation.TYPE,
          Calendar.TYPE,
          TrustAnchor.TYPE,
          Methodology.TYPE,
          Project.TYPE,
          ProjectBoundary.TYPE,
          LandCell.TYPE,
          Comment.TYPE,
          Validation.TYPE,
          Renewal.TYPE,
          NumberSequence.TYPE,
          Stocking.TYPE,
          MonitoringData.TYPE,
          MonitoringReport.TYPE,
          ReportQuantification.TYPE,
          CreditingHistory.TYPE,
          Batch.TYPE,
          Holding.TYPE,
          BufferHolding.TYPE,
          Retirement.TYPE,
          Cancellation.TYPE,
          Freeze.TYPE,
          Reversals.TYPE,
          Reversal.TYPE,
          Corrections.TYPE);

  private static final Map<String, RecordType<?>> BY_NAME =
      TYPES.stream().collect(Collectors.toUnmodifiableMap(RecordType::name, Function.identity()));

  private RecordTypes() {}

  /** All types. */
  public static List<RecordType<?>> all() {
    return TYPES;
  }

  /** The type of a name, if there is one. */
  public static Optional<RecordType<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The type of the record under a composite key, if it is one of ours. */
  public static Optional<RecordType<? extends LedgerRecord>> of(String keyText) {
    return Keys.isComposite(keyText)
        ? Optional.ofNullable(BY_NAME.get(Keys.parts(keyText).get(0)))
        : Optional.empty();
  }
}
