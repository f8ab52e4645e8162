// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who counts as one hand because supervisors have recorded relations. Relations lead on: who owns
 * the owner of a shell is one hand with the shell. They do not lead on for ever, since in the end
 * everybody is related to everybody: only over some steps, and a group that is larger than a hand
 * can be is none, so that only those stay one hand in it who are related directly.
 */
final class Hands {
  /** A share from which on somebody counts as acting for its owner (substantial influence). */
  static final int OWNERSHIP_PER_MILLE = 300;

  /** A person, its holding, a shell, the shell's agent. */
  static final int STEPS_MOST = 3;

  /** More than any ring that is known of; a state holding has thousands and is no hand. */
  static final int MEMBERS_MOST = 30;

  /** Nobody is related. */
  static final Hands NONE = of(List.of(), LocalDate.MIN, LocalDate.MAX);

  private final SortedMap<String, NavigableSet<String>> direct;
  private final Map<String, SortedSet<String>> hands = new HashMap<>();

  private Hands(SortedMap<String, NavigableSet<String>> direct) {
    this.direct = direct;
  }

  /** By relations that held in a period. */
  static Hands of(Collection<Link> links, LocalDate from, LocalDate to) {
    SortedMap<String, NavigableSet<String>> direct = new TreeMap<>();
    for (Link link : links) {
      boolean counts = !link.kind().isOfShare() || link.perMille() >= OWNERSHIP_PER_MILLE;
      if (counts && link.holdsIn(from, to)) {
        direct.computeIfAbsent(link.one(), each -> new TreeSet<>()).add(link.other());
        direct.computeIfAbsent(link.other(), each -> new TreeSet<>()).add(link.one());
      }
    }
    return new Hands(direct);
  }

  /** Everybody who is one hand with somebody, itself among them. */
  SortedSet<String> of(String participant) {
    return hands.computeIfAbsent(participant, this::reach);
  }

  private SortedSet<String> reach(String participant) {
    Map<String, Integer> steps = new TreeMap<>(Map.of(participant, 0));
    Deque<String> next = new ArrayDeque<>(List.of(participant));
    while (!next.isEmpty()) {
      String at = next.remove();
      if (steps.get(at) < STEPS_MOST) {
        for (String further : neighbours(at)) {
          if (steps.putIfAbsent(further, steps.get(at) + 1) == null) {
            next.add(further);
          }
        }
      }
    }
    SortedSet<String> hand = new TreeSet<>(steps.keySet());
    if (hand.size() > MEMBERS_MOST) {
      hand = new TreeSet<>(neighbours(participant));
      hand.add(participant);
    }
    return hand.size() > MEMBERS_MOST ? new TreeSet<>(Set.of(participant)) : hand;
  }

  private NavigableSet<String> neighbours(String participant) {
    return direct.getOrDefault(participant, Collections.emptyNavigableSet());
  }

  /** Whether two are one hand; everybody is with itself. */
  boolean areOne(String one, String other) {
    return one.equals(other) || of(one).contains(other) || of(other).contains(one);
  }

  /** Whether two are different participants and one hand. */
  boolean areRelated(String one, String other) {
    return !one.equals(other) && areOne(one, other);
  }

  /**
   * What sums of a hand are kept under: the first of its members by code. Of chains that are longer
   * than a hand it is the first that this member reaches.
   */
  String name(String participant) {
    return of(participant).first();
  }
}
