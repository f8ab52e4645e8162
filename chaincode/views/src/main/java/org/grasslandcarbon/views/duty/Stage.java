// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/**
 * A stage in the life of records of a view, from one of their days to another.
 *
 * @param code what it is called, for programs
 * @param name the same in words
 * @param view the records, with what an answer adds
 * @param region the column by which they are told apart by division
 * @param training the column that says whether one is for practice
 * @param begin where it begins; empty while it has not
 * @param end where it ends, by the same rules
 * @param by who ends it, where it is a certifier's work
 * @param promise where the record says how many working days it is to take; empty where no rule
 *     sets a limit
 */
public record Stage(
    String code,
    Name name,
    View view,
    Optional<Path> region,
    Optional<Path> training,
    Moment begin,
    Moment end,
    Optional<String> by,
    Optional<String> promise) {

  /** States in which a record waits for nothing any more. */
  private static final Set<String> ENDED = Set.of("REJECTED", "REPLACED", "DEREGISTERED");

  /**
   * A moment in a record's life.
   *
   * @param pointers where it stands, an instant or a day: the first that there is
   * @param counted where the working days stand after which it comes, if it does by a calendar:
   *     where there are some and the moment is absent, no calendar has been published
   */
  public record Moment(List<String> pointers, Optional<String> counted) {
    public Moment {
      pointers = List.copyOf(pointers);
    }

    /** A moment that the record says. */
    static Moment at(String pointer) {
      return new Moment(List.of(pointer), Optional.empty());
    }

    /** The end of publicity; where it has no days its begin. */
    static Moment publicityTo(String begin) {
      return new Moment(List.of("/publicityTo", begin), Optional.of("/publicityWorkingDays"));
    }

    /** What the record says. */
    public Optional<String> of(JsonNode item) {
      boolean byCalendar = isLastDay(item);
      return (byCalendar ? pointers.subList(0, 1) : pointers)
          .stream().flatMap(pointer -> Duty.text(item, pointer).stream()).findFirst();
    }

    /** Whether it is the last of some days that are counted, and over only after it. */
    public boolean isLastDay(JsonNode item) {
      return counted.filter(pointer -> item.at(pointer).asInt() > 0).isPresent();
    }

    /** Whether it would be known if a calendar were published. */
    public boolean lacksCalendar(JsonNode item) {
      return isLastDay(item) && of(item).isEmpty();
    }
  }

  /** Whether a record that has not come to the end of the stage will never do. */
  public boolean isGivenUp(JsonNode item) {
    return ENDED.contains(item.path("state").asString(""));
  }

  static Stage of(String code, String zh, String en, View view, Moment begin, Moment end) {
    return new Stage(
        code,
        Name.of(zh, en),
        view,
        Optional.empty(),
        Optional.empty(),
        begin,
        end,
        Optional.empty(),
        Optional.empty());
  }

  Stage in(String regionColumn, String trainingColumn) {
    return new Stage(
        code,
        name,
        view,
        Optional.of(Path.of(view, regionColumn)),
        Optional.of(Path.of(view, trainingColumn)),
        begin,
        end,
        by,
        promise);
  }

  Stage by(String pointer) {
    return new Stage(code, name, view, region, training, begin, end, Optional.of(pointer), promise);
  }

  Stage promised(String pointer) {
    return new Stage(code, name, view, region, training, begin, end, by, Optional.of(pointer));
  }
}
