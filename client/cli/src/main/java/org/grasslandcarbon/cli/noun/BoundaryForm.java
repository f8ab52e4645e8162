// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.land.ReadLand;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.land.BoundaryParts;
import tools.jackson.databind.JsonNode;

/** A boundary: GeoJSON as it stands in an instruction, or a file as people have them. */
record BoundaryForm() implements Form {

  @Override
  public String label() {
    return "JSON|FILE";
  }

  @Override
  public Name accepted() {
    return Labels.form("Boundary");
  }

  @Override
  public JsonNode read(String text, Session session) {
    Path file = Path.of(DocumentForm.isJson(text) ? "" : text);
    boolean isFile = Files.isRegularFile(session.terminal().path(file.toString()));
    if (DocumentForm.isJson(text) || !isFile) {
      return DocumentForm.readJson(text, session);
    }
    Boundary boundary = ReadLand.boundary(session, file, Optional.empty());
    if (!BoundaryParts.isWhole(boundary)) {
      throw new UsageException(
          "一条指令容纳不下；先运行 grassland land send " + text + "，再用 --boundary-parts",
          "one instruction does not hold it: run grassland land send "
              + text
              + " first, then give --boundary-parts");
    }
    return Codec.tree(boundary);
  }

  @Override
  public String write(JsonNode value) {
    return Codec.text(value);
  }

  @Override
  public String shown(String member, JsonNode value) {
    return Words.hyphenated(member) + ".json";
  }
}
