// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where the items of a page stand, when conditions on other records are known by ids. Either all
 * items are looked up by an index and sorted, which costs as much as there are; or, when they are
 * many, the list is walked through in its order until a page is full, which costs as much as there
 * are between them. A database cannot know which is the less, since it does not know how many items
 * some ids have.
 */
final class Positions {
  /**
   * Items that are looked up and sorted. With a million records in a list one in two hundred is met
   * when there are more, and a walk to the end of a page is as long as looking so many up.
   */
  static final int LOOKED_UP_MOST = 5_000;

  /** As many times as that are read where each is compared with other conditions too. */
  private static final int LOOKED_THROUGH = 4;

  /** Items of the first part of a walk; each further part is twice as long. */
  private static final int FIRST_STEPS = 500;

  /** The longest part of a walk. */
  private static final int STEPS_MOST = 8_000;

  private final JdbcTemplate jdbc;
  private final Layout layout;
  private final int lookedUpMost;

  Positions(JdbcTemplate jdbc, Layout layout, int lookedUpMost) {
    this.jdbc = jdbc;
    this.layout = layout;
    this.lookedUpMost = lookedUpMost;
  }

  /**
   * The positions of a page.
   *
   * @param page as many as were asked for, in the order of the list
   * @param total how many items there are in all; absent when they are more than are counted
   */
  record Found(List<Long> page, OptionalLong total) {}

  private record Position(long seq, long size) {}

  /**
   * Finds a page.
   *
   * @param parts with at least one condition known by ids
   * @param after the position after which it begins
   * @param most the most positions
   */
  Found find(Referred.Parts parts, OptionalLong after, int most) {
    View view = parts.rest().view();
    Optional<List<Position>> all = lookUp(parts);
    if (all.isEmpty()) {
      return new Found(walk(parts, after, most), OptionalLong.empty());
    }
    OptionalLong total = OptionalLong.of(all.get().size());
    List<Position> sorted = all.get().stream().sorted(order(view)).toList();
    int begin = 0;
    if (after.isPresent()) {
      Optional<Position> last = place(view, sorted, after.getAsLong());
      if (last.isEmpty()) {
        return new Found(walk(parts, after, most), total);
      }
      while (begin < sorted.size() && order(view).compare(sorted.get(begin), last.get()) <= 0) {
        begin++;
      }
    }
    List<Long> page = sorted.stream().skip(begin).limit(most).map(Position::seq).toList();
    return new Found(page, total);
  }

  private static Comparator<Position> order(View view) {
    Comparator<Position> bySeq = Comparator.comparingLong(Position::seq);
    if (view.largestFirst().isPresent()) {
      return Comparator.comparingLong(Position::size).reversed().thenComparing(bySeq);
    }
    return view.isNewestFirst() ? bySeq.reversed() : bySeq;
  }

  /** The place in the order at which a page ended; how large its item is only that item knows. */
  private static Optional<Position> place(View view, List<Position> sorted, long seq) {
    return view.largestFirst().isEmpty()
        ? Optional.of(new Position(seq, 0))
        : sorted.stream().filter(each -> each.seq() == seq).findFirst();
  }

  /**
   * All positions, in no order; nothing when they are many, or when many were read of which few
   * meet the other conditions.
   */
  private Optional<List<Position>> lookUp(Referred.Parts parts) {
    List<Position> all = new ArrayList<>();
    int most = parts.others().isEmpty() ? lookedUpMost : LOOKED_THROUGH * lookedUpMost;
    int[] read = {0};
    for (List<String> some : Referred.chunks(parts.leading().ids())) {
      Selection those = parts.rest().withAmong(parts.leading().column(), some);
      jdbc.query(
          those.positions(layout, parts.others()) + " FETCH FIRST " + (most + 1) + " ROWS ONLY",
          row -> {
            read[0]++;
            if (Referred.meetsOthers(parts, row, 3)) {
              all.add(new Position(row.getLong(1), row.getLong(2)));
            }
          },
          those.values());
      if (read[0] > most || all.size() > lookedUpMost) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  private List<Long> walk(Referred.Parts parts, OptionalLong after, int most) {
    List<String> columns = new ArrayList<>(List.of(parts.leading().column()));
    columns.addAll(parts.others());
    // What grows while the list is walked through comes again, and counts once.
    Set<Long> found = new LinkedHashSet<>();
    OptionalLong last = after;
    int steps = FIRST_STEPS;
    while (found.size() < most) {
      Selection rest = last.isPresent() ? parts.rest().after(last.getAsLong()) : parts.rest();
      List<Long> walked = new ArrayList<>();
      jdbc.query(
          rest.orderedPositions(layout, columns) + " FETCH FIRST " + steps + " ROWS ONLY",
          row -> {
            walked.add(row.getLong(1));
            if (parts.leading().ids().contains(row.getString(3))
                && Referred.meetsOthers(parts, row, 4)) {
              found.add(row.getLong(1));
            }
          },
          rest.values());
      if (walked.size() < steps) {
        break;
      }
      last = OptionalLong.of(walked.get(walked.size() - 1));
      steps = Math.min(STEPS_MOST, 2 * steps);
    }
    return found.stream().limit(most).toList();
  }
}
