// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.land.Cell;
import org.grasslandcarbon.domain.land.Extent;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * The projects that are entered in a square of the {@link org.grasslandcarbon.domain.land.Grid}. It
 * leads to boundaries and decides nothing itself.
 *
 * @param claims in the order of the projects' ids
 * @param column the square's column in its level
 * @param level the square's level, 0 for the smallest
 * @param row the square's row in its level
 * @param training true for the projects for practice in a square, which stand apart: they take land
 *     from nobody, however much they draw
 */
public record LandCell(
    @Most(CLAIMS_MOST) List<Claim> claims,
    int column,
    int level,
    int row,
    Optional<Boolean> training)
    implements LedgerRecord {

  /** The type of squares. */
  public static final RecordType<LandCell> TYPE =
      new RecordType<>("LAND", LandCell.class, Visibility.PUBLIC);

  /**
   * Projects of one square: in the smallest, one every 18 hectares. The sixteen squares of a
   * proposal then have at most a megabyte, a quarter of what a transaction may write.
   */
  static final int CLAIMS_MOST = 500;

  public LandCell {
    claims = List.copyOf(claims);
  }

  /**
   * A project in a square.
   *
   * @param ended true when the project has ended and was credited for its land: whoever follows it
   *     there goes on from that
   * @param extent the box around its pieces, as far as it lies in the square
   * @param positions how many its whole boundary has, where they are more than an instruction holds
   * @param project the project
   */
  public record Claim(
      Optional<Boolean> ended, Extent extent, Optional<Integer> positions, InstructionId project) {
    /** A project that goes on. */
    public Claim(Extent extent, Optional<Integer> positions, InstructionId project) {
      this(Optional.empty(), extent, positions, project);
    }

    /** A project whose boundary came in one instruction. */
    public Claim(Extent extent, InstructionId project) {
      this(extent, Optional.empty(), project);
    }

    boolean hasEnded() {
      return ended.orElse(false);
    }

    Claim ending() {
      return new Claim(Optional.of(true), extent, positions, project);
    }
  }

  /** The key of a square, of the projects for practice in it or of all others. */
  public static Key<LandCell> key(int level, int column, int row, boolean training) {
    String[] place = {Keys.padded(level, 1), Keys.padded(column, 4), Keys.padded(row, 4)};
    return training ? TYPE.key(place[0], place[1], place[2], "T") : TYPE.key(place);
  }

  static Key<LandCell> key(Cell cell, boolean training) {
    return key(cell.level(), cell.column(), cell.row(), training);
  }

  /** A square that no project is entered in. */
  static LandCell empty(Cell cell, boolean training) {
    return new LandCell(
        List.of(),
        cell.column(),
        cell.level(),
        cell.row(),
        training ? Optional.of(true) : Optional.empty());
  }

  boolean isFull() {
    return claims.size() >= CLAIMS_MOST;
  }

  boolean has(InstructionId project) {
    return claims.stream().anyMatch(claim -> claim.project.equals(project));
  }

  LandCell with(Claim added) {
    List<Claim> changed = new ArrayList<>(claims);
    int place = 0;
    while (place < claims.size() && claims.get(place).project.compareTo(added.project) < 0) {
      place++;
    }
    changed.add(place, added);
    return new LandCell(changed, column, level, row, training);
  }

  /** The same with a project that has ended and stays for those who follow it. */
  LandCell ending(InstructionId project) {
    return new LandCell(
        claims.stream()
            .map(claim -> claim.project.equals(project) ? claim.ending() : claim)
            .toList(),
        column,
        level,
        row,
        training);
  }

  LandCell without(InstructionId project) {
    List<Claim> changed = new ArrayList<>(claims);
    changed.removeIf(claim -> claim.project.equals(project));
    return new LandCell(changed, column, level, row, training);
  }

  @Override
  public Key<LandCell> key() {
    return key(level, column, row, training.orElse(false));
  }
}
