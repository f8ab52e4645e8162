// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.PinnedProject;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.sheets.Limits;
import org.grasslandcarbon.sheets.SamplingArguments;
import org.grasslandcarbon.sheets.SamplingImport;
import org.grasslandcarbon.sheets.SheetNote;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Turns the tables of a survey into the arguments of {@code recordSampling}. Nothing is stored: the
 * owner's client signs and sends what it gets.
 */
@RestController
@RequestMapping(Paths.BASE + "/sampling-data")
@Open("reads a file against public data and stores nothing")
final class SamplingImportController {
  private final Reader reader;
  private final SheetFiles files;

  SamplingImportController(Reader reader, SheetFiles files) {
    this.reader = reader;
    this.files = files;
  }

  /**
   * What a file leads to.
   *
   * @param notes what is told of the file all the same
   * @param rows rows of data that were read
   * @param samplings arguments of {@code recordSampling}, and of {@code submitSampleValues} where
   *     one instruction does not hold all values
   */
  record ImportedSamplings(
      List<SheetNote> notes, long rows, List<SamplingArguments.Prepared> samplings) {}

  /** Reads one file; answers arguments, or every problem with its row and column. */
  @PostMapping(consumes = ImportController.XLSX)
  CompletableFuture<ResponseEntity<Object>> read(
      HttpServletRequest request,
      @RequestParam String project,
      @RequestParam Optional<Sha256> laboratoryReport)
      throws IOException {
    PinnedProject pinned = PinnedProject.find(reader, project).orElseThrow(Found::nothing);
    return files.read(
        request, (file, mustBeWanted) -> imported(file, pinned, laboratoryReport, mustBeWanted));
  }

  private static ResponseEntity<Object> imported(
      Path file, PinnedProject pinned, Optional<Sha256> report, Runnable mustBeWanted) {
    try {
      SamplingArguments arguments =
          SamplingArguments.of(
              SamplingImport.read(
                  List.of(file),
                  pinned.methodology(),
                  pinned.project().design().strata(),
                  Limits.SHARED,
                  rows -> {},
                  mustBeWanted),
              report,
              pinned.project().id());
      return arguments.problemCount() > 0
          ? ImportController.refused(
              arguments.problemCount(), arguments.problems(), arguments.rows())
          : ResponseEntity.ok()
              .cacheControl(CacheControl.noStore())
              .body(
                  Codec.tree(
                      new ImportedSamplings(
                          arguments.notes(), arguments.rows(), arguments.samplings())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
