// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Sending;
import org.grasslandcarbon.cli.SentOnce;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.SignedBefore;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.sheets.Limits;
import org.grasslandcarbon.sheets.MonitoringImport;
import org.grasslandcarbon.sheets.ReportArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Reads filled-in templates into the arguments of a report, and submits them when asked to. */
@Command(
    name = "import",
    description = {
      "在本机读取填好的模板，逐行检查并生成报告参数；--submit 直接签名提交。一条指令容不下的数据分批提交，中断后重复同一命令即可续传。",
      "Reads filled-in templates on this machine, checks every row and makes a report's arguments;"
          + " --submit signs and sends them. What is more than an instruction holds is sent in parts;"
          + " the same command again goes on after a break."
    },
    footer = {
      "  grassland report import data.xlsx --project GCS-152502-2024-0001 \\",
      "      --from 2025-01-01 --to 2025-12-31 --out report.json",
      "  grassland report import activity.csv samples.csv --project GCS-152502-2024-0001 \\",
      "      --from 2025-01-01 --to 2025-12-31 --submit --key my-key.json"
    })
final class ReportImport extends RegistryCommand {
  private static final Duration VALIDITY = Duration.ofMinutes(10);

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
      names = "--from",
      paramLabel = "DATE",
      required = true,
      description = {"监测期首日。", "First monitored day."})
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      required = true,
      description = {"监测期末日。", "Last monitored day."})
  private LocalDate to;

  @Option(
      names = "--gap",
      paramLabel = "TEXT",
      description = {"与上一监测期存在间隔的说明。", "Why days before the period are not reported."})
  private String gap;

  @Option(
      names = "--document",
      paramLabel = "HASH|FILE",
      description = {
        "更多证明文件的 SHA-256 或文件；填报文件自身总在其中。可重复。",
        "Further evidence: its SHA-256, or a file to hash; the read files are always included. May be"
            + " repeated."
      })
  private List<String> documents;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {"将参数存为文件；默认打印。", "Saves the arguments; printed by default."})
  private Path out;

  @Option(
      names = "--submit",
      description = {
        "签名并提交（submitMonitoringReport）。",
        "Signs and submits (submitMonitoringReport)."
      })
  private boolean submit;

  @Option(
      names = "--again",
      description = {
        "发件箱中已有报告尚无结果时，仍再签一份。",
        "Signs although a report waits in the outbox without an outcome."
      })
  private boolean again;

  @Override
  protected void perform(Session session) {
    DateRange period = ReportTemplate.Periods.of(from, to).orElseThrow();
    ProjectData data =
        session.progress().during(calledAs(), () -> ProjectData.read(session, project));
    ReportArguments arguments =
        session.progress().during(reading(session), () -> read(session, data, period));
    RowsRefused.tell(session, arguments.notes());
    if (arguments.report().isEmpty()) {
      throw RowsRefused.tell(
          session, arguments.problemCount(), arguments.problems(), arguments.rows());
    }
    JsonNode report = Codec.tree(arguments.report().get());
    session.hint(
        "读取 " + arguments.rows() + " 行，" + report.path("data").size() + " 项数据",
        arguments.rows() + " rows with " + report.path("data").size() + " data");
    if (arguments.parts().isEmpty()) {
      deliver(session, report);
    } else {
      deliverInParts(session, arguments, report);
    }
  }

  /**
   * For a dry run all data stand in one document; what is sent are the parts, and who names them.
   */
  private void deliverInParts(Session session, ReportArguments arguments, JsonNode whole) {
    int parts = arguments.parts().size();
    session.hint(
        "数据超过一条指令，分 " + parts + " 批提交。",
        "The data are more than an instruction holds and are submitted in " + parts + " parts.");
    if (out != null) {
      write(session, whole);
    }
    if (!submit) {
      session.hint(
          "以上为全部数据，可供 report quantify 试算；请用 --submit 提交。",
          "This has all data, for report quantify; --submit submits them.");
      if (out == null) {
        session.document(whole);
      }
      return;
    }
    String action = SubmitMonitoringReport.TYPE.name();
    List<InstructionId> ids =
        PartsSent.send(session, SubmitMonitoringData.TYPE.name(), arguments.parts());
    JsonNode report = Codec.tree(arguments.naming(ids));
    long started = System.nanoTime();
    SentOnce once = new SentOnce(session, action);
    new SignedBefore(session, again)
        .ask(session.signer().participant(), action, once.firstId(report), report);
    SentOnce.Sent sent = session.progress().during(action, () -> once.send(report, again));
    new Sending(session)
        .show(
            new Outcome(sent.outcome().document(), sent.before()),
            (System.nanoTime() - started) / 1e9);
  }

  private void write(Session session, JsonNode report) {
    OutFile.write(session, out, (report.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void deliver(Session session, JsonNode report) {
    InstructionId id = InstructionSigner.newId();
    if (submit) {
      new SignedBefore(session, again)
          .ask(session.signer().participant(), SubmitMonitoringReport.TYPE.name(), id, report);
    }
    if (out != null) {
      write(session, report);
    }
    if (submit) {
      new Sending(session)
          .send(session.signer().sign(id, SubmitMonitoringReport.TYPE.name(), report, VALIDITY));
    } else if (out == null) {
      session.document(report);
    }
  }

  private String reading(Session session) {
    return session.language().of("读取 ", "reading ") + files;
  }

  private ReportArguments read(Session session, ProjectData data, DateRange period) {
    List<Path> paths =
        files.stream().map(file -> session.terminal().path(file.toString())).toList();
    List<Sha256> hashes =
        documents == null
            ? List.of()
            : documents.stream().map(text -> DocumentHash.of(session, text)).toList();
    try {
      return ReportArguments.of(
          MonitoringImport.read(
              paths,
              data.methodology(),
              data.design().strata(),
              period,
              Limits.LOCAL,
              rows -> told(session, rows)),
          paths,
          hashes,
          Optional.ofNullable(gap),
          period,
          data.id());
    } catch (IOException e) {
      throw RowsRefused.unreadable(paths, e);
    } catch (BadValueException e) {
      throw new UsageException(
          "参数有误：" + e.detail().zh() + "。", "Not right: " + e.detail().en() + ".");
    }
  }

  /** Only a person at a terminal is told while it goes on. */
  private static void told(Session session, long rows) {
    if (session.terminal().interactive() && !session.isForPrograms() && rows % 100_000 == 0) {
      session.hint("… 已读取 " + rows + " 行", "… " + rows + " rows read");
    }
  }
}
