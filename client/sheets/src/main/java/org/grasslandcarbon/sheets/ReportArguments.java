// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The arguments of {@code submitMonitoringReport} that files lead to, or what is wrong with them.
 *
 * @param notes what is told of the files all the same
 * @param parts what is to be submitted by {@code submitMonitoringData} beforehand, where the data
 *     are more than one instruction holds
 * @param problemCount how many problems there are
 * @param problems what is wrong, as far as it is listed
 * @param report the arguments with all data, when nothing is wrong; what names parts is made by
 *     {@link #naming}
 * @param rows rows of data that were read
 */
public record ReportArguments(
    List<SheetNote> notes,
    List<SubmitMonitoringData> parts,
    long problemCount,
    List<CellProblem> problems,
    Optional<SubmitMonitoringReport> report,
    long rows) {

  /**
   * Puts the arguments together. The files themselves are among the report's documents, so that
   * everybody can see later what was filled in.
   *
   * @param files what was read
   * @param documents further documents
   * @throws IOException when a file cannot be read
   */
  public static ReportArguments of(
      MonitoringImport.Imported imported,
      List<Path> files,
      List<Sha256> documents,
      Optional<String> gapExplanation,
      DateRange period,
      InstructionId project)
      throws IOException {
    if (!imported.problems().isEmpty()) {
      return refused(imported, imported.problemCount(), imported.problems());
    }
    List<Sha256> all = new ArrayList<>();
    for (Path file : files) {
      all.add(hash(file));
    }
    all.addAll(documents);
    SubmitMonitoringReport report =
        new SubmitMonitoringReport(imported.data(), all, gapExplanation, period, project);
    boolean fits = imported.data().size() <= SubmitMonitoringReport.ROWS_MOST && Parts.fits(report);
    List<SubmitMonitoringData> parts =
        fits
            ? List.of()
            : Parts.of(imported.data(), SubmitMonitoringReport.ROWS_MOST).stream()
                .map(rows -> new SubmitMonitoringData(rows, project))
                .toList();
    if (parts.size() > SubmitMonitoringReport.PARTS_MOST) {
      Detail detail =
          zh("%s 项数据须分 %s 批；一份报告最多引用 %s 批")
              .en(
                  "%s data make %s parts; a report names at most %s",
                  imported.data().size(), parts.size(), SubmitMonitoringReport.PARTS_MOST);
      return refused(
          imported,
          1,
          List.of(CellProblem.ofFile(SheetCode.INSTRUCTION_TOO_LARGE, Optional.of(detail))));
    }
    return new ReportArguments(
        imported.notes(), parts, 0, List.of(), Optional.of(report), imported.rows());
  }

  private static ReportArguments refused(
      MonitoringImport.Imported imported, long count, List<CellProblem> problems) {
    return new ReportArguments(
        imported.notes(), List.of(), count, problems, Optional.empty(), imported.rows());
  }

  /**
   * The report that names parts, and has no data of its own.
   *
   * @param ids of the parts, once the ledger has them
   */
  public SubmitMonitoringReport naming(List<InstructionId> ids) {
    SubmitMonitoringReport whole = report.orElseThrow();
    return new SubmitMonitoringReport(
        List.of(),
        Optional.of(ids),
        whole.documents(),
        whole.gapExplanation(),
        whole.period(),
        whole.project());
  }

  private static Sha256 hash(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
      return new Sha256(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
