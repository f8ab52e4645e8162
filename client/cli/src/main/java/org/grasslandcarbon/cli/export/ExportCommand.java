// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.client.PublicReads;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.Parameter;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Saves the public registry as the tables that other people's scripts read. A table that several
 * lists make, such as OffsetsDB's credits, is one file.
 */
@Command(
    name = "export",
    description = {
      "按 OffsetsDB 或 CADT 的表结构导出公开登记信息（CSV）。",
      "Saves the public registry as CSV files in the columns of OffsetsDB or of CADT."
    },
    footer = {
      "  grassland export offsetsdb --into offsetsdb",
      "  grassland export cadt --into cadt --filter region=150000 --filter vintage=2024"
    })
public final class ExportCommand extends RegistryCommand {
  private static final Map<String, Map<String, List<View>>> TABLES = tables();

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Parameters(
      paramLabel = "offsetsdb|cadt",
      description = {"采用谁的表结构。", "In whose columns."})
  private String schema;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "DIRECTORY",
      description = {"存放文件的目录，须已存在。", "Directory for the files; it is there already."})
  private Path directory;

  @Option(
      names = "--filter",
      paramLabel = "NAME=VALUE",
      description = {
        "筛选条件，可重复；用于有此条件的列表。",
        "A filter, several times if wished; for the lists that have it."
      })
  private Map<String, String> filters = Map.of();

  @Option(
      names = "--excel",
      description = {"供中文版 Excel 打开。", "For Excel as it is set up in China."})
  private boolean excel;

  private static Map<String, Map<String, List<View>>> tables() {
    Map<String, List<View>> offsetsDb = new LinkedHashMap<>();
    offsetsDb.put("projects", List.of(ProjectViews.PROJECTS));
    offsetsDb.put(
        "credits",
        List.of(CreditViews.BATCHES, CreditViews.RETIREMENTS, CreditViews.CANCELLATIONS));
    Map<String, List<View>> cadt = new LinkedHashMap<>();
    cadt.put("projects", List.of(ProjectViews.PROJECTS));
    cadt.put("issuances", List.of(ProjectViews.ISSUANCES));
    cadt.put(
        "units",
        List.of(
            CreditViews.BATCHES,
            CreditViews.BUFFERS,
            CreditViews.RETIREMENTS,
            CreditViews.CANCELLATIONS));
    return Map.of("offsetsdb", offsetsDb, "cadt", cadt);
  }

  @Override
  protected void perform(Session session) {
    String wanted = schema.toLowerCase(Locale.ROOT);
    Map<String, List<View>> tables = TABLES.get(wanted);
    if (tables == null) {
      throw new UsageException(
          "表结构须为 offsetsdb 或 cadt。", "The columns are those of offsetsdb or of cadt.");
    }
    requireKnown(tables);
    PublicReads reads = session.publicReads();
    tables.forEach(
        (name, views) -> {
          String text =
              views.stream()
                  .map(view -> list(session, reads, wanted, view))
                  .reduce(ExportCommand::joined)
                  .orElseThrow();
          Path file = directory.resolve(wanted + "-" + name + ".csv");
          OutFile.write(session, file, text.getBytes(StandardCharsets.UTF_8));
          session.hint("已写入 " + file, "Written: " + file);
        });
  }

  /** A filter that no list has would be left out everywhere and be believed. */
  private void requireKnown(Map<String, List<View>> tables) {
    Set<String> known =
        tables.values().stream()
            .flatMap(List::stream)
            .flatMap(view -> names(view).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String name : filters.keySet()) {
      if (!known.contains(name)) {
        throw new UsageException(
            "没有筛选条件 " + name + "；可用：" + known,
            "There is no filter " + name + "; there are " + known);
      }
    }
  }

  private static Set<String> names(View view) {
    return view.parameters().stream()
        .map(Parameter::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String list(Session session, PublicReads reads, String wanted, View view) {
    Map<String, String> query = new LinkedHashMap<>();
    Set<String> names = names(view);
    filters.forEach(
        (name, value) -> {
          if (names.contains(name)) {
            query.put(name, value);
          }
        });
    query.put("schema", wanted);
    if (session.language() == Language.ZH) {
      query.put("lang", "zh");
    }
    if (excel) {
      query.put("excel", "zh");
    }
    return session.progress().during(calledAs() + " " + view, () -> reads.csv(view, query));
  }

  /** Two lists under one line of headings. */
  static String joined(String first, String second) {
    return first + second.replace(BYTE_ORDER_MARK, "").replaceFirst("^[^\\n]*\\n", "");
  }
}
