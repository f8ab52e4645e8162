// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grasslandcarbon.client.Gateways.Answer;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.views.document.DocumentKind;
import tools.jackson.databind.JsonNode;

/**
 * Files of the documents that the ledger names. No gateway is believed about a file: what comes is
 * compared with the digest that was asked for.
 */
public final class Documents {
  private static final String ADDRESS = "/documents";
  private static final String ANY = "*/*";

  /** The most that a gateway gives in one page. */
  private static final String PAGE = "200";

  private final Gateways gateways;
  private final Reading reading;

  /**
   * @param reading asks with a token where there is a key
   */
  Documents(Gateways gateways, Reading reading) {
    this.gateways = gateways;
    this.reading = reading;
  }

  /**
   * How a file is stored.
   *
   * @param kind what it is; what is not said is not public where it need not be
   * @param record the record that names it, e.g. {@code PROJECT:...}, where there are several
   * @param readers whom its author lets read it besides
   */
  public record Storing(
      Optional<DocumentKind> kind, Optional<String> record, List<ParticipantId> readers) {
    private Map<String, String> query() {
      Map<String, String> query = new LinkedHashMap<>();
      kind.ifPresent(each -> query.put("kind", each.name()));
      record.ifPresent(each -> query.put("record", each));
      if (!readers.isEmpty()) {
        query.put(
            "readers", readers.stream().map(ParticipantId::value).collect(Collectors.joining(",")));
      }
      return query;
    }
  }

  /**
   * Stores a file at a gateway, under its digest. Storing it again changes nothing, so that a
   * broken connection is no reason for doubt.
   *
   * @return what the gateway tells of it
   */
  public JsonNode put(Sha256 document, Path file, Storing how) {
    String path = ADDRESS + "/" + document + Reading.query(how.query());
    Answer answer =
        reading.ask(gateway -> gateways.put(gateway, path, reading.headers(gateway, ANY), file));
    return Json.tryTree(answer.body())
        .orElseThrow(() -> RegistryProblem.of(answer.status(), answer.body()));
  }

  /**
   * A file, from the first of the gateways that has it and shows it.
   *
   * @return the very bytes of the digest
   * @throws WrongDocument when what came is something else
   * @throws RegistryProblem when no gateway shows it
   */
  public byte[] get(Sha256 document) {
    ClientException last = null;
    for (URI gateway : gateways.addresses()) {
      try {
        Answer answer =
            gateways.file(gateway, ADDRESS + "/" + document, reading.headers(gateway, ANY));
        if (answer.isProblem()) {
          last = RegistryProblem.of(answer.status(), answer.body());
          continue;
        }
        Sha256 came = Sha256.of(answer.body());
        if (came.equals(document)) {
          return answer.body();
        }
        last = new WrongDocument(gateway, document, came);
      } catch (IOException e) {
        last = new GatewayUnreachable(gateways.addresses(), e);
      }
    }
    throw last;
  }

  /** Which records name a document, and which gateways have its file. */
  public JsonNode about(Sha256 document) {
    return reading.object(ADDRESS + "?hash=" + document).path("items").path(0);
  }

  /**
   * The documents that a record names, and which gateways have their files.
   *
   * @param record its type and id, e.g. {@code PROJECT:...}
   */
  public List<JsonNode> ofRecord(String record) {
    return reading.page(ADDRESS, Map.of("record", record)).items();
  }

  /** The files that a gateway keeps and that whoever asks may read, in the order of their names. */
  public List<JsonNode> held() {
    List<JsonNode> all = new ArrayList<>();
    Map<String, String> query = new LinkedHashMap<>(Map.of("limit", PAGE, "here", "true"));
    for (boolean more = true; more; ) {
      Page page = reading.page(ADDRESS, query);
      all.addAll(page.items());
      page.next().ifPresent(cursor -> query.put("cursor", cursor));
      more = page.next().isPresent();
    }
    return all;
  }
}
