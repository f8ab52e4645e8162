// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Remembers token ids for as long as a token can be valid, so that each is accepted once, after a
 * restart too. Whoever uses many fills its own share only. Safe for use by many threads.
 */
final class ReplayCache implements AutoCloseable {
  /** Who has used fewer tokens than this is taken in even when all shares together are full. */
  static final int MODEST = 100;

  private final TokenSettings settings;
  private final Duration keep;
  private final UsedTokens file;
  private final Map<String, Set<UUID>> seen = new HashMap<>();
  private final Deque<UsedTokens.Used> inOrder = new ArrayDeque<>();

  /** What came of showing a token id. */
  enum Answer {
    /** It was shown for the first time. */
    FIRST,
    /** It was shown before. */
    REPEATED,
    /** There is no room to remember it. */
    FULL
  }

  /**
   * @param keep how long an id is remembered: not shorter than any token is accepted
   * @param file where they are written down; what it has is remembered
   */
  ReplayCache(TokenSettings settings, Duration keep, UsedTokens file) {
    this.settings = settings;
    this.keep = keep;
    this.file = file;
    file.read().forEach(this::remember);
  }

  /** Notes that a participant has shown an id. */
  synchronized Answer show(String participant, UUID id, Instant now) {
    forget(now);
    Set<UUID> own = seen.getOrDefault(participant, Set.of());
    if (own.contains(id)) {
      return Answer.REPEATED;
    }
    boolean full = inOrder.size() >= settings.most() && own.size() >= MODEST;
    if (full || own.size() >= settings.perParticipantMost()) {
      return Answer.FULL;
    }
    UsedTokens.Used used = new UsedTokens.Used(participant, id, now);
    remember(used);
    file.add(used);
    return Answer.FIRST;
  }

  private void forget(Instant now) {
    while (!inOrder.isEmpty() && inOrder.peekFirst().at().plus(keep).isBefore(now)) {
      UsedTokens.Used oldest = inOrder.pollFirst();
      Set<UUID> own = seen.get(oldest.participant());
      own.remove(oldest.id());
      if (own.isEmpty()) {
        seen.remove(oldest.participant());
      }
    }
  }

  private void remember(UsedTokens.Used used) {
    seen.computeIfAbsent(used.participant(), any -> new HashSet<>()).add(used.id());
    inOrder.addLast(used);
  }

  @Override
  public synchronized void close() {
    file.close();
  }
}
