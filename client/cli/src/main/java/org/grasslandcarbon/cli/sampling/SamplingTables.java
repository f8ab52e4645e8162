// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.sampling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.report.ProjectData;
import org.grasslandcarbon.sheets.SamplingTable;
import org.grasslandcarbon.sheets.SamplingTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes tables to fill in with the samplings of a survey. */
@Command(
    name = "template",
    description = {
      "生成采样填报模板（.xlsx 或 .csv）：采样、样点坐标、测定值。",
      "Writes a template for the samplings of a survey (.xlsx or .csv): samplings, places of points,"
          + " values."
    },
    footer = {
      "  grassland sampling template --project GCS-152502-2024-0001 --out survey.xlsx",
      "  grassland sampling template --project GCS-152502-2024-0001 --table VALUES --out values.csv"
    })
final class SamplingTables extends RegistryCommand {
  private static final String CSV = ".csv";
  private static final String XLSX = ".xlsx";

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      required = true,
      description = {
        "项目编号或 UUID；模板含其各分层。",
        "The project: its number or UUID; the template has its strata."
      })
  private String project;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = {
        "CSV 的表：SAMPLINGS、POINTS、VALUES；默认 VALUES。",
        "The table of a CSV file: SAMPLINGS, POINTS or VALUES (default)."
      })
  private SamplingTable table;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = {"写入的文件，.xlsx 或 .csv。", "The file to write, .xlsx or .csv."})
  private Path out;

  @Override
  protected void perform(Session session) {
    OutFile.write(session, out, content(session));
    session.hint("已写入 " + out, "Written: " + out);
  }

  private byte[] content(Session session) {
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(XLSX) && !name.endsWith(CSV)) {
      throw new UsageException("--out 以 .xlsx 或 .csv 结尾。", "--out ends with .xlsx or .csv.");
    }
    ProjectData data = ProjectData.read(session, project);
    if (data.methodology().terms().samplings().isEmpty()) {
      throw new UsageException(
          "方法学 " + data.methodology().version() + " 不登记采样；请用 grassland report template。",
          "Under "
              + data.methodology().version()
              + " samplings are not recorded: use grassland report template.");
    }
    SamplingTemplate template = new SamplingTemplate(data.methodology(), data.design().strata());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      if (name.endsWith(XLSX)) {
        template.writeXlsx(file);
      } else {
        template.writeCsv(table == null ? SamplingTable.VALUES : table, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
