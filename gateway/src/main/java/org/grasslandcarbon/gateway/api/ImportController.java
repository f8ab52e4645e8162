// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.PinnedProject;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.sheets.CellProblem;
import org.grasslandcarbon.sheets.Limits;
import org.grasslandcarbon.sheets.MonitoringImport;
import org.grasslandcarbon.sheets.ReportArguments;
import org.grasslandcarbon.sheets.SheetNote;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a filled-in table into the arguments of {@code submitMonitoringReport}. Nothing is stored:
 * the owner's client signs and sends what it gets.
 */
@RestController
@RequestMapping(Paths.BASE + "/monitoring-data")
@Open("reads a file against public data and stores nothing")
final class ImportController {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Reader reader;
  private final SheetFiles files;

  ImportController(Reader reader, SheetFiles files) {
    this.reader = reader;
    this.files = files;
  }

  /** Reads one file; answers arguments, or every problem with its row and column. */
  @PostMapping(consumes = {"text/csv", XLSX})
  CompletableFuture<ResponseEntity<Object>> read(
      HttpServletRequest request,
      @RequestParam String project,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> gapExplanation)
      throws IOException {
    PinnedProject pinned = PinnedProject.find(reader, project).orElseThrow(Found::nothing);
    if (to.isBefore(from)) {
      throw new RequestException(GatewayCode.BAD_REQUEST, zh("to 早于 from").en("to is before from"));
    }
    DateRange period = new DateRange(from, to);
    return files.read(
        request,
        (file, mustBeWanted) -> imported(file, pinned, period, gapExplanation, mustBeWanted));
  }

  private static ResponseEntity<Object> imported(
      Path file,
      PinnedProject pinned,
      DateRange period,
      Optional<String> gapExplanation,
      Runnable mustBeWanted) {
    try {
      MonitoringImport.Imported imported =
          MonitoringImport.read(
              List.of(file),
              pinned.methodology(),
              pinned.project().design().strata(),
              period,
              Limits.SHARED,
              rows -> {},
              mustBeWanted);
      ReportArguments arguments =
          ReportArguments.of(
              imported, List.of(file), List.of(), gapExplanation, period, pinned.project().id());
      return arguments
          .report()
          .map(
              report ->
                  ResponseEntity.ok()
                      .cacheControl(CacheControl.noStore())
                      .<Object>body(
                          Codec.tree(
                              new ImportedReport(
                                  arguments.notes(), arguments.parts(), report, arguments.rows()))))
          .orElseGet(
              () -> refused(arguments.problemCount(), arguments.problems(), arguments.rows()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a file leads to.
   *
   * @param notes what is told of the file all the same
   * @param parts arguments of {@code submitMonitoringData}; empty where one instruction holds all
   * @param report arguments of {@code submitMonitoringReport} with all data, as for a dry run;
   *     where there are parts, what is signed has no data and names them
   * @param rows rows of data that were read
   */
  record ImportedReport(
      List<SheetNote> notes,
      List<SubmitMonitoringData> parts,
      SubmitMonitoringReport report,
      long rows) {}

  static ResponseEntity<Object> refused(long count, List<CellProblem> problems, long rows) {
    Problem problem =
        Problem.of(
            GatewayCode.ROWS_REFUSED,
            zh("%2$s 行中有 %1$s 处问题").en("%s problems in %s rows", count, rows));
    ObjectNode document = (ObjectNode) Codec.tree(problem);
    document.put("problemCount", count);
    document.set("problems", Codec.tree(problems));
    document.put("rows", rows);
    return ResponseEntity.status(GatewayCode.ROWS_REFUSED.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .cacheControl(CacheControl.noStore())
        .body(document);
  }
}
