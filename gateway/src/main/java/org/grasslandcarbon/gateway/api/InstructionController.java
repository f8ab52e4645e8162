// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.QueuedInstruction;
import org.grasslandcarbon.gateway.problem.ErrorCodes;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Sending instructions and asking what has become of them. */
@RestController
@RequestMapping(Paths.INSTRUCTIONS)
@Open("instructions carry their own signatures; what moved is shown as accounts declare")
final class InstructionController {
  /** Signed instructions: JWS compact serialisations. */
  static final String JOSE = "application/jose";

  private static final String PREFER = "Prefer";
  private static final String PREFERENCE_APPLIED = "Preference-Applied";
  private static final String REPLAYED = "Instruction-Replayed";

  private final Intake intake;
  private final Inbox inbox;
  private final Journal journal;
  private final Confidence confidence;
  private final Reader reader;

  InstructionController(
      Intake intake, Inbox inbox, Journal journal, Confidence confidence, Reader reader) {
    this.intake = intake;
    this.inbox = inbox;
    this.journal = journal;
    this.confidence = confidence;
    this.reader = reader;
  }

  /** Takes one signed instruction. */
  @PostMapping(consumes = JOSE)
  CompletableFuture<ResponseEntity<Object>> send(
      HttpServletRequest request, @RequestHeader(PREFER) Optional<List<String>> preferences)
      throws IOException {
    Prefer prefer = Prefer.read(preferences.orElse(List.of()));
    return intake
        .send(
            Bodies.readText(
                request,
                SignedInstruction.TEXT_MOST,
                zh("指令的载荷最多 64 KiB").en("an instruction has at most 64 KiB of payload")),
            prefer.patience())
        .thenApply(answer -> answered(answer, headers(prefer, answer.replayed())));
  }

  private ResponseEntity<Object> answered(Intake.Answer answer, HttpHeaders headers) {
    if (answer.refusal().isPresent()) {
      return Problem.of(answer.refusal().get()).about(answer.id()).answer(headers);
    }
    if (answer.entry().isEmpty()) {
      headers.set(HttpHeaders.LOCATION, Paths.instruction(answer.id()));
      return ResponseEntity.status(HttpStatus.ACCEPTED)
          .headers(headers)
          .body(new Received(answer.id(), OutcomeDocument.Status.RECEIVED));
    }
    // Whoever has the signed text has seen what it does.
    Journal.Entry entry = Found.mustBeWhole(answer.entry().get());
    OutcomeDocument outcome =
        OutcomeDocument.of(
            answer.id(), entry, true, entry.entry().path("postings"), corrections(answer.id()));
    if (outcome.status() == OutcomeDocument.Status.REJECTED) {
      return rejected(outcome).about(answer.id()).answer(headers);
    }
    return ResponseEntity.ok().headers(headers).body(outcome);
  }

  static Problem rejected(OutcomeDocument outcome) {
    ErrorCode code = outcome.code().flatMap(ErrorCodes::named).orElse(ErrorCode.INTERNAL);
    return Problem.of(code, outcome.inWords().orElse(Detail.told(code.zh(), code.en()))).onRecord();
  }

  /**
   * What is answered while an instruction is not final.
   *
   * @param id the instruction
   * @param status received: on this gateway's disk
   */
  record Received(InstructionId id, OutcomeDocument.Status status) {}

  /** What has become of an instruction. */
  @GetMapping("/{id}")
  CompletableFuture<ResponseEntity<Object>> outcome(
      @PathVariable InstructionId id,
      @RequestHeader(PREFER) Optional<List<String>> preferences,
      @AuthenticationPrincipal Caller caller) {
    Prefer prefer = Prefer.read(preferences.orElse(List.of()));
    boolean waits = !prefer.isNow() && journal.find(id).isEmpty() && inbox.find(id).isPresent();
    CompletableFuture<Void> ready =
        waits ? intake.whenFinal(id, prefer.patience()) : CompletableFuture.completedFuture(null);
    return ready.thenApply(
        done ->
            ResponseEntity.ok()
                .headers(headers(prefer, false))
                .body(known(id, Optional.ofNullable(caller))));
  }

  private OutcomeDocument known(InstructionId id, Optional<Caller> caller) {
    // The inbox before the journal: what leaves the one meanwhile is in the other.
    Optional<QueuedInstruction> queued = inbox.find(id);
    return journal
        .find(id)
        .map(Found::mustBeWhole)
        .map(
            entry ->
                OutcomeDocument.of(
                    id,
                    entry,
                    confidence.permits(entry, caller),
                    confidence.postings(entry.entry().path("postings"), caller),
                    corrections(id)))
        .or(() -> queued.map(OutcomeDocument::received))
        .or(() -> inbox.findRefusal(id).map(OutcomeDocument::refused))
        .orElseThrow(Found::nothing);
  }

  private Optional<JsonNode> corrections(InstructionId id) {
    return reader.corrections(JournalEntry.key(id));
  }

  private static HttpHeaders headers(Prefer prefer, boolean replayed) {
    HttpHeaders headers = new HttpHeaders();
    headers.setCacheControl("no-store");
    if (!prefer.isNow()) {
      headers.set(PREFERENCE_APPLIED, prefer.applied());
    }
    if (replayed) {
      headers.set(REPLAYED, "true");
    }
    return headers;
  }
}
