// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;
import org.grasslandcarbon.gateway.inbox.RefusedUnjournaled;
import org.grasslandcarbon.gateway.problem.ErrorCodes;
import org.grasslandcarbon.gateway.projection.Journal;
import tools.jackson.databind.JsonNode;

/**
 * What has become of an instruction. Who may not see it is told no more than that it is final, when
 * and in which block: not even what it was about or who signed it.
 *
 * @param action the instruction's action; absent while it is only received
 * @param at the transaction's time; of receipt while it is only received
 * @param block the block that has the outcome
 * @param code why it was refused
 * @param codeEn what to do about it, in English
 * @param codeZh the same in Chinese
 * @param corrections what the authority stated about a wrong entry; absent likewise
 * @param detail what exactly was refused, in English
 * @param detailZh the same in Chinese; absent where an older version of the registry refused
 * @param id the instruction
 * @param participant who signed
 * @param postings what moved; absent when the one who asks may not see it
 * @param references the records it created or changed; absent likewise
 * @param status received (not yet final), applied or rejected
 * @param transactionId Fabric's transaction that has the outcome
 */
record OutcomeDocument(
    Optional<String> action,
    Instant at,
    Optional<Long> block,
    Optional<String> code,
    Optional<String> codeEn,
    Optional<String> codeZh,
    Optional<JsonNode> corrections,
    Optional<String> detail,
    Optional<String> detailZh,
    InstructionId id,
    Optional<String> participant,
    Optional<JsonNode> postings,
    Optional<JsonNode> references,
    Status status,
    Optional<String> transactionId) {

  /** How far an instruction is. */
  enum Status {
    /** In the inbox, on disk, not final. */
    RECEIVED,
    /** Final: its effects are on the ledger. */
    APPLIED,
    /** Final: refused without effect. */
    REJECTED
  }

  /** What exactly was refused, if somebody has said so. */
  Optional<Detail> inWords() {
    return detail.map(en -> Detail.told(detailZh.orElse(en), en));
  }

  static OutcomeDocument received(QueuedInstruction queued) {
    return new OutcomeDocument(
        Optional.empty(),
        queued.receivedAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        queued.id(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Status.RECEIVED,
        Optional.empty());
  }

  /**
   * The refusal of an instruction that left no entry. As a rule nobody is proven to have signed it;
   * where its signer was refused too often, the detail repeats why, which can tell a balance: that
   * is for who sends the signed text.
   */
  static OutcomeDocument refused(RefusedUnjournaled refusal) {
    boolean told = refusal.code() != ErrorCode.TOO_MANY_REFUSALS;
    return new OutcomeDocument(
        Optional.empty(),
        refusal.at(),
        Optional.empty(),
        Optional.of(refusal.code().name()),
        Optional.of(refusal.code().en()),
        Optional.of(refusal.code().zh()),
        Optional.empty(),
        told ? Optional.of(refusal.detail()) : Optional.empty(),
        told ? refusal.detailZh() : Optional.empty(),
        refusal.id(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Status.REJECTED,
        Optional.empty());
  }

  /**
   * The outcome that the ledger has.
   *
   * @param whole whether the one who asks may see what it led to
   * @param postings the movements that the one who asks may see
   * @param corrections what was stated about the entry, if anything
   */
  static OutcomeDocument of(
      InstructionId id,
      Journal.Entry found,
      boolean whole,
      JsonNode postings,
      Optional<JsonNode> corrections) {
    JsonNode entry = found.entry();
    Instant at = Instant.parse(entry.path("at").asString());
    Status status = Status.valueOf(entry.path("outcome").asString());
    if (!whole) {
      return new OutcomeDocument(
          Optional.empty(),
          at,
          Optional.of(found.block()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          id,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          status,
          Optional.of(found.transactionId()));
    }
    Optional<ErrorCode> code = found.text("code").flatMap(ErrorCodes::named);
    return new OutcomeDocument(
        found.text("action"),
        at,
        Optional.of(found.block()),
        found.text("code"),
        code.map(ErrorCode::en),
        code.map(ErrorCode::zh),
        corrections,
        found.text("detail"),
        found.text("detailZh"),
        id,
        found.text("participant"),
        Optional.of(postings),
        Optional.of(entry.path("references")),
        status,
        Optional.of(found.transactionId()));
  }
}
