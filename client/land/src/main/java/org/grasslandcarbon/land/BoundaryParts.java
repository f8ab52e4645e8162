// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.project.SubmitBoundary;

/**
 * A boundary as the arguments of instructions: whole where it leaves the proposal room for the
 * design, in parts where it does not. Parts are cut anywhere, also within a ring; put together in
 * their order they are the boundary again.
 */
public final class BoundaryParts {
  /**
   * Bytes of a boundary in a proposal: an instruction has 64 KiB, of which the design needs some.
   */
  static final int WHOLE_BYTES_MOST = 40 * 1024;

  /** Bytes of one part; the rest is what an instruction says besides its arguments. */
  static final int PART_BYTES_MOST = 60 * 1024;

  /** What a line takes besides its positions: names and numbers of its members. */
  private static final int LINE_BYTES = 50;

  private final List<SubmitBoundary> parts = new ArrayList<>();
  private List<BoundaryLine> lines = new ArrayList<>();
  private int bytes;

  private BoundaryParts() {}

  /** Whether one proposal holds it. */
  public static boolean isWhole(Boundary boundary) {
    return Codec.write(boundary).length <= WHOLE_BYTES_MOST;
  }

  /** The arguments of {@code submitBoundary}, in the order in which a proposal names the parts. */
  public static List<SubmitBoundary> of(Boundary boundary) {
    BoundaryParts parts = new BoundaryParts();
    BoundaryLine.of(boundary).forEach(parts::add);
    parts.close();
    return List.copyOf(parts.parts);
  }

  private void add(BoundaryLine line) {
    BoundaryLine rest = line;
    int count = room(rest);
    while (count < rest.positions().points().size()) {
      if (count > 0) {
        List<BoundaryLine> cut = rest.cutAfter(count);
        lines.add(cut.get(0));
        rest = cut.get(1);
      }
      close();
      count = room(rest);
    }
    lines.add(rest);
    bytes += LINE_BYTES + rest.positions().points().stream().mapToInt(BoundaryParts::bytes).sum();
  }

  /** How many of a line's positions the part that is being filled still takes. */
  private int room(BoundaryLine line) {
    int room = PART_BYTES_MOST - bytes - LINE_BYTES;
    int count = 0;
    for (Point point : line.positions().points()) {
      room -= bytes(point);
      if (room < 0) {
        break;
      }
      count++;
    }
    return count;
  }

  /** As JSON has it, with the comma behind. */
  private static int bytes(Point point) {
    return point.toString().length() + 1;
  }

  private void close() {
    if (!lines.isEmpty()) {
      parts.add(new SubmitBoundary(lines));
    }
    lines = new ArrayList<>();
    bytes = 0;
  }
}
