// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of serial numbers of one batch as disjoint ranges in ascending order, adjacent ones joined:
 * one set has one form. Every operation answers a new set.
 *
 * @param ranges the ranges, sorted, disjoint, with a gap between neighbours
 */
public record SerialRanges(@JsonValue List<SerialRange> ranges) {
  /** No serials. */
  public static final SerialRanges NONE = new SerialRanges(List.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SerialRanges {
    ranges = List.copyOf(ranges);
    for (int i = 1; i < ranges.size(); i++) {
      Check.that(
          ranges.get(i).start() > ranges.get(i - 1).end() + 1,
          zh("编号段须递增、互不重叠，相接的须合并")
              .en("serial ranges must ascend, be disjoint and be joined where they touch"));
    }
  }

  /** The serials {@code start..end}. */
  public static SerialRanges of(long start, long end) {
    return new SerialRanges(List.of(new SerialRange(start, end)));
  }

  /** How many credits the set is. */
  public Tonnes quantity() {
    long sum = 0;
    for (SerialRange range : ranges) {
      sum = Math.addExact(sum, range.count());
    }
    return Tonnes.of(sum);
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /**
   * Divides the set: the lowest serials up to a quantity, and the rest.
   *
   * @param quantity at most {@link #quantity()}
   */
  public Split takeLowest(Tonnes quantity) {
    long missing = quantity.value();
    List<SerialRange> taken = new ArrayList<>();
    int i = 0;
    while (i < ranges.size() && missing >= ranges.get(i).count()) {
      missing -= ranges.get(i).count();
      taken.add(ranges.get(i++));
    }
    List<SerialRange> rest = new ArrayList<>(ranges.subList(i, ranges.size()));
    if (missing > 0) {
      Check.that(!rest.isEmpty(), zh("没有这么多编号").en("there are not that many serials"));
      SerialRange cut = rest.get(0);
      taken.add(new SerialRange(cut.start(), cut.start() + missing - 1));
      rest.set(0, new SerialRange(cut.start() + missing, cut.end()));
    }
    return new Split(new SerialRanges(taken), new SerialRanges(rest));
  }

  /** Both sets together; refuses sets that share a serial. */
  public SerialRanges plus(SerialRanges other) {
    List<SerialRange> joined = new ArrayList<>(ranges.size() + other.ranges.size());
    int i = 0;
    int j = 0;
    while (i < ranges.size() || j < other.ranges.size()) {
      boolean mine =
          j == other.ranges.size()
              || i < ranges.size() && ranges.get(i).start() < other.ranges.get(j).start();
      append(joined, mine ? ranges.get(i++) : other.ranges.get(j++));
    }
    return new SerialRanges(joined);
  }

  private static void append(List<SerialRange> joined, SerialRange next) {
    int last = joined.size() - 1;
    if (last < 0 || next.start() > joined.get(last).end() + 1) {
      joined.add(next);
      return;
    }
    Check.that(
        next.start() == joined.get(last).end() + 1,
        zh("两组编号有重复").en("the two sets share a serial"));
    joined.set(last, new SerialRange(joined.get(last).start(), next.end()));
  }

  /** The serials of this set that are not in the other, all of which must be in this set. */
  public SerialRanges minus(SerialRanges other) {
    List<SerialRange> rest = new ArrayList<>();
    int j = 0;
    for (SerialRange range : ranges) {
      long from = range.start();
      while (j < other.ranges.size() && other.ranges.get(j).start() <= range.end()) {
        SerialRange gone = other.ranges.get(j++);
        Check.that(
            gone.start() >= from && gone.end() <= range.end(),
            zh("编号不全在此处").en("not all serials are here"));
        if (gone.start() > from) {
          rest.add(new SerialRange(from, gone.start() - 1));
        }
        from = gone.end() + 1;
      }
      if (from <= range.end()) {
        rest.add(new SerialRange(from, range.end()));
      }
    }
    Check.that(j == other.ranges.size(), zh("编号不全在此处").en("not all serials are here"));
    return new SerialRanges(rest);
  }

  /** The serials that are in both sets. */
  public SerialRanges common(SerialRanges other) {
    List<SerialRange> both = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < ranges.size() && j < other.ranges.size()) {
      SerialRange mine = ranges.get(i);
      SerialRange theirs = other.ranges.get(j);
      long start = Math.max(mine.start(), theirs.start());
      long end = Math.min(mine.end(), theirs.end());
      if (start <= end) {
        both.add(new SerialRange(start, end));
      }
      if (mine.end() < theirs.end()) {
        i++;
      } else {
        j++;
      }
    }
    return new SerialRanges(both);
  }

  /**
   * A set in two parts.
   *
   * @param taken the lowest serials
   * @param rest all others
   */
  public record Split(SerialRanges taken, SerialRanges rest) {}
}
