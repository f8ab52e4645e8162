// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;

/** Land as an instruction draws it: as a whole, or by parts that were submitted before. */
final class Drawing {
  private final Optional<Boundary> boundary;
  private final List<InstructionId> parts;

  Drawing(Optional<Boundary> boundary, Optional<List<InstructionId>> parts) {
    this.boundary = boundary;
    this.parts = parts.orElse(List.of());
  }

  /** Refuses what is neither or both, and a part that is named twice. */
  static void check(Optional<Boundary> boundary, Optional<List<InstructionId>> parts) {
    Check.that(
        boundary.isPresent() != parts.isPresent(),
        zh("须给出 boundary 或 boundaryParts 之一").en("either boundary or boundaryParts is given"));
    Check.that(
        parts.isEmpty()
            || !parts.get().isEmpty()
                && parts.get().stream().distinct().count() == parts.get().size(),
        zh("边界的每一部分须列出一次").en("each part of the boundary is named once"));
  }

  List<InstructionId> parts() {
    return parts;
  }

  List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>();
    parts.forEach(part -> keys.add(BoundaryPart.key(part)));
    return keys;
  }

  /** The whole of it, if what makes it is on the ledger and is one. */
  Optional<Boundary> whole(Records records) {
    boolean isThere =
        parts.stream().allMatch(part -> records.find(BoundaryPart.key(part)).isPresent());
    try {
      return isThere ? Optional.of(joined(records)) : Optional.empty();
    } catch (BadValueException incomplete) {
      // The rule will refuse it with the reason.
      return Optional.empty();
    }
  }

  /**
   * The whole of it, of which every part is the actor's own.
   *
   * @param otherwise why parts that make no polygons are refused
   */
  Boundary require(Act act, ErrorCode otherwise) {
    for (InstructionId part : parts) {
      BoundaryPart found = act.must(BoundaryPart.key(part), ErrorCode.UNKNOWN_BOUNDARY_PART);
      act.require(
          found.owner().equals(act.actor().id()),
          ErrorCode.UNKNOWN_BOUNDARY_PART,
          zh("%s 由其他主体提交").en("%s is another participant's", part));
    }
    try {
      return joined(act);
    } catch (BadValueException incomplete) {
      throw new RegistryException(otherwise, incomplete.detail());
    }
  }

  private Boundary joined(Records records) {
    return boundary.orElseGet(
        () ->
            BoundaryLine.joined(
                parts.stream()
                    .flatMap(part -> records.find(BoundaryPart.key(part)).stream())
                    .flatMap(part -> part.lines().stream())
                    .toList()));
  }
}
