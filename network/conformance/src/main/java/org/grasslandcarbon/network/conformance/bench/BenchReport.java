// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run came to.
 *
 * @param target what it ran on
 * @param size how much was measured
 * @param spread the rounds over many accounts; the plain one first, the registry's last
 * @param hot the rounds over one account; likewise
 * @param trades the rounds of trades; that of one instrument first
 * @param otherPlain the plain rounds with other numbers of clients, which came to less
 * @param alone plain and registry, one at a time
 * @param verificationsPerSecond signature verifications on one thread
 */
record BenchReport(
    String target,
    BenchSize size,
    List<Round> spread,
    List<Round> hot,
    List<Round> trades,
    List<Round> otherPlain,
    List<Latencies> alone,
    double verificationsPerSecond) {
  /** Kinds of processes or threads that are shown, the busiest first. */
  private static final int KINDS_MOST = 10;

  String text() {
    return head()
        + "\n"
        + rates(spread)
        + rates(hot)
        + others()
        + rates(trades)
        + line("%-50s %,10.1f", "signature verifications on one thread", verificationsPerSecond)
        + "\n"
        + line(
            "%-50s %10s %10s %8s  %s",
            "one at a time, in turn", "median ms", "p90 ms", "ratio", "not done")
        + latencies()
        + "\n"
        + processorTimes();
  }

  private String head() {
    return line("%s", target)
        + line(
            "%s, Java %s, %d processors; rounds of %,d instructions, %,d trades and %,d plain transfers",
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(),
            size.instructions(),
            size.trades(),
            size.transfers());
  }

  private static String rates(List<Round> rounds) {
    double first = rounds.get(0).donePerSecond();
    return line("%-50s %10s %8s  %s", "", "a second", "ratio", "not done")
        + rounds.stream()
            .map(
                round ->
                    line(
                        "%-50s %,10.1f %,8.1f  %s",
                        round.name(),
                        round.donePerSecond(),
                        round.donePerSecond() / first,
                        failures(round)))
            .collect(Collectors.joining());
  }

  /** More clients at once are not faster on one account: they are in each other's way. */
  private String others() {
    return otherPlain.stream()
        .map(
            round ->
                line(
                    "%-50s %,10.1f %8s  %s",
                    round.name(), round.donePerSecond(), "", failures(round)))
        .collect(Collectors.joining());
  }

  private static String failures(Round round) {
    return round.failures().entrySet().stream()
        .map(failure -> failure.getValue() + " " + failure.getKey())
        .collect(Collectors.joining(", "));
  }

  private String latencies() {
    double plain = alone.get(0).quantile(0.5);
    return alone.stream()
        .map(
            each ->
                line(
                    "%-50s %10.1f %10.1f %8.2f  %s",
                    each.name(),
                    each.quantile(0.5),
                    each.quantile(0.9),
                    each.quantile(0.5) / plain,
                    each.notDone() == 0 ? "" : each.notDone()))
        .collect(Collectors.joining());
  }

  /** Where the time goes: for each act that was done, by kind. */
  private String processorTimes() {
    List<Round> rounds = Stream.of(spread, hot, trades).flatMap(List::stream).toList();
    StringBuilder text = new StringBuilder(line("processor ms for each that was done, in"));
    char column = 'a';
    for (Round round : rounds) {
      text.append(line("  (%c) %s", column++, round.name()));
    }
    text.append(String.format("%-44s", ""));
    for (char each = 'a'; each < column; each++) {
      text.append(String.format("%10s", "(" + each + ")"));
    }
    text.append("\n");
    kinds(rounds).forEach(kind -> text.append(row(kind, rounds)));
    text.append(String.format("%-44s", "all"));
    for (Round round : rounds) {
      double all = round.processorMilliseconds().values().stream().mapToDouble(t -> t).sum();
      text.append(String.format(Locale.ROOT, "%10.3f", all / Math.max(round.done(), 1)));
    }
    return text.append("\n").toString();
  }

  private static List<String> kinds(List<Round> rounds) {
    Map<String, Double> sums =
        rounds.stream()
            .flatMap(round -> round.processorMilliseconds().entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Double::sum));
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(KINDS_MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String row(String kind, List<Round> rounds) {
    StringBuilder row = new StringBuilder(String.format("%-44s", kind));
    for (Round round : rounds) {
      row.append(String.format(Locale.ROOT, "%10.3f", round.processorMillisecondsEach(kind)));
    }
    return row.append("\n").toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing() + "\n";
  }
}
