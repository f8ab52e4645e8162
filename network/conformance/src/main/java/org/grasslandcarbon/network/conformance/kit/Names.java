// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What differs from one run to the next, and the names that stand for it in a transcript:
 * transaction ids, blocks, addresses, times, and the prefix that keeps the keys of runs apart. A
 * text is called by its name where it stands as a whole, not where it is a part of a longer word.
 */
final class Names {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

  /** Signatures and ids are not of one length, so that sizes of messages vary. */
  private static final Pattern SIZE = Pattern.compile("payload is \\d+ bytes");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** As much of an id stands in Fabric's messages about a chaincode's requests. */
  private static final int SHORT_ID = 8;

  /** Longer texts first, because one may begin another. */
  private final Map<String, String> names =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(text -> text));

  /** Transactions are numbered as they turn up in the transcript. */
  private final Set<String> unseen = new LinkedHashSet<>();

  private final Map<String, String> positions = new HashMap<>();
  private final String prefix;
  private int transactions;

  /**
   * @param prefix how the keys of this run begin, which the transcript leaves out
   */
  Names(String prefix) {
    this.prefix = prefix;
  }

  void put(String text, String name) {
    names.put(text, name);
  }

  /**
   * Gives a text a name, unless it has one. A number has none: a count or a version is the same in
   * every run, and any other number of the transcript that is equal would be called so too.
   */
  void putIfAbsent(String text, String name) {
    if (!NUMBER.matcher(text).matches()) {
      names.putIfAbsent(text, name);
    }
  }

  /** Lets a transaction have a name when it first turns up. */
  void transaction(String id) {
    if (!id.isEmpty() && !names.containsKey(id)) {
      unseen.add(id);
    }
  }

  /** Where a transaction stands, by which the versions are known that it has written. */
  void position(long block, int index, String transactionId) {
    transaction(transactionId);
    positions.put(block + "/" + index, transactionId);
  }

  /** Which transaction wrote a version. */
  String version(long block, long index) {
    return positions.getOrDefault(block + "/" + index, "<earlier>");
  }

  /** The text with everything that varies replaced by its name. */
  String apply(String text) {
    unseen.removeIf(id -> text.contains(id.substring(0, SHORT_ID)) && number(id));
    // Times before names: a name that is a number would leave no time that is one.
    String named = TIME.matcher(text.replace(prefix, "")).replaceAll("<time>");
    for (Map.Entry<String, String> each : names.entrySet()) {
      named = named(named, each.getKey(), each.getValue());
    }
    return SIZE.matcher(named).replaceAll("payload is <size> bytes");
  }

  private static String named(String text, String whole, String name) {
    StringBuilder named = new StringBuilder();
    int done = 0;
    int at = text.indexOf(whole);
    while (at >= 0) {
      int end = at + whole.length();
      boolean isPart = isOneWord(text, at) || isOneWord(text, end);
      named.append(text, done, at).append(isPart ? whole : name);
      done = end;
      at = text.indexOf(whole, end);
    }
    return named.append(text, done, text.length()).toString();
  }

  /** Whether what is before a place and what is behind it are letters or digits of one word. */
  private static boolean isOneWord(String text, int place) {
    return place > 0
        && place < text.length()
        && Character.isLetterOrDigit(text.charAt(place - 1))
        && Character.isLetterOrDigit(text.charAt(place));
  }

  private boolean number(String id) {
    transactions++;
    names.put(id, "<tx " + transactions + ">");
    names.put(id.substring(0, SHORT_ID), "<tx " + transactions + ">");
    return true;
  }
}
