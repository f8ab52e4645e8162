// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.land;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.Extent;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.land.Point;
import org.grasslandcarbon.domain.participant.OverlapTolerance;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.views.ParticipantViews;
import tools.jackson.databind.JsonNode;

/**
 * What the ledger has around some land, as a gateway tells it.
 *
 * @param neighbours live projects within a shift of public maps of it
 * @param more whether there are more of them than a gateway tells
 * @param tolerance what neighbours may share today
 */
record Around(List<Neighbour> neighbours, boolean more, OverlapTolerance tolerance) {
  /**
   * How far around land is looked for neighbours whose fence it may be: somewhat more than maps in
   * GCJ-02 are shifted, some 700 m at most.
   */
  private static final int MARGIN = 100_000;

  /**
   * A live project.
   *
   * @param project its id
   * @param name its number, or its id as long as it has none
   * @param boundary its land
   */
  record Neighbour(InstructionId project, String name, Boundary boundary) {}

  /**
   * Asks a gateway.
   *
   * @param training the projects for practice instead of the others
   */
  static Around of(Session session, Boundary land, boolean training) {
    SortedSet<InstructionId> projects = new TreeSet<>();
    boolean more = false;
    for (Extent box : boxes(land)) {
      JsonNode told = session.publicReads().land(text(box), training);
      more |= told.path("more").asBoolean(false);
      told.path("projects")
          .forEach(each -> projects.add(new InstructionId(each.path("project").asString())));
    }
    List<Neighbour> neighbours = new ArrayList<>();
    for (InstructionId project : projects) {
      JsonNode feature =
          Codec.read(session.publicReads().boundary(project.value()), JsonNode.class);
      neighbours.add(
          new Neighbour(
              project,
              feature.path("properties").path("number").asString(project.value()),
              Codec.convert(feature.path("geometry"), Boundary.class)));
    }
    return new Around(List.copyOf(neighbours), more, tolerance(session));
  }

  /** One box where a gateway takes it, since most land lies in one place; else one a piece. */
  private static List<Extent> boxes(Boundary land) {
    List<Extent> pieces = land.extents().stream().map(Around::widened).toList();
    Extent whole = whole(pieces);
    return Grid.lookedUp(List.of(whole)).isPresent() ? List.of(whole) : pieces;
  }

  /** The box around some boxes. */
  static Extent whole(List<Extent> pieces) {
    return pieces.stream()
        .reduce(
            (one, other) ->
                new Extent(
                    Math.max(one.east(), other.east()),
                    Math.max(one.north(), other.north()),
                    Math.min(one.south(), other.south()),
                    Math.min(one.west(), other.west())))
        .orElseThrow();
  }

  private static Extent widened(Extent piece) {
    return new Extent(
        piece.east() + MARGIN,
        piece.north() + MARGIN,
        piece.south() - MARGIN,
        piece.west() - MARGIN);
  }

  /** West, south, east, north. */
  static String text(Extent box) {
    String southWest = new Point(box.west(), box.south()).toString();
    String northEast = new Point(box.east(), box.north()).toString();
    return southWest.substring(1, southWest.length() - 1)
        + ","
        + northEast.substring(1, northEast.length() - 1);
  }

  private static OverlapTolerance tolerance(Session session) {
    return session.publicReads().list(ParticipantViews.REGISTRY_RULES, Map.of()).items().stream()
        .findFirst()
        .flatMap(rules -> rules(rules).on(BeijingTime.day(Instant.now())))
        .flatMap(RegistryRules.Version::overlap)
        .orElse(RegistryRules.OVERLAP_UNTIL_PUBLISHED);
  }

  /** Beside the record there is what the gateway computes. */
  private static RegistryRules rules(JsonNode told) {
    List<RegistryRules.Version> versions = new ArrayList<>();
    told.path("versions")
        .forEach(each -> versions.add(Codec.convert(each, RegistryRules.Version.class)));
    return new RegistryRules(versions);
  }
}
