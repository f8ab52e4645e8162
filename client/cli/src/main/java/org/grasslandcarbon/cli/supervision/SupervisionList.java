// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

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

/** Something that is looked at as a table, as JSON, or as a file. */
abstract class SupervisionList extends RegistryCommand {
  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {"存为 CSV 文件（- 为标准输出）。", "Saves it as a CSV file (- is standard output)."})
  private Path csv;

  /** What it is called below {@code /supervision}. */
  abstract String name();

  /** The parameters; empty ones are left out. */
  abstract Map<String, String> asked();

  /** Where the rows stand in an answer. */
  String items() {
    return "items";
  }

  /** The columns. */
  abstract Table<JsonNode> table();

  /** What is said below the table. */
  void say(Session session, JsonNode answer) {}

  @Override
  protected final void perform(Session session) {
    Map<String, String> given = new LinkedHashMap<>();
    asked()
        .forEach(
            (name, value) -> {
              if (value != null) {
                given.put(name, value);
              }
            });
    if (csv != null) {
      OutFile.save(
          session,
          csv,
          session
              .progress()
              .during(calledAs(), () -> session.privateReads().supervisionAsCsv(name(), given)));
      return;
    }
    JsonNode answer =
        session
            .progress()
            .during(calledAs(), () -> session.privateReads().supervision(name(), given));
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    List<JsonNode> rows = answer.path(items()).valueStream().toList();
    if (rows.isEmpty()) {
      session.hint("没有结果。", "There is nothing.");
    } else {
      session.table(table(), rows);
    }
    say(session, answer);
  }

  /** A map that may have nulls, in the order given. */
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

  static String joined(JsonNode row, String member) {
    return String.join(" ", row.path(member).valueStream().map(each -> each.asString("")).toList());
  }
}
