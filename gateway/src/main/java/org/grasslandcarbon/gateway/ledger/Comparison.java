// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.gateway.ledger.Answer.Absent;
import org.grasslandcarbon.gateway.ledger.Answer.Endorsed;
import org.grasslandcarbon.gateway.ledger.Answer.Refused;

/**
 * The answers of several organisations to one proposal, side by side.
 *
 * @param answers what came, one an organisation at most
 * @param agreeing the largest number of answers that are the same
 * @param decided whether these are of more than half of the channel's organisations, so that no
 *     other answer can have as many
 */
record Comparison(List<Answer> answers, List<Answer> agreeing, boolean decided) {

  /**
   * @param organisations how many the channel has, whether they were asked or not
   */
  static Comparison of(List<Answer> answers, int organisations) {
    Map<Object, List<Answer>> same = new LinkedHashMap<>();
    for (Answer answer : answers) {
      said(answer)
          .ifPresent(said -> same.computeIfAbsent(said, s -> new ArrayList<>()).add(answer));
    }
    List<Answer> most =
        same.values().stream()
            .max(Comparator.comparingInt(Collection::size))
            .map(List::copyOf)
            .orElse(List.of());
    return new Comparison(List.copyOf(answers), most, most.size() > organisations / 2);
  }

  /** What makes two answers the same; of a refusal the code, for the words may name a node. */
  private static Optional<Object> said(Answer answer) {
    if (answer instanceof Endorsed endorsed) {
      return Optional.of(endorsed.payload());
    }
    return answer instanceof Refused refused
        ? Optional.of(refused.refusal().code())
        : Optional.empty();
  }

  /**
   * The organisations that answered otherwise than those who agree, from the same state, and what
   * they did. Only when it is decided who is right.
   */
  SortedMap<String, String> disagreeing() {
    SortedMap<String, String> found = new TreeMap<>();
    if (decided) {
      for (Answer answer : answers) {
        if (!agreeing.contains(answer)) {
          difference(answer).ifPresent(what -> found.put(answer.organisation(), what));
        }
      }
    }
    return found;
  }

  private Optional<String> difference(Answer answer) {
    if (answer instanceof Absent) {
      return Optional.empty();
    }
    if (answer instanceof Refused refused) {
      return Optional.of("refuses with " + refused.refusal().getMessage());
    }
    if (agreeing.get(0) instanceof Endorsed expected) {
      return Difference.between(expected.payload(), ((Endorsed) answer).payload());
    }
    return Optional.of("endorses what the others refuse");
  }

  /** Why it is not decided, each organisation's answer in a word, for the log. */
  String inWords() {
    List<String> words = new ArrayList<>();
    for (Answer answer : answers) {
      String word = "endorses something else";
      if (agreeing.contains(answer)) {
        word = "agrees with " + (agreeing.size() - 1) + " others";
      } else if (answer instanceof Refused refused) {
        word = refused.refusal().getMessage();
      } else if (answer instanceof Absent absent) {
        word = absent.reason().getMessage();
      }
      words.add(answer.organisation() + ": " + word);
    }
    return String.join("; ", words);
  }
}
