// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.land.Cell;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.land.Polygon;
import org.grasslandcarbon.domain.land.Ring;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.Villages;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * What a proposal costs with few and with many projects on the ledger, from the signed text to the
 * written records, over a store in memory. Projects lie side by side as pastures do, each with 40
 * corners, some 50 in a smallest square; half of the proposals are for free land among them, half
 * for land that is taken. {@code docs/internals/benchmarks.md} has the command.
 */
final class LandClaimsBenchmark {
  /** Pastures in a row from west to east. */
  private static final int COLUMNS = 350;

  private static final int PITCH = 140_000;
  private static final int SIZE = 120_000;
  private static final int CORNERS = 40;
  private static final int PROPOSALS = 400;

  private final Projects projects = new Projects();
  private final int count;

  private LandClaimsBenchmark(int count) {
    this.count = count;
  }

  /** Prints a line for each number of projects. */
  public static void main(String[] args) {
    new LandClaimsBenchmark(1_000).run(); // warms up
    for (int count : new int[] {1_000, 10_000, 100_000}) {
      new LandClaimsBenchmark(count).run();
    }
    new LandClaimsBenchmark(100_000).largest();
    combs();
  }

  /** As many pieces as a boundary may have, in rows beneath pastures. */
  private static final int PIECES = Boundary.POLYGONS_MOST;

  private static final int PIECES_IN_A_ROW = 20;
  private static final int LARGEST_TIMES = 15;

  /**
   * The largest boundary there can be beside as many neighbours as are compared: each piece lies in
   * the lane beneath a pasture, within the pasture's box and apart from its land.
   */
  private void largest() {
    fill();
    Boundary land = lanes();
    if (land.positions() != Boundary.POINTS_MOST) {
      throw new IllegalStateException(land.positions() + " positions");
    }
    long[] parts = new long[LARGEST_TIMES];
    long[] decided = new long[LARGEST_TIMES];
    for (int i = 0; i < LARGEST_TIMES; i++) {
      List<InstructionId> ids = new ArrayList<>();
      for (List<BoundaryLine> lines : Villages.parts(land, Villages.PART_POSITIONS)) {
        InstructionId id = TestLedger.newInstruction();
        byte[] signed = projects.ledger.sign(id, projects.owner, new SubmitBoundary(lines));
        parts[i] += nanoseconds(signed, Verdict.APPLIED);
        ids.add(id);
      }
      ProposeProject whole = LandClaimsTest.proposal(projects, land);
      ProposeProject proposal =
          new ProposeProject(Optional.empty(), Optional.of(ids), whole.design());
      InstructionId id = TestLedger.newInstruction();
      byte[] signed = projects.ledger.sign(id, projects.owner, proposal);
      decided[i] = nanoseconds(signed, Verdict.APPLIED);
      projects.ledger.apply(projects.owner, new DeregisterProject(id, "again"));
    }
    System.out.printf(
        Locale.ROOT,
        "%,d positions in %d pieces among 100,000 projects: parts %.0f ms, proposal %.0f ms (least"
            + " %.0f, most %.0f)%n",
        land.positions(),
        PIECES,
        milliseconds(parts, 0.5),
        milliseconds(decided, 0.5),
        milliseconds(decided, 0),
        milliseconds(decided, 0.999));
  }

  private static Boundary lanes() {
    List<Polygon> pieces = new ArrayList<>();
    for (int i = 0; i < PIECES; i++) {
      int place = (i / PIECES_IN_A_ROW + 100) * COLUMNS + i % PIECES_IN_A_ROW + 100;
      // Every third piece has a corner less, so that all together are as many as there may be.
      pieces.add(lane(place, i % 3 == 0 ? 45 : 46));
    }
    return new Boundary(pieces);
  }

  /** Its upper edge follows the lower one of the pasture above at some thirty metres. */
  private static Polygon lane(int place, int corners) {
    int west = 900_000_000 + place % COLUMNS * PITCH;
    int south = 380_000_000 + place / COLUMNS * PITCH;
    int half = CORNERS / 2;
    List<Point> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      int longitude = west + (int) ((long) SIZE * i / (corners - 1));
      ring.add(new Point(longitude, south - 18_000 + i % 2 * 1_000));
    }
    for (int i = half - 1; i >= 0; i--) {
      int longitude = west + (int) ((long) SIZE * i / (half - 1));
      ring.add(new Point(longitude, south - 3_000 + i % 2 * 5_000));
    }
    ring.add(ring.get(0));
    return new Polygon(new Ring(ring), List.of());
  }

  /** The dearest pair of neighbours: two combs whose teeth stand between each other's. */
  private static void combs() {
    Boundary upward = comb(400_000_000, 410_000_000, 0);
    Boundary downward = comb(410_000_200, 400_000_200, 1_000);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long begin = System.nanoTime();
      boolean overlap = upward.overlaps(downward);
      best = Math.min(best, System.nanoTime() - begin);
      if (overlap || upward.problem().isPresent() || downward.problem().isPresent()) {
        throw new IllegalStateException("combs are valid and apart");
      }
    }
    System.out.printf(Locale.ROOT, "two combs of %d positions: %.1f ms%n", positions(), best / 1e6);
  }

  private static final int TEETH = 740;

  private static int positions() {
    return TEETH * 4 + 1;
  }

  private static Boundary comb(int back, int tips, int shift) {
    List<String> ring = new ArrayList<>();
    int edge = back + (tips > back ? -100 : 100);
    for (int i = 0; i < TEETH; i++) {
      int west = 1_100_000_000 + i * 2_000 + shift;
      ring.add(position(west, i == 0 ? edge : back));
      ring.add(position(west, tips));
      ring.add(position(west + 500, tips));
      ring.add(position(west + 500, i == TEETH - 1 ? edge : back));
    }
    ring.add(ring.get(0));
    return Codec.read(
        "{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", ring) + "]]}",
        Boundary.class);
  }

  private void run() {
    fill();
    long[] free = new long[PROPOSALS];
    long[] taken = new long[PROPOSALS];
    for (int i = 0; i < PROPOSALS; i++) {
      int place = (int) ((long) i * count / PROPOSALS);
      free[i] = nanoseconds(pasture(place, SIZE, SIZE / CORNERS), Verdict.APPLIED);
      taken[i] = nanoseconds(pasture(place, 0, SIZE), "LAND_ALREADY_CLAIMED");
    }
    System.out.printf(
        Locale.ROOT,
        "%,7d projects: free land %.2f ms (99th %.2f), taken land %.2f ms (99th %.2f)%n",
        count,
        milliseconds(free, 0.5),
        milliseconds(free, 0.99),
        milliseconds(taken, 0.5),
        milliseconds(taken, 0.99));
  }

  private static double milliseconds(long[] nanoseconds, double share) {
    Arrays.sort(nanoseconds);
    return nanoseconds[(int) (nanoseconds.length * share)] / 1e6;
  }

  private long nanoseconds(Boundary boundary, String expected) {
    ProposeProject proposal = LandClaimsTest.proposal(projects, boundary);
    byte[] signed = projects.ledger.sign(TestLedger.newInstruction(), projects.owner, proposal);
    return nanoseconds(signed, expected);
  }

  private long nanoseconds(byte[] signed, String expected) {
    long begin = System.nanoTime();
    Verdict verdict = projects.ledger.submit(signed).get(0);
    long end = System.nanoTime();
    if (!verdict.code().equals(expected)) {
      throw new IllegalStateException(verdict.toString());
    }
    return end - begin;
  }

  /** Puts projects on the ledger as proposals leave them. */
  private void fill() {
    for (int i = 0; i < count; i++) {
      Boundary boundary = pasture(i, 0, SIZE);
      InstructionId id = new InstructionId(String.format("00000000-0000-4000-8000-%012d", i));
      put(new ProjectBoundary(boundary.normalised(), id));
      Grid.entered(boundary)
          .forEach((cell, extent) -> put(square(cell).with(new LandCell.Claim(extent, id))));
    }
  }

  private LandCell square(Cell cell) {
    return projects.ledger.find(LandCell.key(cell, false)).orElse(LandCell.empty(cell, false));
  }

  private void put(LedgerRecord record) {
    projects.ledger.store().state().put(record.key().text(), Codec.write(record));
  }

  /**
   * Land at a place of the pattern: its lower and upper edges rise and fall from corner to corner.
   */
  private static Boundary pasture(int place, int offset, int width) {
    int west = 900_000_000 + place % COLUMNS * PITCH + offset;
    int south = 380_000_000 + place / COLUMNS * PITCH;
    int half = CORNERS / 2;
    List<String> lower = new ArrayList<>();
    List<String> upper = new ArrayList<>();
    for (int i = 0; i < half; i++) {
      int longitude = west + (int) ((long) width * i / (half - 1));
      int wave = i % 2 * 5_000;
      lower.add(position(longitude, south + wave));
      upper.add(0, position(longitude, south + SIZE - 10_000 + wave));
    }
    List<String> ring = new ArrayList<>(lower);
    ring.addAll(upper);
    ring.add(ring.get(0));
    return Codec.read(
        "{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", ring) + "]]}",
        Boundary.class);
  }

  private static String position(int longitude, int latitude) {
    return String.format(
        Locale.ROOT,
        "[%d.%07d,%d.%07d]",
        longitude / 10_000_000,
        longitude % 10_000_000,
        latitude / 10_000_000,
        latitude % 10_000_000);
  }
}
