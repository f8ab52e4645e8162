// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.access.SignedIn;
import org.grasslandcarbon.gateway.documents.Deposit;
import org.grasslandcarbon.gateway.documents.DocumentStore;
import org.grasslandcarbon.gateway.documents.Documents;
import org.grasslandcarbon.gateway.documents.HeldDocument;
import org.grasslandcarbon.gateway.edge.FileAnswers;
import org.grasslandcarbon.gateway.edge.LateBodies;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.document.DocumentKind;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The files of documents that the ledger names. */
@RestController
@RequestMapping(Paths.DOCUMENTS)
final class DocumentController {
  private static final String ONE = "/{sha256}";

  private final Documents documents;
  private final DocumentSight sight;
  private final DocumentLists lists;
  private final LateBodies bodies;
  private final FileAnswers files;

  DocumentController(
      Documents documents,
      DocumentSight sight,
      DocumentLists lists,
      LateBodies bodies,
      FileAnswers files) {
    this.documents = documents;
    this.sight = sight;
    this.lists = lists;
    this.bodies = bodies;
    this.files = files;
  }

  /**
   * Stores a file under its digest, for a record of the ledger that names it. Called twice: before
   * the file comes, to see whether it may, and when it is here.
   */
  @PutMapping(ONE)
  @SignedIn
  ResponseEntity<JsonNode> put(
      @PathVariable Sha256 sha256,
      @RequestParam Optional<DocumentKind> kind,
      @RequestParam Optional<String> record,
      @RequestParam Optional<String> readers,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal Caller caller)
      throws IOException {
    LateBodies.know(request);
    List<ParticipantId> others = readers.map(DocumentController::participants).orElse(List.of());
    Documents.Place place = sight.mustPlace(sha256, caller, kind, record, !others.isEmpty());
    if (!LateBodies.isTaken(request)) {
      documents.mustBeWelcome(sha256, LateBodies.saidLength(request), caller.id());
      if (bodies.isComing(request, response, caller.id().value())) {
        return null;
      }
    }
    DocumentStore.Stored stored =
        documents.put(sha256, request.getInputStream(), place, caller.id(), others);
    return ResponseEntity.status(stored.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(lists.one(sha256, Optional.of(caller), true));
  }

  private static List<ParticipantId> participants(String text) {
    List<ParticipantId> all =
        Arrays.stream(text.split(","))
            .map(each -> ViewParameters.convert("readers", each, ParticipantId.class))
            .map(ParticipantId.class::cast)
            .distinct()
            .toList();
    if (all.size() > Deposit.READERS_MOST) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("readers 最多 %s 个主体").en("readers are at most %s", Deposit.READERS_MOST));
    }
    return all;
  }

  /**
   * A file, compared with its name while it is read. What is public and not here is fetched from
   * another gateway.
   *
   * @param here whether no other gateway is asked, as gateways ask each other
   */
  @GetMapping(ONE)
  @Open("documents of public kinds are public; of all others the records that name them decide")
  void get(
      @PathVariable Sha256 sha256,
      @RequestParam Optional<Boolean> here,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal Caller caller)
      throws IOException {
    HeldDocument document = must(sha256, here.orElse(false), Optional.ofNullable(caller));
    files.answer(request, document.bytes(), () -> documents.store().open(document));
    describe(document, response);
  }

  /** Whether a file is here, and what it is. */
  @RequestMapping(path = ONE, method = RequestMethod.HEAD)
  @Open("documents of public kinds are public; of all others the records that name them decide")
  void head(
      @PathVariable Sha256 sha256,
      HttpServletResponse response,
      @AuthenticationPrincipal Caller caller)
      throws IOException {
    HeldDocument document = must(sha256, true, Optional.ofNullable(caller));
    describe(document, response);
    response.setContentLengthLong(document.bytes());
  }

  private static void describe(HeldDocument document, HttpServletResponse response) {
    response.setContentType(document.format().mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"" + document.sha256() + "." + document.format().ending() + "\"");
  }

  /**
   * A document that somebody may read. What one may not read answers as what is named nowhere, so
   * that nobody learns who has stored what.
   */
  private HeldDocument must(Sha256 sha256, boolean here, Optional<Caller> caller)
      throws IOException {
    Optional<HeldDocument> held = documents.store().find(sha256);
    if (held.filter(each -> sight.permits(caller, each)).isPresent()) {
      return held.get();
    }
    Optional<Documents.Place> open = sight.publicPlace(sha256);
    if (open.isPresent()) {
      // Also where somebody keeps it here for a record of its own: elsewhere it may be public.
      Optional<HeldDocument> fetched =
          here ? Optional.empty() : documents.fetch(sha256, open.get());
      if (fetched.isPresent()) {
        return fetched.get();
      }
    }
    if (held.isEmpty() && open.isPresent()) {
      throw new RequestException(
          GatewayCode.DOCUMENT_NOT_HELD, zh("文件 %s").en("document %s", sha256));
    }
    throw new RequestException(
        caller.isPresent() ? GatewayCode.NOT_FOUND : GatewayCode.TOKEN_MISSING,
        zh("没有可供查阅的此文件；不公开的文件须由有关主体以令牌读取")
            .en(
                "no document of this digest may be read: what is not public is for those whom it"
                    + " concerns, with a token"));
  }

  /**
   * Which documents a record names, or which records name a document, and which gateways have the
   * files; else what is kept here.
   */
  @GetMapping
  @Open("shows of each record what whoever asks may see of it")
  JsonNode list(
      @RequestParam Optional<String> record,
      @RequestParam Optional<Sha256> hash,
      @RequestParam Optional<Boolean> here,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor,
      @AuthenticationPrincipal Caller caller) {
    if (record.isPresent() && hash.isPresent()) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST, zh("record 与 hash 只能用一个").en("give record or hash, not both"));
    }
    Optional<Caller> asking = Optional.ofNullable(caller);
    boolean alone = here.orElse(false);
    if (record.isPresent()) {
      return lists.ofRecord(record.get(), asking, alone);
    }
    return hash.isPresent()
        ? lists.page(List.of(lists.one(hash.get(), asking, alone)), Optional.empty())
        : lists.held(limit.orElse(Paging.LIMIT_DEFAULT), cursor, asking);
  }
}
