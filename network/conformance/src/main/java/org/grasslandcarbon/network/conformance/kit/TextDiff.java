// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.util.ArrayList;
import java.util.List;

/** Where two texts differ, by their longest common subsequence of lines. */
final class TextDiff {
  private TextDiff() {}

  /**
   * A place where they differ.
   *
   * @param line of the first text, counted from 1
   * @param removed what only the first has there
   * @param added what only the second has there
   */
  record Hunk(int line, List<String> removed, List<String> added) {
    /** As people know it from {@code diff}. */
    String shown() {
      StringBuilder shown = new StringBuilder("@ line " + line);
      removed.forEach(each -> shown.append("\n- ").append(each));
      added.forEach(each -> shown.append("\n+ ").append(each));
      return shown.toString();
    }

    boolean says(Hunk other) {
      return removed.equals(other.removed) && added.equals(other.added);
    }
  }

  static List<Hunk> hunks(List<String> first, List<String> second) {
    int[][] common = common(first, second);
    List<Hunk> hunks = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < first.size() || j < second.size()) {
      List<String> removed = new ArrayList<>();
      List<String> added = new ArrayList<>();
      int line = i + 1;
      while ((i < first.size() || j < second.size()) && !same(first, second, i, j)) {
        if (j == second.size() || i < first.size() && common[i + 1][j] >= common[i][j + 1]) {
          removed.add(first.get(i++));
        } else {
          added.add(second.get(j++));
        }
      }
      if (!removed.isEmpty() || !added.isEmpty()) {
        hunks.add(new Hunk(line, removed, added));
      }
      while (same(first, second, i, j)) {
        i++;
        j++;
      }
    }
    return hunks;
  }

  private static boolean same(List<String> first, List<String> second, int i, int j) {
    return i < first.size() && j < second.size() && first.get(i).equals(second.get(j));
  }

  /** How many lines the texts have in common from two places on. */
  private static int[][] common(List<String> first, List<String> second) {
    int[][] common = new int[first.size() + 1][second.size() + 1];
    for (int i = first.size() - 1; i >= 0; i--) {
      for (int j = second.size() - 1; j >= 0; j--) {
        common[i][j] =
            first.get(i).equals(second.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
