// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.registry.Rehearsal;
import org.grasslandcarbon.gateway.access.SignedIn;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.preparation.Rehearsals;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Ids;
import org.grasslandcarbon.gateway.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an instruction would do: for people who look before they sign. Nothing is written. */
@RestController
@RequestMapping(Paths.BASE + "/dry-runs")
@SignedIn
final class DryRunController {
  /** As much as an instruction holds. */
  private static final int BODY_MOST = SignedInstruction.PAYLOAD_BYTES_MOST;

  private final Rehearsals rehearsals;
  private final Computations computations;
  private final Confidence confidence;
  private final Sight sight;

  DryRunController(
      Rehearsals rehearsals, Computations dryRunThreads, Confidence confidence, Sight sight) {
    this.rehearsals = rehearsals;
    this.computations = dryRunThreads;
    this.confidence = confidence;
    this.sight = sight;
  }

  /**
   * What is to be tried out.
   *
   * @param action the action's name
   * @param args its arguments
   */
  record Asked(@Most(40) String action, JsonNode args) {}

  /**
   * A record as it would be.
   *
   * @param id the parts of its key after the type
   * @param record the record
   * @param type its type
   */
  record Written(String id, JsonNode record, String type) {}

  /**
   * What would come of it.
   *
   * @param code why it would be refused
   * @param codeEn what to do about it, in English
   * @param codeZh the same in Chinese
   * @param detail what exactly would be refused, in English
   * @param detailZh the same in Chinese
   * @param outcome whether it would be applied
   * @param postings what would move, as far as the one who asks may see it
   * @param records the records that it would write, likewise
   * @param references the records that it would name
   */
  record Answer(
      Optional<String> code,
      Optional<String> codeEn,
      Optional<String> codeZh,
      Optional<String> detail,
      Optional<String> detailZh,
      JournalEntry.Outcome outcome,
      JsonNode postings,
      List<Written> records,
      List<Reference> references) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  CompletableFuture<ResponseEntity<Object>> rehearse(
      HttpServletRequest request, @AuthenticationPrincipal Caller caller) throws IOException {
    Asked asked =
        Codec.read(
            Bodies.read(
                request,
                BODY_MOST,
                zh("试算请求最多 %s 字节").en("a dry run has at most %s bytes", BODY_MOST)),
            Asked.class);
    return computations
        .submit(
            mustBeWanted -> rehearsals.rehearse(asked.action(), asked.args(), caller.id()),
            () -> {})
        .thenApply(
            rehearsal ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(answer(rehearsal, Optional.of(caller))));
  }

  private Answer answer(Rehearsal rehearsal, Optional<Caller> caller) {
    Optional<ErrorCode> code = rehearsal.refusal().map(RegistryException::code);
    return new Answer(
        code.map(ErrorCode::name),
        code.map(ErrorCode::en),
        code.map(ErrorCode::zh),
        rehearsal.refusal().map(RegistryException::en),
        rehearsal.refusal().map(RegistryException::zh),
        code.isPresent() ? JournalEntry.Outcome.REJECTED : JournalEntry.Outcome.APPLIED,
        confidence.postings(Codec.tree(rehearsal.postings()), caller),
        rehearsal.records().stream().flatMap(each -> written(each, caller).stream()).toList(),
        rehearsal.references());
  }

  /** A record that the one who asks may see: a recipient's holding is the recipient's business. */
  private Optional<Written> written(LedgerRecord record, Optional<Caller> caller) {
    RecordType<?> type = RecordTypes.of(record.key().text()).orElseThrow();
    ObjectNode tree = (ObjectNode) Codec.tree(record);
    return sight.permits(type.visibility(), caller, tree)
        ? Optional.of(
            new Written(
                Ids.of(record.key()), sight.shown(type.visibility(), caller, tree), type.name()))
        : Optional.empty();
  }
}
