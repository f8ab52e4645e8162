// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.sheets.DataTable;
import org.grasslandcarbon.sheets.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes tables to fill in with monitoring data. */
@Command(
    name = "template",
    description = {
      "生成监测数据填报模板（.xlsx 或 .csv）。",
      "Writes a template for monitoring data (.xlsx or .csv)."
    },
    footer = {
      "  grassland report template --project GCS-152502-2024-0001 --from 2025-01-01 --to 2025-12-31 \\",
      "      --out data.xlsx",
      "  grassland report template --methodology GCS-SC/1.0 --table SAMPLES --out samples.csv"
    })
final class ReportTemplate extends RegistryCommand {
  private static final String CSV = ".csv";
  private static final String XLSX = ".xlsx";

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {
        "项目编号或 UUID；模板含其各分层。",
        "The project: its number or UUID; the template has its strata."
      })
  private String project;

  @Option(
      names = "--methodology",
      paramLabel = "ID/VERSION",
      description = {"无项目时的方法学版本，如 GCS-T1/1.0。", "Without a project: a version, e.g. GCS-T1/1.0."})
  private String methodology;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = {"监测期首日。", "First monitored day."})
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = {"监测期末日。", "Last monitored day."})
  private LocalDate to;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = {
        "CSV 的表：ACTIVITY、PERIOD、SAMPLES；默认 ACTIVITY。",
        "The table of a CSV file: ACTIVITY (default), PERIOD or SAMPLES."
      })
  private DataTable table;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = {"写入的文件，.xlsx 或 .csv。", "The file to write, .xlsx or .csv."})
  private Path out;

  @Override
  protected void perform(Session session) {
    if ((project == null) == (methodology == null)) {
      throw new UsageException(
          "请给出 --project 或 --methodology。", "Give --project or --methodology.");
    }
    OutFile.write(session, out, content(session));
    session.hint("已写入 " + out, "Written: " + out);
  }

  private byte[] content(Session session) {
    List<Stratum> strata = List.of();
    Methodology version;
    if (project == null) {
      version = ProjectData.methodology(session, ProjectData.version(methodology));
    } else {
      ProjectData data = ProjectData.read(session, project);
      strata = data.design().strata();
      version = data.methodology();
    }
    Template template = new Template(version, strata, Periods.of(from, to));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      write(template, version, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private void write(Template template, Methodology version, ByteArrayOutputStream file)
      throws IOException {
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(XLSX)) {
      template.writeXlsx(file);
      return;
    }
    if (!name.endsWith(CSV)) {
      throw new UsageException("--out 以 .xlsx 或 .csv 结尾。", "--out ends with .xlsx or .csv.");
    }
    DataTable one = table == null ? DataTable.ACTIVITY : table;
    if (!DataTable.of(version).contains(one)) {
      throw new UsageException(
          "该方法学的表有 " + DataTable.of(version),
          "The tables of this methodology are " + DataTable.of(version));
    }
    template.writeCsv(one, file);
  }

  /** The days that two options give. */
  static final class Periods {
    private Periods() {}

    static Optional<DateRange> of(LocalDate from, LocalDate to) {
      if (from == null && to == null) {
        return Optional.empty();
      }
      if (from == null || to == null || to.isBefore(from)) {
        throw new UsageException(
            "--from 与 --to 须同时给出，且首日不晚于末日。", "Give --from and --to together, from first.");
      }
      return Optional.of(new DateRange(from, to));
    }
  }
}
