// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Cell;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
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
    combs();
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
