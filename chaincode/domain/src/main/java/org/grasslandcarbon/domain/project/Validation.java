// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A certifier's validation of a project.
 *
 * @param answers how each comment was handled
 * @param at transaction time
 * @param by the certifier
 * @param findings what was found, with an answer to every flag of the design
 * @param opinion the conclusion
 * @param project the project
 * @param report the validation report
 * @param riskPercent the certifier's rating of non-permanence risk, if it rated
 * @param severe severe flags, which the office must have read
 */
public record Validation(
    @Most(ValidateProject.ANSWERS_MOST) List<ValidateProject.Answer> answers,
    Instant at,
    ParticipantId by,
    @Most(Finding.FINDINGS_MOST) Optional<List<Finding>> findings,
    Opinion opinion,
    InstructionId project,
    Sha256 report,
    Optional<Decimal> riskPercent,
    @Most(Flag.FLAGS_MOST) Optional<List<AnsweredFlag>> severe)
    implements LedgerRecord {

  /** The type of validations. */
  public static final RecordType<Validation> TYPE =
      new RecordType<>("VALIDATION", Validation.class, Visibility.PUBLIC);

  public Validation {
    answers = List.copyOf(answers);
    findings = findings.map(List::copyOf);
    severe = severe.map(List::copyOf);
  }

  /** The key of a project's validation. */
  public static Key<Validation> key(InstructionId project) {
    return TYPE.key(project.value());
  }

  @Override
  public Key<Validation> key() {
    return key(project);
  }
}
