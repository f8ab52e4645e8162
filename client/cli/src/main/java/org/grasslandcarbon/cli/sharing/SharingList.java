// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.sharing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Something of sharing between regions as a table, as JSON, or as a file. */
abstract class SharingList extends RegistryCommand {
  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {"存为 CSV 文件（- 为标准输出）。", "Saves it as a CSV file (- is standard output)."})
  private Path csv;

  /** What it is called below {@code /coordination}. */
  abstract String path();

  /** The parameters; those without a value are left out. */
  abstract Map<String, String> asked();

  /** Which of them a whole file has no use for. */
  abstract List<String> ofPages();

  abstract List<JsonNode> rows(JsonNode answer);

  abstract Table<JsonNode> table();

  /** What is said below the table. */
  abstract void say(Session session, JsonNode answer);

  @Override
  protected final void perform(Session session) {
    Map<String, String> given = new LinkedHashMap<>();
    asked()
        .forEach(
            (name, value) -> {
              if (value != null && (csv == null || !ofPages().contains(name))) {
                given.put(name, value);
              }
            });
    // What comes from cases is for those who see these; all else is public.
    boolean hasKey = session.keyFile().isPresent();
    if (csv != null) {
      OutFile.save(
          session,
          csv,
          session
              .progress()
              .during(
                  calledAs(),
                  () ->
                      hasKey
                          ? session.privateReads().sharingAsCsv(path(), given)
                          : session.publicReads().sharingAsCsv(path(), given)));
      return;
    }
    JsonNode answer =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    hasKey
                        ? session.privateReads().sharing(path(), given)
                        : session.publicReads().sharing(path(), given));
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    List<JsonNode> rows = rows(answer);
    if (rows.isEmpty()) {
      session.hint("没有结果。", "There is nothing.");
    } else {
      session.table(table(), rows);
    }
    say(session, answer);
  }

  static Map<String, String> parameters(String... namesAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  static String text(JsonNode row, String member) {
    return row.path(member).asString("");
  }

  /** A number, or why there is none. */
  static String number(JsonNode row, String name) {
    JsonNode number = row.path("numbers").path(name);
    return number.path("value").asString(number.path("missing").asString(""));
  }

  static void sayNext(Session session, JsonNode answer, String option) {
    String next = answer.path("next").asString("");
    if (!next.isEmpty()) {
      session.hint("还有更多：" + option + " " + next, "There is more: " + option + " " + next);
    }
  }
}
