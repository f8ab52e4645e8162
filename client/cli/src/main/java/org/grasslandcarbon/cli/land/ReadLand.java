// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.Failures;
import org.grasslandcarbon.cli.FileRefused;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.land.Land;
import org.grasslandcarbon.land.LandException;
import org.grasslandcarbon.land.LandFault;
import org.grasslandcarbon.land.LandFile;
import org.grasslandcarbon.land.LandNote;
import org.grasslandcarbon.land.LandPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads files of land for commands, and tells people and programs what is wrong with them. */
public final class ReadLand {
  private ReadLand() {}

  /**
   * The land of a file, whether it can be a boundary or not.
   *
   * @param crs the coordinate system, when the file does not say it
   * @throws FileRefused when it cannot be read
   */
  static Land read(Session session, Path file, Optional<String> crs) {
    try {
      return LandFile.read(session.terminal().path(file.toString()), crs);
    } catch (IOException e) {
      throw Failures.unreadable(file, e);
    } catch (LandException e) {
      throw refused(session, List.of(e.fault()));
    }
  }

  /**
   * The boundary of a file, told what was changed when it was read.
   *
   * @throws FileRefused when it is none
   */
  public static Boundary boundary(Session session, Path file, Optional<String> crs) {
    Land land = read(session, file, crs);
    if (!session.isForPrograms()) {
      land.notes().forEach(note -> session.hint(line(note).zh(), line(note).en()));
    }
    return boundary(session, land);
  }

  /** The boundary that land is. */
  static Boundary boundary(Session session, Land land) {
    List<LandFault> faults = land.faults();
    if (!faults.isEmpty()) {
      throw refused(session, faults);
    }
    return land.boundary().orElseThrow();
  }

  /** A note in a line. */
  static Detail line(LandNote note) {
    return note.place()
        .map(place -> zh("· %s：%s").en("· %s: %s", place, note.detail()))
        .orElseGet(() -> zh("· %s").en("· %s", note.detail()));
  }

  /** Each fault in two lines: where and what, and what to do. */
  static FileRefused refused(Session session, List<LandFault> faults) {
    if (!session.isForPrograms()) {
      for (LandFault fault : faults) {
        Detail what = what(fault);
        String line = fault.code() + "  " + session.language().of(what.zh(), what.en());
        session.hint(line, line);
        String next = "    " + session.language().of(fault.code().zh(), fault.code().en());
        session.hint(next, next);
      }
    }
    JsonNode document = document(faults);
    return new FileRefused(
        "LAND_REFUSED",
        "文件不能作为项目边界：" + faults.size() + " 处错误；未提交任何内容。",
        "The file is no boundary of a project: "
            + faults.size()
            + (faults.size() == 1 ? " fault" : " faults")
            + "; nothing was submitted.",
        document);
  }

  /** Where it stands in the file, and what it is; two edges stand where each of them begins. */
  private static Detail what(LandFault fault) {
    List<LandPlace> places = fault.places();
    List<LandPlace> shown = places.size() == 4 ? List.of(places.get(0), places.get(2)) : places;
    Detail where =
        shown.stream()
            .map(LandPlace::inWords)
            .reduce((before, next) -> zh("%s；%s").en("%s; %s", before, next))
            .orElseGet(() -> zh("整个文件").en("the file as a whole"));
    return fault.detail().map(detail -> zh("%s：%s").en("%s: %s", where, detail)).orElse(where);
  }

  private static JsonNode document(List<LandFault> faults) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("code", "LAND_REFUSED");
    ArrayNode problems = document.putArray("problems");
    for (LandFault fault : faults) {
      ObjectNode problem = problems.addObject();
      problem.put("code", fault.code().name());
      problem.put("en", fault.code().en());
      problem.put("zh", fault.code().zh());
      fault.detail().ifPresent(detail -> problem.put("detail", detail.en()));
      fault.detail().ifPresent(detail -> problem.put("detailZh", detail.zh()));
      ArrayNode places = problem.putArray("places");
      fault.places().forEach(place -> places.add(document(place)));
      ArrayNode at = problem.putArray("at");
      fault.at().forEach(point -> at.add(Codec.read(point.toString(), JsonNode.class)));
    }
    return document;
  }

  /** A place by its parts, of which only those that are known are named. */
  static ObjectNode document(LandPlace place) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    place.part().ifPresent(part -> document.put("part", part));
    place.feature().ifPresent(number -> document.put("feature", number));
    place.name().ifPresent(name -> document.put("name", name));
    place.polygon().ifPresent(number -> document.put("polygon", number));
    place.ring().ifPresent(number -> document.put("ring", number));
    place.position().ifPresent(number -> document.put("position", number));
    return document;
  }
}
