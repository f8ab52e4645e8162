// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * A member of a type of record that names documents.
 *
 * @param record the type
 * @param pointer where the hashes stand, as a JSON pointer in which {@code *} is each element of a
 *     list
 * @param kinds what a document named here can be: where there are several, whoever named it says
 *     which
 * @param author where the participant stands that named it, which alone may say that it is of a
 *     kind that is public where others are not, and name readers; absent where nobody does either
 * @param readers who may read a document of a kind that is not public, and put it, whatever its
 *     kind: those whom the record concerns, the offices above them, courts and auditors
 * @param project where the project's id stands whose owner and region are concerned too
 * @param region where the division stands whose office is concerned too
 */
public record DocumentMember(
    RecordType<?> record,
    String pointer,
    List<DocumentKind> kinds,
    Optional<String> author,
    Visibility readers,
    Optional<String> project,
    Optional<String> region) {

  private static final String EACH = "*";

  public DocumentMember {
    kinds = List.copyOf(kinds);
    boolean mixed = kinds.stream().map(DocumentKind::isPublic).distinct().count() > 1;
    if (kinds.isEmpty() || mixed && author.isEmpty()) {
      throw new IllegalArgumentException(
          record.name() + pointer + ": nobody could say of which kind a document is");
    }
  }

  /** A member with one kind of documents, which concern some participants of the record. */
  static DocumentMember of(
      RecordType<?> record, String pointer, DocumentKind kind, String... parties) {
    return new DocumentMember(
        record,
        pointer,
        List.of(kind),
        Optional.empty(),
        Visibility.ACCOUNT.of(parties),
        Optional.empty(),
        Optional.empty());
  }

  /** A member whose documents are for those who may see the record, and for nobody else. */
  static DocumentMember ofRecord(RecordType<?> record, String pointer, DocumentKind kind) {
    return new DocumentMember(
        record,
        pointer,
        List.of(kind),
        Optional.empty(),
        record.visibility(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, of documents of several kinds of which the author says which. */
  DocumentMember orOf(String authorPointer, DocumentKind... more) {
    List<DocumentKind> all = new ArrayList<>(kinds);
    all.addAll(List.of(more));
    return new DocumentMember(
        record, pointer, all, Optional.of(authorPointer), readers, project, region);
  }

  /** The same, of documents whose readers the author names besides. */
  DocumentMember by(String authorPointer) {
    return new DocumentMember(
        record, pointer, kinds, Optional.of(authorPointer), readers, project, region);
  }

  /** The same, of a record that is about a project. */
  DocumentMember ofProject(String projectPointer) {
    return new DocumentMember(
        record, pointer, kinds, author, readers, Optional.of(projectPointer), region);
  }

  /** The same, of a record that says in which division the land is. */
  DocumentMember inRegion(String regionPointer) {
    return new DocumentMember(
        record, pointer, kinds, author, readers, project, Optional.of(regionPointer));
  }

  /** The hashes that a record has here. */
  public Set<Sha256> of(JsonNode stored) {
    List<JsonNode> nodes = List.of(stored);
    for (String segment : pointer.substring(1).split("/")) {
      List<JsonNode> deeper = new ArrayList<>();
      for (JsonNode node : nodes) {
        if (segment.equals(EACH)) {
          node.values().forEach(deeper::add);
        } else if (node.has(segment)) {
          deeper.add(node.get(segment));
        }
      }
      nodes = deeper;
    }
    Set<Sha256> hashes = new LinkedHashSet<>();
    for (JsonNode node : nodes) {
      // A record of a newer chaincode may have something else here, which names no document.
      if (node.isString() && node.stringValue().matches(Sha256.PATTERN)) {
        hashes.add(new Sha256(node.stringValue()));
      }
    }
    return hashes;
  }

  /** What is public of the kinds that there are; a copy from elsewhere can be nothing else. */
  public Optional<DocumentKind> publicKind() {
    return kinds.stream().filter(DocumentKind::isPublic).findFirst();
  }

  /** What a document is of which nobody says so: the only kind, or the last that is private. */
  public DocumentKind undeclared() {
    return kinds.stream()
        .filter(kind -> !kind.isPublic())
        .reduce((earlier, later) -> later)
        .orElse(kinds.get(0));
  }
}
