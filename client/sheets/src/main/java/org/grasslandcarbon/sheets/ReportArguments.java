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
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The arguments of {@code submitMonitoringReport} that files lead to, or what is wrong with them.
 *
 * @param problemCount how many problems there are
 * @param problems what is wrong, as far as it is listed
 * @param report the arguments, when nothing is wrong
 * @param rows rows of data that were read
 */
public record ReportArguments(
    long problemCount,
    List<CellProblem> problems,
    Optional<SubmitMonitoringReport> report,
    long rows) {

  /** What an instruction has beside its arguments: action, id, participant, validity. */
  private static final int ENVELOPE_BYTES = 300;

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
      return new ReportArguments(
          imported.problemCount(), imported.problems(), Optional.empty(), imported.rows());
    }
    List<Sha256> all = new ArrayList<>();
    for (Path file : files) {
      all.add(hash(file));
    }
    all.addAll(documents);
    SubmitMonitoringReport report =
        new SubmitMonitoringReport(imported.data(), all, gapExplanation, period, project);
    int bytes = Codec.write(report).length + ENVELOPE_BYTES;
    if (bytes > SignedInstruction.PAYLOAD_BYTES_MOST) {
      CellProblem tooLarge =
          CellProblem.ofFile(
              SheetCode.INSTRUCTION_TOO_LARGE,
              Optional.of(
                  zh("%s 项数据共 %s 字节；一条指令最多 %s 字节，约可容纳此长度的数据 %s 项")
                      .en(
                          "%s data make %s bytes; an instruction has at most %s, some %s data of"
                              + " this length",
                          imported.data().size(),
                          bytes,
                          SignedInstruction.PAYLOAD_BYTES_MOST,
                          (long) imported.data().size()
                              * SignedInstruction.PAYLOAD_BYTES_MOST
                              / bytes)));
      return new ReportArguments(1, List.of(tooLarge), Optional.empty(), imported.rows());
    }
    return new ReportArguments(0, List.of(), Optional.of(report), imported.rows());
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
