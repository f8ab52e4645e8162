// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.views.document.DocumentKind;

/**
 * For which record somebody has stored a document. Who may read it is judged by this and not by
 * every record that names the hash: a record that names another's document, which anybody can
 * write, opens nothing until its author sends the very file.
 *
 * @param at when
 * @param by who sent it; absent when it was fetched from another gateway
 * @param from the gateway that it was fetched from
 * @param kind what it is said to be
 * @param member where the record names it, e.g. {@code /design/designDocument}
 * @param readers participants whom the author lets read it, beside those whom the record concerns
 * @param record the record's type and id, e.g. {@code PROJECT:...}
 */
public record Deposit(
    Instant at,
    Optional<ParticipantId> by,
    Optional<String> from,
    DocumentKind kind,
    String member,
    List<ParticipantId> readers,
    String record) {

  /** A certifier and its colleagues; more is a publication. */
  public static final int READERS_MOST = 8;

  public Deposit {
    readers = List.copyOf(readers);
  }

  /** Whether it is of the same sender for the same place: what others sent is not its to change. */
  boolean isOfSame(Deposit other) {
    return record.equals(other.record) && member.equals(other.member) && isOfSameSender(other);
  }

  boolean isOfSameSender(Deposit other) {
    return by.equals(other.by);
  }
}
