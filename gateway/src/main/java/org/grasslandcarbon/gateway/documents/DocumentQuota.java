// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * How much is kept, altogether, of each participant, and of other gateways' files, which anybody
 * can have fetched by asking for them. Bytes count for whoever sent a file first; sending counts
 * for whoever sends, also what is refused afterwards, since receiving and scanning is the dear
 * part. Safe for use by many threads.
 */
final class DocumentQuota {
  private static final Duration DAY = Duration.ofHours(24);

  private final DocumentSettings settings;
  private final InstantSource clock;

  // Guarded by this.
  private final Map<ParticipantId, Deque<Instant>> sent = new HashMap<>();
  private final Map<ParticipantId, Long> bytesOf = new HashMap<>();
  private long bytes;
  private long fetchedBytes;
  private int documents;

  DocumentQuota(DocumentSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What was there at the start. */
  synchronized void found(HeldDocument document) {
    add(document.deposits().get(0).by(), document.bytes(), 1);
    Instant since = clock.instant().minus(DAY);
    document
        .deposits()
        .forEach(
            each ->
                each.by()
                    .filter(by -> each.at().isAfter(since))
                    .ifPresent(by -> sentBy(by).add(each.at())));
  }

  private Deque<Instant> sentBy(ParticipantId participant) {
    return sent.computeIfAbsent(participant, any -> new ArrayDeque<>());
  }

  private void count(ParticipantId participant) {
    Instant now = clock.instant();
    Instant begin = now.minus(DAY);
    // Nobody is remembered who has not sent anything for a day.
    sent.values()
        .removeIf(
            times -> {
              times.removeIf(at -> !at.isAfter(begin));
              return times.isEmpty();
            });
    Deque<Instant> times = sentBy(participant);
    if (times.size() >= settings.participantPerDay()) {
      throw new RequestException(
          GatewayCode.DOCUMENT_QUOTA,
          zh("24 小时内最多发送 %s 个文件").en("%s files within 24 hours", settings.participantPerDay()));
    }
    times.add(now);
  }

  /**
   * Counts a file that somebody sends, and sees whether there is room for it, before it comes.
   *
   * @param more bytes that it is said to have; 0 when there is a file of its digest already
   * @throws RequestException {@code DOCUMENT_QUOTA} or {@code DOCUMENTS_FULL}
   */
  synchronized void sends(ParticipantId participant, long more) {
    count(participant);
    if (more > 0) {
      requireRoom(Optional.of(participant), more);
    }
  }

  /**
   * How much a file may have that is fetched from another gateway.
   *
   * @throws RequestException {@code DOCUMENTS_FULL} when there is no room for any
   */
  synchronized long roomForFetched() {
    requireRoom(Optional.empty(), 1);
    return Math.min(
        settings.bytesMost().toBytes() - bytes,
        settings.fetchedBytesMost().toBytes() - fetchedBytes);
  }

  /**
   * Takes room for a new file.
   *
   * @param participant for whom it counts; absent for a copy of another gateway's
   * @throws RequestException {@code DOCUMENT_QUOTA} or {@code DOCUMENTS_FULL}
   */
  synchronized void take(Optional<ParticipantId> participant, long more) {
    requireRoom(participant, more);
    add(participant, more, 1);
  }

  private void requireRoom(Optional<ParticipantId> participant, long more) {
    long most = settings.participantBytesMost().toBytes();
    if (participant.filter(each -> bytesOf.getOrDefault(each, 0L) + more > most).isPresent()) {
      throw new RequestException(
          GatewayCode.DOCUMENT_QUOTA, zh("每个主体最多存放 %s 字节").en("%s bytes of one participant", most));
    }
    if (bytes + more > settings.bytesMost().toBytes() || documents >= settings.documentsMost()) {
      throw new RequestException(
          GatewayCode.DOCUMENTS_FULL,
          zh("已有 %s 个文件，共 %s 字节").en("%s files with %s bytes", documents, bytes));
    }
    if (participant.isEmpty() && fetchedBytes + more > settings.fetchedBytesMost().toBytes()) {
      throw new RequestException(
          GatewayCode.DOCUMENTS_FULL,
          zh("其中自其他网关取得 %s 字节").en("%s bytes of other gateways' files", fetchedBytes));
    }
  }

  /** Gives back the room of a file that was not stored after all. */
  synchronized void give(Optional<ParticipantId> participant, long less) {
    add(participant, -less, -1);
  }

  private void add(Optional<ParticipantId> participant, long more, int file) {
    bytes += more;
    documents += file;
    if (participant.isPresent()) {
      bytesOf.merge(participant.get(), more, Long::sum);
    } else {
      fetchedBytes += more;
    }
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized int documents() {
    return documents;
  }
}
