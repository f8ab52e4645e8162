// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.document;

import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.RecordLines;
import tools.jackson.databind.JsonNode;

/** What can be done with the files of documents. */
public final class DocumentVerbs {
  private DocumentVerbs() {}

  /** The commands that stand at the place. */
  public static List<Object> all() {
    return List.of(
        new DocumentsList(), new DocumentsPut(), new DocumentsGet(), new DocumentsVerify());
  }

  /** Shows what a gateway tells of a document. */
  static void show(Session session, JsonNode told) {
    if (session.isForPrograms()) {
      session.document(told);
      return;
    }
    session.line(told.path("sha256").asString());
    for (JsonNode record : told.path("records").values()) {
      session.say(
          "  账本记录 " + record.path("record").asString() + " " + record.path("member").asString(),
          "  Named by "
              + record.path("record").asString()
              + " "
              + record.path("member").asString());
    }
    if (told.path("records").isEmpty()) {
      session.say("  账本上没有可见的记录载明此文件。", "  No record that you may see names it.");
    }
    boolean here = told.path("held").isObject();
    session.say(
        here ? "  本网关持有该文件。" : "  本网关没有该文件。",
        here ? "  This gateway has the file." : "  This gateway does not have the file.");
    if (here) {
      RecordLines.of(told.path("held"), session.language()).forEach(session::line);
    }
    for (JsonNode other : told.path("elsewhere").values()) {
      String gateway = other.path("gateway").asString();
      if (!other.has("holds")) {
        session.say("  " + gateway + " 没有应答。", "  " + gateway + " does not say.");
      } else if (other.path("holds").asBoolean()) {
        session.say("  " + gateway + " 持有该文件。", "  " + gateway + " has the file.");
      } else {
        session.say("  " + gateway + " 没有该文件。", "  " + gateway + " does not have the file.");
      }
    }
  }
}
