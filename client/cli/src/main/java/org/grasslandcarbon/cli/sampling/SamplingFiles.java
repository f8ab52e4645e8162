// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.sampling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.SentOnce;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.report.PartsSent;
import org.grasslandcarbon.cli.report.ProjectData;
import org.grasslandcarbon.cli.report.RowsRefused;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.monitoring.SubmitSampleValues;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.sheets.Limits;
import org.grasslandcarbon.sheets.SamplingArguments;
import org.grasslandcarbon.sheets.SamplingArguments.Prepared;
import org.grasslandcarbon.sheets.SamplingImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Reads a filled-in survey into the arguments of samplings, and records them when asked to. */
@Command(
    name = "import",
    description = {
      "在本机读取填好的采样模板，逐行检查；--submit 逐次签名登记，数据多时分批，中断后重复同一命令即可续传。",
      "Reads a filled-in survey on this machine and checks every row; --submit signs and records each"
          + " sampling, in parts where it is large. The same command again goes on after a break."
    },
    footer = {
      "  grassland sampling import survey.xlsx --project GCS-152502-2024-0001 --out samplings.json",
      "  grassland sampling import survey.xlsx --project GCS-152502-2024-0001 \\",
      "      --laboratory-report report.pdf --submit --key my-key.json"
    })
final class SamplingFiles extends RegistryCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {"填好的 .xlsx 或 .csv，可多个。", "Filled-in .xlsx or .csv files, one or several."})
  private List<Path> files;

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      required = true,
      description = {"项目编号或 UUID。", "The project: its number or UUID."})
  private String project;

  @Option(
      names = "--laboratory-report",
      paramLabel = "HASH|FILE",
      description = {
        "检测报告的 SHA-256 或文件，用于未填该列的采样。",
        "The laboratory's report, its SHA-256 or the file, of samplings whose column is empty."
      })
  private String laboratoryReport;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {"将参数存为文件；默认打印。", "Saves the arguments; printed by default."})
  private Path out;

  @Option(
      names = "--submit",
      description = {
        "签名并登记（submitSampleValues、recordSampling）。",
        "Signs and records (submitSampleValues, recordSampling)."
      })
  private boolean submit;

  @Option(
      names = "--again",
      description = {
        "账本上已有同样内容的登记时，仍再登记一次。",
        "Records once more what the ledger has with the same content."
      })
  private boolean again;

  /**
   * What was recorded.
   *
   * @param before whether the ledger had it before
   * @param id of the sampling
   * @param scenario the side
   * @param stratum the stratum
   */
  private record Recorded(boolean before, String id, String scenario, String stratum) {}

  @Override
  protected void perform(Session session) {
    ProjectData data =
        session.progress().during(calledAs(), () -> ProjectData.read(session, project));
    SamplingArguments read =
        session
            .progress()
            .during(session.language().of("读取 ", "reading ") + files, () -> read(session, data));
    RowsRefused.tell(session, read.notes());
    if (read.problemCount() > 0) {
      throw RowsRefused.tell(session, read.problemCount(), read.problems(), read.rows());
    }
    session.hint(
        "读取 " + read.rows() + " 行，" + read.samplings().size() + " 次采样",
        read.rows() + " rows with " + read.samplings().size() + " samplings");
    JsonNode arguments = Codec.tree(Map.of("samplings", read.samplings()));
    if (out != null) {
      OutFile.write(
          session, out, (arguments.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (submit) {
      show(session, record(session, read.samplings()));
    } else if (out == null) {
      session.document(arguments);
    }
  }

  private SamplingArguments read(Session session, ProjectData data) {
    List<Path> paths =
        files.stream().map(file -> session.terminal().path(file.toString())).toList();
    Optional<Sha256> report =
        Optional.ofNullable(laboratoryReport).map(text -> DocumentHash.of(session, text));
    try {
      return SamplingArguments.of(
          SamplingImport.read(
              paths,
              data.methodology(),
              data.design().strata(),
              Limits.LOCAL,
              rows -> {},
              () -> {}),
          report,
          data.id());
    } catch (IOException e) {
      throw RowsRefused.unreadable(paths, e);
    }
  }

  private List<Recorded> record(Session session, List<Prepared> samplings) {
    SentOnce once = new SentOnce(session, RecordSampling.TYPE.name());
    List<Recorded> recorded = new ArrayList<>();
    for (Prepared each : samplings) {
      List<InstructionId> ids =
          PartsSent.send(session, SubmitSampleValues.TYPE.name(), each.parts());
      RecordSampling sampling = each.naming(ids);
      String which = sampling.stratum() + " " + sampling.scenario();
      SentOnce.Sent sent =
          session
              .progress()
              .during(
                  RecordSampling.TYPE.name() + " " + which,
                  () -> once.send(Codec.tree(sampling), again));
      session.hint(
          which + (sent.before() ? "：此前已登记 " : "：已登记 ") + sent.id(),
          which + (sent.before() ? " was recorded before: " : " recorded: ") + sent.id());
      recorded.add(
          new Recorded(
              sent.before(), sent.id().value(), sampling.scenario().name(), sampling.stratum()));
    }
    return recorded;
  }

  private static void show(Session session, List<Recorded> recorded) {
    if (session.isForPrograms()) {
      session.document(Map.of("items", recorded, "total", recorded.size()));
      return;
    }
    session.table(
        new Table<Recorded>()
            .text("分层", "stratum", Recorded::stratum)
            .text("对象", "side", Recorded::scenario)
            .text("采样编号", "sampling", Recorded::id),
        recorded);
  }
}
